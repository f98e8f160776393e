using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Candles, cakes, balloons and fire.</summary>
internal static class Festive
{
    private static readonly Vector3 FlameColour = new(1f, 0.55f, 0.16f);

    /// <summary>A candle, lit.</summary>
    public static Prop Candle(PropRequest request)
    {
        PropBuilder b = new(request);
        Form wax = Lathes.TurnCurve([new(0, 0), new(0.034f, 0), new(0.035f, 0.002f), new(0.034f, 0.15f), new(0.036f, 0.158f), new(0.03f, 0.16f), new(0.022f, 0.152f), new(0, 0.15f)], 3, 24);
        Form drips = Form.Join(Shapes.Capsule(0.006f, 0.06f, 8, 3).Move(0.034f, 0.1f, 0), Shapes.Capsule(0.005f, 0.04f, 8, 3).Move(0.028f, 0.12f, 0.02f), Shapes.Capsule(0.007f, 0.08f, 8, 3).Move(-0.02f, 0.08f, 0.028f));
        Form dish = Lathes.TurnCurve([new(0, -0.012f), new(0.045f, -0.012f), new(0.075f, 0.004f), new(0.078f, 0.008f), new(0.073f, 0.008f), new(0.045f, -0.004f), new(0, -0.004f)], 3, 28).Move(0, 0.012f, 0);
        int body = b.Part("body", Form.Join(
            b.Paint(wax.With(drips).Move(0, 0.008f, 0), request.Main(0xF4E8CE, Finishes.Wax) with { Emission = FlameColour * 0.06f }),
            b.Paint(dish, Finishes.Metal(Colours.Hex(0xB08A48))),
            b.Paint(Shapes.Cylinder(0.0022f, 0.018f, 6).Move(0, 0.156f, 0), Finishes.Matt(Colours.Hex(0x1A1614)))));
        b.Part("flame-1", Flame(b, 0.012f, 0.045f), body, new Vector3(0, 0.17f, 0), castsShadow: false);
        b.Light(body, new Vector3(0, 0.2f, 0), FlameColour * 0.16f, 1.8f, 0.45f);
        return b.Build(Substance.Plastic, 0.3f, Rig.Flame, new CollisionShape.Cylinder(0.06f, 0.17f), new Vector3(0, 0.085f, 0));
    }

