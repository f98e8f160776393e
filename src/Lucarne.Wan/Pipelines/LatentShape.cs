namespace Lucarne.Wan.Pipelines;

/// <summary>Lengths of latents, [channels, frames, height, width].</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Frames">Latent frames.</param>
/// <param name="Height">Latent rows.</param>
/// <param name="Width">Latent columns.</param>
public readonly record struct LatentShape(int Channels, int Frames, int Height, int Width)
{
    /// <summary>Numbers in all.</summary>
    public int Length => checked(Channels * Frames * Height * Width);

    /// <summary>Numbers of one channel of one frame.</summary>
    public int Pixels => Height * Width;

    /// <summary>Patches of one frame: tokens of the transformer.</summary>
    public int TokensOfFrame => Height / 2 * (Width / 2);

    /// <summary>Copies some frames out, [channels, count, height, width].</summary>
    public float[] TakeFrames(ReadOnlySpan<float> latents, int first, int count)
    {
        float[] part = new float[Channels * count * Pixels];
        for (int channel = 0; channel < Channels; channel++)
        {
            latents.Slice(((channel * Frames) + first) * Pixels, count * Pixels).CopyTo(part.AsSpan(channel * count * Pixels));
        }

        return part;
    }

    /// <summary>Copies some frames, [channels, count, height, width], into place.</summary>
    public void PutFrames(ReadOnlySpan<float> part, int first, int count, Span<float> latents)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            part.Slice(channel * count * Pixels, count * Pixels).CopyTo(latents[(((channel * Frames) + first) * Pixels)..]);
        }
    }
}
