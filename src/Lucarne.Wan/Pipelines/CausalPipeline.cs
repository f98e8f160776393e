using Lucarne.Wan.Schedulers;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Pipelines;

/// <summary>The few-step causal inference of Self-Forcing: blocks of frames are denoised one after the other, each seeing the clean ones before it through the cache, so a video streams while it is made.</summary>
/// <remarks>
/// Source: Self-Forcing, causal_inference.py and utils/scheduler.py. Each block takes one pass a denoising step and one at timestep 0 that writes clean keys and values.
/// Latents have frames first here: [frames, channels, height, width] of a block is [channels, frames, height, width] for the transformer.
/// </remarks>
public sealed class CausalPipeline : IDisposable
{
    private const int TrainedSteps = 1000;
    private readonly WanTransformer _transformer;
    private readonly KeyValueCache _cache;
    private readonly float[] _sigmas = new float[TrainedSteps];
    private readonly float[] _timesteps = new float[TrainedSteps];
    private readonly LatentShape _block;

    /// <summary>Makes a pipeline for one video.</summary>
    /// <param name="transformer">A causal model, with the timestep embedding in binary64.</param>
    /// <param name="context">What it computes with.</param>
    /// <param name="block">Lengths of a block, as <c>[channels, 3, height, width]</c>.</param>
    /// <param name="cacheFrames">Frames that the cache holds: those of the whole video, or the local attention's.</param>
    /// <param name="sinkFrames">First frames that are never evicted.</param>
    /// <param name="shift">Shift of the noise levels: 5 for Self-Forcing.</param>
    public CausalPipeline(WanTransformer transformer, ComputeContext context, LatentShape block, int cacheFrames, int sinkFrames, float shift = 5)
    {
        ArgumentNullException.ThrowIfNull(transformer);
        ArgumentNullException.ThrowIfNull(context);
        _transformer = transformer;
        _block = block;
        _cache = new KeyValueCache(transformer.Config, cacheFrames * block.TokensOfFrame, sinkFrames * block.TokensOfFrame, context.Budget);
        for (int i = 0; i < TrainedSteps; i++)
        {
            _sigmas[i] = (float)FlowEulerScheduler.Shift(1 - ((double)i / TrainedSteps), shift);
            _timesteps[i] = _sigmas[i] * TrainedSteps;
        }
    }

    /// <summary>Frames of the video so far.</summary>
    public int Frames { get; private set; }

    /// <summary>Counts the blocks of the passes to come; null counts none.</summary>
    internal BlockCount? Blocks { get; set; }

    /// <summary>Noise levels, 1000 of them.</summary>
    public ReadOnlySpan<float> Sigmas => _sigmas;

    /// <summary>The timesteps that a list of nominal steps (1000, 750, 500, 250) stands for after the shift.</summary>
    public float[] Warp(ReadOnlySpan<int> steps)
    {
        float[] warped = new float[steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            int index = TrainedSteps - steps[i];
            warped[i] = index == TrainedSteps ? 0 : _timesteps[index];
        }

        return warped;
    }

    /// <summary>Shows the model given frames, which the video then goes on from.</summary>
    /// <param name="clean">[channels, frames, height, width], normalised; frames of one block.</param>
    /// <param name="conditioning">The prompt.</param>
    /// <param name="cancellation">Looked at before each block of the transformer.</param>
    public void Remember(ReadOnlySpan<float> clean, Conditioning conditioning, CancellationToken cancellation = default)
    {
        float[] unused = new float[clean.Length];
        Pass(clean, 0, conditioning, unused, cancellation);
        Frames += _block.Frames;
    }

    /// <summary>Makes the next block.</summary>
    /// <param name="noise">[channels, frames, height, width].</param>
    /// <param name="timesteps">Denoising steps, from high to low, as <see cref="Warp"/> gives them.</param>
    /// <param name="renoise">Fills the noise that is added before step i, from 1 on.</param>
    /// <param name="conditioning">The prompt.</param>
    /// <param name="stepDone">Told after each pass how many of this block's are done, of steps + 1.</param>
    /// <param name="cancellation">Looked at before each block of the transformer.</param>
    /// <returns>Clean latents of the block, normalised.</returns>
    public float[] Next(ReadOnlySpan<float> noise, ReadOnlySpan<float> timesteps, Action<int, float[]> renoise, Conditioning conditioning, Action<int>? stepDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(renoise);
        float[] sample = noise.ToArray(), flow = new float[sample.Length], fresh = new float[sample.Length];
        for (int step = 0; step < timesteps.Length; step++)
        {
            Pass(sample, timesteps[step], conditioning, flow, cancellation);
            float sigma = SigmaOf(timesteps[step]);
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] -= sigma * flow[i];
            }

            if (step + 1 < timesteps.Length)
            {
                renoise(step + 1, fresh);
                float next = SigmaOf(timesteps[step + 1]);
                for (int i = 0; i < sample.Length; i++)
                {
                    sample[i] = ((1 - next) * sample[i]) + (next * fresh[i]);
                }
            }

            stepDone?.Invoke(step + 1);
        }

        Pass(sample, 0, conditioning, flow, cancellation);
        Frames += _block.Frames;
        stepDone?.Invoke(timesteps.Length + 1);
        return sample;
    }

    /// <summary>Frees the cache.</summary>
    public void Dispose() => _cache.Dispose();

    private void Pass(ReadOnlySpan<float> latents, float timestep, Conditioning conditioning, float[] flow, CancellationToken cancellation) =>
        _transformer.Forward(
            new TransformerInput
            {
                Latents = latents,
                Frames = _block.Frames,
                Height = _block.Height,
                Width = _block.Width,
                Timesteps = [timestep],
                Conditioning = conditioning,
                Cache = _cache,
                FirstFrame = Frames,
                Probe = Blocks?.Probe,
            },
            flow,
            cancellation);

    // The level of the nearest timestep.
    private float SigmaOf(float timestep)
    {
        int best = 0;
        for (int i = 1; i < TrainedSteps; i++)
        {
            best = Math.Abs(_timesteps[i] - timestep) < Math.Abs(_timesteps[best] - timestep) ? i : best;
        }

        return _sigmas[best];
    }
}
