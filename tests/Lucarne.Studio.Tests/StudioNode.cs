using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

/// <summary>The parts of one node over a database, wired by hand so that tests can reach them.</summary>
internal sealed class StudioNode : IDisposable
{
    public StudioNode(FilmsDatabase database, IEngine? engine = null, StudioOptions? options = null, TimeProvider? time = null)
    {
        Options = options ?? new StudioOptions { DataFolder = Path.Combine(database.Folder, "data") };
        Database = database;
        time ??= TimeProvider.System;
        Queue = new GenerationQueue(database.Open, Options, time);
        Rates = new RunRates();
        Engines = new EngineRegistry([engine ?? new ColourBarsEngine()]);
        Service = new GenerationService(database.Open, Options, Engines, Queue, Board, Rates, time);
    }

    public StudioOptions Options { get; }

    public FilmsDatabase Database { get; }

    public GenerationQueue Queue { get; }

    public GenerationBoard Board { get; } = new();

    public RunRates Rates { get; }

    public EngineRegistry Engines { get; }

    public GenerationService Service { get; }

    public async Task<Generation> AskAsync(Guid? owner = null, double seconds = 2, string prompt = "bars", long? seed = null)
    {
        await using FilmsContext db = Database.Open();
        CreateOutcome outcome = Service.Create(db, new GenerationRequest { OwnerId = owner ?? FilmsDatabase.NewId(), Prompt = prompt, Seconds = seconds, Seed = seed });
        outcome.Created.ShouldBeTrue(outcome.Refusal?.Message);
        await db.SaveChangesAsync();
        Service.Announce();
        return outcome.Generation!;
    }

    public void Dispose() => Queue.Dispose();
}