    /// <summary>A two-tier iced birthday cake with lit candles.</summary>
    public static Prop BirthdayCake(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Material cream = request.Main(0xF8EBDD, Finishes.Wax), icing = request.Second(0xE8799B, Finishes.Wax);
        Material sponge = Finishes.Matt(Colours.Hex(0xC98F4E));
        List<Form> all = [
            b.Paint(Lathes.TurnCurve([new(0, 0), new(0.08f, 0), new(0.155f, 0.01f), new(0.165f, 0.016f), new(0.15f, 0.016f), new(0, 0.014f)], 3, 40), Finishes.Ceramic(Colours.Hex(0xF2F2F0))),
            b.Paint(Tier(0.12f, 0.075f), cream).Move(0, 0.014f, 0), b.Paint(Tier(0.08f, 0.065f), cream).Move(0, 0.088f, 0),
            b.Paint(Drips(0.122f, 0.075f, 22, ref random), icing).Move(0, 0.016f, 0), b.Paint(Drips(0.082f, 0.065f, 15, ref random), icing).Move(0, 0.09f, 0),
            b.Paint(Shapes.Torus(0.1205f, 0.003f, 40, 6).Move(0, 0.045f, 0), sponge)];
        Form dollop = Lathes.TurnCurve([new(0, 0), new(0.011f, 0.001f), new(0.012f, 0.006f), new(0.008f, 0.012f), new(0.003f, 0.018f), new(0, 0.021f)], 1, 7);
        List<Form> dollops = [];
        for (int i = 0; i < 28; i++)
        {
            dollops.Add(dollop.Move(0.127f, 0.014f, 0).RotateY(360f * i / 28));
        }

        for (int i = 0; i < 14; i++)
        {
            dollops.Add(dollop.Move(0.102f, 0.088f, 0).RotateY(360f * i / 14));
        }

        all.Add(b.Paint(Form.Join(dollops), cream));
        for (int i = 0; i < 7; i++)
        {
            all.Add(b.Paint(Shapes.Sphere(0.011f, request.Detail == Detail.Hero ? 2 : 1).Scale(1, 0.92f, 1).Move(0.066f, 0.164f, 0).RotateY((360f * i / 7) + 25), Finishes.Lacquer(Colours.Hex(0xB0141E))));
        }

        for (int i = 0; i < 46; i++)
        {
            bool upper = i % 2 == 0;
            float a = random.Next(0, 360), y = upper ? random.Next(0.1f, 0.128f) : random.Next(0.028f, 0.06f), r = upper ? 0.081f : 0.121f;
            all.Add(b.Paint(Shapes.Capsule(0.0018f, 0.009f, 5, 1).Move(0, -0.0045f, 0).RotateX(random.Next(0, 180)).Move(0, y, r).RotateY(a), Finishes.Plastic(Colours.FromPalette(i))));
        }

        int body = b.Part("body", Form.Join(all));
        for (int i = 0; i < 7; i++)
        {
            Vector3 colour = Colours.FromPalette(i + 1);
            float r = i == 6 ? 0 : 0.045f, a = MathF.Tau * i / 6;
            Vector3 foot = new(r * MathF.Cos(a), 0.155f, r * MathF.Sin(a));
            Form stick = b.Paint(Shapes.Cylinder(0.0033f, 0.048f, 10), new Material { BaseColour = colour, SecondColour = new Vector3(0.9f), Roughness = 0.4f, Subsurface = 0.5f, Pattern = SurfacePattern.Stripes, PatternScaleM = 0.01f });
            int candle = b.Part($"candle-{i + 1}", stick.With(b.Paint(Shapes.Cylinder(0.0006f, 0.006f, 5).Move(0, 0.047f, 0), Finishes.Matt(Colours.Hex(0x1A1614)))), body, foot);
            b.Part($"flame-{i + 1}", Flame(b, 0.0042f, 0.017f), candle, new Vector3(0, 0.052f, 0), castsShadow: false);
        }

        b.Light(body, new Vector3(0, 0.25f, 0), FlameColour * 0.12f, 1.4f, 0.3f);
        b.Anchor("top", body, new Vector3(0, 0.153f, 0), 0.05f, 0.05f);
        return b.Build(Substance.Food, 1.6f, Rig.Flame, new CollisionShape.Cylinder(0.13f, 0.155f), new Vector3(0, 0.0775f, 0), friction: 0.6f, restitution: 0.05f);

        static Form Tier(float radius, float height) =>
            Lathes.TurnCurve([new(0, 0), new(radius * 0.98f, 0), new(radius, 0.004f), new(radius, height - 0.012f), new(radius - 0.004f, height - 0.003f), new(radius - 0.012f, height), new(0, height + 0.001f)], 3, 40);
    }

