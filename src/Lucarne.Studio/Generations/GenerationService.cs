using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lucarne.Media.Storage;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Generations;

/// <summary>The studio's front door: ask for a generation, follow it, cancel it.</summary>
/// <example>
/// <code>
/// CreateOutcome outcome = studio.Create(db, request);    // a row in the caller's unit of work, or a refusal
/// await db.SaveChangesAsync();                           // with the caller's own rows: one transaction
/// studio.Announce();                                     // a worker starts within milliseconds
/// await foreach (GenerationSnapshot snapshot in studio.WatchAsync(id, cancel)) { … }
/// </code>
/// </example>
public sealed partial class GenerationService
{
    private static readonly TimeSpan WatchPoll = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, CancellationTokenSource> _running = new();
    private readonly ConcurrentDictionary<Guid, string> _streams = new();
    private readonly OpenStudioContext _open;
    private readonly StudioOptions _options;
    private readonly EngineRegistry _engines;
    private readonly EditPlanner _edits;
    private readonly GenerationQueue _queue;
    private readonly GenerationBoard _board;
    private readonly RunRates _rates;
    private readonly ResultStore _results;
    private readonly StudioMetrics _metrics;
    private readonly TimeProvider _time;

    internal GenerationService(
        OpenStudioContext open,
        StudioOptions options,
        EngineRegistry engines,
        EditPlanner edits,
        GenerationQueue queue,
        GenerationBoard board,
        RunRates rates,
        ResultStore results,
        StudioMetrics metrics,
        TimeProvider time)
    {
        (_open, _options, _engines, _edits, _queue, _board, _rates, _results, _metrics, _time) = (open, options, engines, edits, queue, board, rates, results, metrics, time);
    }

    /// <summary>Adds a queued generation to <paramref name="db"/> without saving. Save, then <see cref="Announce"/>.</summary>
    /// <returns>
    /// The row, or any refusal of <see cref="EngineRegistry.Plan"/>.
    /// </returns>
    public CreateOutcome Create(StudioContext db, GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        DateTimeOffset now = _time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        FilmPlan plan = _engines.Plan(request with { FirstImagePath = PathOf(request.FirstImage?.File.ToString()) }, DrawSeed(id));
        if (!plan.Possible)
        {
            return CreateOutcome.Of(plan.Refusal);
        }

        Generation generation = new()
        {
            Id = id,
            OwnerId = request.OwnerId,
            Prompt = request.Prompt,
            ScreenplayJson = plan.Request.Screenplay is { } screenplay ? Engines.ScreenplayJson.Write(screenplay) : null,
            StoryboardJson = request.Storyboard is { } storyboard ? Engines.StoryboardJson.Write(storyboard) : null,
            Style = request.Style,
            FirstImage = request.FirstImage?.File.ToString(),
            FirstImageId = request.FirstImage?.Id,
            BatchId = request.BatchId,
            Engine = plan.Engine.Id,
            Width = plan.Request.Format.Width,
            Height = plan.Request.Format.Height,
            Fps = plan.Request.Format.Fps,
            FrameCount = plan.Request.Format.FrameCount,
            Seed = plan.Request.Seed,
            CreatedAt = now,
        };
        db.Generations.Add(generation);
        return CreateOutcome.Of(generation);
    }

