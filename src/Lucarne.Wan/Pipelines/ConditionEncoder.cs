using Lucarne.Wan.Autoencoder;

namespace Lucarne.Wan.Pipelines;

/// <summary>Turns given pictures into what a transformer takes beside the noise: latents of them, and masks that say which frames are given.</summary>
/// <remarks>Source: diffusers, pipeline_wan_i2v.py (prepare_latents) and pipeline_wan_vace.py (prepare_video_latents, prepare_masks). Pictures are [height, width, 3] in −1 to 1; grey, 0, stands for what is not given.</remarks>
/// <param name="autoencoder">What encodes.</param>
/// <param name="shape">Lengths of the video's latents.</param>
/// <param name="frames">Frames of the video, 4k + 1.</param>
/// <param name="frameDone">Told after each frame that is encoded.</param>
/// <param name="cancellation">Looked at before each frame.</param>
internal sealed class ConditionEncoder(WanAutoencoder autoencoder, LatentShape shape, int frames, Action? frameDone = null, CancellationToken cancellation = default)
{
    private readonly AutoencoderConfig _config = autoencoder.Config;
    private readonly float[] _grey = new float[shape.Pixels * autoencoder.Config.SpatialFactor * autoencoder.Config.SpatialFactor * 3];

    /// <summary>A picture on its own, or a video, as normalised latents.</summary>
    /// <param name="pictures">4k + 1 of them; null for grey.</param>
    /// <returns>[channels, k + 1, height, width].</returns>
    public float[] Encode(IReadOnlyList<float[]?> pictures)
    {
        LatentShape part = shape with { Frames = _config.LatentFrames(pictures.Count) };
        float[] latents = new float[part.Length];
        FrameEncoder encoder = autoencoder.BeginEncoding();
        int height = shape.Height * _config.SpatialFactor, width = shape.Width * _config.SpatialFactor, done = 0;
        foreach (float[]? picture in pictures)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (float[] distribution in encoder.Push(picture ?? _grey, height, width))
            {
                float[] mean = distribution[..(distribution.Length / 2)];
                LatentScale.Normalise(mean, _config);
                part.PutFrames(mean, done++, 1, latents);
            }

            frameDone?.Invoke();
        }

        return latents;
    }

    /// <summary>What an image model takes beside the noise: a mask, 1 where a frame is given, and the latents of the given frames among grey ones.</summary>
    /// <param name="first">The first frame.</param>
    /// <param name="last">The last frame; null when it is free.</param>
    /// <returns>[temporal factor + channels, frames, height, width].</returns>
    public float[] BesideNoise(float[] first, float[]? last)
    {
        int masks = _config.TemporalFactor;
        float[] result = new float[(masks + shape.Channels) * shape.Frames * shape.Pixels];
        for (int mask = 0; mask < masks; mask++)
        {
            // Channel c of latent frame f is the mask of frame 4f + c − 3; the first frame stands for the three before it too.
            Array.Fill(result, 1, mask * shape.Frames * shape.Pixels, shape.Pixels);
            if (last is not null && mask == masks - 1)
            {
                Array.Fill(result, 1, ((mask * shape.Frames) + shape.Frames - 1) * shape.Pixels, shape.Pixels);
            }
        }

        Encode(Given([first], last)).CopyTo(result, masks * shape.Frames * shape.Pixels);
        return result;
    }

    /// <summary>What a VACE model is guided by: latents of the frames to keep, of those to make, and masks; reference pictures stand before them as frames of their own.</summary>
    /// <param name="known">First frames of the video, which are kept; often none.</param>
    /// <param name="last">The last frame; null when it is free.</param>
    /// <param name="references">Pictures of what should appear.</param>
    /// <returns>[2 · channels + spatial factor², references + frames, height, width].</returns>
    public float[] Control(IReadOnlyList<float[]> known, float[]? last, IReadOnlyList<float[]> references)
    {
        LatentShape whole = shape with { Channels = (2 * shape.Channels) + (_config.SpatialFactor * _config.SpatialFactor), Frames = references.Count + shape.Frames };
        float[] control = new float[whole.Length];
        for (int i = 0; i < references.Count; i++)
        {
            // Each is put in front of what is there, so the last one comes first; what is to be made of them is nothing, all zeros.
            Put(Encode([references[i]]), control, whole, 0, references.Count - 1 - i);
        }

        Put(Encode(Given(known, last)), control, whole, 0, references.Count);
        Put(Encode(new float[frames][]), control, whole, shape.Channels, references.Count);
        for (int frame = 0; frame < shape.Frames; frame++)
        {
            // Nearest in time, each frame at its middle.
            int source = Math.Min((int)((frame + 0.5) * frames / shape.Frames), frames - 1);
            bool kept = source < known.Count || (last is not null && source == frames - 1);
            for (int mask = 2 * shape.Channels; !kept && mask < whole.Channels; mask++)
            {
                Array.Fill(control, 1, ((mask * whole.Frames) + references.Count + frame) * shape.Pixels, shape.Pixels);
            }
        }

        return control;
    }

    private float[]?[] Given(IReadOnlyList<float[]> known, float[]? last)
    {
        float[]?[] pictures = new float[frames][];
        for (int i = 0; i < known.Count; i++)
        {
            pictures[i] = known[i];
        }

        pictures[^1] = last ?? pictures[^1];
        return pictures;
    }

    private void Put(float[] part, float[] target, LatentShape whole, int firstChannel, int firstFrame)
    {
        int run = part.Length / shape.Channels;
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            part.AsSpan(channel * run, run).CopyTo(target.AsSpan((((firstChannel + channel) * whole.Frames) + firstFrame) * shape.Pixels));
        }
    }
}
