namespace Lucarne.Studio.Generations;

/// <summary>Why a generation failed, in words for its owner, and what only operators see.</summary>
/// <param name="Code">Stable snake_case code.</param>
/// <param name="Message">What happened.</param>
/// <param name="Action">What the owner can do.</param>
/// <param name="Detail">For operators: exception, end of the encoder's log. Never shown to the owner.</param>
public sealed record GenerationFailure(string Code, string Message, string Action, string? Detail = null)
{
    private const string TryAgain = "Try again; a failed generation costs nothing.";

    /// <summary><c>ffmpeg_missing</c>: no ffmpeg on this machine.</summary>
    public static GenerationFailure FfmpegMissing { get; } = new(
        "ffmpeg_missing", "The server cannot write video: ffmpeg is not installed.", "Ask the administrator to install ffmpeg, then try again.");

    /// <summary><c>encoder_died</c>: ffmpeg ended before the film did.</summary>
    public static GenerationFailure EncoderDied { get; } = new("encoder_died", "The video encoder stopped before the film was finished.", TryAgain);

    /// <summary><c>engine_failed</c>: the engine threw.</summary>
    public static GenerationFailure EngineFailed { get; } = new("engine_failed", "The engine could not make this film.", "Try again, or change the prompt; a failed generation costs nothing.");

    /// <summary><c>engine_missing</c>: the engine was removed after the generation was queued.</summary>
    public static GenerationFailure EngineMissing { get; } = new("engine_missing", "The engine asked for is no longer installed.", "Choose another engine and try again.");

    /// <summary><c>disk_full</c>: not enough space for the result.</summary>
    public static GenerationFailure DiskFull { get; } = new("disk_full", "The server has no room left for the video.", "Ask the administrator to free disk space, then try again.");

    /// <summary><c>lease_lost</c>: worker after worker was lost.</summary>
    public static GenerationFailure LeaseLost { get; } = new("lease_lost", "The server stopped several times while making this film.", TryAgain);
}