    /// <summary>Adds a queued generation to <paramref name="db"/> that edits finished videos. Save, then <see cref="Announce"/>.</summary>
    /// <returns>The row, or a refusal of the edit: see <see cref="EditRules"/>.</returns>
    public async Task<CreateOutcome> CreateEditAsync(StudioContext db, EditRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        EditPlan plan = await _edits.PlanAsync(db, request, cancel);
        if (plan.Document is null)
        {
            return CreateOutcome.Of(plan.Refusal!);
        }

        DateTimeOffset now = _time.GetUtcNow();
        Generation generation = new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = request.OwnerId,
            Prompt = plan.Prompt,
            EditJson = plan.Document.Write(),
            FirstImage = plan.FirstImage?.File.ToString(),
            FirstImageId = plan.FirstImage?.Id,
            Engine = EditDocument.EngineId,
            Width = plan.Format.Width,
            Height = plan.Format.Height,
            Fps = plan.Format.Fps,
            FrameCount = plan.Format.FrameCount,
            Seed = 0,
            CreatedAt = now,
        };
        db.Generations.Add(generation);
        return CreateOutcome.Of(generation);
    }

    /// <summary>Adds a queued generation to <paramref name="db"/> that makes what an earlier one was asked for once more. Save, then <see cref="Announce"/>.</summary>
    /// <param name="db">The caller's unit of work.</param>
    /// <param name="source">The earlier generation, in whatever state.</param>
    /// <param name="ownerId">Whom the new one belongs to.</param>
    /// <param name="newSeed">True draws another seed, for another take; false makes the same film.</param>
    public Generation Repeat(StudioContext db, Generation source, Guid ownerId, bool newSeed)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(source);
        DateTimeOffset now = _time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        Generation generation = new()
        {
            Id = id,
            OwnerId = ownerId,
            Prompt = source.Prompt,
            ScreenplayJson = source.ScreenplayJson,
            StoryboardJson = source.StoryboardJson,
            Style = source.Style,
            FirstImage = source.FirstImage,
            FirstImageId = source.FirstImageId,
            EditJson = source.EditJson,
            Engine = source.Engine,
            Width = source.Width,
            Height = source.Height,
            Fps = source.Fps,
            FrameCount = source.FrameCount,
            Seed = newSeed ? DrawSeed(id) : source.Seed,
            CreatedAt = now,
        };
        db.Generations.Add(generation);
        return generation;
    }

    /// <summary>Tells this process's workers that a generation was queued. Call after the transaction that holds it has been committed.</summary>
    public void Announce() => _queue.Wake();

    /// <summary>Cancels a queued or running generation of an owner: the engine and the encoder stop within 200 ms, temporary files go.</summary>
    /// <returns>Null when cancelled; else <c>generation_not_found</c> or <c>generation_already_ended</c>.</returns>
    public async Task<Refusal?> CancelAsync(Guid ownerId, Guid id, CancellationToken cancel = default)
    {
        await using StudioContext db = _open();
        IQueryable<Generation> owned = db.Generations.Where(g => g.Id == id && g.OwnerId == ownerId);
        DateTimeOffset now = _time.GetUtcNow();
        int cancelled = await owned.ThatMayBecome(GenerationStatus.Cancelled).ExecuteUpdateAsync(
            set => set
                .SetProperty(g => g.Status, GenerationStatus.Cancelled)
                .SetProperty(g => g.LeaseOwner, (string?)null)
                .SetProperty(g => g.LeaseExpiresAt, (DateTimeOffset?)null)
                .SetProperty(g => g.FinishedAt, now),
            cancel);
        if (cancelled == 0)
        {
            return await owned.AnyAsync(cancel)
                ? new Refusal("generation_already_ended", "This generation has already ended; there is nothing to cancel.")
                : new Refusal("generation_not_found", "There is no such generation.");
        }

        Stop(id);
        Generation ended = await db.Generations.AsNoTracking().SingleAsync(g => g.Id == id, cancel);
        _metrics.Ended(ended, GenerationStatus.Cancelled);
        _board.Publish(Snapshot(ended, null));
        return null;
    }

    /// <summary>Deletes an ended generation of an owner for good: its row, and every file that no other generation shares.</summary>
    /// <returns>Null when deleted; else <c>generation_not_found</c>, or <c>generation_in_progress</c>, which asks to cancel first.</returns>
    public async Task<Refusal?> DeleteAsync(Guid ownerId, Guid id, CancellationToken cancel = default)
    {
        if (await _results.DeleteAsync(ownerId, id, cancel))
        {
            return null;
        }

        await using StudioContext db = _open();
        return await db.Generations.AnyAsync(g => g.Id == id && g.OwnerId == ownerId, cancel)
            ? new Refusal("generation_in_progress", "This generation has not ended. Cancel it first.")
            : new Refusal("generation_not_found", "There is no such generation.");
    }

    /// <summary>Finds a file of a generation's HLS stream, live while it is made and stored afterwards. The caller has checked who may watch it.</summary>
    /// <param name="id">Generation.</param>
    /// <param name="fileName"><c>index.m3u8</c>, <c>init.mp4</c> or <c>NUMBER.m4s</c>; anything else finds nothing.</param>
    /// <param name="cancel">Stops looking.</param>
    public async Task<StreamFile?> FindStreamFileAsync(Guid id, string fileName, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        if (!StreamFileName().IsMatch(fileName))
        {
            return null;
        }

        string type = MediaTypes.Of(Path.GetExtension(fileName))!;
        if (_streams.TryGetValue(id, out string? folder) && Path.Combine(folder, fileName) is var path && File.Exists(path))
        {
            return new StreamFile(path, type, IsFinal: fileName != "index.m3u8");
        }

        await using StudioContext db = _open();
        Artefact? artefact = await db.Artefacts.AsNoTracking().SingleOrDefaultAsync(a => a.GenerationId == id && a.Name == "stream/" + fileName, cancel);
        return artefact is not null && _results.Media.Find(artefact.Reference) is { } stored ? new StreamFile(stored, type, IsFinal: true) : null;
    }

    /// <summary>Snapshots of rows as they stand now, with live progress, ETA and place in the queue.</summary>
    public async Task<IReadOnlyList<GenerationSnapshot>> DescribeAsync(IReadOnlyList<Generation> generations, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(generations);
        Dictionary<Guid, QueuePlace> places = generations.Any(g => g.Status == GenerationStatus.Queued) ? await PlacesAsync(cancel) : [];
        return [.. generations.Select(g => Snapshot(g, places.TryGetValue(g.Id, out QueuePlace place) ? place : null))];
    }

    /// <summary>Follows a generation: its present snapshot, then every change, until it has ended. Nothing for an unknown id.</summary>
    /// <remarks>A listener that is slower than the changes gets the newest one. Generations of other processes are looked at every two seconds.</remarks>
    public async IAsyncEnumerable<GenerationSnapshot> WatchAsync(Guid id, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using GenerationBoard.Listener listener = _board.Listen(id);
        GenerationSnapshot? last = null;
        while (true)
        {
            if (!listener.Reader.TryRead(out GenerationSnapshot? snapshot))
            {
                snapshot = await FindAsync(id, cancel);
            }

            if (snapshot is null)
            {
                yield break;
            }

            if (snapshot != last)
            {
                yield return last = snapshot;
            }

            if (snapshot.Status.HasEnded())
            {
                yield break;
            }

            using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            timeout.CancelAfter(WatchPoll);
            try
            {
                await listener.Reader.WaitToReadAsync(timeout.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // Nothing was told here: look at the row again.
            }
        }
    }

    /// <summary>The engine's view of a generation.</summary>
    internal EngineRequest ToEngineRequest(Generation generation) => new()
    {
        // What reads no screenplay finds its style in the prompt.
        Prompt = generation.ScreenplayJson is null && StylePreset.Find(generation.Style) is { } style ? style.Apply(generation.Prompt) : generation.Prompt,
        Screenplay = generation.ScreenplayJson is { } json ? ScreenplayJson.Read(json) : null,
        Format = generation.Format,
        Seed = generation.Seed,
        FirstImagePath = PathOf(generation.FirstImage),
    };

    /// <summary>Path of a picture in the media store; its mere name where the file is gone, which no engine can open: the run then says so.</summary>
    private string? PathOf(string? picture) => MediaReference.TryParse(picture, out MediaReference file) ? _results.Media.Find(file) ?? picture : null;

    /// <summary>Remembers how to stop a run of this process; dispose to forget.</summary>
    internal IDisposable Track(Guid id, CancellationTokenSource stop)
    {
        _running[id] = stop;
        return new Tracked(this, id, stop);
    }

    internal void ShowStream(Guid id, string folder) => _streams[id] = folder;

    internal void HideStream(Guid id) => _streams.TryRemove(id, out _);

    [GeneratedRegex(@"\A(index\.m3u8|init\.mp4|[0-9]{1,4}\.m4s)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StreamFileName();

    /// <summary>A seed from the random bits of an id.</summary>
    private static long DrawSeed(Guid id) => BitConverter.ToUInt32(id.ToByteArray(bigEndian: true), 12);

    private void Stop(Guid id)
    {
        if (_running.TryGetValue(id, out CancellationTokenSource? stop))
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The run ended in the meantime.
            }
        }
    }

    private async Task<GenerationSnapshot?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using StudioContext db = _open();
        Generation? generation = await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancel);
        return generation is null ? null : (await DescribeAsync([generation], cancel))[0];
    }

    private GenerationSnapshot Snapshot(Generation generation, QueuePlace? place)
    {
        if (generation.Status == GenerationStatus.InProgress && _board.Latest(generation.Id) is { } live)
        {
            return live;
        }

        return new GenerationSnapshot
        {
            Id = generation.Id,
            Status = generation.Status,
            Progress = generation.Progress,
            FramesDone = generation.FramesDone,
            FrameCount = generation.FrameCount,
            ReadySeconds = generation.Status == GenerationStatus.Completed ? generation.Format.Seconds : 0,
            EtaSeconds = generation.Status == GenerationStatus.InProgress
                ? _rates.Estimate(generation) * (1 - generation.Progress)
                : place?.EtaSeconds,
            QueuePosition = place?.Position,
            Failure = generation.FailureCode is null
                ? null
                : new GenerationFailure(generation.FailureCode, generation.FailureMessage ?? "", generation.FailureAction ?? ""),
        };
    }

    private async Task<Dictionary<Guid, QueuePlace>> PlacesAsync(CancellationToken cancel)
    {
        await using StudioContext db = _open();
        List<Generation> open = await db.Generations.AsNoTracking()
            .Where(g => g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.InProgress).ToListAsync(cancel);
        return QueueForecast.Places(
            [.. open.Where(g => g.Status == GenerationStatus.Queued).Select(g => new WaitingRun(g.Id, g.OwnerId, g.CreatedAt, _rates.Estimate(g)))],
            [.. open.Where(g => g.Status == GenerationStatus.InProgress).Select(g => new ActiveRun(g.OwnerId, Snapshot(g, null).EtaSeconds))],
            await GenerationQueue.LastServedAsync(db, cancel),
            Math.Max(1, _options.Concurrency),
            _time.GetUtcNow());
    }

    private sealed class Tracked(GenerationService service, Guid id, CancellationTokenSource stop) : IDisposable
    {
        public void Dispose() => service._running.TryRemove(new(id, stop));
    }
}

/// <summary>A file of an HLS stream on this machine.</summary>
/// <param name="Path">Absolute path; while the generation is in progress the file may go at any moment.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="IsFinal">True when its bytes never change.</param>
public sealed record StreamFile(string Path, string ContentType, bool IsFinal);
