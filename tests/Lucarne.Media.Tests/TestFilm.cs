using Lucarne.Media.Encoding;

namespace Lucarne.Media.Tests;

/// <summary>A film of a bright square that wanders over a gradient, black in its first frames, with a click of sound at one known moment.</summary>
internal static class TestFilm
{
    public static void Paint(VideoFormat format, int frame, Span<byte> picture)
    {
        int width = format.Width, height = format.Height;
        bool dark = frame < 3;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool square = Math.Abs(x - (frame * 4 % width)) < 20 && Math.Abs(y - (height / 2)) < 20;
                picture[(y * width) + x] = dark ? (byte)16 : square ? (byte)220 : (byte)(40 + (y * 120 / height));
            }
        }

        picture.Slice(width * height, width * height / 4).Fill(dark ? (byte)128 : (byte)100);
        picture[(width * height * 5 / 4)..].Fill(dark ? (byte)128 : (byte)160);
    }

    /// <summary>Silence, then a 1 kHz tone from <paramref name="onsetSample"/> on.</summary>
    public static void Sing(VideoFormat format, int frame, Span<float> sound, long onsetSample)
    {
        long first = format.FirstSampleOf(frame);
        for (int i = 0; i < sound.Length / 2; i++)
        {
            long sample = first + i;
            sound[2 * i] = sound[(2 * i) + 1] = sample < onsetSample ? 0 : 0.5f * (float)Math.Sin(2 * Math.PI * 1000 * (sample - onsetSample) / VideoFormat.SampleRate);
        }
    }

    public static async Task<string> EncodeAsync(VideoFormat format, string folder, long onsetSample = 0, Action<int>? onSegment = null)
    {
        await using LiveEncoder encoder = await LiveEncoder.StartAsync(new Ffmpeg(), format, folder, onSegment ?? (_ => { }), CancellationToken.None);
        byte[] picture = new byte[format.FrameBytes];
        for (int frame = 0; frame < format.FrameCount; frame++)
        {
            float[] sound = new float[format.SamplesOf(frame) * 2];
            Paint(format, frame, picture);
            Sing(format, frame, sound, onsetSample);
            await encoder.WriteAsync(picture, sound, CancellationToken.None);
        }

        return await encoder.CompleteAsync(CancellationToken.None);
    }
}
