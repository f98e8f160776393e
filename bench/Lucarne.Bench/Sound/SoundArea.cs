using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Sound;

namespace Lucarne.Bench.Sound;

/// <summary>How much faster than it plays sound is made, on one core's processor time.</summary>
internal static class SoundArea
{
    private const double FilmSeconds = 10;

    public static IReadOnlyList<Measurement> Run() =>
    [
        Measurement.AtLeast("sound-stormy-coast", TimesRealTime(() => Film(Ambience.Of(AmbiencePlace.Shore, night: true, wind: 0.9f, rain: 0.8f), 0)), "x real time", 33),
        Measurement.AtLeast("sound-street-with-20-blows-a-second", TimesRealTime(() => Film(Ambience.Of(AmbiencePlace.Street), 20)), "x real time", 33),
        Measurement.AtLeast("sound-room-with-100-blows-a-second", TimesRealTime(() => Film(Ambience.Of(AmbiencePlace.Room), 100)), "x real time", 33),
    ];

    private static double TimesRealTime(Func<SoundTrack> film)
    {
        var samples = new float[2 * (int)(FilmSeconds * SoundTrack.SampleRate)];
        film().Render(samples.AsSpan(0, SoundTrack.SampleRate));
        double best = double.MaxValue;
        for (int run = 0; run < 5; run++)
        {
            SoundTrack track = film();
            TimeSpan before = Environment.CpuUsage.UserTime;
            track.Render(samples);
            best = Math.Min(best, (Environment.CpuUsage.UserTime - before).TotalSeconds);
        }

        return FilmSeconds / Math.Max(1e-3, best);
    }

    private static SoundTrack Film(Ambience ambience, int blowsPerSecond)
    {
        var track = new SoundTrack(new SoundOptions { Seed = 1, Ambience = ambience });
        for (int i = 0; i < blowsPerSecond * FilmSeconds; i++)
        {
            track.Schedule(new SoundEvent
            {
                Seconds = i / (double)blowsPerSecond,
                MaterialA = (SurfaceMaterial)(i % 16),
                ImpulseNs = 0.05f * (1 + (i % 20)),
                Position = new((i % 7) - 3, 0, -2),
            });
        }

        return track;
    }
}
