using System.Net;
using Lucarne.App;
using Lucarne.Social;
using Lucarne.Social.Data;
using Lucarne.Social.Imports;
using Lucarne.Studio.Engines;
using Lucarne.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>The real server: Kestrel on a free port, a database and a media folder of its own, real ffmpeg. Only the engine is quicker than the product's.</summary>
/// <remarks>The database is SQLite, or PostgreSQL where <see cref="PostgresDatabase.Server"/> names a server.</remarks>
internal sealed class LucarneApp : IAsyncDisposable
{
    private readonly WebApplication _server;

    private readonly PostgresDatabase? _postgres;

    private LucarneApp(WebApplication server, string dataFolder, PostgresDatabase? postgres) => (_server, DataFolder, _postgres) = (server, dataFolder, postgres);

    /// <summary>Folder of the database and media; removed at the end.</summary>
    public string DataFolder { get; }

    /// <summary>Address of the server.</summary>
    public Uri Address => new(_server.Urls.First());

    /// <summary>The engine that tests slow down or let fail.</summary>
    public SketchEngine Engine => _server.Services.GetRequiredService<SketchEngine>();

    /// <summary>The server's own parts.</summary>
    public IServiceProvider Services => _server.Services;

    /// <summary>Warnings and errors that the server has logged.</summary>
    public IReadOnlyCollection<string> Complaints => _server.Services.GetRequiredService<ComplaintLog>().Lines;

    /// <summary>Starts a server.</summary>
    /// <param name="configure">Changes its settings.</param>
    public static async Task<LucarneApp> StartAsync(Action<SocialOptions>? configure = null)
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-test-").FullName;
        PostgresDatabase? postgres = await MigratedDatabase.CopyToAsync(folder);
        WebApplication server = LucarneServer.Build("http://127.0.0.1:0", folder, services =>
        {
            services.AddSingleton<SketchEngine>();
            services.RemoveAll<IEngine>();
            services.AddSingleton<IEngine>(provider => provider.GetRequiredService<SketchEngine>());
            // Hundreds of people sign up in a run: their passwords are no secrets.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.AddSingleton<ComplaintLog>();
            services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<ComplaintLog>());
            services.Configure<SocialOptions>(options =>
            {
                options.RateLimit.AddressPointsPerMinute = options.RateLimit.AccountPointsPerMinute = 100_000;
                options.Postgres = postgres?.ConnectionString;
                configure?.Invoke(options);
            });
        });
        await server.Services.PrepareSocialAsync();
        await server.StartAsync();
        return new LucarneApp(server, folder, postgres);
    }

    /// <summary>Someone without an account.</summary>
    public Person Visitor() => new(this, "nobody");

    /// <summary>Someone who has just signed up.</summary>
    public async Task<Person> SignUpAsync(string handle)
    {
        Person person = new(this, handle);
        (await person.PostAsync("/api/accounts", new { handle, password = Person.Password })).Status.ShouldBe(HttpStatusCode.Created);
        return person;
    }

    /// <summary>Reads the database behind the server's back.</summary>
    public async Task<T> ReadAsync<T>(Func<LucarneContext, Task<T>> read)
    {
        await using LucarneContext db = await _server.Services.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Makes the server rank every feed anew, as after a minute.</summary>
    public void ForgetRankings() => _server.Services.GetRequiredService<Lucarne.Social.Feed.FeedSlates>().Clear();

    /// <summary>Counts for the explore page, as happens once a minute.</summary>
    public Task CountExploreAsync() => _server.Services.GetRequiredService<Lucarne.Social.Explore.ExploreBoard>().CountAsync(CancellationToken.None);

    /// <summary>Reads an archive in, as the command line does.</summary>
    public Task<ImportReport> ImportAsync(string zip, string? handle = null) => _server.Services.ImportAsync(zip, handle, progress: null, CancellationToken.None);

    /// <summary>Makes the search index anew.</summary>
    public Task<int> RebuildSearchAsync() => _server.Services.RebuildSearchAsync();

    /// <summary>Files that the media store keeps.</summary>
    public int CountMediaFiles()
        => Directory.Exists(Path.Combine(DataFolder, "media")) ? Directory.GetFiles(Path.Combine(DataFolder, "media"), "*", SearchOption.AllDirectories).Length : 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await using (LucarneContext db = await _server.Services.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContextAsync())
        {
            SqlitePools.Release(db);
        }

        await _server.DisposeAsync();
        _postgres?.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }
}
