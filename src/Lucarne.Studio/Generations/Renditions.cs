using System.Collections.Concurrent;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Studio.Generations;

/// <summary>What a rendition is made from.</summary>
/// <param name="Format">Shape of the film.</param>
/// <param name="VideoPath">The film.</param>
/// <param name="ThumbnailPath">One good frame, WebP.</param>
/// <param name="Folder">An empty folder to work in.</param>
/// <param name="Ffmpeg">Which ffmpeg.</param>
public sealed record RenditionSource(VideoFormat Format, string VideoPath, string ThumbnailPath, string Folder, Ffmpeg Ffmpeg);

/// <summary>Why a rendition is not there.</summary>
public enum RenditionFault
{
    /// <summary>The generation is not there, or not complete.</summary>
    NoFilm,

    /// <summary>Too many others are being made.</summary>
    Busy,

    /// <summary>ffmpeg is missing or failed, or the disk is full; the log says which.</summary>
    Failed,
}

/// <summary>A rendition, or why it is not there.</summary>
/// <param name="Path">The file; null where there is a fault.</param>
/// <param name="Reference">Its name in the media store.</param>
/// <param name="Fault">Null where there is a file.</param>
public sealed record RenditionOutcome(string? Path, MediaReference Reference, RenditionFault? Fault);

/// <summary>
/// Files of completed generations that are made when they are first asked for: once, one at a time, by whichever request comes first, and kept as artefacts,
/// so that they go with their generation. A rendition that depends on words carries their hash in its name (<see cref="NameOf"/>): when they change, the new one takes the place of the old.
/// </summary>
public sealed partial class Renditions : IDisposable
{
    /// <summary>Most that are made or wait at a time.</summary>
    public const int MaxPending = 16;

    private readonly ConcurrentDictionary<(Guid, string), Lazy<Task<RenditionOutcome>>> _pending = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly OpenStudioContext _open;
    private readonly ResultStore _results;
    private readonly StudioOptions _options;
    private readonly Ffmpeg _ffmpeg;
    private readonly TimeProvider _time;
    private readonly ILogger<Renditions> _logger;
    private readonly CancellationToken _stopping;

    internal Renditions(OpenStudioContext open, ResultStore results, StudioOptions options, Ffmpeg ffmpeg, TimeProvider time, IHostApplicationLifetime host, ILogger<Renditions> logger)
        => (_open, _results, _options, _ffmpeg, _time, _stopping, _logger) = (open, results, options, ffmpeg, time, host.ApplicationStopping, logger);

    /// <summary>Name of a rendition that depends on words: <c>KIND-HASH.ext</c>.</summary>
    /// <param name="kind">What it is; letters and hyphens.</param>
    /// <param name="extension">With its dot.</param>
    /// <param name="words">What is written on it.</param>
    public static string NameOf(string kind, string extension, params IReadOnlyList<string> words)
    {
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', words)));
        return $"{kind}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}{extension}";
    }

    /// <summary>The rendition of this name; made now where it is not there yet. A caller who gives up leaves the work to go on for the next.</summary>
    /// <param name="generationId">The completed generation.</param>
    /// <param name="name">File name, at most 64 characters; of <see cref="NameOf"/> where it depends on words.</param>
    /// <param name="make">Makes it; the answer is the path of the file, in the source's folder and with the name's extension.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<RenditionOutcome> FindOrMakeAsync(Guid generationId, string name, Func<RenditionSource, CancellationToken, Task<string>> make, CancellationToken cancel)
    {
        if (await FindAsync(generationId, name, cancel) is { } present)
        {
            return present;
        }

        if (_pending.Count >= MaxPending)
        {
            return Missing(RenditionFault.Busy);
        }

        Lazy<Task<RenditionOutcome>> made = _pending.GetOrAdd((generationId, name), key => new(() => RunAsync(key.Item1, key.Item2, make)));
        return await made.Value.WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private static RenditionOutcome Missing(RenditionFault fault) => new(null, default, fault);

    private async Task<RenditionOutcome> RunAsync(Guid generationId, string name, Func<RenditionSource, CancellationToken, Task<string>> make)
    {
        // What comes before the first wait would run in the caller that holds the lazy value.
        await Task.Yield();
        try
        {
            await _oneAtATime.WaitAsync(_stopping);
            try
            {
                return await FindAsync(generationId, name, _stopping) ?? await MakeAsync(generationId, name, make);
            }
            finally
            {
                _oneAtATime.Release();
            }
        }
        catch (Exception e) when (e is EncoderException or IOException)
        {
            LogFailed(name, generationId, e);
            return Missing(RenditionFault.Failed);
        }
        finally
        {
            _pending.TryRemove((generationId, name), out _);
        }
    }

    private async Task<RenditionOutcome?> FindAsync(Guid generationId, string name, CancellationToken cancel)
    {
        await using StudioContext db = _open();
        Artefact? artefact = await db.Artefacts.AsNoTracking().SingleOrDefaultAsync(a => a.GenerationId == generationId && a.Name == name, cancel);
        return artefact is not null && _results.Media.Find(artefact.Reference) is { } path ? new RenditionOutcome(path, artefact.Reference, Fault: null) : null;
    }

    private async Task<RenditionOutcome> MakeAsync(Guid generationId, string name, Func<RenditionSource, CancellationToken, Task<string>> make)
    {
        Generation? generation;
        await using (StudioContext db = _open())
        {
            generation = await db.Generations.AsNoTracking().Include(g => g.Artefacts.Where(a => a.Name == Artefact.Video || a.Name == Artefact.Thumbnail))
                .SingleOrDefaultAsync(g => g.Id == generationId && g.Status == GenerationStatus.Completed, _stopping);
        }

        if (generation is null || PathOf(generation, Artefact.Video) is not { } video || PathOf(generation, Artefact.Thumbnail) is not { } thumbnail)
        {
            return Missing(RenditionFault.NoFilm);
        }

        if (_results.Media.FreeBytes < _options.MinFreeBytes)
        {
            throw new IOException($"less than {_options.MinFreeBytes} bytes are free");
        }

        using WorkFolder work = _results.Media.CreateWork($"rendition-{Guid.CreateVersion7(_time.GetUtcNow()):N}");
        string made = await make(new RenditionSource(generation.Format, video, thumbnail, work.Path, _ffmpeg), _stopping);
        int hyphen = name.LastIndexOf('-');
        Artefact? kept = await _results.AddAsync(generationId, name, made, replacing: hyphen < 0 ? null : name[..(hyphen + 1)], _stopping);
        return kept is not null && _results.Media.Find(kept.Reference) is { } path ? new RenditionOutcome(path, kept.Reference, Fault: null) : Missing(RenditionFault.NoFilm);
    }

    private string? PathOf(Generation generation, string name) => generation.Artefacts.Find(a => a.Name == name) is { } artefact ? _results.Media.Find(artefact.Reference) : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rendition {Name} of {GenerationId} could not be made")]
    private partial void LogFailed(string name, Guid generationId, Exception exception);
}
