using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Schedulers;
using Lucarne.Wan.Transformer;

namespace Lucarne.Wan.Pipelines;

/// <summary>What one denoising runs on.</summary>
public sealed record DenoiseRequest
{
    /// <summary>Noise, [channels, frames, height, width].</summary>
    public required float[] Latents { get; init; }

    /// <summary>Lengths of <see cref="Latents"/>.</summary>
    public required LatentShape Shape { get; init; }

    /// <summary>The prompt's rows, [rows, text size], padding rows included.</summary>
    public required float[] PromptRows { get; init; }

    /// <summary>The negative prompt's rows, or null when there is no guidance.</summary>
    public float[]? NegativeRows { get; init; }

    /// <summary>Number of steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Guidance: 1 or less runs the prompt alone, in both experts.</summary>
    public float Guidance { get; init; } = 5;

    /// <summary>Guidance of the second expert where <see cref="Guidance"/> is above 1; null takes that.</summary>
    public float? Guidance2 { get; init; }

    /// <summary>Shift of the noise levels; null takes the scheduler's configuration.</summary>
    public double? Shift { get; init; }

    /// <summary>Scheduler of this run, for <see cref="Steps"/> steps; null takes the model's.</summary>
    public IFlowScheduler? Scheduler { get; init; }

    /// <summary>TI2V: clean latents of the first frame, normalised, [channels, height, width], that the video starts from; null for none.</summary>
    public float[]? FirstFrame { get; init; }

    /// <summary>Image models: mask and latents of the given frames, [input channels − channels, frames, height, width]; null for a model that takes none.</summary>
    public float[]? BesideNoise { get; init; }

    /// <summary>Image models with image tokens: the image encoder's rows, [rows, image size]; null for none.</summary>
    public float[]? ImageRows { get; init; }

    /// <summary>VACE: what guides the video, [control channels, frames, height, width]; null for none.</summary>
    public float[]? Control { get; init; }

    /// <summary>Told after each block of the transformer how many are done and how many there are in all steps.</summary>
    public Action<int, int>? BlockDone { get; init; }

    // As in the reference, the first expert's guidance turns it on for both.
    internal bool Guided => NegativeRows is not null && Guidance > 1;
}

/// <summary>The whole of a Wan model but for its text side: from noise to frames, for T2V, TI2V, I2V, VACE and the two-expert models.</summary>
/// <remarks>Source: diffusers, pipeline_wan.py, pipeline_wan_i2v.py and pipeline_wan_vace.py.</remarks>
public sealed class VideoPipeline : IDisposable
{
    private readonly WanTransformer _transformer;
    private readonly WanTransformer? _transformer2;

