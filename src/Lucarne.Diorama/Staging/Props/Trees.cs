using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Trees and bushes.</summary>
internal static class Trees
{
    /// <summary>A round broadleaf tree; its leaves follow the season among the qualities.</summary>
    public static Prop Broadleaf(PropRequest request)
    {
        uint leaf = request.Is("autumn") ? 0xC8641Eu : request.Is("spring") ? 0x86B83Au : 0x4E8A2Eu;
        return Crowned(request, 6.5f, 0.2f, leaf, 0x6B4A30, request.Is("winter") ? 0 : 1);
    }

    /// <summary>A cherry tree in blossom that sheds petals.</summary>
    public static Prop CherryBlossom(PropRequest request) => Crowned(request, 5.2f, 0.18f, 0xF4B4CB, 0x4A3430, 1, EmitterKind.Petals);

    /// <summary>A bush.</summary>
    public static Prop Bush(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Vector3 green = request.ColourAt(0) ?? Colours.Hex(0x4A7E30);
        List<Form> parts = [];
        int clumps = request.Detail == Detail.Hero ? 6 : 3;
        for (int i = 0; i < clumps; i++)
        {
            float a = MathF.Tau * i / clumps, r = random.Next(0.15f, 0.35f);
            parts.AddRange(Foliage(b, new Vector3(MathF.Cos(a) * r, random.Next(0.3f, 0.5f), MathF.Sin(a) * r), random.Next(0.28f, 0.4f), green, request.Detail, ref random));
        }

        b.Part("body", Form.Join(parts));
        return b.Build(Substance.Grass, 20, Rig.Plant);
    }

    /// <summary>A pine of drooping tiers.</summary>
    public static Prop Pine(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        b.Part("body", PineForm(b, request, 7f, ref random, request.Main(0x2C5A38, Finishes.Leaf)));
        return b.Build(Substance.Wood, 400, Rig.Plant, new CollisionShape.Cylinder(0.25f, 7f), new Vector3(0, 3.5f, 0));
    }

    /// <summary>A pine with baubles, coloured lights and a star.</summary>
    public static Prop ChristmasTree(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        const float Height = 2.4f;
        Form tree = PineForm(b, request, Height, ref random, request.Main(0x2A5C36, Finishes.Leaf));
        int body = b.Part("body", tree);
        List<Form> baubles = [], lamps = [];
        for (int i = 0; i < 64; i++)
        {
            float t = (i + 0.5f) / 64, y = float.Lerp(0.42f, Height * 0.95f, t), a = i * 2.399f;
            float r = (Height - y) * 0.3f * random.Next(0.9f, 1.02f);
            Vector3 at = new(MathF.Cos(a) * r, y, MathF.Sin(a) * r);
            if (i % 2 == 0)
            {
                Vector3 lamp = Colours.FromPalette(i / 2);
                lamps.Add(b.Paint(Shapes.Sphere(0.018f, 1).Move(at), Finishes.Glow(Vector3.Lerp(lamp, new Vector3(1f, 0.85f, 0.6f), 0.3f), request.Dark ? 9 : 4)));
            }
            else
            {
                baubles.Add(b.Paint(Shapes.Sphere(0.042f, request.Detail == Detail.Hero ? 2 : 1).Move(at - new Vector3(0, 0.04f, 0)), Finishes.Lacquer(i % 4 == 1 ? Colours.Hex(0xB8202A) : Colours.Hex(0xD9A63A)) with { Metallic = 0.6f, Roughness = 0.15f }));
            }
        }

        b.Part("baubles", Form.Join(baubles), body);
        b.Part("lamps", Form.Join(lamps), body, castsShadow: false);
        Form star = Sweeps.Extrude(Polygons.Star(5, 0.14f, 0.06f), 0.05f, 0.015f);
        b.Part("star", b.Paint(star, Finishes.Glow(new Vector3(1f, 0.75f, 0.25f), 3.5f)), body, new Vector3(0, Height + 0.1f, 0), castsShadow: false);
        b.Light(body, new Vector3(0, Height * 0.45f, 0.9f), new Vector3(1.3f, 0.85f, 0.45f), 5, 0.1f, true);
        b.Light(body, new Vector3(0, Height + 0.15f, 0), new Vector3(0.6f, 0.42f, 0.16f), 3, 0, true);
        b.Emit(EmitterKind.Glitter, body, new Vector3(0, Height * 0.5f, 0), 0.15f, 0.8f);
        return b.Build(Substance.Wood, 40, Rig.Plant, new CollisionShape.Cylinder(0.4f, Height), new Vector3(0, Height / 2, 0));
    }

