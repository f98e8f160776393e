using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Rocks, tents, hay, walls, bridges and things carried out of doors.</summary>
internal static class Outdoors
{
    /// <summary>A rock.</summary>
    public static Prop Rock(PropRequest request)
    {
        PropBuilder b = new(request);
        Form rock = Shapes.Ellipsoid(1f, 0.72f, 0.85f, request.Detail switch { Detail.Hero => 3, Detail.Many => 2, _ => 1 }).Roughen(0.22f, 0.5f, (uint)request.Index + 3, 32).Roughen(0.05f, 0.14f, (uint)request.Index + 9, 32).Move(0, 0.28f, 0);
        b.Part("body", b.Paint(rock, request.Main(0x84807A, Finishes.Stone)));
        return b.Build(Substance.Stone, 900, collision: new CollisionShape.Sphere(0.38f), restOffset: new Vector3(0, 0.3f, 0));
    }

    /// <summary>A feather; light enough to drift.</summary>
    public static Prop Feather(PropRequest request)
    {
        PropBuilder b = new(request);
        Material vane = request.Main(0xF2EEE6, Finishes.Canvas);
        Form half = Sweeps.Sheet((u, v) =>
        {
            float w = 0.028f * MathF.Pow(MathF.Sin(MathF.PI * MathF.Min(0.98f, (v * 0.9f) + 0.06f)), 0.7f);
            float notch = ((int)(v * 30) % 7) == 0 ? 0.72f : 1;
            return new Vector3(u * w * notch, 0.012f + (0.02f * MathF.Sin(v * 2.6f)) + (0.008f * u * u), -0.08f + (v * 0.2f) + (u * 0.018f));
        }, 4, 28);
        Form quill = Sweeps.Tube([.. Enumerable.Range(0, 12).Select(i => new Vector3(0, 0.012f + (0.02f * MathF.Sin((i / 11f * 1.3f * 2.6f) - 0.6f)), -0.13f + (i / 11f * 0.25f)))], t => 0.0022f * (1 - (0.8f * t)), 6);
        b.Part("body", b.Paint(half.BothSidesX(), vane).With(b.Paint(quill, Finishes.Matt(Colours.Hex(0xD8CCB4)))));
        return b.Build(Substance.Paper, 0.001f, collision: new CollisionShape.Box(new Vector3(0.03f, 0.012f, 0.13f)), restOffset: new Vector3(0, 0.02f, 0), floatDraught: 0, restitution: 0);
    }

    /// <summary>An open umbrella; the origin is the end of its handle.</summary>
    public static Prop Umbrella(PropRequest request)
    {
        PropBuilder b = new(request);
        const float R = 0.58f, H = 0.95f;
        const int Panels = 8;
        Material cloth = request.Main(0xC8281E, Finishes.Canvas) with { Clearcoat = 0.2f };
        Form Dome(float lift) => Sweeps.Sheet((u, v) =>
        {
            float a = MathF.Tau * u, between = MathF.Abs(MathF.Sin(a * Panels / 2)), r = v * R * (1 - (0.06f * between * v));
            return new Vector3(-MathF.Cos(a) * r, H - (0.26f * v * v) - (0.035f * v * v * (1 - between)) + lift, MathF.Sin(a) * r);
        }, Panels * 4, 7).InsideOut();
        List<Form> metal = [Sweeps.Bar(new Vector3(0, 0.1f, 0), new Vector3(0, H + 0.07f, 0), 0.008f, 8)];
        for (int i = 0; i < Panels; i++)
        {
            metal.Add(Sweeps.Tube([.. Enumerable.Range(0, 6).Select(k => new Vector3(k / 5f * R, H - 0.01f - (0.295f * k * k / 25f), 0))], 0.004f, 4).RotateY((360f * i / Panels) + 0));
        }

        Form crook = Sweeps.Tube(Splines.Through([new(0, 0.16f, 0), new(0, 0.04f, 0), new(0.03f, 0, 0), new(0.06f, 0.03f, 0)], 4), 0.014f, 8);
        b.Part("body", Form.Join(b.Paint(Dome(0), cloth), b.Paint(Form.Join(metal), Finishes.Metal(Colours.Hex(0xA0A6AC))), b.Paint(crook, Finishes.Wood(Colours.Hex(0x6A4428)))));
        b.Anchor("hand-right", 0, new Vector3(0, 0.12f, 0));
        return b.Build(Substance.Cloth, 0.5f, collision: new CollisionShape.Cylinder(0.5f, 0.3f), restOffset: new Vector3(0, 0.82f, 0));
    }

