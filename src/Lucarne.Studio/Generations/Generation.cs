using Lucarne.Media;

namespace Lucarne.Studio.Generations;

/// <summary>One run of an engine for one prompt: a durable row that tells at any time what is done and what there is to do.</summary>
/// <remarks>Rows are made by <see cref="GenerationService.Create"/> and moved by set-based updates only, so that two workers never overwrite each other.</remarks>
public sealed class Generation
{
    /// <summary>UUIDv7; sorts by creation.</summary>
    public required Guid Id { get; init; }

    /// <summary>Opaque id of whom it belongs to. The studio compares it and knows nothing else of it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The prompt, as typed.</summary>
    public required string Prompt { get; init; }

    /// <summary>The screenplay as JSON; null when the engine reads the prompt itself.</summary>
    public string? ScreenplayJson { get; init; }

    /// <summary>The edit as JSON (<see cref="Editing.EditDocument"/>); null for what an engine makes from a prompt.</summary>
    public string? EditJson { get; init; }

    /// <summary>The storyboard as JSON (<see cref="Engines.StoryboardJson"/>); null for a film of one prompt.</summary>
    public string? StoryboardJson { get; init; }

    /// <summary>Id of the style preset; null for none.</summary>
    public string? Style { get; init; }

    /// <summary>Name in the media store of the picture that the film starts from; null for none. The studio reads it, and leaves keeping and deleting it to the product.</summary>
    public string? FirstImage { get; init; }

    /// <summary>Opaque id of that picture; null for none.</summary>
    public Guid? FirstImageId { get; init; }

    /// <summary>Shared by the generations that were asked for together, as variants of one another; null for one that was asked for alone.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Engine id.</summary>
    public required string Engine { get; init; }

    /// <summary>Version of the engine that made it; null until it is completed, for an edit, and where it is not known.</summary>
    public string? EngineVersion { get; private set; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Frames a second.</summary>
    public required int Fps { get; init; }

    /// <summary>Exact number of frames.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Seed of everything random in the film.</summary>
    public required long Seed { get; init; }

    /// <summary>Where it stands.</summary>
    public GenerationStatus Status { get; private set; } = GenerationStatus.Queued;

    /// <summary>Share of the work that is done, 0 to 1; written about once a second.</summary>
    public double Progress { get; private set; }

    /// <summary>Frames made so far by the present attempt.</summary>
    public int FramesDone { get; private set; }

    /// <summary>Runs started so far.</summary>
    public int Attempt { get; private set; }

    /// <summary>Who makes it: one worker's one run. Null unless in progress.</summary>
    public string? LeaseOwner { get; private set; }

    /// <summary>When another worker may take it, unless the lease is renewed before.</summary>
    public DateTimeOffset? LeaseExpiresAt { get; private set; }

    /// <summary>Last sign of life of its worker.</summary>
    public DateTimeOffset? HeartbeatAt { get; private set; }

    /// <summary>Code of the failure; null unless failed.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>What happened, for the owner.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>What the owner can do, for the owner.</summary>
    public string? FailureAction { get; private set; }

    /// <summary>What an operator needs to know of the failure (the end of the encoder's log, the exception); never shown to the owner.</summary>
    public string? FailureDetail { get; private set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the present or last attempt started.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it ended, in whatever way.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Files of the result; loaded on request.</summary>
    public List<Artefact> Artefacts { get; private set; } = [];

    /// <summary>A generation that another installation has completed.</summary>
    internal static Generation Completed(AdoptedFilm film, IEnumerable<Artefact> artefacts) => new()
    {
        Id = film.Id,
        OwnerId = film.OwnerId,
        Prompt = film.Prompt,
        ScreenplayJson = film.ScreenplayJson,
        StoryboardJson = film.StoryboardJson,
        EditJson = film.Edit?.Write(),
        BatchId = film.BatchId,
        Style = film.Style,
        FirstImage = film.FirstImage?.File.ToString(),
        FirstImageId = film.FirstImage?.Id,
        Engine = film.Engine,
        EngineVersion = film.EngineVersion,
        Width = film.Format.Width,
        Height = film.Format.Height,
        Fps = film.Format.Fps,
        FrameCount = film.Format.FrameCount,
        Seed = film.Seed,
        Status = GenerationStatus.Completed,
        Progress = 1,
        FramesDone = film.Format.FrameCount,
        Attempt = 1,
        CreatedAt = film.CreatedAt,
        StartedAt = film.StartedAt,
        FinishedAt = film.FinishedAt,
        Artefacts = [.. artefacts],
    };

    /// <summary>Size, rate and length.</summary>
    public VideoFormat Format => new(Width, Height, Fps, FrameCount);
}