    /// <summary>A balloon on its string.</summary>
    public static Prop Balloon(PropRequest request)
    {
        PropBuilder b = new(request);
        int segments = request.Detail switch { Detail.Hero => 32, Detail.Many => 18, _ => 12 }, steps = request.Detail == Detail.Hero ? 4 : 2;
        Vector3 colour = request.ColourAt(0) ?? Colours.FromPalette(request.Index);
        Material skin = request.Attributes.Material is null ? Finishes.Plastic(colour) with { Subsurface = 0.5f, Clearcoat = 0.9f, Roughness = 0.22f } : request.Main(0xD8352A, Finishes.Plastic);
        const float String = 0.75f;
        Form bag = Lathes.TurnCurve([new(0, 0), new(0.012f, 0.004f), new(0.035f, 0.03f), new(0.095f, 0.12f), new(0.135f, 0.22f), new(0.125f, 0.3f), new(0.075f, 0.355f), new(0, 0.37f)], steps, segments);
        Form knot = Lathes.Turn([new(0, 0), new(0.02f, -0.002f), new(0.006f, 0.016f), new(0, 0.018f)], 10, 60).Move(0, -0.012f, 0);
        int envelope = b.Part("envelope", b.Paint(bag.With(knot), skin), pivot: new Vector3(0, String, 0));
        Vector3[] line = [.. Enumerable.Range(0, request.Detail == Detail.Hero ? 13 : 6).Select(i => new Vector3(0.012f * MathF.Sin(i * 1.1f), -i * String / (request.Detail == Detail.Hero ? 12f : 5f), 0.01f * MathF.Cos(i * 0.9f)))];
        b.Part("string", b.Paint(Sweeps.Tube(line, 0.0025f, 4), Finishes.Cloth(Colours.Hex(0xEDE8DA))), envelope);
        return b.Build(Substance.Rubber, 0.012f, Rig.Balloon, new CollisionShape.Sphere(0.15f), new Vector3(0, String + 0.2f, 0), 0.7f, friction: 0.3f, restitution: 0.6f);
    }

    /// <summary>A hot-air balloon of striped silk with a wicker basket and a burner.</summary>
    public static Prop HotAirBalloon(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        const int Gores = 16;
        Vector3 first = request.ColourAt(0) ?? Colours.FromPalette(request.Index), second = request.ColourAt(1) ?? Colours.Hex(0xF6EBCF), third = Colours.FromPalette(request.Index + 2);
        int[] slots = [b.SlotOf(Silk(first)), b.SlotOf(Silk(second)), b.SlotOf(Silk(first)), b.SlotOf(Silk(third))];
        Vector2[] outline = [new(1.0f, 5.2f), new(1.7f, 6.4f), new(3.3f, 8.8f), new(5.1f, 12f), new(5.75f, 14.8f), new(5.3f, 17.4f), new(3.8f, 19.4f), new(1.8f, 20.5f), new(0, 20.8f)];
        Vector3[] curve = Splines.Through([.. outline.Select(o => new Vector3(o.X, o.Y, 0))], request.Detail == Detail.Far ? 1 : 2);
        int around = Gores * (request.Detail == Detail.Hero ? 4 : 2);
        Form bag = Sweeps.Sheet((u, v) =>
        {
            Vector3 p = curve[Math.Clamp((int)MathF.Round(v * (curve.Length - 1)), 0, curve.Length - 1)];
            float a = MathF.Tau * u, gore = MathF.Abs(MathF.Sin(a * Gores / 2)), r = MathF.Max(p.X, 0) * (0.955f + (0.045f * gore));
            return new Vector3(-r * MathF.Cos(a), p.Y, r * MathF.Sin(a));
        }, around, curve.Length - 1).InsideOut();
        var bySector = new byte[bag.TriangleCount];
        bool rings = request.Index % 3 == 1;
        for (int t = 0; t < bySector.Length; t++)
        {
            int quad = t / 2, column = quad % around, row = quad / around;
            int gore = column / (around / Gores);
            int pick = rings ? row * 6 / curve.Length : gore;
            bySector[t] = (byte)(row > curve.Length * 0.4f && row < curve.Length * 0.52f && !rings ? slots[3] : slots[pick % 3]);
        }

        int envelope = b.Part("envelope", new Form(bag.Positions, bag.Indices, bySector, null, 80));
        Form skirt = b.Paint(Sweeps.Sheet((u, v) => new Vector3(-MathF.Cos(MathF.Tau * u) * float.Lerp(0.75f, 1.02f, v), 4.3f + (0.9f * v), MathF.Sin(MathF.Tau * u) * float.Lerp(0.75f, 1.02f, v)), 20, 1).InsideOut(), Silk(third));
        Material wicker = Finishes.Straw(Colours.Hex(0x9A6E3A));
        Form basket = b.Paint(Shapes.RoundedBox(1.3f, 0.95f, 1.3f, 0.12f).Move(0, 0.48f, 0), wicker).With(b.Paint(Shapes.RoundedBox(1.4f, 0.12f, 1.4f, 0.05f).Move(0, 1.0f, 0), Finishes.Leather(Colours.Hex(0x5A3420))));
        List<Form> ropes = [];
        for (int i = 0; i < 4; i++)
        {
            float x = i % 2 == 0 ? 0.6f : -0.6f, z = i < 2 ? 0.6f : -0.6f;
            ropes.Add(Sweeps.Bar(new Vector3(x, 1f, z), new Vector3(x * 0.9f, 2.4f, z * 0.9f), 0.035f, 5));
            ropes.Add(Sweeps.Bar(new Vector3(x * 0.9f, 2.4f, z * 0.9f), new Vector3(x * 1.2f, 5.1f, z * 1.2f), 0.014f, 4));
        }

        ropes.Add(Shapes.Torus(0.5f, 0.04f, 16, 6).Move(0, 2.4f, 0));
        Form burner = b.Paint(Shapes.Cylinder(0.16f, 0.35f, 12, 0.03f).Move(0, 2.35f, 0).With(Form.Join(ropes)), Finishes.Metal(Colours.Hex(0xA8A49C)));
        List<Form> bags = [];
        for (int i = 0; i < 6; i++)
        {
            bags.Add(Shapes.Ellipsoid(0.2f, 0.34f, 0.16f, 1).Move(random.Next(-0.4f, 0.4f), 0.55f, 0.74f).RotateY(90 * (i % 4)));
        }

        int nacelle = b.Part("basket", Form.Join(basket, burner, b.Paint(Form.Join(bags), Finishes.Cloth(Colours.Hex(0xC8B088)))), envelope);
        b.Part("skirt", skirt, envelope);
        b.Part("flame-1", Flame(b, 0.2f, 1.5f), nacelle, new Vector3(0, 2.7f, 0), castsShadow: false);
        b.Light(nacelle, new Vector3(0, 5.5f, 0), FlameColour * 30, 14, 0.3f);
        b.Anchor("inside", nacelle, new Vector3(0, 0.15f, 0), 0.45f, 0.45f);
        return b.Build(Substance.Cloth, 400, Rig.Balloon, new CollisionShape.Capsule(5.7f, 20.8f), new Vector3(0, 10.4f, 0), 2.5f);

        Material Silk(Vector3 c) => Finishes.Canvas(c) with { Emission = request.Dark ? c * 0.5f : c * 0.06f };
    }