    /// <summary>A diamond kite with a tail of bows.</summary>
    public static Prop Kite(PropRequest request)
    {
        PropBuilder b = new(request);
        Vector3 one = request.ColourAt(0) ?? Colours.Hex(0xD8352A), two = request.ColourAt(1) ?? Colours.Hex(0xF2B632);
        Vector3 top = new(0, 0.55f, 0), low = new(0, -0.65f, 0), left = new(0.45f, 0.1f, -0.06f), right = new(-0.45f, 0.1f, -0.06f), mid = new(0, 0.1f, 0.05f);
        Form a = new([mid, left, top, right, low], [0, 1, 2, 0, 3, 4], null, null, 0), c = new([mid, left, top, right, low], [0, 2, 3, 0, 4, 1], null, null, 0);
        Form spars = Sweeps.Bar(low, top, 0.009f, 6).With(Sweeps.Bar(left, mid, 0.008f, 6), Sweeps.Bar(mid, right, 0.008f, 6));
        int body = b.Part("envelope", Form.Join(b.Paint(a, Finishes.Canvas(one)), b.Paint(c, Finishes.Canvas(two)), b.Paint(spars, Finishes.Wood(Colours.Hex(0x9A7040)))), pivot: new Vector3(0, 1.7f, 0));
        Vector3[] tail = Splines.Through([low, new(0.1f, -1f, 0.1f), new(-0.08f, -1.35f, 0.15f), new(0.08f, -1.7f, 0.2f)], 5);
        List<Form> bows = [b.Paint(Sweeps.Tube(tail, 0.005f, 4), Finishes.Cloth(Colours.Hex(0xEDE8DA)))];
        for (int i = 3; i < tail.Length; i += 3)
        {
            bows.Add(b.Paint(Shapes.Cone(0.035f, 0.08f, 6).Scale(1, 1, 0.3f).RotateZ(90).With(Shapes.Cone(0.035f, 0.08f, 6).Scale(1, 1, 0.3f).RotateZ(-90)).Move(tail[i]), Finishes.Cloth(Colours.FromPalette(i))));
        }

        b.Part("string", Form.Join(bows), body);
        return b.Build(Substance.Paper, 0.2f, Rig.Balloon, new CollisionShape.Box(new Vector3(0.45f, 0.6f, 0.05f)), new Vector3(0, 1.7f, 0), 2);
    }

