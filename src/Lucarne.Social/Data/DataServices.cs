using System.Data.Common;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Lucarne.Social.Data;

/// <summary>The doors of the database.</summary>
internal static class DataServices
{
    /// <summary>Registers the context: SQLite in the data folder, or PostgreSQL where a connection string is set.</summary>
    public static void AddData(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<LucarneContext>((provider, builder) => Configure(builder, provider.GetRequiredService<IOptions<SocialOptions>>().Value));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContext());
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<PreparedReads>();
        services.AddSingleton(provider => new CursorCodec(provider.GetRequiredService<DatabasePreparation>().Secret));
        services.AddHostedService<Janitor>();
    }

    /// <summary>The file of the SQLite database.</summary>
    internal static string FileOf(SocialOptions options) => Path.Combine(options.DataFolder, "lucarne.db");

    /// <summary>A connection string under which Npgsql keeps statements prepared that are used more than once, unless the string itself says otherwise (a pooler between may forbid it).</summary>
    internal static string WithPreparation(string postgres)
    {
        DbConnectionStringBuilder said = new() { ConnectionString = postgres };
        return said.ContainsKey("Max Auto Prepare") || said.ContainsKey("MaxAutoPrepare")
            ? postgres
            : new NpgsqlConnectionStringBuilder(postgres) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;
    }

    internal static void Configure(DbContextOptionsBuilder builder, SocialOptions options)
    {
        if (options.Postgres is { Length: > 0 } postgres)
        {
            builder.UseNpgsql(WithPreparation(postgres));
        }
        else
        {
            builder.UseSqlite($"Data Source={FileOf(options)}").AddInterceptors(SqlitePatience.Only);
        }

        // Migrations are written by hand, without the model snapshot that this check compares; a test compares the tables instead.
        // A transaction that was given up with its request is no error, and one that fails is logged by whoever handles its exception.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning).Log((RelationalEventId.TransactionError, LogLevel.Debug)));
    }
}
