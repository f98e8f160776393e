using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Balls, each with marks that let the eye see it spin.</summary>
internal static class Balls
{
    /// <summary>A toy ball: one colour with two narrow bands.</summary>
    public static Prop Ball(PropRequest request)
    {
        string? material = request.Attributes.Material;
        if (material == "glass")
        {
            return Marble(request);
        }

        const float Radius = 0.11f;
        PropBuilder b = new(request);
        Material main = request.Main(0xC8281E, Finishes.Rubber);
        int skin = b.SlotOf(main);
        int band = b.SlotOf(request.Second(0xF2E9D2, c => main with { BaseColour = c, Pattern = SurfacePattern.None, Transmission = 0, Metallic = main.Metallic }));
        bool plain = material is not null and not "rubber" and not "plastic";
        Form ball = Globe(Radius, request.Detail, (latitude, _) => !plain && MathF.Abs(MathF.Abs(latitude) - 14) < 4.5f ? band : skin).RotateZ(24);
        b.Part("body", ball.Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Rubber, 0.35f, 0.03f);
    }

    /// <summary>A beach ball of six coloured gores.</summary>
    public static Prop BeachBall(PropRequest request)
    {
        const float Radius = 0.2f;
        PropBuilder b = new(request);
        int white = b.SlotOf(Finishes.Plastic(Colours.Hex(0xF6F3EA)));
        int[] gores = [b.SlotOf(request.Main(0xE03A2E, Finishes.Plastic)), white, b.SlotOf(request.Second(0x2E86D8, Finishes.Plastic)), white, b.SlotOf(Finishes.Plastic(Colours.Hex(0xF6C22A))), white];
        Form ball = Globe(Radius, request.Detail, (latitude, longitude) => MathF.Abs(latitude) > 76 ? white : gores[(int)(longitude / 60) % 6]).RotateZ(35);
        b.Part("body", ball.Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Plastic, 0.12f, 0.02f, restitution: 0.7f);
    }

    /// <summary>A basketball with its seams.</summary>
    public static Prop Basketball(PropRequest request)
    {
        const float Radius = 0.12f;
        PropBuilder b = new(request);
        Material skin = request.Main(0xC65A1E, c => new Material { BaseColour = c, SecondColour = c * 0.7f, Roughness = 0.65f, Pattern = SurfacePattern.Dots, PatternScaleM = 0.008f, Relief = 0.3f });
        Form ball = b.Paint(Shapes.Sphere(Radius, Level(request.Detail)), skin);
        Material ink = Finishes.Rubber(Colours.Hex(0x1A1512));
        Form seam = Shapes.Torus(Radius * 0.998f, Radius * 0.022f, 40, 6);
        Form side = Seam(Radius, 40);
        Form seams = b.Paint(seam.With(seam.RotateX(90), side, side.RotateY(180)), ink);
        b.Part("body", ball.With(seams).RotateZ(30).RotateX(20).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Rubber, 0.62f, 0.05f, restitution: 0.78f);
    }

    /// <summary>A football of white and black panels.</summary>
    public static Prop Football(PropRequest request)
    {
        const float Radius = 0.11f;
        PropBuilder b = new(request);
        int white = b.SlotOf(request.Main(0xF2F1EC, Finishes.Leather)), black = b.SlotOf(Finishes.Leather(Colours.Hex(0x1B1C20)));
        Vector3[] pentagons = Shapes.Sphere(1, 0).Positions;
        Form ball = Shapes.Sphere(Radius, request.Detail == Detail.Far ? 3 : 4).Slot(white)
            .SlotWhere(black, c => pentagons.Any(p => Vector3.Dot(Vector3.Normalize(c), p) > 0.935f));
        b.Part("body", ball.RotateX(17).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Rubber, 0.43f, 0.05f, restitution: 0.75f);
    }

    /// <summary>A tennis ball with its seam.</summary>
    public static Prop TennisBall(PropRequest request)
    {
        const float Radius = 0.033f;
        PropBuilder b = new(request);
        Form ball = b.Paint(Shapes.Sphere(Radius, Level(request.Detail)), request.Main(0xC8DC3C, c => Finishes.Fur(c) with { PatternScaleM = 0.004f }));
        var line = new Vector3[48];
        for (int i = 0; i < line.Length; i++)
        {
            float t = MathF.Tau * i / line.Length;
            Vector3 p = new(MathF.Cos(t) + (0.42f * MathF.Cos(3 * t)), MathF.Sin(t) - (0.42f * MathF.Sin(3 * t)), 1.25f * MathF.Sin(2 * t));
            line[i] = Vector3.Normalize(p) * Radius * 1.0f;
        }

        Form seam = Sweeps.Tube([.. line, line[0]], Radius * 0.05f, 6);
        b.Part("body", ball.With(b.Paint(seam, Finishes.Rubber(Colours.Hex(0xF4F4EC)))).RotateX(30).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Rubber, 0.058f, 0.02f, restitution: 0.75f);
    }

    /// <summary>A bowling ball with three finger holes.</summary>
    public static Prop BowlingBall(PropRequest request)
    {
        const float Radius = 0.109f;
        PropBuilder b = new(request);
        Material skin = request.Main(0x1A2A6C, c => new Material { BaseColour = c, SecondColour = Vector3.Lerp(c, new Vector3(0.5f, 0.6f, 0.8f), 0.35f), Roughness = 0.15f, Clearcoat = 1, Pattern = SurfacePattern.Marble, PatternScaleM = 0.12f });
        Form ball = b.Paint(Shapes.Sphere(Radius, Level(request.Detail)), skin);
        Material hole = Finishes.Matt(new Vector3(0.004f));
        Form disc = Shapes.Frustum(0.012f, 0.0125f, 0.004f, 14).Move(0, Radius - 0.0025f, 0);
        Form holes = b.Paint(disc.RotateZ(7).With(disc.RotateZ(-7), disc.RotateX(17)), hole);
        b.Part("body", ball.With(holes).RotateX(35).RotateZ(15).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Stone, 6.8f, 0, friction: 0.25f, restitution: 0.35f);
    }

