using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Autoencoder;

/// <summary>The causal video autoencoder of Wan 2.1 and 2.2, working frame by frame.</summary>
/// <remarks>
/// Video is [3, frames, height, width] in −1 to 1, frames = 4k + 1; latents are [channels, frames, height, width], not normalised.
/// Source: diffusers, autoencoder_kl_wan.py.
/// </remarks>
public sealed class WanAutoencoder : IDisposable
{
    private readonly WeightStore _store;
    private readonly FramePool _frames;
    private readonly StageContext _context;
    private FrameNetwork? _encoder;
    private FrameNetwork? _decoder;

    /// <summary>Builds an autoencoder on weights; each half takes memory when it is first used.</summary>
    /// <param name="config">Sizes.</param>
    /// <param name="store">Weights in the diffusers layout; owned from here on.</param>
    /// <param name="context">What it computes with.</param>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen.</exception>
    public WanAutoencoder(AutoencoderConfig config, WeightStore store, ComputeContext context)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(context);
        store.Require(AutoencoderLayout.Expected(config));
        Config = config;
        _store = store;
        _frames = new FramePool(context.Budget);
        _context = new StageContext(context, store, _frames);
    }

    /// <summary>Sizes.</summary>
    public AutoencoderConfig Config { get; }

    /// <summary>Opens a folder with <c>config.json</c> and weights in either layout.</summary>
    public static WanAutoencoder Load(string path, ComputeContext context)
    {
        AutoencoderConfig config = AutoencoderConfig.Load(Path.Combine(path, "config.json"));
        WeightStore store = WeightStore.Open(path, name => AutoencoderLayout.Rename(name, config));
        try
        {
            return new WanAutoencoder(config, store, context);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Begins decoding a video: push its latent frames in order.</summary>
    public FrameDecoder BeginDecoding()
    {
        _decoder ??= AutoencoderLayout.BuildDecoder(_context, Config);
        _decoder.Reset();
        return new FrameDecoder(_decoder, _context, Config);
    }

    /// <summary>Begins encoding a video: push its frames in order.</summary>
    public FrameEncoder BeginEncoding()
    {
        _encoder ??= AutoencoderLayout.BuildEncoder(_context, Config);
        _encoder.Reset();
        return new FrameEncoder(_encoder, _context, Config);
    }

    /// <summary>Frees the networks and the weights.</summary>
    public void Dispose()
    {
        _encoder?.Dispose();
        _decoder?.Dispose();
        _frames.Dispose();
        _store.Dispose();
    }
}

/// <summary>Decodes the latent frames of one video as they come.</summary>
public sealed class FrameDecoder
{
    private readonly FrameNetwork _network;
    private readonly StageContext _context;
    private readonly AutoencoderConfig _config;

    internal FrameDecoder(FrameNetwork network, StageContext context, AutoencoderConfig config)
    {
        _network = network;
        _context = context;
        _config = config;
    }

    /// <summary>Decodes one latent frame.</summary>
    /// <param name="latent">[channels, height, width], not normalised.</param>
    /// <param name="height">Latent rows.</param>
    /// <param name="width">Latent columns.</param>
    /// <returns>One frame for the first, four for each later one: [height, width, 3] in −1 to 1 each.</returns>
    public IReadOnlyList<float[]> Push(ReadOnlySpan<float> latent, int height, int width)
    {
        int channels = _config.LatentChannels, pixels = height * width;
        if (latent.Length != channels * pixels)
        {
            throw new ArgumentException($"FrameDecoder: a latent frame needs [{channels}, {height}, {width}], got {latent.Length} numbers.", nameof(latent));
        }

        Frame frame = _context.Frames.Rent(height, width, channels);
        Span<float> target = frame.Span;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                target[(pixel * channels) + channel] = latent[(channel * pixels) + pixel];
            }
        }

        List<Frame> decoded = [];
        _network.Push(frame, decoded);
        List<float[]> images = [];
        foreach (Frame image in decoded)
        {
            using (image)
            {
                images.Add(PixelFolding.Unfold(image, _config.PatchSize));
            }
        }

        return images;
    }
}

/// <summary>Encodes the frames of one video as they come.</summary>
public sealed class FrameEncoder
{
    private readonly FrameNetwork _network;
    private readonly StageContext _context;
    private readonly AutoencoderConfig _config;

    internal FrameEncoder(FrameNetwork network, StageContext context, AutoencoderConfig config)
    {
        _network = network;
        _context = context;
        _config = config;
    }

    /// <summary>Encodes one frame.</summary>
    /// <param name="image">[height, width, 3] in −1 to 1.</param>
    /// <param name="height">Rows, a multiple of the spatial factor.</param>
    /// <param name="width">Columns, a multiple of the spatial factor.</param>
    /// <returns>Mean and logarithm of the variance, [2 · channels, latent height, latent width] (means first): one for the first frame and for every fourth one after it.</returns>
    public IReadOnlyList<float[]> Push(ReadOnlySpan<float> image, int height, int width)
    {
        if (image.Length != 3 * height * width || height % _config.SpatialFactor != 0 || width % _config.SpatialFactor != 0)
        {
            throw new ArgumentException($"FrameEncoder: a frame needs [height, width, 3] with sides in steps of {_config.SpatialFactor}, got {height} by {width} and {image.Length} numbers.", nameof(image));
        }

        List<Frame> encoded = [];
        _network.Push(PixelFolding.Fold(_context.Frames, image, height, width, _config.PatchSize), encoded);
        List<float[]> latents = [];
        foreach (Frame latent in encoded)
        {
            using (latent)
            {
                float[] planes = new float[latent.Pixels * latent.Channels];
                Span<float> source = latent.Span;
                for (int pixel = 0; pixel < latent.Pixels; pixel++)
                {
                    for (int channel = 0; channel < latent.Channels; channel++)
                    {
                        planes[(channel * latent.Pixels) + pixel] = source[(pixel * latent.Channels) + channel];
                    }
                }

                latents.Add(planes);
            }
        }

        return latents;
    }
}

/// <summary>Folds 2x2 pixels into channels and back: channel = colour · 4 + column · 2 + row.</summary>
internal static class PixelFolding
{
    public static Frame Fold(FramePool pool, ReadOnlySpan<float> image, int height, int width, int patch)
    {
        Frame frame = pool.Rent(height / patch, width / patch, 3 * patch * patch);
        Span<float> target = frame.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int colour = 0; colour < 3; colour++)
                {
                    int channel = (((colour * patch) + (x % patch)) * patch) + (y % patch);
                    target[((((y / patch) * frame.Width) + (x / patch)) * frame.Channels) + channel] = image[(((y * width) + x) * 3) + colour];
                }
            }
        }

        return frame;
    }

    public static float[] Unfold(Frame frame, int patch)
    {
        int height = frame.Height * patch, width = frame.Width * patch;
        float[] image = new float[height * width * 3];
        ReadOnlySpan<float> source = frame.Span;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int colour = 0; colour < 3; colour++)
                {
                    int channel = (((colour * patch) + (x % patch)) * patch) + (y % patch);
                    image[(((y * width) + x) * 3) + colour] = Math.Clamp(source[((((y / patch) * frame.Width) + (x / patch)) * frame.Channels) + channel], -1f, 1f);
                }
            }
        }

        return image;
    }
}