    /// <summary>A leaning palm.</summary>
    public static Prop Palm(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Vector3[] trunk = Splines.Through([new(0, 0, 0), new(0.25f, 1.6f, 0), new(0.65f, 3.3f, 0), new(1.25f, 4.8f, 0)], 6);
        Form stem = b.Paint(Sweeps.Tube(trunk, t => float.Lerp(0.2f, 0.11f, t) * (1 + (0.06f * MathF.Sin(t * 90))), 10), Finishes.Bark(Colours.Hex(0x8C7050)) with { Pattern = SurfacePattern.Stripes, PatternScaleM = 0.12f });
        List<Form> fronds = [];
        int count = request.Detail == Detail.Far ? 8 : 13;
        for (int i = 0; i < count; i++)
        {
            float droop = random.Next(0.5f, 1.15f), length = random.Next(1.9f, 2.4f);
            Form frond = Sweeps.Sheet((u, v) =>
            {
                float x = v * length, side = (u - 0.5f) * 2;
                float width = 0.32f * MathF.Sin(MathF.PI * MathF.Pow(Math.Clamp(v, 0.001f, 1), 0.7f)) * (((int)(v * 16) & 1) == 0 ? 1 : 0.72f);
                return new Vector3(x * (1 - (0.22f * droop * v)), (0.55f * x) - (droop * 0.36f * x * x) - (MathF.Abs(side) * width * 0.55f), side * width);
            }, 2, 16);
            fronds.Add(frond.RotateY((360f * i / count) + random.Next(-12, 12)).Move(trunk[^1]));
        }

        Form crown = b.Paint(Form.Join(fronds), request.Main(0x4F8C34, Finishes.Leaf));
        Form nut = Shapes.Sphere(0.11f, 2);
        Form nuts = b.Paint(nut.Move(0.12f, -0.12f, 0.05f).With(nut.Move(-0.1f, -0.14f, 0.08f), nut.Move(0, -0.13f, -0.13f)).Move(trunk[^1]), Finishes.Satin(Colours.Hex(0x5A3E24)));
        b.Part("body", Form.Join(stem, crown, nuts));
        return b.Build(Substance.Wood, 200, Rig.Plant, new CollisionShape.Cylinder(0.2f, 5), new Vector3(0, 2.5f, 0));
    }

    /// <summary>A bonsai in a glazed tray; one crown for each season.</summary>
    public static Prop Bonsai(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Form tray = b.Paint(Shapes.RoundedBox(0.4f, 0.07f, 0.26f, 0.025f, 2).Move(0, 0.055f, 0).With(Shapes.RoundedBox(0.44f, 0.02f, 0.3f, 0.01f).Move(0, 0.088f, 0)), request.Second(0x2E5A6E, Finishes.Ceramic));
        Form feet = b.Paint(Shapes.RoundedBox(0.06f, 0.03f, 0.22f, 0.008f).Move(0.14f, 0.015f, 0).BothSidesX(), request.Second(0x2E5A6E, Finishes.Ceramic));
        Form soil = b.Paint(Shapes.Ellipsoid(0.38f, 0.06f, 0.24f, 3).Roughen(0.004f, 0.03f, 3).Move(0, 0.09f, 0), Finishes.Matt(Colours.Hex(0x5E7A34)) with { SecondColour = Colours.Hex(0x4A3A24), Pattern = SurfacePattern.Mottled, PatternScaleM = 0.06f, Relief = 0.4f });
        Vector3[] trunk = Splines.Through([new(-0.03f, 0.09f, 0), new(0.045f, 0.17f, 0.01f), new(-0.035f, 0.26f, 0), new(0.03f, 0.35f, -0.01f), new(0.01f, 0.42f, 0)], 5);
        List<Form> wood = [Sweeps.Tube(trunk, t => float.Lerp(0.036f, 0.012f, MathF.Sqrt(t)), 10)];
        (int At, Vector3 Tip, float Size)[] pads = [(7, new(0.19f, 0.25f, 0.02f), 0.085f), (10, new(-0.18f, 0.31f, 0.01f), 0.095f), (13, new(0.05f, 0.32f, 0.11f), 0.07f), (16, new(0.14f, 0.4f, -0.03f), 0.075f), (18, new(-0.1f, 0.43f, -0.02f), 0.075f), (20, new(0.02f, 0.49f, 0), 0.09f)];
        foreach ((int at, Vector3 tip, _) in pads)
        {
            Vector3 from = trunk[Math.Min(at, trunk.Length - 1)];
            wood.Add(Sweeps.Tube(Splines.Through([from, Vector3.Lerp(from, tip, 0.5f) + new Vector3(0, -0.012f, 0), tip], 4), t => float.Lerp(0.012f, 0.005f, t), 7));
        }

        int body = b.Part("body", Form.Join(tray, feet, soil, b.Paint(Form.Join(wood), Finishes.Bark(Colours.Hex(0x5C4432)) with { PatternScaleM = 0.04f })));
        Vector3 green = request.ColourAt(0) ?? Colours.Hex(0x4F8A34);
        List<Form> leaves = [];
        foreach ((_, Vector3 tip, float size) in pads)
        {
            foreach (Form clump in Foliage(b, tip + new Vector3(0, size * 0.25f, 0), size, green, Detail.Many, ref random))
            {
                leaves.Add(clump.Move(-tip).Scale(1.25f, 0.62f, 1.1f).Move(tip));
            }
        }

        b.Part("crown", Form.Join(leaves), body);
        return b.Build(Substance.Ceramic, 4, Rig.Plant);
    }