    /// <summary>A campfire of crossed logs in a ring of stones.</summary>
    public static Prop Campfire(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        List<Form> stones = [], logs = [], embers = [];
        for (int i = 0; i < 11; i++)
        {
            float s = random.Next(0.13f, 0.19f);
            stones.Add(Shapes.Ellipsoid(s * 1.4f, s, s * 1.1f, 2).Roughen(0.03f, 0.1f, (uint)i).RotateY(random.Next(0, 90)).Move(0.6f, s * 0.3f, 0).RotateY(360f * i / 11));
        }

        for (int i = 0; i < 7; i++)
        {
            float a = MathF.Tau * i / 7;
            Vector3 foot = new(0.42f * MathF.Cos(a), 0.05f, 0.42f * MathF.Sin(a)), head = new(-0.08f * MathF.Cos(a), 0.48f, -0.08f * MathF.Sin(a));
            logs.Add(b.Paint(Sweeps.Tube([foot, Vector3.Lerp(foot, head, 0.5f) + (random.NextDirection() * 0.02f), head], _ => 0.055f, 9), Finishes.Bark(Colours.Hex(0x4A3222))));
            logs.Add(b.Paint(Shapes.Cylinder(0.05f, 0.03f, 9).Along(foot - head).Move(foot), Finishes.Wood(Colours.Hex(0xC89A64))));
        }

        for (int i = 0; i < 24; i++)
        {
            embers.Add(b.Paint(Shapes.Ellipsoid(0.09f, 0.05f, 0.07f, 1).RotateY(random.Next(0, 180)).Move(random.Next(-0.26f, 0.26f), 0.03f, random.Next(-0.26f, 0.26f)), i % 3 == 0 ? Finishes.Matt(Colours.Hex(0x1C1816)) : Finishes.Glow(new Vector3(1f, 0.2f, 0.03f), i % 3 == 1 ? 2.5f : 5)));
        }

        int body = b.Part("body", Form.Join([b.Paint(Form.Join(stones), Finishes.Stone(Colours.Hex(0x77736C))), .. logs, .. embers]));
        (float X, float Z, float R, float H)[] tongues = [(0, 0, 0.17f, 0.95f), (0.13f, 0.05f, 0.12f, 0.65f), (-0.12f, 0.08f, 0.12f, 0.7f), (0.03f, -0.14f, 0.12f, 0.6f), (-0.06f, 0.16f, 0.09f, 0.45f)];
        for (int i = 0; i < tongues.Length; i++)
        {
            b.Part($"flame-{i + 1}", Flame(b, tongues[i].R, tongues[i].H), body, new Vector3(tongues[i].X, 0.1f, tongues[i].Z), castsShadow: false);
        }

        b.Light(body, new Vector3(0, 0.75f, 0), FlameColour * 9, 13, 0.7f);
        b.Emit(EmitterKind.Fire, body, new Vector3(0, 0.25f, 0), 0.7f, 0.22f);
        b.Emit(EmitterKind.Embers, body, new Vector3(0, 0.5f, 0), 0.6f, 0.15f);
        b.Emit(EmitterKind.Smoke, body, new Vector3(0, 1.3f, 0), 0.3f, 0.18f);
        return b.Build(Substance.Wood, 30, Rig.Flame, new CollisionShape.Cylinder(0.6f, 0.5f), new Vector3(0, 0.25f, 0));
    }