    /// <summary>A glass marble with a twisted ribbon inside.</summary>
    public static Prop Marble(PropRequest request)
    {
        float radius = request.Concept == "marble" ? 0.009f : 0.08f;
        PropBuilder b = new(request);
        Vector3 colour = request.ColourAt(0) ?? Colours.FromPalette(request.Index);
        Form ball = b.Paint(Shapes.Sphere(radius, Level(request.Detail)), Finishes.Glass(Vector3.Lerp(colour, new Vector3(0.85f, 0.95f, 0.98f), 0.7f)) with { Roughness = 0.03f });
        List<Form> ribbons = [];
        Vector3[] shades = [colour, Colours.FromPalette(request.Index + 3), Colours.Hex(0xF8F4E8)];
        for (int r = 0; r < 3; r++)
        {
            float start = MathF.Tau * r / 3;
            Form ribbon = Sweeps.Sheet((u, v) =>
            {
                float a = start + (v * 2.6f), across = 0.12f + (u * 0.6f * MathF.Sin(MathF.PI * Math.Clamp(v, 0.02f, 0.98f)));
                return new Vector3(MathF.Cos(a) * across, (v * 1.6f) - 0.8f, MathF.Sin(a) * across) * radius;
            }, 3, 14);
            ribbons.Add(b.Paint(ribbon, Finishes.Satin(shades[r]) with { TwoSided = true, Emission = shades[r] * 0.15f }));
        }

        int body = b.Part("body", Form.Join(ribbons).Move(0, radius, 0));
        b.Part("glass", ball.Move(0, radius, 0), body, castsShadow: false);
        return Finish(b, radius, Substance.Glass, 4f / 3 * MathF.PI * radius * radius * radius * 2500, 0);
    }

    /// <summary>A snowball.</summary>
    public static Prop Snowball(PropRequest request)
    {
        const float Radius = 0.15f;
        PropBuilder b = new(request);
        Form ball = Shapes.Sphere(Radius, Level(request.Detail)).Roughen(0.016f, 0.09f, 7, 180).Roughen(0.005f, 0.02f, 9, 180);
        b.Part("body", b.Paint(ball, request.Main(0xF4F8FC, Finishes.Snow)).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Snow, 5f, 0, friction: 0.6f, restitution: 0.08f);
    }

    /// <summary>A cannonball or wrecking ball without its chain.</summary>
    public static Prop IronBall(PropRequest request)
    {
        const float Radius = 0.1f;
        PropBuilder b = new(request);
        b.Part("body", b.Paint(Shapes.Sphere(Radius, Level(request.Detail)), request.Main(0x2A2B2E, Finishes.Iron)).Move(0, Radius, 0));
        return Finish(b, Radius, Substance.Metal, 30, 0);
    }

    private static Prop Finish(PropBuilder b, float radius, Substance substance, float massKg, float draughtShare, float? friction = null, float? restitution = null) =>
        b.Build(substance, massKg, collision: new CollisionShape.Sphere(radius), restOffset: new Vector3(0, radius, 0),
            floatDraught: draughtShare > 0 ? radius * (0.2f + draughtShare) : null, friction: friction, restitution: restitution);

    private static int Level(Detail detail) => detail switch { Detail.Hero => 4, Detail.Many => 3, _ => 2 };

    // A sphere of latitude and longitude whose facets follow its marks.
    private static Form Globe(float radius, Detail detail, Func<float, float, int> slot)
    {
        (int rings, int segments) = detail switch { Detail.Hero => (40, 48), Detail.Many => (20, 24), _ => (12, 18) };
        var profile = new Vector2[rings + 1];
        for (int r = 0; r <= rings; r++)
        {
            (float sin, float cos) = MathF.SinCos(MathF.PI * r / rings);
            profile[r] = new Vector2(r == 0 || r == rings ? 0 : radius * sin, -radius * cos);
        }

        Form turned = Lathes.Turn(profile, segments);
        var slots = new byte[turned.TriangleCount];
        for (int t = 0; t < slots.Length; t++)
        {
            Vector3 c = (turned.Positions[turned.Indices[3 * t]] + turned.Positions[turned.Indices[(3 * t) + 1]] + turned.Positions[turned.Indices[(3 * t) + 2]]) / 3;
            float longitude = float.RadiansToDegrees(MathF.Atan2(c.Z, c.X));
            slots[t] = (byte)slot(float.RadiansToDegrees(MathF.Asin(Math.Clamp(c.Y / c.Length(), -1, 1))), longitude < 0 ? longitude + 360 : longitude);
        }

        return new Form(turned.Positions, turned.Indices, slots, Array.ConvertAll(turned.Positions, Vector3.Normalize));
    }

    // The curved side seam of a basketball.
    private static Form Seam(float radius, int steps)
    {
        var line = new Vector3[steps + 1];
        for (int i = 0; i <= steps; i++)
        {
            float t = MathF.Tau * i / steps;
            line[i] = Vector3.Normalize(new Vector3(0.8f, 0.62f * MathF.Cos(t), 0.95f * MathF.Sin(t))) * radius * 0.998f;
        }

        return Sweeps.Tube(line, radius * 0.022f, 6);
    }
}
