using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Flowers, cacti, mushrooms and other small plants.</summary>
internal static class Plants
{
    /// <summary>A house plant in a pot: broad leaves, spears or a fan by its index.</summary>
    public static Prop PottedPlant(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        uint[] pots = [0xC9704A, 0xE6E0D4, 0x4A6670];
        Form pot = Lathes.Turn([new(0, 0), new(0.13f, 0), new(0.17f, 0.24f), new(0.19f, 0.24f), new(0.19f, 0.3f), new(0.165f, 0.3f), new(0.16f, 0.27f), new(0, 0.27f)], 24, 30);
        Form soil = Shapes.Cylinder(0.16f, 0.02f, 20).Move(0, 0.262f, 0);
        int body = b.Part("body", b.Paint(pot, request.Second(pots[request.Index % 3], Finishes.Ceramic)).With(b.Paint(soil, Finishes.Matt(Colours.Hex(0x3A2A1E)))));
        List<Form> leaves = [], stems = [];
        int count = request.Index % 3 == 1 ? 11 : 15;
        for (int i = 0; i < count; i++)
        {
            float yaw = (137.5f * i) + random.Next(-14, 14), reach = random.Next(0.22f, 0.42f), up = random.Next(0.35f, 0.75f);
            if (request.Index % 3 == 1)
            {
                Form spear = Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * 0.09f * MathF.Sin(MathF.PI * MathF.Min(1, 0.25f + (0.75f * v))), up * v * 1.2f, (reach * 0.6f * v * v) + (0.03f * MathF.Abs(u - 0.5f))), 2, 7);
                leaves.Add(spear.RotateY(yaw).Move(0, 0.27f, 0));
                continue;
            }

