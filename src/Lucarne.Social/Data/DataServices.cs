using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Data;

/// <summary>The doors of the database.</summary>
internal static class DataServices
{
    /// <summary>Registers the context: SQLite in the data folder, or PostgreSQL where a connection string is set.</summary>
    public static void AddData(this IServiceCollection services)
    {
        services.AddDbContextFactory<LucarneContext>((provider, builder) => Configure(builder, provider.GetRequiredService<IOptions<SocialOptions>>().Value));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContext());
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton(provider => new CursorCodec(provider.GetRequiredService<DatabasePreparation>().Secret));
        services.AddHostedService<Janitor>();
    }

    internal static void Configure(DbContextOptionsBuilder builder, SocialOptions options)
    {
        if (options.Postgres is { Length: > 0 } postgres)
        {
            builder.UseNpgsql(postgres);
        }
        else
        {
            builder.UseSqlite($"Data Source={Path.Combine(options.DataFolder, "lucarne.db")}");
        }

        // Migrations are written by hand, without the model snapshot that this check compares; a test compares the tables instead.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
