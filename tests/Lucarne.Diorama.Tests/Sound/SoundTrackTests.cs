using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Sound;

namespace Lucarne.Diorama.Tests.Sound;

public class SoundTrackTests
{
    private const double HalfFrameSeconds = 0.5 / 24;

    private static SoundEvent Blow(SurfaceMaterial material, double seconds = 0.1, float impulseNs = 1, Vector3? position = null) => new()
    {
        Kind = SoundEventKind.Contact,
        MaterialA = material,
        MaterialB = material,
        Seconds = seconds,
        ImpulseNs = impulseNs,
        Position = position ?? new(0, 0, -3),
    };

    private static float[] Strike(in SoundEvent e, double seconds = 1)
    {
        SoundTrack track = Heard.Track();
        track.Schedule(e);
        return track.Render(seconds);
    }

    public static TheoryData<SoundEventKind> Kinds => [.. Enum.GetValues<SoundEventKind>()];

    public static TheoryData<SourceKind> Sources => [.. Enum.GetValues<SourceKind>()];

    public static TheoryData<AmbiencePlace> Places => [.. Enum.GetValues<AmbiencePlace>().Where(p => p != AmbiencePlace.Silence)];

    [Theory]
    [InlineData(SurfaceMaterial.Wood)]
    [InlineData(SurfaceMaterial.Rubber)]
    [InlineData(SurfaceMaterial.Metal)]
    [InlineData(SurfaceMaterial.Glass)]
    [InlineData(SurfaceMaterial.Snow)]
    public void Every_blow_is_heard_within_half_a_frame_of_its_time(SurfaceMaterial material)
    {
        SoundTrack track = Heard.Track();
        double[] times = [0.2137, 1.05, 1.9731, 3.5004];
        foreach (double time in times)
        {
            track.Schedule(Blow(material, time));
        }

        float[] heard = track.Render(5);
        foreach (double time in times)
        {
            double onset = Heard.Onset(heard, time - HalfFrameSeconds);
            onset.ShouldBeInRange(time, time + HalfFrameSeconds);
        }
    }

    [Fact]
    public void Metal_is_brighter_than_wood_and_wood_than_rubber()
    {
        double metal = Heard.Centroid(Strike(Blow(SurfaceMaterial.Metal)), 0.1);
        double wood = Heard.Centroid(Strike(Blow(SurfaceMaterial.Wood)), 0.1);
        double rubber = Heard.Centroid(Strike(Blow(SurfaceMaterial.Rubber)), 0.1);
        metal.ShouldBeGreaterThan(wood * 1.3);
        wood.ShouldBeGreaterThan(rubber * 1.3);
    }

    [Fact]
    public void Metal_rings_on_when_wood_is_still()
    {
        float[] metal = Strike(Blow(SurfaceMaterial.Metal)), wood = Strike(Blow(SurfaceMaterial.Wood));
        (Heard.Rms(metal, 0.5, 0.8) / Heard.Rms(metal, 0.1, 0.2)).ShouldBeGreaterThan(20 * Heard.Rms(wood, 0.5, 0.8) / Heard.Rms(wood, 0.1, 0.2));
    }

    [Fact]
    public void A_larger_thing_sounds_deeper()
        => Heard.Centroid(Strike(Blow(SurfaceMaterial.Wood) with { SizeM = 1 }), 0.1)
            .ShouldBeLessThan(Heard.Centroid(Strike(Blow(SurfaceMaterial.Wood) with { SizeM = 0.05f }), 0.1));

    [Fact]
    public void A_harder_blow_is_louder()
    {
        double last = 0;
        foreach (float impulse in new[] { 0.001f, 0.01f, 0.1f, 1f })
        {
            double rms = Heard.Rms(Strike(Blow(SurfaceMaterial.Wood, impulseNs: impulse)));
            rms.ShouldBeGreaterThan(last * 1.5);
            last = rms;
        }
    }

    [Fact]
    public void A_nearer_blow_is_louder()
        => Heard.Rms(Strike(Blow(SurfaceMaterial.Wood, position: new(0, 0, -1))))
            .ShouldBeGreaterThan(2 * Heard.Rms(Strike(Blow(SurfaceMaterial.Wood, position: new(0, 0, -20)))));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void What_is_on_one_side_is_louder_in_that_ear_and_reaches_it_first(int side)
    {
        float[] heard = Strike(Blow(SurfaceMaterial.Wood, position: new(3 * side, 0, -1)));
        double left = Heard.ChannelRms(heard, 0), right = Heard.ChannelRms(heard, 1);
        Math.Sign(right - left).ShouldBe(side);
        int first = Array.FindIndex(heard, v => MathF.Abs(v) > 1e-4f);
        (first % 2).ShouldBe(side < 0 ? 0 : 1);
    }

