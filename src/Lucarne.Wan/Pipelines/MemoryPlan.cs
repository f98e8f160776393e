using Lucarne.Tensors.Products;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.ImageEncoder;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Pipelines;

/// <summary>Native memory that one video needs, computed from sizes before anything is loaded. Mapped weight files are not counted: the system reads and drops their pages as it can.</summary>
/// <param name="TextBytes">While prompts are encoded.</param>
/// <param name="WeightBytes">Copies that the models keep: biases, gains, tables, the autoencoder's kernels widened, and the transformer's weights packed where it computes in less than binary32.</param>
/// <param name="DenoisingBytes">Activations, prompts, caches and scratch of the transformer.</param>
/// <param name="DecodingBytes">Kernels, frames and histories of the autoencoder's decoder.</param>
public sealed record MemoryPlan(long TextBytes, long WeightBytes, long DenoisingBytes, long DecodingBytes)
{
    // An upper bound of the packing scratch of products: rows that all threads share, and columns of each.
    private const long ProductRowFloats = 4096 * 256, ProductColumnFloats = 256 * 256;

    // An upper bound of one thread's scratch in attention, for heads of up to 128; wider heads add to it.
    private const long AttentionThreadFloats = 128 * 1024;

    // Tokens of one picture in Wan 2.1's image models: a class token and 16 by 16 patches.
    private const int ImageTokens = 257;

    // Frames that each level of the decoder works on at one time, beside the histories: input, norm, hidden, result, and those waiting to go on.
    private const int WorkingFrames = 10;

    /// <summary>While given pictures are encoded; 0 without any.</summary>
    public long PictureBytes { get; init; }

    /// <summary>Most native memory that is held at one time.</summary>
    public long PeakBytes => Math.Max(Math.Max(TextBytes, PictureBytes), WeightBytes + DenoisingBytes + DecodingBytes);

    /// <summary>The same plan for a video that starts from pictures: they are encoded before the transformer is opened.</summary>
    /// <param name="model">The model.</param>
    /// <param name="shape">Lengths of the latents.</param>
    /// <param name="threads">Threads.</param>
    public MemoryPlan WithPictures(WanModel model, LatentShape shape, int threads)
    {
        ArgumentNullException.ThrowIfNull(model);
        long product = (ProductRowFloats + (threads * ProductColumnFloats)) * sizeof(float);
        long looking = model.ImageEncoder is { } encoder && model.Transformer.ImageSize > 0 ? Looking(encoder, threads) : 0;
        return this with { PictureBytes = product + Math.Max(looking, Encoding(model.Autoencoder, shape, threads)) };
    }

    /// <summary>Plans a video.</summary>
    /// <param name="model">The model.</param>
    /// <param name="shape">Lengths of the latents.</param>
    /// <param name="textRows">Rows of a prompt, padding included.</param>
    /// <param name="guided">True when a negative prompt runs too.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="precision">Precision of the transformer's products.</param>
    public static MemoryPlan Of(WanModel model, LatentShape shape, int textRows, bool guided, int threads, ProductPrecision precision = ProductPrecision.F32)
    {
        ArgumentNullException.ThrowIfNull(model);
        int transformers = model.Files.SecondTransformer ? 2 : 1;
        long product = (ProductRowFloats + (threads * ProductColumnFloats)) * sizeof(float);
        return new MemoryPlan(
            Text(model.TextEncoder, textRows, threads) + product,
            (transformers * (CopiesOf(WanTransformerLayout.Expected(model.Transformer)) + Packed(model.Transformer, precision))) + product + PackedScratch(model.Transformer, shape, precision, threads),
            Denoising(model.Transformer, shape, textRows, guided, transformers, threads),
            Decoding(model.Autoencoder, shape, threads));
    }

    // Whatever is not a matrix is widened into memory of its own.
    private static long CopiesOf(IEnumerable<ExpectedTensor> tensors)
    {
        const int AlignmentBytes = 128;
        long bytes = 0;
        foreach (ExpectedTensor tensor in tensors)
        {
            bool matrix = tensor.Shape.Count(n => n > 1) >= 2 && !tensor.Name.EndsWith("scale_shift_table", StringComparison.Ordinal);
            long elements = tensor.Shape.Aggregate(1L, (product, n) => product * n);
            bytes += matrix ? 0 : (elements * sizeof(float)) + AlignmentBytes;
        }

        return bytes;
    }

    // Two attentions, of which one packs neither keys nor values, and the feed-forward layer of each block.
    private static long Packed(WanTransformerConfig config, ProductPrecision precision)
    {
        int size = config.Size, wide = config.FeedForwardSize;
        return (config.Layers + config.VaceLayers.Length) *
            ((6 * PackedMatrix.BytesOf(size, size, precision)) + PackedMatrix.BytesOf(wide, size, precision) + PackedMatrix.BytesOf(size, wide, precision));
    }

    // While weights are packed, each thread works on a strip of them.
    private static long PackedScratch(WanTransformerConfig config, LatentShape shape, ProductPrecision precision, int threads)
    {
        const long StripBytes = 96 * 1024;
        int frames = config.Causal ? CausalSettings.BlockFrames : shape.Frames;
        return precision == ProductPrecision.F32 ? 0 : MatrixProduct.PackedScratchBytes(frames * shape.TokensOfFrame, Math.Max(config.Size, config.FeedForwardSize), precision, threads) + (threads * StripBytes);
    }

