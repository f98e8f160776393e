using System.Text.Json.Serialization;
using Lucarne.Social.FirstImages;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Social.Create;

/// <summary>A generation, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="DraftId">The draft that it fills; null once that was published or deleted.</param>
/// <param name="PostId">The post that it became; null unless published.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Prompt">The prompt, cleaned.</param>
/// <param name="Progress">Share of the work that is done, 0 to 1.</param>
/// <param name="EtaSeconds">Seconds until it is completed, as measured; null while unknown and once ended.</param>
/// <param name="QueuePosition">1 for the next to start; null unless queued.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Fps">Frames a second.</param>
/// <param name="Seconds">Length of the finished video.</param>
/// <param name="Seed">Seed of everything random in it: same request, same seed, same video.</param>
/// <param name="Engine">Id of the engine.</param>
/// <param name="EngineVersion">Version of the engine that made it; null until it is completed, for an edit of other films, and where it is not known.</param>
/// <param name="Storyboard">The film shot by shot, as it was asked for; null for a film of one prompt.</param>
/// <param name="Style">Id of the style; null for none.</param>
/// <param name="FirstImage">The picture that it starts from; null for none.</param>
/// <param name="BatchId">Shared by the variants that were asked for together; null for one that was asked for alone.</param>
/// <param name="Stream">What can be watched while it is made; null until there is something.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When its last attempt started; null before.</param>
/// <param name="FinishedAt">When it ended, in whatever way; null before.</param>
public sealed record GenerationView(
    Guid Id, Guid? DraftId, Guid? PostId, GenerationState Status, string Prompt, double Progress, double? EtaSeconds, int? QueuePosition,
    int Width, int Height, int Fps, double Seconds, long Seed, string Engine, string? EngineVersion,
    StoryboardView? Storyboard, string? Style, StartPicture? FirstImage, Guid? BatchId,
    LiveStreamView? Stream, FailureView? Failure, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt)
{
    internal static GenerationView Of(Generation generation, GenerationSnapshot snapshot, Guid? draftId, Guid? postId) => new GenerationView(
        generation.Id, draftId, postId, GenerationState.Queued, generation.Prompt, Progress: 0, EtaSeconds: null, QueuePosition: null,
        generation.Width, generation.Height, generation.Fps, generation.Format.Seconds, generation.Seed, generation.Engine, generation.EngineVersion,
        StoryboardView.Of(StoryboardJson.Read(generation.StoryboardJson)), generation.Style, generation.FirstImageId is Guid picture ? new StartPicture(picture, FirstImageView.UrlOf(picture)) : null, generation.BatchId,
        Stream: null, Failure: null, generation.CreatedAt, generation.StartedAt, generation.FinishedAt).At(snapshot);

    /// <summary>The same generation at another moment.</summary>
    internal GenerationView At(GenerationSnapshot snapshot) => this with
    {
        Status = (GenerationState)snapshot.Status,
        Progress = Math.Round(snapshot.Progress, 4),
        EtaSeconds = snapshot.EtaSeconds is double eta ? Math.Round(eta, 1) : null,
        QueuePosition = snapshot.QueuePosition,
        Stream = snapshot.ReadySeconds > 0 ? new LiveStreamView($"/api/generations/{Id}/stream/index.m3u8", Math.Round(snapshot.ReadySeconds, 3)) : null,
        Failure = snapshot.Failure is { } failure ? new FailureView(failure.Code, failure.Message, failure.Action) : null,
    };
}

/// <summary>The picture that a film starts from, for its owner.</summary>
/// <param name="Id">One of /api/first-images.</param>
/// <param name="Url">The picture, WebP.</param>
public sealed record StartPicture(Guid Id, string Url);

/// <summary>Where a generation stands; the same names and order as the studio's own.</summary>
public enum GenerationState
{
    /// <summary>Waits for its turn.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued = GenerationStatus.Queued,

    /// <summary>Is being made; <c>stream</c> can be watched.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress = GenerationStatus.InProgress,

    /// <summary>Its video is ready.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed = GenerationStatus.Completed,

    /// <summary>It ended without a video; <c>failure</c> says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = GenerationStatus.Failed,

    /// <summary>Its owner stopped it.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled = GenerationStatus.Cancelled,
}

/// <summary>The part of a generation that can be watched.</summary>
/// <param name="PlaylistUrl">HLS playlist for the owner: it grows while the video is made, and becomes complete at its end.</param>
/// <param name="ReadySeconds">Seconds that it holds at present.</param>
public sealed record LiveStreamView(string PlaylistUrl, double ReadySeconds);

/// <summary>Why a generation failed. A failed generation costs nothing.</summary>
/// <param name="Code">Stable snake_case code.</param>
/// <param name="Message">What happened.</param>
/// <param name="Action">What to do about it.</param>
public sealed record FailureView(string Code, string Message, string Action);