    /// <summary>A ridge tent, aglow at night.</summary>
    public static Prop Tent(PropRequest request)
    {
        PropBuilder b = new(request);
        Material cloth = request.Main(0xE0862A, Finishes.Canvas), inner = Finishes.Glow(new Vector3(1f, 0.66f, 0.3f), request.Dark ? 1.1f : 0.05f);
        Form side = Sweeps.Sheet((u, v) => new Vector3(1.15f * (1 - v) - (0.08f * MathF.Sin(MathF.PI * v)), 1.4f * v, 1.25f - (u * 2.5f)), 8, 6).BothSidesX();
        Form back = new([new(-1.1f, 0, -1.2f), new(1.1f, 0, -1.2f), new(0, 1.38f, -1.2f)], [0, 2, 1], null, null, 0);
        Form flap = new([new(1.1f, 0, 1.2f), new(0, 1.38f, 1.2f), new(0.5f, 0, 1.28f)], [0, 1, 2], null, null, 0);
        Form mat = b.Paint(Shapes.Box(2.1f, 0.04f, 2.3f).Move(0, 0.02f, 0), inner);
        List<Form> poles = [Sweeps.Bar(new Vector3(0, 0, 1.22f), new Vector3(0, 1.5f, 1.22f), 0.025f, 8), Sweeps.Bar(new Vector3(0, 0, -1.22f), new Vector3(0, 1.5f, -1.22f), 0.025f, 8)];
        foreach (float z in (ReadOnlySpan<float>)[1.25f, -1.25f])
        {
            poles.Add(Sweeps.Bar(new Vector3(0, 1.42f, z), new Vector3(0, 0, z * 1.75f), 0.008f, 4));
        }

        int body = b.Part("body", Form.Join(b.Paint(side, cloth), b.Paint(back.With(flap.BothSidesX()), cloth with { BaseColour = cloth.BaseColour * 0.8f }), mat, b.Paint(Form.Join(poles), Finishes.Wood(Colours.Hex(0x8A623A)))));
        b.Light(body, new Vector3(0, 0.7f, 0), new Vector3(1f, 0.62f, 0.28f) * 3, 4, 0.1f, true);
        return b.Build(Substance.Cloth, 20);
    }

    /// <summary>A round haystack.</summary>
    public static Prop Haystack(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Material straw = request.Main(0xD6AE54, Finishes.Straw);
        Form heap = Lathes.TurnCurve([new(0, 0), new(1.3f, 0), new(1.38f, 0.5f), new(1.15f, 1.15f), new(0.55f, 1.65f), new(0, 1.8f)], 4, 32).Roughen(0.1f, 0.35f, 6, 180);
        List<Form> stalks = [];
        for (int i = 0; i < (request.Detail == Detail.Far ? 60 : 260); i++)
        {
            float a = random.Next(0, MathF.Tau), y = random.Next(0.02f, 1.7f), r = 1.36f * MathF.Sqrt(MathF.Max(0.02f, 1 - MathF.Pow(y / 1.85f, 2.4f)));
            Vector3 at = new(r * MathF.Cos(a), y, r * MathF.Sin(a)), along = Vector3.Normalize((at with { Y = 0.5f }) + (random.NextDirection() * 1.2f)) * random.Next(0.14f, 0.3f);
            stalks.Add(new Form([at, at + new Vector3(0.012f, 0.004f, -0.008f), at + along], [0, 1, 2], null, null, 0));
        }

        b.Part("body", b.Paint(heap, straw).With(b.Paint(Form.Join(stalks), Finishes.Straw(Colours.Hex(0xE6C472)) with { TwoSided = true })));
        return b.Build(Substance.Hay, 150, collision: new CollisionShape.Cylinder(1.2f, 1.5f), restOffset: new Vector3(0, 0.75f, 0), friction: 0.9f, restitution: 0);
    }

    /// <summary>A brick wall two metres wide in one piece.</summary>
    public static Prop Wall(PropRequest request)
    {
        PropBuilder b = new(request);
        Form wall = b.Paint(Shapes.RoundedBox(2.4f, 1.8f, 0.25f, 0.015f).Move(0, 0.9f, 0), request.Main(0xA84E36, Finishes.Brick));
        b.Part("body", wall.With(b.Paint(Shapes.RoundedBox(2.5f, 0.1f, 0.34f, 0.02f).Move(0, 1.83f, 0), Finishes.Stone(Colours.Hex(0x9A948A)))));
        return b.Build(Substance.Stone, 1900);
    }