    /// <summary>A tongue of flame on the origin: a hot core in a softer hull.</summary>
    internal static Form Flame(PropBuilder b, float radius, float height)
    {
        Form outer = Lathes.TurnCurve([new(0, 0), new(radius * 0.75f, height * 0.06f), new(radius, height * 0.24f), new(radius * 0.72f, height * 0.5f), new(radius * 0.28f, height * 0.8f), new(0, height)], radius < 0.01f ? 1 : 2, radius < 0.01f ? 7 : 10);
        Form core = outer.Scale(0.55f, 0.6f, 0.55f).Move(0, height * 0.03f, 0);
        return b.Paint(core, Finishes.Glow(new Vector3(1f, 0.82f, 0.42f), 9)).With(b.Paint(outer, new Material { BaseColour = FlameColour, Emission = FlameColour * 2.6f, Transmission = 0.6f, Roughness = 1 }));
    }

    // Icing that runs over a rim in drops of different lengths.
    private static Form Drips(float radius, float height, int count, ref SeededRandom random)
    {
        List<Form> parts = [Lathes.TurnCurve([new(0, height), new(radius * 0.96f, height - 0.001f), new(radius + 0.002f, height - 0.006f), new(radius + 0.001f, height - 0.014f), new(radius - 0.003f, height - 0.015f), new(0, height - 0.014f)], 2, 40).InsideOut()];
        for (int i = 0; i < count; i++)
        {
            float length = random.Next(0.012f, 0.034f), width = random.Next(0.005f, 0.0072f);
            parts.Add(Shapes.Capsule(width, length + 0.012f, 7, 2).Scale(1, 1, 0.6f).Move(0, height - length - 0.014f, radius).RotateY((360f * i / count) + random.Next(-4, 4)));
        }

        return Form.Join(parts);
    }
}