    private static long Text(TextEncoderConfig? config, int tokens, int threads)
    {
        if (config is null)
        {
            return 0;
        }

        long inner = (long)config.Heads * config.HeadSize;
        long activations = tokens * ((2L * config.Size) + (3 * inner) + (2L * config.FeedForwardSize)) + ((long)config.Heads * tokens * tokens);
        long tables = (long)config.Layers * config.Buckets * config.Heads;
        return ((activations + tables + Attention(tokens, config.HeadSize, threads)) * sizeof(float)) + CopiesOf(TextEncoderLayout.Expected(config));
    }

    private static long Denoising(WanTransformerConfig config, LatentShape shape, int textRows, bool guided, int transformers, int threads)
    {
        const int FeedForwardRows = 1024;
        long frames = config.Causal ? CausalSettings.BlockFrames : shape.Frames;
        long tokens = frames * shape.TokensOfFrame, keys = config.Causal ? CausalSettings.CacheFrames(shape.Frames) * (long)shape.TokensOfFrame : tokens;
        long imageRows = config.ImageSize > 0 ? Math.Max(config.ImagePositions, ImageTokens) : 0;
        textRows = imageRows > 0 ? Math.Max(textRows, PromptEncoder.DefaultLength) : textRows;
        long prompts = transformers * (guided ? 2L : 1L) * ((1 + (2L * config.Layers)) * (textRows + imageRows) * config.Size);
        long projecting = textRows * ((long)config.TextSize + (2L * config.Size));
        long patches = Math.Max(0, (WanTransformerConfig.PatchPixels * (long)config.OutputChannels) - (3L * config.Size));
        long pass = tokens * ((6L * config.Size) + config.HeadSize + 1 + patches + (config.InputChannels * WanTransformerConfig.PatchPixels)) + (Math.Min(tokens, FeedForwardRows) * config.FeedForwardSize) + (32L * frames * config.Size);
        long control = config.VaceLayers.IsEmpty ? 0 : 3 * tokens * config.Size;
        long cache = config.Causal ? 2 * config.Layers * keys * config.Size : 0;
        return (prompts + projecting + pass + control + cache + Attention(Math.Max(keys, textRows), config.HeadSize, threads)) * sizeof(float);
    }

    private static long Decoding(AutoencoderConfig config, LatentShape shape, int threads)
    {
        const int HistoryFrames = 2;
        long kernels = AutoencoderLayout.Expected(config)
            .Where(tensor => !tensor.Name.StartsWith("encoder.", StringComparison.Ordinal))
            .Sum(tensor => tensor.Shape.Aggregate(1L, (product, n) => product * n) + 16);
        long pixels = shape.Pixels;
        int top = config.LevelFactors[^1] * config.DecoderBaseSize;

        // The middle: two blocks of two convolutions, attention with its three projections, and the latents' own two.
        long frames = pixels * (((4 * HistoryFrames) + WorkingFrames + 4L) * top + (4L * config.LatentChannels));
        long attention = Attention(pixels, top, threads) + (threads * 8L * 4 * 16 * top);
        foreach (AutoencoderLayout.Level level in AutoencoderLayout.DecoderLevels(config))
        {
            int widest = Math.Max(level.Input, level.Output), convolutions = (2 * level.Blocks.Length) + (level.ChangesTime ? 1 : 0);
            frames += pixels * widest * (long)((convolutions * HistoryFrames) + WorkingFrames);
            if (level.ChangesSpace)
            {
                pixels *= 4;
                frames += pixels * level.Output * 2L;
            }
        }

        frames += pixels * ((HistoryFrames + 2L) * config.LevelFactors[0] * config.DecoderBaseSize + (4L * config.PixelChannels));
        return (kernels + frames + attention) * sizeof(float);
    }

    private static long Encoding(AutoencoderConfig config, LatentShape shape, int threads)
    {
        const int HistoryFrames = 2;
        long kernels = AutoencoderLayout.Expected(config)
            .Where(tensor => !tensor.Name.StartsWith("decoder.", StringComparison.Ordinal))
            .Sum(tensor => tensor.Shape.Aggregate(1L, (product, n) => product * n) + 16);
        int side = config.SpatialFactor / config.PatchSize, top = config.LevelFactors[^1] * config.BaseSize;
        long pixels = (long)shape.Pixels * side * side, frames = pixels * (((HistoryFrames + 2L) * config.PixelChannels) + (2L * config.BaseSize));
        foreach (AutoencoderLayout.Level level in AutoencoderLayout.EncoderLevels(config))
        {
            int convolutions = (2 * level.Blocks.Length) + (level.ChangesTime ? 1 : 0);
            frames += pixels * Math.Max(level.Input, level.Output) * (long)((convolutions * HistoryFrames) + WorkingFrames);
            pixels /= level.ChangesSpace ? 4 : 1;
        }

        frames += pixels * (((4 * HistoryFrames) + WorkingFrames + 4L) * top + (8L * config.LatentChannels));
        return (kernels + frames + Attention(pixels, top, threads) + (threads * 8L * 4 * 16 * top)) * sizeof(float);
    }

    private static long Looking(ClipVisionConfig config, int threads)
    {
        long activations = (long)config.Tokens * ((2L * config.Size) + Math.Max(3 * config.Size, config.FeedForwardSize)), patches = 3L * config.ImageSide * config.ImageSide;
        long positions = (long)config.Tokens * config.Size;
        return ((activations + patches + positions + Attention(config.Tokens, config.Size / config.Heads, threads)) * sizeof(float)) + CopiesOf(ClipVisionLayout.Expected(config));
    }

    private static long Attention(long keys, int headSize, int threads)
    {
        const int BlockKeys = 512;
        return ((keys + BlockKeys) * 2 * (headSize + 16)) + (threads * (AttentionThreadFloats + (256L * headSize)));
    }
}