    private static Prop Crowned(PropRequest request, float height, float trunkRadius, uint leafRgb, uint barkRgb, int crown, EmitterKind? sheds = null)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Detail detail = request.Detail;
        float fork = height * 0.36f;
        Vector3[] trunk = Splines.Through([new(0, 0, 0), new(random.Next(-0.1f, 0.1f), fork * 0.5f, random.Next(-0.1f, 0.1f)), new(random.Next(-0.15f, 0.15f), fork, random.Next(-0.15f, 0.15f)), new(random.Next(-0.2f, 0.2f), height * 0.68f, 0)], 3);
        List<Form> wood = [Sweeps.Tube(trunk, t => trunkRadius * (t < 0.12f ? 1.5f - (4 * t) : float.Lerp(1.02f, 0.35f, t)), detail == Detail.Far ? 6 : 10)];
        int branches = detail == Detail.Far ? 4 : 7;
        List<(Vector3 At, float Radius)> clumps = [(new Vector3(trunk[^1].X, height * 0.83f, 0), height * 0.2f)];
        for (int i = 0; i < branches; i++)
        {
            float a = (MathF.Tau * i / branches) + random.Next(-0.3f, 0.3f), reach = height * random.Next(0.2f, 0.27f), y = height * random.Next(0.5f, 0.74f);
            Vector3 tip = new(MathF.Cos(a) * reach, y, MathF.Sin(a) * reach);
            Vector3 from = trunk[6] + new Vector3(0, height * 0.06f * (i % 3), 0);
            wood.Add(Sweeps.Tube(Splines.Through([from, Vector3.Lerp(from, tip, 0.5f) + new Vector3(0, -height * 0.02f, 0), tip], 3), t => trunkRadius * float.Lerp(0.5f, 0.16f, t), detail == Detail.Far ? 4 : 6));
            clumps.Add((tip, height * random.Next(0.14f, 0.19f)));
            if (detail != Detail.Far)
            {
                clumps.Add((Vector3.Lerp(tip, new Vector3(0, height * 0.86f, 0), 0.5f) + (random.NextDirection() * height * 0.04f), height * random.Next(0.13f, 0.17f)));
            }
        }

        int body = b.Part("body", b.Paint(Form.Join(wood), Finishes.Bark(Colours.Hex(barkRgb))));
        if (crown > 0)
        {
            Vector3 green = request.ColourAt(0) ?? Colours.Hex(leafRgb);
            List<Form> leaves = [];
            foreach ((Vector3 at, float radius) in clumps)
            {
                leaves.AddRange(Foliage(b, at, radius, green * random.Next(0.85f, 1.12f), detail, ref random));
            }

            b.Part("crown", Form.Join(leaves), body);
        }

        if (sheds is EmitterKind kind)
        {
            b.Emit(kind, body, new Vector3(0, height * 0.7f, 0), 0.5f, height * 0.35f);
        }