    /// <summary>Opens a model folder.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="context">What it computes with.</param>
    public VideoPipeline(PipelineFiles files, ComputeContext context)
    {
        Files = files;
        try
        {
            _transformer = WanTransformer.Load(files.Part("transformer"), context);
            _transformer2 = files.SecondTransformer ? WanTransformer.Load(files.Part("transformer_2"), context) : null;
            Autoencoder = WanAutoencoder.Load(files.Part("vae"), context);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The model folder.</summary>
    public PipelineFiles Files { get; }

    /// <summary>The autoencoder.</summary>
    public WanAutoencoder Autoencoder { get; } = null!;

    /// <summary>Sizes of the transformer.</summary>
    public WanTransformerConfig Transformer => _transformer.Config;

    /// <summary>Lengths of the latents of a video.</summary>
    /// <param name="width">Pixels, a multiple of twice the autoencoder's spatial factor.</param>
    /// <param name="height">Pixels, likewise.</param>
    /// <param name="frames">4k + 1.</param>
    /// <exception cref="ArgumentException">The size does not fit the model.</exception>
    public LatentShape ShapeOf(int width, int height, int frames)
    {
        AutoencoderConfig config = Autoencoder.Config;
        int step = 2 * config.SpatialFactor;
        return width < step || height < step || width % step != 0 || height % step != 0 || frames < 1 || (frames - 1) % config.TemporalFactor != 0
            ? throw new ArgumentException($"This model makes sizes in steps of {step} pixels and 1 + {config.TemporalFactor}k frames, not {width}x{height} with {frames} frames.", nameof(width))
            : new LatentShape(config.LatentChannels, config.LatentFrames(frames), height / config.SpatialFactor, width / config.SpatialFactor);
    }

    /// <summary>Removes the noise.</summary>
    /// <param name="request">What to run on.</param>
    /// <param name="stepDone">Told after each step how many are done.</param>
    /// <param name="cancellation">Looked at before each block of the transformer.</param>
    /// <returns>Normalised latents, [channels, frames, height, width].</returns>
    public float[] Denoise(DenoiseRequest request, Action<int>? stepDone = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        LatentShape shape = request.Shape;
        if (request.Latents.Length != shape.Length)
        {
            throw new ArgumentException($"Denoise: latents need {shape.Length} numbers for {shape}, got {request.Latents.Length}.", nameof(request));
        }

        IFlowScheduler scheduler = request.Scheduler ?? FlowSchedulers.Load(Files.SchedulerConfig, request.Steps, request.Shift);
        float[] sample = [.. request.Latents], flow = new float[sample.Length], other = new float[sample.Length];
        BlockCount blocks = new(BlocksOf(request, scheduler), request.BlockDone);
        using Prompts first = new(_transformer, request, cancellation);
        using Prompts? second = _transformer2 is null ? null : new Prompts(_transformer2, request, cancellation);
        for (int step = 0; step < request.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            float timestep = scheduler.Timesteps[step];
            bool late = IsLate(scheduler, timestep);
            Prompts prompts = late ? second! : first;
            float guidance = GuidanceOf(request, late);
            bool keepFirst = Files.ExpandTimesteps && request.FirstFrame is not null;
            if (keepFirst)
            {
                shape.PutFrames(request.FirstFrame, 0, 1, sample);
            }

            float[] timesteps = Timesteps(timestep, shape, keepFirst);
            Predict(prompts.Transformer, prompts.Positive, sample, request, timesteps, flow, blocks, cancellation);
            if (prompts.Negative is not null && guidance != 1)
            {
                Predict(prompts.Transformer, prompts.Negative, sample, request, timesteps, other, blocks, cancellation);
                for (int i = 0; i < flow.Length; i++)
                {
                    flow[i] = other[i] + (guidance * (flow[i] - other[i]));
                }
            }

            scheduler.Step(step, flow, sample);
            stepDone?.Invoke(step + 1);
        }

        if (Files.ExpandTimesteps && request.FirstFrame is not null)
        {
            shape.PutFrames(request.FirstFrame, 0, 1, sample);
        }

        return sample;
    }

    /// <summary>Decodes normalised latents frame by frame, as they are asked for.</summary>
    /// <returns>[height, width, 3] in 0 to 1 each.</returns>
    public IEnumerable<float[]> Decode(float[] latents, LatentShape shape)
    {
        ArgumentNullException.ThrowIfNull(latents);
        FrameDecoder decoder = Autoencoder.BeginDecoding();
        return Enumerable.Range(0, shape.Frames).SelectMany(frame => DecodeFrame(decoder, Autoencoder.Config, latents, shape, frame));
    }

    /// <summary>Decodes one latent frame of normalised latents into images, [height, width, 3] in 0 to 1.</summary>
    internal static IReadOnlyList<float[]> DecodeFrame(FrameDecoder decoder, AutoencoderConfig config, float[] latents, LatentShape shape, int frame)
    {
        float[] latent = shape.TakeFrames(latents, frame, 1);
        LatentScale.Denormalise(latent, config);
        IReadOnlyList<float[]> images = decoder.Push(latent, shape.Height, shape.Width);
        foreach (float[] image in images)
        {
            for (int i = 0; i < image.Length; i++)
            {
                image[i] = (image[i] * 0.5f) + 0.5f;
            }
        }

        return images;
    }

    /// <summary>Frees the models.</summary>
    public void Dispose()
    {
        _transformer?.Dispose();
        _transformer2?.Dispose();
        Autoencoder?.Dispose();
    }

    // One for all; with a kept first frame, one a token, 0 for that frame's.
    private static float[] Timesteps(float timestep, LatentShape shape, bool keepFirst)
    {
        if (!keepFirst)
        {
            return [timestep];
        }

        float[] timesteps = new float[shape.Frames];
        Array.Fill(timesteps, timestep, 1, shape.Frames - 1);
        return timesteps;
    }

    private static void Predict(WanTransformer transformer, Conditioning conditioning, float[] sample, DenoiseRequest request, float[] timesteps, float[] flow, BlockCount blocks, CancellationToken cancellation)
    {
        float[] latents = request.BesideNoise is null ? sample : [.. sample, .. request.BesideNoise];
        transformer.Forward(
            new TransformerInput
            {
                Latents = latents,
                Frames = request.Shape.Frames,
                Height = request.Shape.Height,
                Width = request.Shape.Width,
                Timesteps = timesteps,
                Conditioning = conditioning,
                Control = request.Control,
                ControlScale = 1,
                Probe = blocks.Probe,
            },
            flow,
            cancellation);
    }

    private static float GuidanceOf(DenoiseRequest request, bool late) => late ? request.Guidance2 ?? request.Guidance : request.Guidance;

    private bool IsLate(IFlowScheduler scheduler, float timestep) => _transformer2 is not null && timestep < Files.BoundaryRatio!.Value * scheduler.TrainedSteps;

    private int BlocksOf(DenoiseRequest request, IFlowScheduler scheduler)
    {
        int blocks = 0;
        for (int step = 0; step < request.Steps; step++)
        {
            bool late = IsLate(scheduler, scheduler.Timesteps[step]);
            int passes = request.Guided && GuidanceOf(request, late) != 1 ? 2 : 1;
            blocks += passes * (late ? _transformer2! : _transformer).Config.Layers;
        }

        return blocks;
    }

    /// <summary>A prompt and a negative prompt, projected for one transformer.</summary>
    private sealed class Prompts : IDisposable
    {
        public Prompts(WanTransformer transformer, DenoiseRequest request, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Transformer = transformer;
            int rows = request.PromptRows.Length / transformer.Config.TextSize;
            Positive = Condition(transformer, request.PromptRows, rows, request.ImageRows);
            int negativeRows = request.Guided ? request.NegativeRows!.Length / transformer.Config.TextSize : 0;
            Negative = request.Guided ? Condition(transformer, request.NegativeRows!, negativeRows, request.ImageRows) : null;
        }

        // Image models take the last 512 rows for text, so a shorter text is padded to that.
        private static Conditioning Condition(WanTransformer transformer, float[] rows, int count, float[]? image) =>
            transformer.Condition(rows, count, transformer.Config.ImageSize > 0 ? Math.Max(count, PromptEncoder.DefaultLength) : count, image);

        public WanTransformer Transformer { get; }

        public Conditioning Positive { get; }

        public Conditioning? Negative { get; }

        public void Dispose()
        {
            Positive.Dispose();
            Negative?.Dispose();
        }
    }
}

/// <summary>Between the autoencoder's latents and the normalised ones that the transformer sees.</summary>
public static class LatentScale
{
    /// <summary>x · deviation + mean, channel by channel, in place; [channels, …].</summary>
    public static void Denormalise(Span<float> latents, AutoencoderConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        int run = latents.Length / config.LatentChannels;
        for (int i = 0; i < latents.Length; i++)
        {
            // The reference divides by the reciprocal of the deviation.
            latents[i] = (latents[i] / (1f / config.LatentDeviation[i / run])) + config.LatentMean[i / run];
        }
    }

    /// <summary>(x − mean) / deviation, channel by channel, in place; [channels, …].</summary>
    public static void Normalise(Span<float> latents, AutoencoderConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        int run = latents.Length / config.LatentChannels;
        for (int i = 0; i < latents.Length; i++)
        {
            latents[i] = (latents[i] - config.LatentMean[i / run]) * (1f / config.LatentDeviation[i / run]);
        }
    }
}
