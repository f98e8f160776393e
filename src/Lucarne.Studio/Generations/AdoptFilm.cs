using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Generations;

/// <summary>A film that another installation made, to be kept here as a completed generation.</summary>
public sealed record AdoptedFilm
{
    /// <summary>UUIDv7; kept.</summary>
    public required Guid Id { get; init; }

    /// <summary>Opaque id of whom it belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The prompt.</summary>
    public required string Prompt { get; init; }

    /// <summary>The screenplay as JSON; what this version can't read is left out.</summary>
    public string? ScreenplayJson { get; init; }

    /// <summary>The storyboard as JSON; what this version can't read is left out.</summary>
    public string? StoryboardJson { get; init; }

    /// <summary>The edit that made it from films of the same owner that are here; null for what an engine made, or where they are not.</summary>
    public Editing.EditDocument? Edit { get; init; }

    /// <summary>What the variants of one request share; null for a single one.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The picture that it starts from, which the caller keeps; null for none.</summary>
    public FirstImage? FirstImage { get; init; }

    /// <summary>Id of the style preset.</summary>
    public string? Style { get; init; }

    /// <summary>Id of the engine that made it, which need not exist here.</summary>
    public required string Engine { get; init; }

    /// <summary>Version of that engine, at most <see cref="GenerationsTable.EngineVersionMaxLength"/> characters; null where it is not known.</summary>
    public string? EngineVersion { get; init; }

    /// <summary>Size, rate and length.</summary>
    public required VideoFormat Format { get; init; }

    /// <summary>Its seed.</summary>
    public required long Seed { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its last attempt started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was completed.</summary>
    public required DateTimeOffset FinishedAt { get; init; }
}

/// <summary>Keeps films of other installations.</summary>
public sealed class AdoptFilm
{
    private readonly Ffmpeg _ffmpeg;
    private readonly ResultStore _results;
    private readonly TimeProvider _time;

    internal AdoptFilm(Ffmpeg ffmpeg, ResultStore results, TimeProvider time) => (_ffmpeg, _results, _time) = (ffmpeg, results, time);

    /// <summary>Makes the stream, the preview and the pictures of an mp4, and keeps all of it as a completed generation.</summary>
    /// <param name="film">What it is; its id is not taken yet.</param>
    /// <param name="copyVideoAsync">Writes the mp4, hostile as it may be, to the path that it is given.</param>
    /// <param name="captions">Its captions as WebVTT; null where nobody speaks.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="EncoderException">The mp4 is no film of that shape.</exception>
    public async Task RunAsync(AdoptedFilm film, Func<string, Task> copyVideoAsync, string? captions, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(film);
        ArgumentNullException.ThrowIfNull(copyVideoAsync);
        AdoptedFilm readable = film with
        {
            ScreenplayJson = film.ScreenplayJson is { } screenplay && ScreenplayJson.Read(screenplay) is { } read ? ScreenplayJson.Write(read) : null,
            StoryboardJson = film.StoryboardJson is { } storyboard && StoryboardJson.Read(storyboard) is { } laidOut ? StoryboardJson.Write(laidOut) : null,
        };
        using WorkFolder work = _results.Media.CreateWork(Guid.CreateVersion7(_time.GetUtcNow()).ToString("N"));
        string source = Path.Combine(work.Path, "source.mp4");
        string made = Directory.CreateDirectory(Path.Combine(work.Path, "made")).FullName;
        await copyVideoAsync(source);
        FinishedFiles files = await FilmIntake.RunAsync(_ffmpeg, film.Format, source, made, cancel);
        string? captionsPath = null;
        if (captions is not null)
        {
            captionsPath = Path.Combine(made, "captions.vtt");
            await File.WriteAllTextAsync(captionsPath, captions, cancel);
        }

        await _results.AdoptAsync(readable, new ProducedFilm(Path.Combine(made, "stream"), files, captionsPath), cancel);
    }
}
