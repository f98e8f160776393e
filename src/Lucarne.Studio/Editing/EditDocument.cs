using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lucarne.Studio.Editing;

/// <summary>An edit of finished videos: which stretches of which videos, in which order, and what is heard. A generation's row keeps it as JSON.</summary>
public sealed record EditDocument
{
    /// <summary>What <see cref="Generations.Generation.Engine"/> says of an edit: no engine made it.</summary>
    public const string EngineId = "edit";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Clips in order; at least one.</summary>
    public required ImmutableArray<EditClip> Clips { get; init; }

    /// <summary>What is heard.</summary>
    public required EditSound Sound { get; init; }

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">Something else wrote it.</exception>
    public static EditDocument Read(string json) =>
        JsonSerializer.Deserialize<EditDocument>(json, Options) ?? throw new JsonException("EditDocument: null");
}

/// <summary>A stretch of a finished video, or what an engine makes to follow it.</summary>
public sealed record EditClip
{
    /// <summary>The generation that made the video.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>First frame of the stretch, counted in the source's frames.</summary>
    public required int StartFrame { get; init; }

    /// <summary>Frame after the last one of the stretch; beyond the source's end only where <see cref="Continuation"/> is set.</summary>
    public required int EndFrame { get; init; }

    /// <summary>How the engine goes on from the source's end; null for frames that exist. A continuation starts at the source's last frame or later.</summary>
    public Continuation? Continuation { get; init; }

    /// <summary>Frames of the result over which the clip before dissolves into this one; 0 is a cut.</summary>
    public int CrossfadeFrames { get; init; }
}

/// <summary>What an engine needs to go on with a film.</summary>
/// <param name="Engine">Id of the engine that made it.</param>
/// <param name="Prompt">Its prompt.</param>
/// <param name="ScreenplayJson">Its screenplay, for an engine that goes on with its own films; null for one that goes on from the video of <see cref="EditClip.SourceId"/>.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="FilmFrames">Number of frames of the film as the engine made it.</param>
/// <param name="FirstImage">Name in the media store of the picture that the film starts from; null for none, and for an engine that goes on from the video.</param>
/// <param name="FirstImageId">Opaque id of that picture.</param>
public sealed record Continuation(string Engine, string Prompt, string? ScreenplayJson, long Seed, int FilmFrames, string? FirstImage = null, Guid? FirstImageId = null);

/// <summary>What is heard under an edit.</summary>
public sealed record EditSound
{
    /// <summary>Where the sound comes from.</summary>
    public required EditSoundMode Mode { get; init; }

    /// <summary>0 silent … 1 as it is … 2 twice as loud.</summary>
    public double Volume { get; init; } = 1;

    /// <summary>The generation whose sound is heard instead; null unless <see cref="EditSoundMode.Replace"/>.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>Name in the media store of the uploaded sound that is heard instead; null unless <see cref="EditSoundMode.Replace"/>.</summary>
    public string? File { get; init; }
}

/// <summary>Where the sound of an edit comes from.</summary>
public enum EditSoundMode
{
    /// <summary>From the clips.</summary>
    Keep,

    /// <summary>From nowhere: silence.</summary>
    Mute,

    /// <summary>From another video or an uploaded sound, from the start of the edit; silence where it is shorter.</summary>
    Replace,
}
