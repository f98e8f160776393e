using Lucarne.Wan.Autoencoder;

namespace Lucarne.Wan.Tests;

public sealed class AutoencoderTests
{
    [Theory]
    [InlineData("wan21", "decode_3x4x6", 3e-4)]
    [InlineData("wan21", "decode_2x2x2_steps", 3e-4)]
    [InlineData("wan21", "decode_image_b2", 3e-4)]
    [InlineData("wan22", "decode_3x2x2", 1e-4)]
    [InlineData("wan22", "decode_2x1x1_steps", 1e-4)]
    [InlineData("wan22", "decode_image", 1e-4)]
    public void Decoding_frame_by_frame_gives_the_reference_video(string model, string name, double tolerance)
    {
        using Fixture fixture = Fixture.Open("vae", model, name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", model), context);
        int[] shape = fixture.Shape("latents");
        float[] latents = fixture["latents"], expected = fixture["video"];
        for (int sample = 0; sample < shape[0]; sample++)
        {
            float[] video = Videos.Decode(autoencoder, Videos.Sample(latents, sample, shape[0]), shape[2], shape[3], shape[4]);
            video.ShouldMatch(Videos.Sample(expected, sample, shape[0]), tolerance, $"{model}/{name}, sample {sample}");
        }
    }

    [Theory]
    [InlineData("wan21", "encode_9x32x48", 2e-5)]
    [InlineData("wan21", "encode_5x16x16_steps", 2e-5)]
    [InlineData("wan21", "encode_image_b2", 2e-5)]
    [InlineData("wan22", "encode_9x16x32", 1e-5)]
    [InlineData("wan22", "encode_5x16x32_steps", 1e-5)]
    [InlineData("wan22", "encode_image", 1e-5)]
    public void Encoding_frame_by_frame_gives_the_reference_distribution(string model, string name, double tolerance)
    {
        using Fixture fixture = Fixture.Open("vae", model, name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", model), context);
        int[] shape = fixture.Shape("video");
        float[] videos = fixture["video"], mean = fixture["mean"], logarithm = fixture["logvar"];
        for (int sample = 0; sample < shape[0]; sample++)
        {
            (float[] m, float[] l) = Videos.Encode(autoencoder, Videos.Sample(videos, sample, shape[0]), shape[2], shape[3], shape[4]);
            m.ShouldMatch(Videos.Sample(mean, sample, shape[0]), tolerance, $"{model}/{name}, mean of sample {sample}");
            l.ShouldMatch(Videos.Sample(logarithm, sample, shape[0]), tolerance, $"{model}/{name}, logarithm of variance of sample {sample}");
        }
    }

    [Fact]
    public void Tiles_are_blended_as_the_reference_blends_them()
    {
        TileSizes tiles = new(32, 32, 16, 24);
        using ComputeContext context = new(1L << 30, threads: 2);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", "wan21"), context);
        using Fixture decode = Fixture.Open("vae", "wan21", "decode_tiled_1x6x7.safetensors"), encode = Fixture.Open("vae", "wan21", "encode_tiled_1x48x40.safetensors");

        float[] video = TiledCoding.Decode(autoencoder, decode["latents"], 1, 6, 7, tiles, TestContext.Current.CancellationToken);
        video.ShouldMatch(decode["video"], 3e-4, "tiled decoding");

        float[] latents = TiledCoding.Encode(autoencoder, encode["video"], 1, 48, 40, tiles, TestContext.Current.CancellationToken);
        latents[..(latents.Length / 2)].ShouldMatch(encode["mean"], 2e-5, "mean of tiled encoding");
        latents[(latents.Length / 2)..].ShouldMatch(encode["logvar"], 2e-5, "logarithm of variance of tiled encoding");
    }

    [Fact]
    public void A_decoder_begun_again_has_forgotten_the_video_before()
    {
        using Fixture fixture = Fixture.Open("vae", "wan21", "decode_2x2x2_steps.safetensors");
        using ComputeContext context = new(1L << 30, threads: 1);
        using WanAutoencoder autoencoder = WanAutoencoder.Load(Fixture.PathOf("vae", "wan21"), context);
        float[] latents = fixture["latents"], first = Videos.Decode(autoencoder, latents, 2, 2, 2);

        Videos.Decode(autoencoder, latents, 2, 2, 2).ShouldBe(first);
    }
}

/// <summary>Moves whole videos, [channels, frames, height, width], through the streaming coders.</summary>
internal static class Videos
{
    public static float[] Sample(float[] numbers, int index, int count) => numbers.AsSpan(index * (numbers.Length / count), numbers.Length / count).ToArray();

    public static float[] Decode(WanAutoencoder autoencoder, float[] latents, int frames, int height, int width)
    {
        FrameDecoder decoder = autoencoder.BeginDecoding();
        int channels = autoencoder.Config.LatentChannels;
        List<float[]> images = [];
        for (int frame = 0; frame < frames; frame++)
        {
            images.AddRange(decoder.Push(FrameOf(latents, channels, frames, height * width, frame), height, width));
        }

        int pixels = images[0].Length / 3;
        float[] video = new float[3 * images.Count * pixels];
        for (int frame = 0; frame < images.Count; frame++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                for (int colour = 0; colour < 3; colour++)
                {
                    video[(((colour * images.Count) + frame) * pixels) + pixel] = images[frame][(pixel * 3) + colour];
                }
            }
        }

        return video;
    }

    public static (float[] Mean, float[] Logarithm) Encode(WanAutoencoder autoencoder, float[] video, int frames, int height, int width)
    {
        FrameEncoder encoder = autoencoder.BeginEncoding();
        int channels = autoencoder.Config.LatentChannels, pixels = height * width;
        List<float[]> latents = [];
        for (int frame = 0; frame < frames; frame++)
        {
            float[] planes = FrameOf(video, 3, frames, pixels, frame), image = new float[planes.Length];
            for (int i = 0; i < image.Length; i++)
            {
                image[i] = planes[(i % 3 * pixels) + (i / 3)];
            }

            latents.AddRange(encoder.Push(image, height, width));
        }

        int area = latents[0].Length / (2 * channels);
        float[] mean = new float[channels * latents.Count * area], logarithm = new float[mean.Length];
        for (int frame = 0; frame < latents.Count; frame++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                int target = ((channel * latents.Count) + frame) * area;
                latents[frame].AsSpan(channel * area, area).CopyTo(mean.AsSpan(target));
                latents[frame].AsSpan((channels + channel) * area, area).CopyTo(logarithm.AsSpan(target));
            }
        }

        return (mean, logarithm);
    }

    private static float[] FrameOf(float[] numbers, int channels, int frames, int pixels, int frame)
    {
        float[] part = new float[channels * pixels];
        for (int channel = 0; channel < channels; channel++)
        {
            numbers.AsSpan(((channel * frames) + frame) * pixels, pixels).CopyTo(part.AsSpan(channel * pixels));
        }

        return part;
    }
}
