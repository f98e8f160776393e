using Lucarne.Media.Storage;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lucarne.Studio.Tests;

/// <summary>One node over a database, wired as the product wires it. Its workers rest until <see cref="StartAsync"/>.</summary>
internal sealed class StudioNode : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private bool _started;

    public StudioNode(FilmsDatabase database, IEngine? engine = null, Func<StudioOptions, StudioOptions>? with = null, TimeProvider? time = null)
    {
        Database = database;
        StudioOptions options = new() { DataFolder = Path.Combine(database.Folder, "data"), MinFreeBytes = 1 };
        ServiceCollection services = new();
        services.AddLogging();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddSingleton<IDbContextFactory<FilmsContext>>(database);
        services.AddSingleton(engine ?? new ColourBarsEngine());
        services.AddStudio<FilmsContext>(with?.Invoke(options) ?? options);
        _services = services.BuildServiceProvider();
    }

    public FilmsDatabase Database { get; }

    public StudioOptions Options => _services.GetRequiredService<StudioOptions>();

    public GenerationQueue Queue => _services.GetRequiredService<GenerationQueue>();

    public GenerationService Service => _services.GetRequiredService<GenerationService>();

    public MediaStore Media => _services.GetRequiredService<MediaStore>();

    public async Task StartAsync()
    {
        _started = true;
        await _services.GetRequiredService<IHostedService>().StartAsync(CancellationToken.None);
    }

    /// <summary>Stops the workers in good order.</summary>
    public async Task StopAsync()
    {
        if (_started)
        {
            await _services.GetRequiredService<IHostedService>().StopAsync(CancellationToken.None);
        }
    }

    public async Task<Generation> AskAsync(Guid? owner = null, double seconds = 2, string prompt = "bars", long? seed = null)
    {
        await using FilmsContext db = Database.CreateDbContext();
        CreateOutcome outcome = Service.Create(db, new GenerationRequest { OwnerId = owner ?? FilmsDatabase.NewId(), Prompt = prompt, Seconds = seconds, Seed = seed });
        outcome.Created.ShouldBeTrue(outcome.Refusal?.Message);
        await db.SaveChangesAsync();
        Service.Announce();
        return outcome.Generation!;
    }

    /// <summary>Follows a generation to its end; fails the test when that takes a minute.</summary>
    public async Task<List<GenerationSnapshot>> WatchToTheEndAsync(Guid id, Func<GenerationSnapshot, Task>? onSnapshot = null)
    {
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(1));
        List<GenerationSnapshot> seen = [];
        await foreach (GenerationSnapshot snapshot in Service.WatchAsync(id, giveUp.Token))
        {
            seen.Add(snapshot);
            await (onSnapshot?.Invoke(snapshot) ?? Task.CompletedTask);
        }

        return seen;
    }

    /// <summary>Names of what is in the work folder.</summary>
    public string[] WorkLeft() => [.. Directory.EnumerateFileSystemEntries(Path.Combine(Options.DataFolder, "work")).Select(p => Path.GetFileName(p)!)];

    /// <summary>The work folder empties within seconds.</summary>
    public async Task NoWorkIsLeftAsync()
    {
        for (int i = 0; i < 500 && WorkLeft().Length > 0; i++)
        {
            await Task.Delay(20);
        }

        WorkLeft().ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