    /// <summary>An arched stone bridge eight metres long.</summary>
    public static Prop Bridge(PropRequest request)
    {
        PropBuilder b = new(request);
        List<Vector2> outline = [new(-4.2f, 0), new(-2.4f, 0)];
        for (int i = 1; i < 14; i++)
        {
            float a = MathF.PI * i / 14;
            outline.Add(new Vector2(-2.4f * MathF.Cos(a), 1.75f * MathF.Sin(a)));
        }

        outline.AddRange([new(2.4f, 0), new(4.2f, 0), new(4.2f, 0.6f), new(2.5f, 1.75f), new(0, 2.4f), new(-2.5f, 1.75f), new(-4.2f, 0.6f)]);
        Material stone = request.Main(0x9A9284, c => Finishes.Stone(c) with { Pattern = SurfacePattern.Brick, PatternScaleM = 0.5f });
        Form span = Sweeps.Extrude(outline.ToArray(), 2.4f, 0.03f);
        Vector3[] top = Splines.Through([new(-4.3f, 0.75f, 0), new(-2.5f, 1.95f, 0), new(0, 2.6f, 0), new(2.5f, 1.95f, 0), new(4.3f, 0.75f, 0)], 6);
        Form parapet = Sweeps.Tube(top, 0.2f, 4);
        b.Part("body", b.Paint(span.With(parapet.Move(0, 0.1f, 1.1f).BothSidesZ()), stone).RotateY(90));
        b.Anchor("top", 0, new Vector3(0, 2.4f, 0), 1, 0.8f);
        return b.Build(Substance.Stone, 40000);
    }

    /// <summary>A tower windmill whose sails turn.</summary>
    public static Prop Windmill(PropRequest request)
    {
        PropBuilder b = new(request);
        Form tower = b.Paint(Shapes.Frustum(2.4f, 1.5f, 6.5f, 8), request.Main(0xEFE6D4, Finishes.Plaster)), cap = b.Paint(Lathes.TurnCurve([new(0, 6.4f), new(1.8f, 6.4f), new(1.5f, 7.3f), new(0.6f, 8.1f), new(0, 8.2f)], 3, 8), request.Second(0x7A3B2E, Finishes.Wood));
        Form bits = b.Paint(Buildings.Arched(1, 1.9f, 0.3f).Move(0, 0, 2.2f), Finishes.Wood(Colours.Hex(0x5A3A22))).With(b.Paint(Buildings.Arched(0.7f, 1, 0.4f).Move(0, 4, 1.65f), Buildings.WindowGlass(request.Dark)));
        int body = b.Part("body", Form.Join(tower, cap, bits));
        List<Form> arms = [b.Paint(Shapes.Cylinder(0.25f, 0.5f, 12).RotateX(90).Move(0, 0, -0.3f), Finishes.Wood(Colours.Hex(0x5A3A22)))];
        for (int i = 0; i < 4; i++)
        {
            Form cloth = b.Paint(Shapes.Box(0.95f, 3.3f, 0.03f).Move(0.55f, 2.4f, 0), Finishes.Canvas(Colours.Hex(0xF4EEE0)) with { TwoSided = false });
            List<Form> bars = [Sweeps.Bar(Vector3.Zero, new Vector3(0, 4.2f, 0), 0.08f, 6)];
            for (int k = 0; k < 6; k++)
            {
                bars.Add(Shapes.Box(1.05f, 0.05f, 0.06f).Move(0.52f, 0.85f + (k * 0.62f), 0));
            }

            arms.Add(cloth.With(b.Paint(Form.Join(bars), Finishes.Wood(Colours.Hex(0x6A4628)))).RotateZ(90 * i));
        }

        b.Part("turn-z-sails", Form.Join(arms), body, new Vector3(0, 6.6f, 2.0f), 4.2f, rest: Quaternion.CreateFromAxisAngle(Vector3.UnitZ, 0.4f));
        return b.Build(Substance.Stone, 80000, Rig.Machine, new CollisionShape.Cylinder(2.2f, 8), new Vector3(0, 4, 0));
    }

