using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class PhysicsWorld
{
    private const float GaussPoint = 0.57735f;
    private const float RoundGrid = 0.92f;
    private SplashEvent[] _splashes = new SplashEvent[16];
    private int _splashCount;

    /// <summary>Water, if any; may change between steps.</summary>
    public WaterVolume? Water { get; set; }

    /// <summary>Bodies that crossed the water's surface in the last step. Valid until the next step.</summary>
    public ReadOnlySpan<SplashEvent> Splashes => _splashes.AsSpan(0, _splashCount);

    /// <summary>Share of the body's volume that is under water, 0…1.</summary>
    public float SubmergedOf(BodyHandle handle) => Get(handle).Submerged;

    private void Float(float step)
    {
        _splashCount = 0;
        if (Water is not { } water)
        {
            return;
        }

        for (int i = 0; i < _bodyCount; i++)
        {
            ref Body body = ref _bodies[i];
            if (body.IsDynamic && body.Moves)
            {
                FloatBody(i, ref body, water, step);
            }
        }
    }

    private void FloatBody(int index, ref Body body, WaterVolume water, float step)
    {
        float before = body.Submerged;
        body.Submerged = 0;
        if (!water.Holds(body.Position))
        {
            return;
        }

        Vector3 p = body.Position;
        float reach = body.LargestReachM, probe = MathF.Max(0.02f, 0.5f * reach);
        float level = water.Surface(p.X, p.Z, Seconds);
        if (!float.IsFinite(level) || p.Y - (2f * reach) - 1f > level)
        {
            return;
        }

        Vector2 slope = new Vector2(
            water.Surface(p.X + probe, p.Z, Seconds) - water.Surface(p.X - probe, p.Z, Seconds),
            water.Surface(p.X, p.Z + probe, Seconds) - water.Surface(p.X, p.Z - probe, Seconds)) / (2f * probe);
        Vector3 normal = Vector3.Normalize(new Vector3(-slope.X, 1, -slope.Y));
        float weight = water.DensityKgM3 * _options.Gravity.Length();
        float volume = 0, wet = 0;
        Span<Vector3> samples = stackalloc Vector3[ConvexSupport.MaximumProbes];
        for (int c = 0; c < body.ColliderCount; c++)
        {
            ref readonly Collider collider = ref _colliders[body.FirstCollider + c];
            Shape shape = collider.Shape;
            volume += shape.VolumeM3;
            if (shape.Kind == ShapeKind.Sphere)
            {
                // The cap of a ball: πd²(3r − d)/3.
                float d = Math.Clamp(LevelAt(water, collider.Position, level, slope, p) - collider.Position.Y + shape.Radius, 0, 2f * shape.Radius);
                float cap = MathF.PI * d * d * ((3f * shape.Radius) - d) / 3f;
                Push(ref body, collider.Position, normal * (cap * weight));
                wet += cap;
                continue;
            }

            int count = VolumeSamples(collider, samples);
            float share = shape.VolumeM3 / count, cell = MathF.Max(1e-4f, (shape.Kind == ShapeKind.Hull ? 0.5f : 1f / 3f) * shape.WorldHalfExtents(collider.Orientation).Y);
            for (int s = 0; s < count; s++)
            {
                float depth = LevelAt(water, samples[s], level, slope, p) - samples[s].Y;
                float under = share * Math.Clamp(0.5f + (0.5f * depth / cell), 0, 1);
                Push(ref body, samples[s], normal * (under * weight));
                wet += under;
            }
        }

        body.Submerged = Math.Clamp(wet / MathF.Max(1e-12f, volume), 0, 1);
        float size = MathF.Cbrt(0.2387f * volume);
        Vector3 through = body.LinearVelocity - water.FlowMps;
        ReportSplash(index, body, before, new Vector3(p.X, level, p.Z), through.Length(), size);
        if (body.Submerged > 0)
        {
            float displaced = wet * water.DensityKgM3 * body.InverseMass;
            float form = 0.3f * water.DensityKgM3 * MathF.PI * size * size * through.Length() * body.InverseMass;
            float drag = (water.LinearDamping * displaced) + (form * body.Submerged);
            body.LinearVelocity = water.FlowMps + (through / (1f + (step * drag)));
            body.AngularVelocity /= 1f + (step * water.AngularDamping * displaced);
        }
    }

    /// <summary>The surface above a point of a body: its tangent plane at the body's centre for what is near, itself for what is far.</summary>
    private float LevelAt(WaterVolume water, Vector3 point, float level, Vector2 slope, Vector3 centre)
    {
        Vector2 away = new(point.X - centre.X, point.Z - centre.Z);
        return away.LengthSquared() < 0.04f ? level + Vector2.Dot(slope, away) : water.Surface(point.X, point.Z, Seconds);
    }

    private void ReportSplash(int index, in Body body, float before, Vector3 point, float speed, float size)
    {
        bool enters = before == 0 && body.Submerged > 0, leaves = before > 0 && body.Submerged == 0;
        if (enters || leaves)
        {
            Grow(ref _splashes, _splashCount + 1);
            _splashes[_splashCount++] = new SplashEvent(
                Seconds + _options.StepSeconds, new BodyHandle(index), body.Tag, body.Material, point, speed, body.MassKg, size, enters);
        }
    }

    /// <summary>Points that share a part's volume evenly and have about its second moments.</summary>
    private static int VolumeSamples(in Collider c, Span<Vector3> samples)
    {
        Shape shape = c.Shape;
        if (shape.Kind == ShapeKind.Hull)
        {
            for (int i = 0; i < shape.Corners.Length; i++)
            {
                samples[i] = c.Position + Vector3.Transform(Vector3.Lerp(shape.Centre, shape.Corners[i], GaussPoint), c.Orientation);
            }

            return shape.Corners.Length;
        }

        // Three by three by three cells; a round section takes a narrower grid, for its smaller second moment.
        Vector3 spacing = 2f / 3f * (shape.Kind == ShapeKind.Box ? shape.HalfExtents : new Vector3(RoundGrid * shape.Radius, shape.HalfExtents.Y, RoundGrid * shape.Radius));
        for (int i = 0; i < 27; i++)
        {
            Vector3 cell = new((i % 3) - 1, (i / 3 % 3) - 1, (i / 9) - 1);
            samples[i] = c.Position + Vector3.Transform(spacing * cell, c.Orientation);
        }

        return 27;
    }

    private static void Push(ref Body body, Vector3 point, Vector3 force)
    {
        body.Force += force;
        body.Torque += Vector3.Cross(point - body.Position, force);
    }
}
