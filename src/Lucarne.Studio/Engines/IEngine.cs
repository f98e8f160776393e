using System.Diagnostics.CodeAnalysis;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;

namespace Lucarne.Studio.Engines;

/// <summary>Turns a prompt into frames and sound. Engines are added to <see cref="EngineRegistry"/>; every one passes the contract tests.</summary>
public interface IEngine
{
    /// <summary>Stable lower-case identifier: <c>diorama</c>, <c>wan</c>, <c>remote</c>.</summary>
    string Id { get; }

    /// <summary>Name for people.</summary>
    string Name { get; }

    /// <summary>Which version of it makes films here: another version may make other bits of the same request. At most <see cref="Storage.GenerationsTable.EngineVersionMaxLength"/> characters.</summary>
    string Version { get; }

    /// <summary>What it can make.</summary>
    EngineCapabilities Capabilities { get; }

    /// <summary>Reads a prompt into a screenplay; null from an engine that takes prompts as they are.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="seconds">Length of the film.</param>
    ScreenplayReading? ReadScreenplay(string prompt, double seconds);

    /// <summary>Reads a storyboard into a screenplay of one shot a storyboard shot; asked only of an engine that declares <see cref="EngineCapabilities.Storyboards"/>.</summary>
    /// <param name="storyboard">Within <see cref="StoryboardRules"/>.</param>
    Screenplay ReadStoryboard(Storyboard storyboard) => throw new NotSupportedException($"The engine {Id} takes no storyboards.");

    /// <summary>Reads what a person says happens after a film's end, where it is to go on; asked only of an engine that declares <see cref="EngineCapabilities.ContinuesOwnFilms"/>.</summary>
    /// <param name="film">The film's screenplay, with the sequels that it has already.</param>
    /// <param name="words">What happens next.</param>
    /// <param name="startSeconds">Moment of the film from which it holds: its end so far.</param>
    /// <param name="endSeconds">Moment until which the film goes on.</param>
    /// <returns>The screenplay with one sequel more; null where the words name nothing that could happen.</returns>
    Screenplay? ReadSequel(Screenplay film, string words, double startSeconds, double endSeconds) => null;

    /// <summary>Starts a run. Cheap: heavy work belongs to <see cref="EngineRun.PrepareAsync"/>.</summary>
    /// <param name="request">Already within <see cref="Capabilities"/>.</param>
    EngineRun Start(EngineRequest request);
}

/// <summary>A prompt as understood, or why it cannot be read.</summary>
public sealed record ScreenplayReading
{
    private ScreenplayReading()
    {
    }

    /// <summary>The screenplay; null when refused.</summary>
    public Screenplay? Screenplay { get; private init; }

    /// <summary>Why not; null when read.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>True when the prompt was read.</summary>
    [MemberNotNullWhen(true, nameof(Screenplay))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Understood => Screenplay is not null;

    /// <summary>A prompt that was read.</summary>
    public static ScreenplayReading Of(Screenplay screenplay) => new() { Screenplay = screenplay };

    /// <summary>A prompt that cannot be read.</summary>
    public static ScreenplayReading Of(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>One run of an engine: prepare, then every frame once, in order. Disposing frees what it holds.</summary>
/// <remarks>
/// The caller owns all buffers, calls from one thread at a time, and may cancel at any point: each method returns within 200 ms of cancellation
/// by throwing <see cref="OperationCanceledException"/>. <see cref="EngineException"/> reports a run that cannot go on.
/// </remarks>
public abstract class EngineRun : IAsyncDisposable
{
    /// <summary>Exact size, rate and number of frames: those of the request.</summary>
    public abstract VideoFormat Format { get; }

    /// <summary>Share of the whole run's work, 0 to 1, that <see cref="PrepareAsync"/> is: 0 for an engine that renders frame by frame, near 1 for one that denoises the whole film first.</summary>
    public virtual double PreparationShare => 0;

    /// <summary>Spoken lines with their times; known once prepared.</summary>
    public virtual IReadOnlyList<Caption> Captions => [];

    /// <summary>Does what must precede the first frame.</summary>
    /// <param name="progress">Told the share of preparation that is done, 0 to 1.</param>
    /// <param name="cancel">Stops the run.</param>
    public abstract ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel);

    /// <summary>Makes frame <paramref name="frame"/> and the sound that is heard with it.</summary>
    /// <param name="frame">0, then 1, and so on to <c>FrameCount - 1</c>.</param>
    /// <param name="picture">Filled whole: <see cref="VideoFormat.FrameBytes"/> bytes of planar YUV 4:2:0, BT.709 limited range.</param>
    /// <param name="sound">Filled whole: <see cref="VideoFormat.SamplesOf"/> × 2 floats, interleaved left and right, -1 to 1.</param>
    /// <param name="cancel">Stops the run.</param>
    public abstract ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A run that cannot go on, with words for the person who asked.</summary>
/// <param name="code">Stable snake_case code.</param>
/// <param name="message">What happened, for the person.</param>
/// <param name="action">What they can do about it.</param>
/// <param name="inner">The cause, kept for operators.</param>
public sealed class EngineException(string code, string message, string action, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable snake_case code.</summary>
    public string Code { get; } = code;

    /// <summary>What the person can do about it.</summary>
    public string Action { get; } = action;
}
