using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Editing;

/// <summary>Gives the frames of one clip in order, each with its sound, in the result's shape.</summary>
internal abstract class ClipReader : IAsyncDisposable
{
    /// <summary>Reads the next frame and its sound.</summary>
    /// <param name="picture">Filled whole; after the source's last frame it keeps what it held.</param>
    /// <param name="sound">Filled whole: interleaved left and right.</param>
    /// <param name="cancel">Stops the run.</param>
    public abstract ValueTask ReadAsync(Memory<byte> picture, Memory<float> sound, CancellationToken cancel);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A stretch of a stored video.</summary>
/// <param name="ffmpeg">Decodes it.</param>
/// <param name="stretch">What to read.</param>
/// <param name="target">The result's size and rate.</param>
internal sealed class StoredClip(Ffmpeg ffmpeg, VideoStretch stretch, VideoFormat target) : ClipReader
{
    private readonly PictureDecoder _picture = PictureDecoder.Start(ffmpeg, stretch, target);
    private readonly SoundDecoder _sound = SoundDecoder.Start(ffmpeg, stretch.Path, stretch.Format.FirstSampleOf(stretch.StartFrame), normalise: false);

    public override async ValueTask ReadAsync(Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
    {
        await _picture.ReadAsync(picture, cancel);
        await _sound.ReadAsync(sound, cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        await _picture.DisposeAsync();
        await _sound.DisposeAsync();
    }
}

/// <summary>What an engine makes after a film's end.</summary>
/// <param name="run">A run that continues the film; prepared before its first frame is read.</param>
internal sealed class ContinuedClip(EngineRun run) : ClipReader
{
    private int _frame;

    /// <summary>Lines spoken in it, from its own start on; known once its first frame has been read.</summary>
    public IReadOnlyList<Caption> Captions => run.Captions;

    public override async ValueTask ReadAsync(Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
    {
        if (_frame == 0)
        {
            await run.PrepareAsync(null, cancel);
        }

        await run.RenderAsync(_frame++, picture, sound, cancel);
    }

    public override ValueTask DisposeAsync() => run.DisposeAsync();
}
