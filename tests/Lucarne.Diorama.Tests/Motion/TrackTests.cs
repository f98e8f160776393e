using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Tests.Motion;

public sealed class TrackTests
{
    [Fact]
    public void A_curve_is_run_at_an_even_speed_however_its_points_are_spaced()
    {
        Spline spline = new([new(0, 0, 0), new(1, 0, 0), new(9, 0, 0), new(10, 0, 0)], false);

        for (float s = 0; s < 9; s += 0.5f)
        {
            Vector3.Distance(spline.Position(s), spline.Position(s + 0.5f)).ShouldBe(0.5f, 0.02f);
        }
    }

    [Fact]
    public void A_closed_curve_comes_back_to_its_start()
    {
        Spline ring = new([new(1, 0, 0), new(0, 0, 1), new(-1, 0, 0), new(0, 0, -1)], true);

        Vector3.Distance(ring.Position(0), ring.Position(ring.LengthM)).ShouldBeLessThan(1e-4f);
        Vector3.Distance(ring.Position(0.3f), ring.Position(ring.LengthM + 0.3f)).ShouldBeLessThan(1e-3f);
    }

    [Fact]
    public void A_traveller_that_stops_brakes_without_a_jerk_and_stays()
    {
        PathTrack track = new(new Spline([Vector3.Zero, new(0, 0, 40)], false)) { SpeedMps = 5, StopAfterM = 12, StopRampM = 3 };
        float before = 0;
        for (double t = 0; t < 8; t += 1 / 24.0)
        {
            float z = track.At(t).Position.Z;
            (z - before).ShouldBeInRange(-1e-4f, (5 / 24f) + 0.01f);
            before = z;
        }

        before.ShouldBe(12, 0.05f);
    }

    [Fact]
    public void A_leap_follows_a_ballistic_arc_and_lands_on_its_goal()
    {
        LeapTrack leap = new(new(0, 0, 0), new(2, 1, 0), 0.5f, 1, 9.81f, 1);

        leap.At(1 + (MathF.Sqrt(2 * 1.5f / 9.81f))).Position.Y.ShouldBe(1.5f, 0.01f, "the apex is half a metre above the higher end");
        Vector3.Distance(leap.At(leap.LandSeconds + 0.01).Position, new Vector3(2, 1, 0)).ShouldBeLessThan(0.01f);
    }

    [Fact]
    public void A_boat_sits_on_the_water_and_tilts_with_it()
    {
        FloatTrack level = new(new StillTrack(new(0, 99, 0), 0), (_, _, _) => 2, new(2, 6), 0.1f);
        FloatTrack slope = new(new StillTrack(Vector3.Zero, 0), (_, z, _) => 0.1f * z, new(2, 6), 0);

        level.At(0).Position.Y.ShouldBe(1.9f, 1e-3f);
        slope.At(0).Forward.Y.ShouldBeGreaterThan(0.05f, "the bow rises where the water rises ahead");
    }

    [Fact]
    public void A_pendulum_takes_the_time_that_its_length_says()
    {
        PendulumTrack swing = new(new(0, 2, 0), 2, 0.2f, 0, 9.81f) { Damping = 0 };
        double period = 2 * Math.PI * Math.Sqrt(2 / 9.81);

        Vector3.Distance(swing.At(0).Position, swing.At(period).Position).ShouldBeLessThan(0.01f);
        swing.At(period / 4).Position.Y.ShouldBe(0, 0.01f, "it passes its lowest point after a quarter");
    }
}
