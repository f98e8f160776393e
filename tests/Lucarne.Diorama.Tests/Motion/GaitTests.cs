using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging;

namespace Lucarne.Diorama.Tests.Motion;

public sealed class GaitTests
{
    [Theory]
    [InlineData(0.8f)]
    [InlineData(1.4f)]
    public void A_walking_foot_stays_where_it_is_planted(float speedMps)
    {
        Prop walker = Walker();
        Skeleton skeleton = new(walker);
        Gait gait = new(skeleton, speedMps, 1);
        PathTrack track = new(new Spline([Vector3.Zero, new Vector3(0, 0, 50)], false)) { SpeedMps = speedMps, Carriage = Carriage.Upright };
        PropPose pose = new(walker);
        int foot = skeleton["foot-left"];
        List<float> planted = [];
        float slid = 0;
        Vector3? before = null;
        for (double t = 1; t < 4; t += 1 / 60.0)
        {
            pose.Reset(track.At(t));
            gait.Apply(pose, t);
            pose.Solve();
            Vector3 ankle = pose.Point(foot, Vector3.Zero);
            bool down = ankle.Y < 0.085f;
            if (down && before is { } last)
            {
                slid = MathF.Max(slid, MathF.Abs(ankle.Z - last.Z));
                planted.Add(ankle.Y);
            }

            before = down ? ankle : null;
        }

        planted.Count.ShouldBeGreaterThan(40, "the foot is on the ground for a good part of three seconds");
        slid.ShouldBeLessThan(0.006f, "a planted foot that moves between two frames slides");
    }

    [Fact]
    public void A_faster_animal_changes_from_a_walk_to_a_gallop()
    {
        Skeleton horse = new(Horse());

        new Gait(horse, 1.5f, 1).Gallops.ShouldBeFalse();
        new Gait(horse, 10f, 1).Gallops.ShouldBeTrue();
    }

    [Fact]
    public void Wheels_turn_by_the_way_that_the_car_runs()
    {
        Prop car = new()
        {
            Concept = "car",
            SizeM = new Vector3(1.7f, 1.4f, 4),
            Collision = new CollisionShape.Box(new Vector3(0.85f, 0.7f, 2)),
            MassKg = 900,
            Substance = Substance.Metal,
            Rig = Rig.Wheeled,
            Parts = [new PropPart { Name = "body" }, new PropPart { Name = "wheel-back-left", Parent = 0, Pivot = new Vector3(0.7f, 0.3f, -1.2f), RadiusM = 0.3f }],
        };
        PropPose pose = new(car);
        pose.Reset(new TrackState { DistanceM = MathF.PI * 0.3f, SpeedMps = 5 });
        new WheelSpin(new Skeleton(car), 1).Apply(pose, 0);

        // Half a turn after half of the circumference: the top of the wheel is at its bottom.
        Vector3.Transform(Vector3.UnitY, pose.Joints[1]).Y.ShouldBe(-1, 1e-3f);
    }

    private static PropPart Part(string name, int parent, Vector3 pivot) => new() { Name = name, Parent = parent, Pivot = pivot };

    private static Mesh Sole(float depthM) => new() { Positions = [new(0, 0, 0), new(0.1f, -depthM, 0), new(0, -depthM, 0.1f)], Normals = [Vector3.UnitY, Vector3.UnitY, Vector3.UnitY], Indices = [0, 1, 2] };

    private static Prop Walker() => new()
    {
        Concept = "person",
        SizeM = new Vector3(0.5f, 1.75f, 0.3f),
        Collision = new CollisionShape.Capsule(0.25f, 1.75f),
        MassKg = 70,
        Substance = Substance.Flesh,
        Rig = Rig.Biped,
        Parts =
        [
            Part("pelvis", -1, new Vector3(0, 0.9f, 0)), Part("torso", 0, new Vector3(0, 0.1f, 0)),
            Part("upper-leg-left", 0, new Vector3(0.1f, 0, 0)), Part("lower-leg-left", 2, new Vector3(0, -0.42f, 0)), Part("foot-left", 3, new Vector3(0, -0.4f, 0)) with { Mesh = Sole(0.08f), Materials = [new Material()] },
            Part("upper-leg-right", 0, new Vector3(-0.1f, 0, 0)), Part("lower-leg-right", 5, new Vector3(0, -0.42f, 0)), Part("foot-right", 6, new Vector3(0, -0.4f, 0)) with { Mesh = Sole(0.08f), Materials = [new Material()] },
        ],
    };

    private static Prop Horse()
    {
        List<PropPart> parts = [Part("body", -1, new Vector3(0, 1.2f, 0))];
        foreach (string side in (ReadOnlySpan<string>)["front-left", "front-right", "back-left", "back-right"])
        {
            parts.Add(Part($"upper-leg-{side}", 0, Vector3.Zero));
            parts.Add(Part($"lower-leg-{side}", parts.Count - 1, new Vector3(0, -0.55f, 0)) with { Mesh = Sole(0.6f), Materials = [new Material()] });
        }

        return new Prop { Concept = "horse", SizeM = new Vector3(0.6f, 1.7f, 2.4f), Collision = new CollisionShape.Box(new Vector3(0.3f, 0.85f, 1.2f)), MassKg = 450, Substance = Substance.Flesh, Rig = Rig.Quadruped, Parts = [.. parts] };
    }
}
