using System.Collections.Concurrent;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Media.Encoding;

namespace Lucarne.Studio.Engines;

/// <summary>Stills of one scene in every <see cref="StylePreset"/>, made by Diorama when they are first asked for and kept in memory.</summary>
/// <param name="ffmpeg">Encodes them.</param>
public sealed class StyleThumbnails(Ffmpeg ffmpeg) : IDisposable
{
    private const string Scene = "a vintage red car driving along a coastal road";
    private static readonly VideoFormat Format = new(240, 320, 24, 96);
    private const int ShownFrame = 48;
    private readonly ConcurrentDictionary<string, byte[]> _made = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>The still of a style, WebP, 240x320; null for an unknown id.</summary>
    /// <exception cref="EncoderException">ffmpeg is missing or failed.</exception>
    public async Task<byte[]?> FindAsync(string id, CancellationToken cancel)
    {
        if (StylePreset.Find(id) is not { } style)
        {
            return null;
        }

        if (_made.TryGetValue(id, out byte[]? still))
        {
            return still;
        }

        await _oneAtATime.WaitAsync(cancel);
        try
        {
            return _made.TryGetValue(id, out still) ? still : _made[id] = await MakeAsync(style, cancel);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<byte[]> MakeAsync(StylePreset style, CancellationToken cancel)
    {
        DioramaEngine diorama = new();
        Screenplay screenplay = style.Apply(diorama.ReadScreenplay(Scene, Format.Seconds).Screenplay!);
        await using EngineRun run = diorama.Start(new EngineRequest { Prompt = Scene, Screenplay = screenplay, Format = Format, Seed = 7 });
        await run.PrepareAsync(null, cancel);
        byte[] picture = new byte[Format.FrameBytes];
        float[] unheard = new float[Format.SamplesOf(ShownFrame) * 2];
        await run.RenderAsync(ShownFrame, picture, unheard, cancel);
        return await Stills.EncodeWebpAsync(ffmpeg, Format.Width, Format.Height, picture, cancel);
    }
}