            Vector3 tip = new(0, up, reach);
            stems.Add(Sweeps.Tube(Splines.Through([Vector3.Zero, new Vector3(0, up * 0.7f, reach * 0.3f), tip], 3), t => 0.009f * (1 - (0.5f * t)), 5).RotateY(yaw).Move(0, 0.27f, 0));
            float size = random.Next(0.11f, 0.17f);
            Form leaf = Sweeps.Sheet((u, v) =>
            {
                float w = MathF.Sin(MathF.PI * MathF.Pow(v, 0.75f)) * size * 0.85f, s = (u - 0.5f) * 2;
                return new Vector3(s * w, (-0.5f * size * v * v) + (0.18f * size * s * s), v * size * 1.9f);
            }, 4, 6);
            leaves.Add(leaf.Move(tip).RotateY(yaw).Move(0, 0.27f, 0));
        }

        Form crown = b.Paint(Form.Join(leaves), request.Main(0x3F7A3A, Finishes.Leaf) with { Sway = 0.02f });
        if (stems.Count > 0)
        {
            crown = crown.With(b.Paint(Form.Join(stems), Finishes.Stem(Colours.Hex(0x5A8A44)) with { Sway = 0.02f }));
        }

        b.Part("crown", crown, body);
        return b.Build(Substance.Ceramic, 5, Rig.Plant, new CollisionShape.Cylinder(0.19f, 0.3f), new Vector3(0, 0.15f, 0));
    }

    /// <summary>A flower: tulip, rose, daisy, poppy or lily by its concept and index.</summary>
    public static Prop Flower(PropRequest request)
    {
        PropBuilder b = new(request);
        const float Height = 0.34f;
        Material petal = request.Main(request.Concept switch { "rose" => 0xB8142Cu, "tulip" => 0xE8504Au, "daisy" => 0xF6F2E8u, "poppy" => 0xD8301Eu, "lavender" => 0x8A6AC8u, _ => ((uint[])[0xE86A9A, 0xF2B02E, 0xD8402E, 0x9A6AD0])[request.Index % 4] }, Finishes.Leaf) with { Pattern = SurfacePattern.None, Sway = 0.4f };
        bool fine = request.Detail == Detail.Hero;
        Vector3[] line = Splines.Through([Vector3.Zero, new(0.01f, Height * 0.5f, 0), new(0.025f, Height, 0.01f)], fine ? 4 : 1);
        List<Form> all = [b.Paint(Sweeps.Tube(line, 0.0055f, fine ? 6 : 3), Finishes.Stem(Colours.Hex(0x4C8034)))];
        for (int i = 0; i < 2; i++)
        {
            all.Add(b.Paint(Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * 0.035f * MathF.Sin(MathF.PI * MathF.Min(1, v + 0.12f)), (0.2f * v) + 0.02f, (0.09f * v * v) + 0.004f), 2, fine ? 5 : 2).RotateY(60 + (i * 170)), Finishes.Leaf(Colours.Hex(0x4C8034))));
        }

        Vector3 top = line[^1];
        bool cup = request.Concept is "tulip" or "rose";
        int petals = request.Concept == "daisy" ? (fine ? 14 : 9) : cup ? (fine ? 9 : 6) : fine ? 7 : 6;
        for (int i = 0; i < petals; i++)
        {
            float inner = i % 2, open = cup ? 0.25f + (0.14f * (i / 3)) : 0.9f, wide = request.Concept == "daisy" ? 0.016f : 0.042f, length = cup ? 0.062f : 0.05f;
            Form one = Sweeps.Sheet((u, v) =>
            {
                float w = wide * MathF.Sin(MathF.PI * MathF.Min(0.96f, (v * 0.82f) + 0.1f)), bend = open * (0.35f + (0.75f * v));
                return new Vector3((u - 0.5f) * w, length * v * MathF.Cos(bend), (length * v * MathF.Sin(bend)) + 0.004f - (0.4f * w * MathF.Abs(u - 0.5f)));
            }, fine ? 4 : 2, fine ? 5 : 2);
            all.Add(b.Paint(one.RotateY((360f * i / petals) + (inner * 8)).Move(top), petal));
        }

        if (!cup)
        {
            all.Add(b.Paint(Shapes.Ellipsoid(0.03f, 0.016f, 0.03f, fine ? 2 : 0).Move(top + new Vector3(0, 0.01f, 0)), Finishes.Wax(Colours.Hex(0xE0A02A)) with { Sway = 0.4f }));
        }

        b.Part("body", Form.Join(all));
        return b.Build(Substance.Grass, 0.02f, Rig.Plant);
    }

    /// <summary>A sunflower.</summary>
    public static Prop Sunflower(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        bool far = request.Detail == Detail.Far;
        float height = random.Next(1.45f, 1.8f);
        Vector3[] line = Splines.Through([Vector3.Zero, new(0.02f, height * 0.5f, -0.02f), new(0, height * 0.95f, 0), new(0, height, 0.08f)], far ? 1 : 4);
        List<Form> all = [b.Paint(Sweeps.Tube(line, t => 0.024f - (0.008f * t), far ? 4 : 7), Finishes.Stem(Colours.Hex(0x5A8A3A)))];
        for (int i = 0; i < (far ? 2 : 6); i++)
        {
            float y = height * (0.25f + (0.09f * i)), size = random.Next(0.2f, 0.3f);
            all.Add(b.Paint(Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * size * 0.85f * MathF.Sin(MathF.PI * MathF.Pow(MathF.Min(v + 0.06f, 1), 0.7f)), (0.12f * v) - (0.28f * v * v * size * 4 * 0.35f), (v * size * 1.25f) + 0.02f), 2, far ? 1 : 4).RotateY(i * 137).Move(0, y, 0), Finishes.Leaf(Colours.Hex(0x4E8434))));
        }

        Form disc = b.Paint(Shapes.Ellipsoid(0.2f, 0.2f, 0.06f, far ? 0 : 2), Finishes.Fur(Colours.Hex(0x4A2E16)) with { Pattern = SurfacePattern.Dots, PatternScaleM = 0.016f, Relief = 0.6f, Sway = 0.4f });
        List<Form> petals = [disc];
        int count = far ? 10 : 18;
        for (int ring = 0; ring < (far ? 1 : 2); ring++)
        {
            for (int i = 0; i < count; i++)
            {
                float length = random.Next(0.11f, 0.14f) * (ring == 0 ? 1.15f : 0.9f);
                Form petal = far
                    ? new Form([new(-0.03f, 0.09f, 0), new(0.03f, 0.09f, 0), new(0, 0.1f + length, 0.012f)], [0, 1, 2], null, null, 90)
                    : Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * 0.052f * MathF.Sin(MathF.PI * MathF.Min(0.99f, (v * 0.85f) + 0.12f)), 0.085f + (v * length), (0.03f * v * v) + (ring * 0.012f)), 2, 3);
                petals.Add(b.Paint(petal.RotateZ((360f * (i + (ring * 0.5f)) / count) + random.Next(-4, 4)), request.Main(0xF4B91E, Finishes.Leaf) with { Pattern = SurfacePattern.None, Sway = 0.4f }));
            }
        }

        all.Add(Form.Join(petals).RotateX(-16).Move(line[^1] + new Vector3(0, 0, 0.03f)));
        b.Part("body", Form.Join(all));
        return b.Build(Substance.Grass, 1.2f, Rig.Plant);
    }

    /// <summary>A saguaro or a barrel cactus.</summary>
    public static Prop Cactus(PropRequest request)
    {
        PropBuilder b = new(request);
        Material green = request.Main(0x4A7E48, c => Finishes.Satin(c) with { SecondColour = c * 0.7f, Subsurface = 0.35f });
        Form Ribbed(ReadOnlySpan<Vector3> line, Func<float, float> radius) => Sweeps.Tube(Splines.Through(line, 5), radius, 32).Crease(70);
        static float Dome(float t, float r) => r * MathF.Sqrt(MathF.Max(0.0004f, 1 - MathF.Pow(MathF.Max(0, (t - 0.86f) / 0.14f), 2)));
        Form trunk = Ribs(Ribbed([new(0, 0, 0), new(0, 1f, 0), new(0, 2.1f, 0), new(0, 3f, 0)], t => Dome(t, 0.3f)), Vector3.Zero, 0.3f);
        Form left = Ribbed([new(0.2f, 1.2f, 0), new(0.62f, 1.2f, 0), new(0.78f, 1.45f, 0), new(0.8f, 2.2f, 0)], t => Dome(t, 0.19f)), right = Ribbed([new(-0.2f, 0.95f, 0), new(-0.55f, 0.98f, 0.05f), new(-0.68f, 1.2f, 0.06f), new(-0.7f, 1.75f, 0.06f)], t => Dome(t, 0.17f));
        List<Form> spines = [];
        for (int i = 0; i < 90; i++)
        {
            float a = MathF.Tau * (i % 12) / 12, y = 0.25f + (i / 12 * 0.34f);
            Vector3 at = new(0.3f * MathF.Cos(a), y, 0.3f * MathF.Sin(a));
            spines.Add(Shapes.Cone(0.006f, 0.06f, 3).Along(at with { Y = 0.05f }).Move(at));
        }

        List<Form> blooms = [];
        foreach (Vector3 at in (ReadOnlySpan<Vector3>)[new(0.05f, 3.02f, 0.06f), new(0.8f, 2.22f, 0), new(-0.1f, 3.0f, -0.05f)])
        {
            blooms.Add(Shapes.Sphere(0.07f, 2).Roughen(0.03f, 0.04f, 5).Move(at));
        }

        b.Part("body", Form.Join(b.Paint(Form.Join(trunk, left, right), green), b.Paint(Form.Join(spines), Finishes.Matt(Colours.Hex(0xE8DCC0))), b.Paint(Form.Join(blooms), Finishes.Wax(Colours.Hex(0xE86A8A)))));
        return b.Build(Substance.Grass, 200, Rig.Plant, new CollisionShape.Cylinder(0.35f, 3), new Vector3(0, 1.5f, 0));

        static Form Ribs(Form form, Vector3 axis, float radius) => form.Displace(p => p + (new Vector3(p.X - axis.X, 0, p.Z - axis.Z) * (0.09f * MathF.Cos(12 * MathF.Atan2(p.Z - axis.Z, p.X - axis.X)))), 70);
    }

    /// <summary>A toadstool.</summary>
    public static Prop Mushroom(PropRequest request)
    {
        PropBuilder b = new(request);
        Form stalk = b.Paint(Lathes.TurnCurve([new(0, 0), new(0.035f, 0), new(0.028f, 0.05f), new(0.022f, 0.11f), new(0.03f, 0.12f), new(0, 0.13f)], request.Detail == Detail.Hero ? 3 : 1, request.Detail == Detail.Hero ? 18 : 9), Finishes.Wax(Colours.Hex(0xEFE6D4)));
        Form cap = b.Paint(Lathes.TurnCurve([new(0, 0.11f), new(0.06f, 0.1f), new(0.088f, 0.098f), new(0.085f, 0.12f), new(0.055f, 0.155f), new(0, 0.17f)], request.Detail == Detail.Hero ? 3 : 1, request.Detail == Detail.Hero ? 26 : 12), request.Main(0xC8241E, Finishes.Wax) with { Clearcoat = 0.6f });
        List<Form> dots = [];
        for (int i = 0; i < 11; i++)
        {
            float a = i * 2.4f, r = 0.075f * MathF.Sqrt((i + 0.3f) / 11), y = 0.17f - (0.052f * MathF.Pow(r / 0.078f, 2.2f));
            dots.Add(Shapes.Ellipsoid(0.018f, 0.008f, 0.018f, request.Detail == Detail.Hero ? 1 : 0).Move(r * MathF.Cos(a), y, r * MathF.Sin(a)));
        }

        b.Part("body", Form.Join(stalk, cap, b.Paint(Form.Join(dots), Finishes.Matt(Colours.Hex(0xF4F0E6)))));
        return b.Build(Substance.Food, 0.1f, Rig.Plant);
    }

    /// <summary>Branching coral.</summary>
    public static Prop Coral(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Material skin = request.Main(((uint[])[0xE8604A, 0xE89A3A, 0xC85AA0, 0xE8C85A])[request.Index % 4], Finishes.Wax) with { Pattern = SurfacePattern.Dots, PatternScaleM = 0.03f };
        List<Form> branches = [];
        if (request.Index % 3 == 1)
        {
            branches.Add(Shapes.Ellipsoid(0.7f, 0.55f, 0.7f, request.Detail == Detail.Far ? 2 : 3).Move(0, 0.16f, 0).Roughen(0.06f, 0.09f, 4, 180));
        }
        else
        {
            int arms = request.Detail == Detail.Far ? 6 : 10;
            for (int i = 0; i < arms; i++)
            {
                float a = i * 2.4f, lean = random.Next(0.12f, 0.4f), up = random.Next(0.4f, 0.75f);
                Vector3 mid = new(MathF.Cos(a) * lean * 0.5f, up * 0.55f, MathF.Sin(a) * lean * 0.5f), tip = new(MathF.Cos(a) * lean, up, MathF.Sin(a) * lean);
                branches.Add(Sweeps.Tube([Vector3.Zero, mid, tip, tip + new Vector3(0, 0.02f, 0)], t => 0.055f * (1 - (0.5f * t)), 7));
                Vector3 fork = mid + new Vector3(random.Next(-0.18f, 0.18f), random.Next(0.12f, 0.3f), random.Next(-0.18f, 0.18f));
                branches.Add(Sweeps.Tube([mid, fork, fork + new Vector3(0, 0.02f, 0)], t => 0.038f * (1 - (0.4f * t)), 6));
            }
        }

        b.Part("body", b.Paint(Form.Join(branches), skin));
        return b.Build(Substance.Stone, 8, Rig.Plant);
    }

    /// <summary>Ribbons of seaweed.</summary>
    public static Prop Seaweed(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        List<Form> blades = [];
        for (int i = 0; i < 6; i++)
        {
            float h = random.Next(0.7f, 1.6f), phase = random.Next(0, 6), yaw = random.Next(0, 360);
            blades.Add(Sweeps.Sheet((u, v) => new Vector3(((u - 0.5f) * 0.09f * (1 - (0.8f * v))) + (0.08f * MathF.Sin((v * 6) + phase) * v), v * h, 0.06f * MathF.Cos((v * 5) + phase) * v), 2, 9).RotateY(yaw).Move(random.Next(-0.12f, 0.12f), 0, random.Next(-0.12f, 0.12f)));
        }

        b.Part("body", b.Paint(Form.Join(blades), request.Main(0x3E7A44, Finishes.Leaf) with { Sway = 0.9f }));
        return b.Build(Substance.Grass, 1, Rig.Plant);
    }
}
