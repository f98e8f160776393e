using System.Numerics;
using Lucarne.Diorama.Sound;

namespace Lucarne.Diorama.Tests.Sound;

/// <summary>Measures what a listener would hear.</summary>
internal static class Heard
{
    public static SoundTrack Track(AmbiencePlace place = AmbiencePlace.Silence, ulong seed = 1)
        => new(new SoundOptions { Seed = seed, Ambience = Ambience.Of(place) });

    public static float[] Render(this SoundTrack track, double seconds)
    {
        var samples = new float[2 * (int)Math.Round(seconds * SoundTrack.SampleRate)];
        track.Render(samples);
        return samples;
    }

    /// <summary>Root mean square of both channels between two times.</summary>
    public static double Rms(float[] stereo, double from = 0, double to = double.MaxValue)
    {
        int start = 2 * (int)(from * SoundTrack.SampleRate), end = (int)Math.Min(stereo.Length, 2 * to * SoundTrack.SampleRate);
        double sum = 0;
        for (int i = start; i < end; i++)
        {
            sum += stereo[i] * (double)stereo[i];
        }

        return Math.Sqrt(sum / Math.Max(1, end - start));
    }

    public static double ChannelRms(float[] stereo, int channel)
    {
        double sum = 0;
        for (int i = channel; i < stereo.Length; i += 2)
        {
            sum += stereo[i] * (double)stereo[i];
        }

        return Math.Sqrt(sum / (stereo.Length / 2));
    }

    public static float Peak(float[] samples) => samples.Max(MathF.Abs);

    /// <summary>First time from which a sample passes a share of the peak in the half second that follows.</summary>
    public static double Onset(float[] stereo, double from, float share = 0.1f)
    {
        int start = (int)(from * SoundTrack.SampleRate) * 2;
        int end = Math.Min(stereo.Length, start + SoundTrack.SampleRate);
        float threshold = share * stereo.AsSpan(start, end - start).ToArray().Max(MathF.Abs);
        for (int i = start; i < end; i++)
        {
            if (MathF.Abs(stereo[i]) >= threshold && threshold > 0)
            {
                return i / 2 / (double)SoundTrack.SampleRate;
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>Power-weighted mean frequency of the left channel, hertz.</summary>
    public static double Centroid(float[] stereo, double from)
    {
        const int Count = 8192;
        int start = (int)(from * SoundTrack.SampleRate);
        var bins = new Complex[Count];
        for (int i = 0; i < Count; i++)
        {
            double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Count));
            bins[i] = stereo[2 * (start + i)] * window;
        }

        Transform(bins);
        double power = 0, weighted = 0;
        for (int k = 1; k < Count / 2; k++)
        {
            double p = bins[k].Magnitude * bins[k].Magnitude;
            power += p;
            weighted += p * k * SoundTrack.SampleRate / Count;
        }

        return weighted / power;
    }

    private static void Transform(Span<Complex> x)
    {
        if (x.Length == 1)
        {
            return;
        }

        int half = x.Length / 2;
        var even = new Complex[half];
        var odd = new Complex[half];
        for (int i = 0; i < half; i++)
        {
            even[i] = x[2 * i];
            odd[i] = x[(2 * i) + 1];
        }

        Transform(even);
        Transform(odd);
        for (int k = 0; k < half; k++)
        {
            Complex turn = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / x.Length) * odd[k];
            x[k] = even[k] + turn;
            x[k + half] = even[k] - turn;
        }
    }
}