        return b.Build(Substance.Wood, 600, Rig.Plant, new CollisionShape.Cylinder(trunkRadius, height), new Vector3(0, height / 2, 0));
    }

    /// <summary>A clump of leaves: a lumpy core with loose leaves on its skin.</summary>
    internal static List<Form> Foliage(PropBuilder b, Vector3 at, float radius, Vector3 green, Detail detail, ref SeededRandom random)
    {
        // Shades are rounded so that one tree needs few materials.
        Vector3 shade = Round(green * 0.72f), light = Round(green * 1.08f);
        Form core = Shapes.Sphere(radius, detail == Detail.Far ? 1 : 2).Scale(1, 0.82f, 1)
            .Roughen(radius * 0.3f, radius * 0.55f, (uint)random.NextIndex(1000), 180).Move(at);
        List<Form> forms = [b.Paint(core, Finishes.Leaf(shade) with { PatternScaleM = radius * 0.35f, Relief = 0.5f })];
        int leaves = detail switch { Detail.Hero => 60, Detail.Many => 30, _ => 9 };
        if (leaves > 0)
        {
            var positions = new Vector3[leaves * 4];
            var quads = new int[leaves * 4];
            float size = radius * (detail switch { Detail.Hero => 0.19f, Detail.Many => 0.26f, _ => 0.36f });
            for (int i = 0; i < leaves; i++)
            {
                Vector3 n = random.NextDirection();
                n.Y = MathF.Abs(n.Y * 0.6f) + (n.Y * 0.4f);
                n = Vector3.Normalize(n);
                Vector3 p = at + (n * new Vector3(1, 0.82f, 1) * radius * random.Next(0.95f, 1.22f));
                Vector3 along = Vector3.Normalize(Vector3.Cross(n, random.NextDirection()) + (n * 0.5f)), side = Vector3.Normalize(Vector3.Cross(along, n)) * 0.55f;
                float s = size * random.Next(0.7f, 1.3f);
                positions[4 * i] = p - (along * s);
                positions[(4 * i) + 1] = p + (side * s);
                positions[(4 * i) + 2] = p + (along * s);
                positions[(4 * i) + 3] = p - (side * s);
                ((int[])[4 * i, (4 * i) + 1, (4 * i) + 2, (4 * i) + 3]).CopyTo(quads, 4 * i);
            }

            // Leaves take the normals of the clump, so that it is shaded as one soft mass.
            Vector3[] normals = Array.ConvertAll(positions, p => Vector3.Normalize(p - at + new Vector3(0, radius * 0.2f, 0)));
            forms.Add(b.Paint(new Form(positions, Shapes.Quads(quads), null, normals), Finishes.Leaf(light) with { PatternScaleM = radius * 0.5f }));
        }

        return forms;
    }

    private static Vector3 Round(Vector3 c) => new(MathF.Round(c.X * 24) / 24, MathF.Round(c.Y * 24) / 24, MathF.Round(c.Z * 24) / 24);

    private static Form PineForm(PropBuilder b, PropRequest request, float height, ref SeededRandom random, Material needles)
    {
        (int tiers, int points) = request.Detail switch { Detail.Hero => (10, 16), Detail.Many => (7, 10), _ => (4, 6) };
        List<Form> layers = [];
        for (int i = 0; i < tiers; i++)
        {
            float t = i / (float)tiers, foot = height * float.Lerp(0.13f, 0.84f, t), tall = height * float.Lerp(0.24f, 0.16f, t), wide = height * 0.3f * (1 - (0.87f * t));
            float turn = random.Next(0, 360);
            float[] reach = new float[points * 2];
            for (int p = 0; p < reach.Length; p++)
            {
                reach[p] = (p % 2 == 0 ? 1 : 0.7f) * random.Next(0.88f, 1.1f);
            }

            layers.Add(Tier(reach, wide, tall).RotateY(turn).Move(0, foot, 0));
        }

        Form trunk = b.Paint(Shapes.Frustum(height * 0.035f, height * 0.02f, height * 0.4f, request.Detail == Detail.Far ? 5 : 9), Finishes.Bark(Colours.Hex(0x5A3F2A)));
        return b.Paint(Form.Join(layers), needles with { PatternScaleM = height * 0.05f, Relief = 0.6f, SecondColour = needles.BaseColour * 0.55f, Pattern = SurfacePattern.Fur }).With(trunk);
    }

    // One skirt of branches: a jagged cone whose rim droops, closed underneath.
    private static Form Tier(float[] reach, float radius, float height)
    {
        int n = reach.Length;
        List<Vector3> p = [];
        List<int> indices = [];
        for (int ring = 0; ring < 3; ring++)
        {
            for (int s = 0; s < n; s++)
            {
                (float sin, float cos) = MathF.SinCos(MathF.Tau * s / n);
                float out01 = ring switch { 0 => 0.35f * (0.4f + (0.6f * reach[s])), 1 => reach[s], _ => reach[s] * 0.8f };
                float y = ring switch { 0 => height * 0.42f, 1 => -height * 0.12f * reach[s], _ => height * 0.06f };
                p.Add(new Vector3(cos * radius * out01, y, sin * radius * out01));
            }
        }

        p.Add(new Vector3(0, height, 0));
        p.Add(new Vector3(0, height * 0.2f, 0));
        for (int s = 0; s < n; s++)
        {
            int t = (s + 1) % n;
            indices.AddRange([3 * n, t, s, s, t, n + t, s, n + t, n + s, n + s, n + t, (2 * n) + t, n + s, (2 * n) + t, (2 * n) + s, (2 * n) + s, (2 * n) + t, (3 * n) + 1]);
        }

        return new Form([.. p], [.. indices], null, null, 75);
    }
}