    [Fact]
    public void Turning_the_listener_swaps_the_ears()
    {
        SoundTrack track = Heard.Track();
        track.SetListener(0, new Listener(Vector3.Zero, -Vector3.UnitX));
        track.Schedule(Blow(SurfaceMaterial.Wood, position: new(3, 0, -1)));
        float[] heard = track.Render(1);
        Heard.ChannelRms(heard, 0).ShouldBeGreaterThan(Heard.ChannelRms(heard, 1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_is_heard_without_clipping_or_direct_current(SoundEventKind kind)
    {
        SoundTrack track = Heard.Track();
        track.Schedule(new SoundEvent { Kind = kind, Seconds = 0.1, Position = new(0, 0, -2) });
        float[] heard = track.Render(3);
        Healthy(heard);
        Heard.Rms(heard).ShouldBeGreaterThan(0.001);
        Heard.Rms(heard, 0, 0.09).ShouldBeLessThan(1e-9);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_continuous_source_is_heard_without_clipping_or_direct_current(SourceKind kind)
    {
        SoundTrack track = Heard.Track();
        SourceHandle source = track.AddSource(kind);
        float rate = kind switch { SourceKind.Engine => 2000, SourceKind.Motor => 200, SourceKind.Flapping => 4, _ => 0.7f };
        track.SetSource(source, 0, new SourceState(1, rate, new(0, 0, -2)));
        float[] heard = track.Render(4);
        Healthy(heard);
        Heard.Rms(heard).ShouldBeGreaterThan(0.0005);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void No_place_is_ever_digitally_silent_or_loud(AmbiencePlace place)
    {
        float[] heard = Heard.Track(place).Render(5);
        Healthy(heard);
        for (double t = 0.2; t < 5; t += 0.1)
        {
            Heard.Rms(heard, t, t + 0.1).ShouldBeGreaterThan(1e-4, $"{place} at {t:F1} s");
        }

        (20 * Math.Log10(Heard.Rms(heard))).ShouldBeInRange(-50, -14);
    }

    [Fact]
    public void A_stormy_coast_is_louder_than_a_quiet_room()
    {
        var storm = new SoundTrack(new SoundOptions { Ambience = Ambience.Of(AmbiencePlace.Shore, night: true, wind: 0.9f, rain: 0.8f) });
        Heard.Rms(storm.Render(3)).ShouldBeGreaterThan(4 * Heard.Rms(Heard.Track(AmbiencePlace.Room).Render(3)));
    }

    [Fact]
    public void Silence_stays_silent_until_something_happens()
        => Heard.Peak(Heard.Track().Render(1)).ShouldBeLessThan(1e-9f);

    [Fact]
    public void Hundreds_of_blows_at_once_neither_clip_nor_run_away()
    {
        SoundTrack track = Heard.Track();
        for (int i = 0; i < 600; i++)
        {
            track.Schedule(Blow((SurfaceMaterial)(i % 12), 0.1 + (i / 100 * 0.05), 500, new(i % 7 - 3, 0, -1)));
        }

        Healthy(track.Render(3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(2000)]
    [InlineData(48_000)]
    public void Any_cut_into_blocks_gives_the_same_bits(int blockSamples)
    {
        string whole = Hash(Busy().Render(2));
        SoundTrack track = Busy();
        var heard = new float[2 * 2 * SoundTrack.SampleRate];
        for (int at = 0; at < heard.Length; at += 2 * blockSamples)
        {
            track.Render(heard.AsSpan(at, Math.Min(2 * blockSamples, heard.Length - at)));
        }

        Hash(heard).ShouldBe(whole);
        track.RenderedSeconds.ShouldBe(2);
    }

    [Fact]
    public void Events_told_as_the_film_goes_sound_as_if_they_had_been_told_before()
    {
        string whole = Hash(Busy().Render(2));
        SoundTrack track = Busy(blows: false);
        var heard = new float[2 * 2 * SoundTrack.SampleRate];
        for (int frame = 0; frame < 48; frame++)
        {
            foreach (SoundEvent e in BusyBlows().Where(e => (int)(e.Seconds * 24) == frame))
            {
                track.Schedule(e);
            }

            track.Render(heard.AsSpan(frame * 4000, 4000));
        }

        Hash(heard).ShouldBe(whole);
    }

    [Fact]
    public void Another_seed_gives_another_sea()
        => Hash(Heard.Track(AmbiencePlace.Ocean, 1).Render(1)).ShouldNotBe(Hash(Heard.Track(AmbiencePlace.Ocean, 2).Render(1)));

    [Fact]
    public void A_spoken_clip_comes_out_at_its_time_and_in_its_shape()
    {
        SoundTrack track = Heard.Track();
        var clip = new float[SoundTrack.SampleRate / 2];
        for (int i = 0; i < clip.Length; i++)
        {
            clip[i] = 0.2f * MathF.Sin(i * 0.05f) * MathF.Sin(MathF.PI * i / clip.Length);
        }

        track.AddClip(clip, 0.5, position: null);
        float[] heard = track.Render(1.5);
        Heard.Rms(heard, 0, 0.5).ShouldBeLessThan(1e-9);
        double dot = 0, a = 0, b = 0;
        for (int i = 0; i < clip.Length; i++)
        {
            float y = heard[2 * (24_000 + SoundTrack.LatencySamples + i)];
            dot += clip[i] * y;
            a += clip[i] * clip[i];
            b += y * y;
        }

        (dot / Math.Sqrt(a * b)).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void An_engine_that_revs_up_rises_in_pitch()
    {
        SoundTrack track = Heard.Track();
        SourceHandle engine = track.AddSource(SourceKind.Motor);
        track.SetSource(engine, 0, new SourceState(1, 150, new(0, 0, -2)));
        track.SetSource(engine, 3, new SourceState(1, 900, new(0, 0, -2)));
        float[] heard = track.Render(3.2);
        Heard.Centroid(heard, 2.9).ShouldBeGreaterThan(1.8 * Heard.Centroid(heard, 0.3));
    }

    [Fact]
    public void The_next_shot_fades_over_without_a_click()
    {
        SoundTrack track = Heard.Track(AmbiencePlace.Ocean);
        track.SetAmbience(1, Ambience.Of(AmbiencePlace.Room));
        float[] heard = track.Render(3);
        Healthy(heard);
        Heard.Rms(heard, 2, 3).ShouldBeLessThan(0.5 * Heard.Rms(heard, 0.3, 1));
    }

    [Fact]
    public void Hostile_values_are_refused_and_harmless()
    {
        SoundTrack track = Heard.Track();
        Should.Throw<ArgumentException>(() => track.Schedule(new SoundEvent { Seconds = double.NaN }));
        Should.Throw<ArgumentException>(() => track.Schedule(new SoundEvent { ImpulseNs = float.PositiveInfinity }));
        Should.Throw<ArgumentException>(() => track.SetSource(new SourceHandle(9), 0, default));
        Should.Throw<ArgumentException>(() => track.Render(new float[3]));
        Should.Throw<ArgumentException>(() => track.SetListener(0, new Listener(new(float.NaN, 0, 0), Vector3.UnitX)));
        Should.Throw<ArgumentException>(() => track.AddClip([], double.NaN, null));
        foreach (float size in new[] { -1f, 0f, 1e-9f, 1e9f })
        {
            foreach (SoundEventKind kind in Enum.GetValues<SoundEventKind>())
            {
                track.Schedule(new SoundEvent { Kind = kind, SizeM = size, ImpulseNs = 1e9f * size, Position = new(1e9f, 0, 0) });
            }
        }

        Healthy(track.Render(1));
    }

    [Fact]
    public void Rendering_allocates_nothing_once_it_runs()
    {
        SoundTrack track = Busy();
        var block = new float[4000];
        for (int i = 0; i < 24; i++)
        {
            track.Render(block);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 12; i++)
        {
            track.Render(block);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static IEnumerable<SoundEvent> BusyBlows()
    {
        for (int i = 0; i < 40; i++)
        {
            yield return Blow((SurfaceMaterial)(i % 16), 0.03 + (i * 0.041), 0.1f + i, new((i % 5) - 2, 0, -2));
        }
    }

    private static SoundTrack Busy(bool blows = true)
    {
        SoundTrack track = Heard.Track(AmbiencePlace.Street);
        SourceHandle engine = track.AddSource(SourceKind.Engine);
        track.SetSource(engine, 0, new SourceState(0.7f, 1200, new(-3, 0, -2)));
        track.SetSource(engine, 2, new SourceState(0.7f, 3000, new(3, 0, -2)));
        foreach (SoundEvent e in blows ? BusyBlows() : [])
        {
            track.Schedule(e);
        }

        return track;
    }

    private static void Healthy(float[] heard)
    {
        heard.ShouldAllBe(v => float.IsFinite(v));
        Heard.Peak(heard).ShouldBeLessThanOrEqualTo(0.8913f);
        MathF.Abs(heard.Average()).ShouldBeLessThan(0.001f);
    }

    private static string Hash(float[] samples) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(samples)));
}
