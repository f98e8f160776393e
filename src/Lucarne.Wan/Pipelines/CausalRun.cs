using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Pipelines;

/// <summary>A causal model's parts, and its video block by block.</summary>
internal sealed class CausalRun : IDisposable
{
    private readonly WanTransformer _transformer;
    private readonly WanAutoencoder _autoencoder;
    private readonly Conditioning _conditioning;
    private readonly CausalPipeline _pipeline;
    private readonly LatentShape _shape;
    private readonly float[] _given;
    private readonly float[] _latents;
    private readonly ulong _seed;
    private readonly float[] _steps;
    private ulong _stream;
    private int _made;

    /// <summary>Opens the model for one video.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">What it computes with.</param>
    /// <param name="shape">Lengths of <paramref name="latents"/>: whole blocks.</param>
    /// <param name="latents">Noise, which becomes clean block by block.</param>
    /// <param name="given">Clean latents of whole blocks that the video goes on from, [channels, frames, height, width]; empty for none.</param>
    /// <param name="prompt">Rows of the prompt.</param>
    /// <param name="rows">How many.</param>
    /// <param name="seed">Seed of the noise between steps.</param>
    public CausalRun(WanModel model, ComputeContext context, LatentShape shape, float[] latents, float[] given, float[] prompt, int rows, ulong seed)
    {
        _shape = shape;
        _latents = latents;
        _given = given;
        _seed = seed;
        int frames = shape.Frames + GivenFrames;
        _transformer = WanTransformer.Load(model.Files.Part("transformer"), context, TimestepPrecision.Double);
        _autoencoder = WanAutoencoder.Load(model.Files.Part("vae"), context);
        _conditioning = _transformer.Condition(prompt, rows, Math.Max(rows, model.Transformer.TextLength));
        _pipeline = new CausalPipeline(_transformer, context, shape with { Frames = CausalSettings.BlockFrames }, CausalSettings.CacheFrames(frames), CausalSettings.SinkFrames(frames));
        _steps = _pipeline.Warp(CausalSettings.Steps);
    }

    private int GivenFrames => _given.Length / (_shape.Channels * _shape.Pixels);

    /// <summary>Shows the model the given frames, and makes the first block.</summary>
    /// <param name="blockDone">Told after each block of the transformer how many are done, and how many there are.</param>
    /// <param name="cancellation">Looked at before each block of the transformer.</param>
    public void Begin(Action<int, int>? blockDone, CancellationToken cancellation)
    {
        LatentShape given = _shape with { Frames = GivenFrames };
        int passes = (GivenFrames / CausalSettings.BlockFrames) + CausalSettings.Steps.Length + 1;
        _pipeline.Blocks = new BlockCount(passes * _transformer.Config.Layers, blockDone);
        for (int first = 0; first < given.Frames; first += CausalSettings.BlockFrames)
        {
            _pipeline.Remember(given.TakeFrames(_given, first, CausalSettings.BlockFrames), _conditioning, cancellation);
        }

        MakeNext(cancellation);
        _pipeline.Blocks = null;
    }

    /// <summary>Decodes block by block, and makes the next one when the last is out.</summary>
    public IEnumerable<float[]> Frames(TinyDecoder? tiny, CancellationToken cancellation)
    {
        FrameDecoder decoder = _autoencoder.BeginDecoding();

        // The decoder has to have seen the given frames for the new ones to follow from them.
        for (int frame = 0; frame < GivenFrames; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            Decode(decoder, tiny, _given, _shape with { Frames = GivenFrames }, frame);
        }

        for (int first = 0; first < _shape.Frames; first += CausalSettings.BlockFrames)
        {
            if (first == _made)
            {
                MakeNext(cancellation);
            }

            for (int frame = first; frame < first + CausalSettings.BlockFrames; frame++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (float[] image in Decode(decoder, tiny, _latents, _shape, frame))
                {
                    yield return image;
                }
            }
        }
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _conditioning.Dispose();
        _autoencoder.Dispose();
        _transformer.Dispose();
    }

    private void MakeNext(CancellationToken cancellation)
    {
        float[] block = _pipeline.Next(
            _shape.TakeFrames(_latents, _made, CausalSettings.BlockFrames),
            _steps,
            (_, fresh) => GaussianNoise.Fill(_seed, ++_stream, fresh),
            _conditioning,
            cancellation: cancellation);
        _shape.PutFrames(block, _made, CausalSettings.BlockFrames, _latents);
        _made += CausalSettings.BlockFrames;
    }

    private IReadOnlyList<float[]> Decode(FrameDecoder decoder, TinyDecoder? tiny, float[] latents, LatentShape shape, int frame) =>
        tiny is null
            ? VideoPipeline.DecodeFrame(decoder, _autoencoder.Config, latents, shape, frame)
            : tiny.Push(shape.TakeFrames(latents, frame, 1), shape.Height, shape.Width);
}
