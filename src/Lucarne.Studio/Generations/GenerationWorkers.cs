using Lucarne.Media.Storage;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Studio.Generations;

/// <summary>Makes queued generations, a few at a time, and takes up again what crashes left behind.</summary>
internal sealed partial class GenerationWorkers(
    GenerationQueue queue,
    GenerationService service,
    GenerationBoard board,
    EngineRegistry engines,
    EditRunner edits,
    Production production,
    ResultStore results,
    RunRates rates,
    StudioMetrics metrics,
    StudioOptions options,
    TimeProvider time,
    ILogger<GenerationWorkers> log) : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Concurrency > 0)
        {
            results.Media.SweepWork();
            await Task.WhenAll([RecoverAsync(stoppingToken), .. Enumerable.Range(0, options.Concurrency).Select(_ => WorkAsync(stoppingToken))]);
        }
    }

    private async Task RecoverAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TrySafelyAsync(async () =>
            {
                if (await queue.RecoverAsync(stopping) is > 0 and int count)
                {
                    LogRecovered(count);
                }

                metrics.QueueLength(await queue.CountQueuedAsync(stopping));
            });
            await SleepAsync(options.Poll, stopping);
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TrySafelyAsync(async () =>
            {
                if (await queue.TakeAsync(stopping) is { } lease)
                {
                    await RunAsync(lease, stopping);
                }
                else
                {
                    await queue.WaitAsync(stopping);
                }
            });
        }
    }

    /// <summary>A fault of the database or the disk must not end the worker: it says so, waits a moment and goes on.</summary>
    private async Task TrySafelyAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        catch (Exception e)
        {
            LogTrouble(e);
            await Task.Delay(AfterTrouble);
        }
    }

    private async Task RunAsync(GenerationLease lease, CancellationToken stopping)
    {
        Generation generation = lease.Generation;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using IDisposable tracked = service.Track(generation.Id, stop);
        GenerationReport report = new(generation, board, rates, metrics, time);
        Task heart = BeatAsync(lease, report, stop);
        GenerationFailure? failure = null;
        bool completed = false;
        WorkFolder? work = null;
        try
        {
            if (results.Media.FreeBytes < options.MinFreeBytes)
            {
                failure = GenerationFailure.DiskFull with { Detail = $"{results.Media.FreeBytes} bytes free, {options.MinFreeBytes} needed" };
            }
            else if (StarterOf(generation) is not { } start)
            {
                failure = GenerationFailure.EngineMissing;
            }
            else
            {
                work = results.Media.CreateWork(lease.Owner[(lease.Owner.LastIndexOf('/') + 1)..]);
                service.ShowStream(generation.Id, Path.Combine(work.Path, "stream"));
                report.Tell(default);
                ProducedFilm film = await production.RunAsync(start, work.Path, report.Tell, stop.Token);
                completed = await results.KeepAsync(lease, film, VersionOf(lease.Generation), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancelled or lost, the row has been written by whoever did it.
            if (stopping.IsCancellationRequested)
            {
                await queue.ReleaseAsync(lease, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            failure = Production.FailureOf(e);
        }
        finally
        {
            await stop.CancelAsync();
            await heart;
            service.HideStream(generation.Id);
            work?.Dispose();
        }

        if (completed)
        {
            report.Completed();
        }
        else if (failure is not null)
        {
            await EndAsync(lease, failure, report);
        }
    }

    /// <summary>What starts the run of a generation; null where its engine is not installed any more.</summary>
    private Func<EngineRun>? StarterOf(Generation generation) => generation.EditJson is not null
        ? () => edits.Start(generation)
        : engines.TryGet(generation.Engine, out IEngine? engine) ? () => engine.Start(service.ToEngineRequest(generation)) : null;

    private string? VersionOf(Generation generation) => engines.TryGet(generation.Engine, out IEngine? engine) ? engine.Version : null;

    /// <summary>A dead encoder may be the machine's passing trouble and is tried again; any other failure would only repeat itself.</summary>
    private async Task EndAsync(GenerationLease lease, GenerationFailure failure, GenerationReport report)
    {
        LogFailed(lease.Generation.Id, failure.Code, failure.Detail ?? "");
        if (failure.Code == GenerationFailure.EncoderDied.Code && lease.Generation.Attempt < options.MaxAttempts)
        {
            await queue.RetryAsync(lease, CancellationToken.None);
            queue.Wake();
        }
        else if (await queue.FailAsync(lease, failure, CancellationToken.None))
        {
            report.Failed(failure);
        }
    }

    /// <summary>Renews the lease until the run ends; a lease that is lost, or that cannot be renewed in time, stops the run.</summary>
    private async Task BeatAsync(GenerationLease lease, GenerationReport report, CancellationTokenSource stop)
    {
        long renewed = time.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            await SleepAsync(options.Heartbeat, stop.Token);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            bool held;
            try
            {
                held = await queue.RenewAsync(lease, report.Progress, report.FramesDone, stop.Token);
                renewed = held ? time.GetTimestamp() : renewed;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e)
            {
                LogTrouble(e);
                held = time.GetElapsedTime(renewed) < options.Lease;
            }

            if (!held)
            {
                await stop.CancelAsync();
            }
        }
    }

    private async Task SleepAsync(TimeSpan delay, CancellationToken cancel) => await Task.WhenAny(Task.Delay(delay, time, cancel));

    [LoggerMessage(LogLevel.Warning, "{Count} generations left behind were queued again")]
    private partial void LogRecovered(int count);

    [LoggerMessage(LogLevel.Error, "Generation {Id} failed: {Code}. {Detail}")]
    private partial void LogFailed(Guid id, string code, string detail);

    [LoggerMessage(LogLevel.Error, "The queue or the disk is in trouble; trying again")]
    private partial void LogTrouble(Exception exception);
}