    /// <summary>A wobbling slime with eyes.</summary>
    public static Prop Slime(PropRequest request)
    {
        PropBuilder b = new(request);
        Material jelly = request.Main(0x3FBF5A, Finishes.Wax) with { Clearcoat = 1, Roughness = 0.12f, Subsurface = 0.9f };
        Form body = b.Paint(Lathes.TurnCurve([new(0, 0), new(0.42f, 0), new(0.5f, 0.06f), new(0.46f, 0.24f), new(0.3f, 0.46f), new(0.1f, 0.56f), new(0, 0.57f)], 4, 32), jelly);
        Form eyes = b.Paint(Shapes.Ellipsoid(0.1f, 0.15f, 0.05f, 2).Move(0.13f, 0.29f, 0.4f).BothSidesX(), Finishes.Satin(Colours.Hex(0x101410)) with { Clearcoat = 1 }), shine = b.Paint(Shapes.Sphere(0.018f, 1).Move(0.15f, 0.33f, 0.425f).BothSidesX(), Finishes.Glow(Vector3.One, 1));
        Form mouth = b.Paint(Sweeps.Tube([new(-0.08f, 0.17f, 0.45f), new(0, 0.14f, 0.468f), new(0.08f, 0.17f, 0.45f)], 0.012f, 6), Finishes.Matt(Colours.Hex(0x123A1A)));
        b.Part("body", Form.Join(body, eyes, shine, mouth));
        return b.Build(Substance.Rubber, 20, collision: new CollisionShape.Cylinder(0.45f, 0.55f), restOffset: new Vector3(0, 0.275f, 0), friction: 0.9f, restitution: 0.6f);
    }

    /// <summary>A basketball hoop with its backboard on a post.</summary>
    public static Prop Hoop(PropRequest request)
    {
        PropBuilder b = new(request);
        Material post = request.Main(0x2A4A7E, Finishes.Satin), white = Finishes.Satin(Colours.Hex(0xF2F0EA)), red = Finishes.Satin(Colours.Hex(0xE0521E));
        List<Form> all = [
            b.Paint(Sweeps.Tube(Splines.Through([new(0, 0, -1.3f), new(0, 2.2f, -1.3f), new(0, 3f, -1.0f), new(0, 3.2f, -0.3f)], 5), 0.08f, 10).With(Shapes.RoundedBox(0.9f, 0.3f, 0.9f, 0.08f).Move(0, 0.15f, -1.3f)), post),
            b.Paint(Shapes.RoundedBox(1.8f, 1.05f, 0.05f, 0.02f).Move(0, 3.45f, -0.2f), white), b.Paint(Buildings.Frame(1.74f, 0.99f, 0.05f, 0.07f).Move(0, 3.45f, -0.2f).With(Buildings.Frame(0.59f, 0.45f, 0.04f, 0.062f).Move(0, 3.3f, -0.2f)), red),
            b.Paint(Shapes.Torus(0.23f, 0.016f, 32, 8).Move(0, 3.05f, 0.22f).With(Shapes.Box(0.12f, 0.05f, 0.2f).Move(0, 3.05f, -0.1f)), red)];
        List<Form> net = [];
        for (int i = 0; i < 12; i++)
        {
            foreach (float twist in (ReadOnlySpan<float>)[0.52f, -0.52f])
            {
                net.Add(Sweeps.Tube([.. Enumerable.Range(0, 4).Select(k =>
                {
                    float t = k / 3f, a = (MathF.Tau * i / 12) + (twist * t), r = 0.23f - (0.085f * t);
                    return new Vector3(r * MathF.Cos(a), 3.04f - (0.42f * t), 0.22f + (r * MathF.Sin(a)));
                })], 0.005f, 3));
            }
        }

        all.Add(b.Paint(Form.Join(net), Finishes.Cloth(Colours.Hex(0xF4F2EC))));
        b.Part("body", Form.Join(all));
        b.Anchor("edge", 0, new Vector3(0, 3.05f, 0.22f));
        return b.Build(Substance.Metal, 150, collision: new CollisionShape.Box(new Vector3(0.9f, 0.52f, 0.03f)), restOffset: new Vector3(0, 3.45f, -0.2f));
    }
}
