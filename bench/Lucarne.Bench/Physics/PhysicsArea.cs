using System.Numerics;
using Lucarne.Diorama.Physics;

namespace Lucarne.Bench.Physics;

/// <summary>How much faster than it plays the physics of a scene is computed, on one core's processor time.</summary>
internal static class PhysicsArea
{
    private const double SceneSeconds = 10;

    public static IReadOnlyList<Measurement> Run() =>
    [
        Measurement.AtLeast("physics-pile-of-50-mixed-shapes", TimesRealTime(() => Pile(50, sleeping: true)), "x real time", 20),
        Measurement.AtLeast("physics-pile-of-50-kept-awake", TimesRealTime(() => Pile(50, sleeping: false)), "x real time", 20),
        Measurement.Of("physics-pile-of-200-mixed-shapes", TimesRealTime(() => Pile(200, sleeping: true)), "x real time"),
        Measurement.Of("physics-200-dominoes", TimesRealTime(() => Dominoes(200)), "x real time"),
    ];

    private static double TimesRealTime(Func<PhysicsWorld> scene)
    {
        scene().StepTo(2);
        double best = double.MaxValue;
        for (int run = 0; run < 5; run++)
        {
            PhysicsWorld world = scene();
            TimeSpan before = Environment.CpuUsage.UserTime;
            world.StepTo(SceneSeconds);
            best = Math.Min(best, (Environment.CpuUsage.UserTime - before).TotalSeconds);
        }

        return SceneSeconds / Math.Max(1e-3, best);
    }

    private static PhysicsWorld Floor(bool sleeping)
    {
        var world = new PhysicsWorld(new PhysicsOptions { Sleeping = sleeping });
        world.Add(new BodyDescription { Shape = Shape.HalfSpace(), Kind = BodyKind.Static });
        return world;
    }

    private static PhysicsWorld Pile(int count, bool sleeping)
    {
        PhysicsWorld world = Floor(sleeping);
        Shape[] shapes =
        [
            Shape.Sphere(0.1f), Shape.Box(new(0.2f, 0.15f, 0.25f)), Shape.Capsule(0.07f, 0.3f), Shape.Cylinder(0.1f, 0.2f),
            Shape.ConvexHull([new(-0.1f, -0.1f, -0.1f), new(0.12f, -0.1f, -0.08f), new(0, -0.1f, 0.13f), new(0, 0.14f, 0)]),
        ];
        for (int i = 0; i < count; i++)
        {
            world.Add(new BodyDescription
            {
                Shape = shapes[i % shapes.Length],
                Position = new(0.17f * ((i * 7 % 5) - 2), 0.3f + (0.12f * i), 0.16f * ((i * 3 % 4) - 1.5f)),
                Orientation = Quaternion.CreateFromYawPitchRoll(i, i * 0.7f, i * 0.3f),
            });
        }

        return world;
    }

    private static PhysicsWorld Dominoes(int count)
    {
        PhysicsWorld world = Floor(sleeping: true);
        for (int i = 0; i < count; i++)
        {
            world.Add(new BodyDescription
            {
                Shape = Shape.Box(new(0.012f, 0.08f, 0.04f)),
                Position = new(0.035f * i, 0.04f, 0),
                AngularVelocity = i == 0 ? new(0, 0, -4) : default,
            });
        }

        return world;
    }
}
