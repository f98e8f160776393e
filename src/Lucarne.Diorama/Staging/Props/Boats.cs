using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Boats and ships; their origin lies on the waterline.</summary>
internal static class Boats
{
    /// <summary>A small sloop with a mainsail and a jib.</summary>
    public static Prop SailingBoat(PropRequest request)
    {
        PropBuilder b = new(request);
        Material hullPaint = request.Main(0xF2EEE2, Finishes.Lacquer);
        Form hull = b.Paint(Hull(6.2f, 1.05f, 0.75f, 0.5f), hullPaint);
        Form stripe = b.Paint(Band(6.2f, 1.05f, 0.75f, 0.5f, 0.5f, 0.72f, 0.012f), request.Second(0x1F4E79, Finishes.Lacquer));
        Form bottom = b.Paint(Band(6.2f, 1.05f, 0.75f, 0.5f, -0.45f, 0.09f, 0.008f), Finishes.Satin(Colours.Hex(0x8E2A22)));
        Material teak = Finishes.Wood(Colours.Hex(0xB98A54));
        Form deck = b.Paint(Deck(6.2f, 1.05f, 0.66f), teak with { PatternScaleM = 0.35f });
        Form cabin = b.Paint(Sweeps.Body([new(-0.5f, 0.5f, 0.55f, 1.02f, 5), new(0.6f, 0.48f, 0.55f, 1.04f, 5), new(1.3f, 0.32f, 0.55f, 0.92f, 4.5f), new(1.55f, 0.15f, 0.55f, 0.75f, 4)], 20, 2), Finishes.Lacquer(Colours.Hex(0xF5F2EA)));
        Form ports = b.Paint(Shapes.RoundedBox(1.0f, 0.14f, 0.5f, 0.05f).Move(0, 0.87f, 0.25f), Finishes.Pane(Colours.Hex(0x16242C)) with { Emission = request.Dark ? new Vector3(1f, 0.65f, 0.3f) * 1.5f : Vector3.Zero });
        Form cockpit = b.Paint(Shapes.RoundedBox(0.95f, 0.14f, 1.3f, 0.05f).Move(0, 0.64f, -1.35f), Finishes.Matt(Colours.Hex(0x5C4228)));
        Form tiller = Sweeps.Bar(new Vector3(0, 0.85f, -2.75f), new Vector3(0.05f, 0.98f, -1.9f), 0.035f, 0.022f, 8);
        Form rudder = Shapes.RoundedBox(0.05f, 1.2f, 0.35f, 0.02f).Move(0, 0.2f, -2.95f);
        Form mast = Shapes.Frustum(0.062f, 0.035f, 7.4f, 10).Move(0, 0.6f, 0.85f);
        Form spreaders = Sweeps.Bar(new Vector3(-0.5f, 4.6f, 0.82f), new Vector3(0.5f, 4.6f, 0.82f), 0.016f, 6);
        Form timber = b.Paint(Form.Join(tiller, rudder, mast, spreaders), Finishes.Wood(Colours.Hex(0xC79A5E)));
        List<Form> wires = [];
        foreach (Vector3 foot in (ReadOnlySpan<Vector3>)[new(0, 0.8f, 3.15f), new(0, 0.7f, -2.9f), new(0.95f, 0.68f, 0.5f), new(-0.95f, 0.68f, 0.5f)])
        {
            wires.Add(Sweeps.Bar(foot, new Vector3(0, 7.85f, 0.85f), 0.011f, 4));
        }

        for (int side = -1; side <= 1; side += 2)
        {
            wires.Add(Sweeps.Tube([new(side * 0.25f, 1.18f, 2.75f), new(side * 0.72f, 1.12f, 1.6f), new(side * 0.98f, 1.08f, 0), new(side * 0.95f, 1.08f, -1.5f), new(side * 0.75f, 1.1f, -2.7f)], 0.013f, 5));
            foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(0.25f, 2.75f), (0.98f, 0), (0.95f, -1.5f), (0.75f, -2.7f)])
            {
                wires.Add(Sweeps.Bar(new Vector3(side * x, 0.62f, z), new Vector3(side * x, 1.12f, z), 0.016f, 5));
            }
        }

        Form rigging = b.Paint(Form.Join(wires), Finishes.Metal(Colours.Hex(0xC8CCD0)));
        int body = b.Part("hull", Form.Join([hull, stripe, bottom, deck, cabin, ports, cockpit, timber, rigging]));

        Material cloth = Finishes.Canvas(Colours.Hex(0xF6F0E2));
        Form main = Sweeps.Sheet((u, v) =>
        {
            float chord = 2.75f * MathF.Pow(1 - v, 0.85f) * (1 + (0.18f * MathF.Sin(MathF.PI * v)));
            return new Vector3(0.42f * MathF.Sin(MathF.PI * u) * (1 - (0.75f * v)), (v * 5.95f) + (0.1f * (1 - v) * u), -u * chord - 0.05f);
        }, 8, 14);
        List<Form> battens = [];
        for (int i = 1; i < 4; i++)
        {
            float v = i / 4f, chord = 2.75f * MathF.Pow(1 - v, 0.85f) * (1 + (0.18f * MathF.Sin(MathF.PI * v)));
            Vector3[] line = [.. Enumerable.Range(0, 9).Select(k => new Vector3((0.42f * MathF.Sin(MathF.PI * k / 8f) * (1 - (0.75f * v))) + 0.004f, v * 5.95f, (-k / 8f * chord) - 0.05f))];
            battens.Add(Sweeps.Tube(line, 0.012f, 4));
        }

        Form boom = b.Paint(Sweeps.Bar(Vector3.Zero, new Vector3(0, 0.08f, -2.95f), 0.045f, 0.035f, 8).Move(0, -0.06f, 0), Finishes.Wood(Colours.Hex(0xC79A5E)));
        b.Part("sail-main", Form.Join(b.Paint(main, cloth), b.Paint(Form.Join(battens), Finishes.Matt(Colours.Hex(0x9FA8AE))), boom), body, new Vector3(0, 1.6f, 0.78f), rest: Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.22f));
        Form jib = Sweeps.Sheet((u, v) =>
        {
            Vector3 luff = Vector3.Lerp(new Vector3(0, 0.15f, 0), new Vector3(0, 5.9f, -1.95f), v);
            float chord = 2.15f * (1 - v);
            return luff + new Vector3((0.34f * MathF.Sin(MathF.PI * MathF.Min(u * 1.1f, 1)) * (1 - (0.6f * v))) + (0.42f * u * (1 - v)), 0.12f * u * (1 - v), -u * chord);
        }, 6, 12);
        b.Part("sail-jib", b.Paint(jib, cloth), body, new Vector3(0, 0.85f, 3.05f));
        Form flag = Sweeps.Sheet((u, v) => new Vector3(0.03f * MathF.Sin(u * 7), (v * 0.22f * (1 - u)) - (0.02f * u), -u * 0.55f), 8, 2);
        b.Part("flag", b.Paint(flag, Finishes.Canvas(Colours.Hex(0xC8352A)) with { Sway = 0.6f }), body, new Vector3(0, 7.9f, 0.85f));
        b.Light(body, new Vector3(0, 1.3f, -0.4f), new Vector3(1.6f, 1f, 0.5f), 6, 0, true);
        b.Anchor("top", body, new Vector3(0, 0.72f, -1.35f), 0.45f, 0.6f);
        b.Anchor("seat", body, new Vector3(0.3f, 0.72f, -1.8f));
        b.Emit(EmitterKind.Spray, body, new Vector3(0, 0.1f, 2.9f), 0.3f, 0.15f, always: false);
        return b.Build(Substance.Wood, 900, Rig.Boat, new CollisionShape.Box(new Vector3(1f, 0.6f, 3.1f)), new Vector3(0, 0.2f, 0), 3, 0);
    }

    /// <summary>A clinker rowing boat with two oars.</summary>
    public static Prop RowingBoat(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paint = request.Main(0x2F6B8A, Finishes.Satin);
        Material wood = Finishes.Wood(Colours.Hex(0xB08450));
        Form hull = b.Paint(Shell(3.6f, 0.66f, 0.42f, 0.22f, 0.05f), paint with { TwoSided = true });
        List<Form> timber = [];
        foreach (float z in (ReadOnlySpan<float>)[-1.0f, 0f, 0.95f])
        {
            timber.Add(Shapes.RoundedBox(1.16f - (MathF.Abs(z) * 0.3f), 0.04f, 0.26f, 0.012f).Move(0, 0.27f, z));
        }

        timber.Add(Rim(3.6f, 0.66f, 0.42f, 0.035f));
        timber.Add(Shapes.RoundedBox(0.7f, 0.03f, 2.6f, 0.01f).Move(0, -0.02f, 0));
        int body = b.Part("hull", hull.With(b.Paint(Form.Join(timber), wood)));
        Form oar = Sweeps.Bar(new Vector3(-0.55f, 0.06f, 0), new Vector3(1.35f, -0.2f, 0), 0.022f, 7).With(Shapes.RoundedBox(0.55f, 0.02f, 0.16f, 0.01f).RotateZ(-8).Move(1.58f, -0.235f, 0));
        b.Pair("oar", b.Paint(oar, wood), body, body, new Vector3(0.66f, 0.44f, 0.25f));
        b.Anchor("seat", body, new Vector3(0, 0.29f, 0));
        b.Anchor("inside", body, new Vector3(0, 0.02f, -0.4f), 0.3f, 0.7f);
        return b.Build(Substance.Wood, 90, Rig.Boat, new CollisionShape.Box(new Vector3(0.66f, 0.32f, 1.8f)), new Vector3(0, 0.1f, 0), 1.5f, 0);
    }

    /// <summary>A folded paper boat.</summary>
    public static Prop PaperBoat(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paper = request.Main(0xF4F0E6, Finishes.Paper);
        // Folds: gunwale corners, keel ends, and the peak of the fold in the middle.
        Vector3 bow = new(0, 0.052f, 0.1f), stern = new(0, 0.052f, -0.1f), keelBow = new(0, -0.012f, 0.052f), keelStern = new(0, -0.012f, -0.052f);
        Vector3 left = new(0.046f, 0.03f, 0), right = new(-0.046f, 0.03f, 0), peak = new(0, 0.088f, 0), footBow = new(0, 0.008f, 0.044f), footStern = new(0, 0.008f, -0.044f);
        Vector3 keelLeft = new(0.016f, -0.014f, 0), keelRight = new(-0.016f, -0.014f, 0);
        List<Form> folds = [];
        void Fold(Vector3 a, Vector3 c, Vector3 d) => folds.Add(new Form([a, c, d], [0, 1, 2], creaseDegrees: 0));
        Fold(bow, left, keelBow);
        Fold(left, keelLeft, keelBow);
        Fold(left, stern, keelStern);
        Fold(left, keelStern, keelLeft);
        Fold(right, bow, keelBow);
        Fold(right, keelBow, keelRight);
        Fold(stern, right, keelStern);
        Fold(right, keelRight, keelStern);
        Fold(keelBow, keelLeft, keelRight);
        Fold(keelLeft, keelStern, keelRight);
        foreach (float x in (ReadOnlySpan<float>)[0.011f, -0.011f])
        {
            Fold(peak + new Vector3(x * 0.1f, 0, 0), footBow + new Vector3(x, 0, 0), footStern + new Vector3(x, 0, 0));
        }

        b.Part("hull", b.Paint(Form.Join(folds), paper));
        return b.Build(Substance.Paper, 0.005f, Rig.Boat, new CollisionShape.Box(new Vector3(0.04f, 0.03f, 0.09f)), new Vector3(0, 0.02f, 0), 0.3f, 0);
    }

    /// <summary>A cargo ship or a liner.</summary>
    public static Prop Ship(PropRequest request)
    {
        PropBuilder b = new(request);
        Form hull = b.Paint(Hull(48, 5f, 4.4f, 2.6f), request.Main(0x1E2E44, Finishes.Satin));
        Form red = b.Paint(Band(48, 5f, 4.4f, 2.6f, -2.2f, 0.5f, 0.05f), Finishes.Satin(Colours.Hex(0x8A2A20)));
        Form line = b.Paint(Band(48, 5f, 4.4f, 2.6f, 3.6f, 4.0f, 0.06f), Finishes.Satin(Colours.Hex(0xF0EEE6)));
        Form deck = b.Paint(Deck(48, 5f, 4.3f), Finishes.Wood(Colours.Hex(0x9A7A54)) with { PatternScaleM = 1.2f });
        Material white = Finishes.Satin(Colours.Hex(0xF2EFE6)), window = Finishes.Pane(Colours.Hex(0x16202A)) with { Emission = request.Dark ? new Vector3(1f, 0.72f, 0.38f) * 2.2f : Vector3.Zero };
        List<Form> all = [hull, red, line, deck];
        for (int level = 0; level < 4; level++)
        {
            float length = 26f - (level * 4.5f), width = 8f - (level * 0.8f), y = 4.3f + (level * 2.3f);
            all.Add(b.Paint(Shapes.RoundedBox(width, 2.3f, length, 0.4f).Move(0, y + 1.15f, -2 - (level * 0.6f)), white));
            all.Add(b.Paint(Shapes.RoundedBox(width + 0.6f, 0.18f, length + 0.6f, 0.05f).Move(0, y + 2.3f, -2 - (level * 0.6f)), white));
            int count = (int)(length / 1.5f);
            for (int i = 0; i < count; i++)
            {
                all.Add(b.Paint(Shapes.Box(width + 0.06f, 0.7f, 0.8f).Move(0, y + 1.25f, -2 - (level * 0.6f) - (length / 2) + 1 + (i * 1.48f)), window));
            }
        }

        for (int i = 0; i < 2; i++)
        {
            Vector3 at = new(0, 13.2f, -1 - (i * 5.5f));
            all.Add(b.Paint(Shapes.Frustum(1.35f, 1.2f, 4.2f, 18).RotateX(-8).Move(at), request.Second(0xC8352A, Finishes.Satin)));
            all.Add(b.Paint(Shapes.Frustum(1.27f, 1.24f, 0.8f, 18).RotateX(-8).Move(at + new Vector3(0, 3.5f, -0.48f)), Finishes.Matt(Colours.Hex(0x1A1A1C))));
        }

        all.Add(b.Paint(Sweeps.Bar(new Vector3(0, 4, 15), new Vector3(0, 15, 14), 0.25f, 0.12f, 8).With(Sweeps.Bar(new Vector3(0, 12, 3), new Vector3(0, 19, 2), 0.2f, 0.1f, 8)), Finishes.Satin(Colours.Hex(0xC8A24A))));
        int body = b.Part("hull", Form.Join(all));
        b.Emit(EmitterKind.Smoke, body, new Vector3(0, 17.6f, -1.6f), 0.5f, 0.9f);
        b.Emit(EmitterKind.Spray, body, new Vector3(0, 0.4f, 23.5f), 0.5f, 0.8f, always: false);
        b.Light(body, new Vector3(0, 9, 13), new Vector3(60, 45, 25), 30, 0, true);
        return b.Build(Substance.Metal, 2.5e6f, Rig.Boat, new CollisionShape.Box(new Vector3(5, 5, 24)), new Vector3(0, 3, 0), 8, 0);
    }

    /// <summary>A round toy submarine with portholes.</summary>
    public static Prop Submarine(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paint = request.Main(0xF2B81E, Finishes.Lacquer);
        Material brass = Finishes.Metal(Colours.Hex(0xB98A3E));
        Form hull = b.Paint(Sweeps.Body([new(-3.1f, 0.12f, -0.12f, 0.12f, 2), new(-2.6f, 0.48f, -0.5f, 0.5f, 2), new(-1.5f, 0.95f, -0.98f, 0.98f, 2), new(0, 1.12f, -1.15f, 1.15f, 2), new(1.4f, 1.05f, -1.08f, 1.08f, 2), new(2.4f, 0.7f, -0.72f, 0.72f, 2), new(2.85f, 0.3f, -0.3f, 0.3f, 2), new(2.95f, 0.02f, -0.02f, 0.02f, 2)], 28, 3), paint);
        Form tower = b.Paint(Sweeps.Body([new(-0.85f, 0.05f, 0.8f, 1.9f, 2.4f), new(-0.5f, 0.4f, 0.8f, 1.98f, 2.4f), new(0.2f, 0.48f, 0.8f, 2.0f, 2.4f), new(0.7f, 0.35f, 0.8f, 1.96f, 2.4f), new(0.95f, 0.05f, 0.8f, 1.85f, 2.4f)], 20, 3), paint);
        Form hatch = Shapes.Cylinder(0.3f, 0.12f, 18, 0.03f).Move(0, 1.96f, 0.1f);
        Form scope = Sweeps.Tube(Splines.Through([new(0, 1.9f, 0.5f), new(0, 2.6f, 0.5f), new(0, 2.85f, 0.54f), new(0, 2.88f, 0.8f)], 5), 0.07f, 10);
        List<Form> rings = [hatch, scope, Shapes.Torus(1.13f, 0.045f, 32, 8).RotateX(90).Scale(1, 1.02f, 1).Move(0, 0, 0), Shapes.Torus(0.86f, 0.045f, 28, 8).RotateX(90).Move(0, 0, -1.72f)];
        List<Form> panes = [];
        foreach (float z in (ReadOnlySpan<float>)[-0.95f, 0f, 0.95f])
        {
            float x = z == 0 ? 1.06f : 1.0f;
            rings.Add(Shapes.Torus(0.27f, 0.06f, 20, 8).RotateZ(90).Move(x, 0.25f, z).BothSidesX());
            panes.Add(Shapes.Ellipsoid(0.14f, 0.52f, 0.52f, 2).Move(x, 0.25f, z).BothSidesX());
        }

        rings.Add(Shapes.Torus(0.46f, 0.07f, 24, 8).RotateX(90).Move(0, 0.12f, 2.56f));
        panes.Add(Shapes.Ellipsoid(0.9f, 0.9f, 0.6f, 3).Move(0, 0.12f, 2.52f));
        Form glow = b.Paint(Form.Join(panes), Finishes.Glow(new Vector3(1f, 0.82f, 0.45f), request.Dark ? 3.5f : 1.4f) with { Clearcoat = 1, Roughness = 0.1f });
        Form fins = b.Paint(Shapes.RoundedBox(1.3f, 0.08f, 0.55f, 0.035f).Move(0.6f, 0, -2.5f).BothSidesX().With(Shapes.RoundedBox(0.08f, 1.3f, 0.55f, 0.035f).Move(0, 0.5f, -2.5f), Shapes.RoundedBox(0.9f, 0.07f, 0.4f, 0.03f).Move(0.9f, 1.4f, 0.2f).Scale(0.8f, 1, 1).BothSidesX()), request.Second(0xC8352A, Finishes.Lacquer));
        int body = b.Part("hull", Form.Join([hull, tower, glow, fins, b.Paint(Form.Join(rings), brass)]));
        List<Form> blades = [Shapes.Capsule(0.1f, 0.35f, 12, 3).RotateX(90).Move(0, 0, -0.2f)];
        for (int i = 0; i < 4; i++)
        {
            blades.Add(Shapes.Ellipsoid(0.22f, 0.55f, 0.05f, 2).RotateY(28).Move(0, 0.34f, 0).RotateZ(90 * i));
        }

        b.Part("propeller", b.Paint(Form.Join(blades), brass), body, new Vector3(0, 0, -3.2f), 0.6f);
        b.Light(body, new Vector3(0, 0, 3.6f), new Vector3(7, 6, 3.6f), 14);
        b.Emit(EmitterKind.Bubbles, body, new Vector3(0, 0.2f, -3.4f), 0.6f, 0.08f);
        return b.Build(Substance.Metal, 12000, Rig.Boat, new CollisionShape.Capsule(1.1f, 2.2f), Vector3.Zero, 2, 0.5f);
    }

    // Half width and sheer height along a hull: z from -1 (stern) to 1 (bow).
    private static (float Width, float Sheer, float Keel) Lines(float t, float halfBeam, float freeboard, float draught)
    {
        float toBow = Math.Clamp((t + 0.1f) / 1.1f, 0, 1), toStern = Math.Clamp((-t - 0.1f) / 0.9f, 0, 1);
        float width = halfBeam * (1 - (0.985f * MathF.Pow(toBow, 2.3f))) * (1 - (0.34f * toStern * toStern));
        float sheer = freeboard * (1 + (0.3f * toBow * toBow) + (0.08f * toStern));
        float keel = -draught * (1 - MathF.Pow(toBow, 4) - (0.45f * toStern * toStern));
        return (width, sheer, keel);
    }

    private static Vector3[] Ring(float t, float length, float halfBeam, float freeboard, float draught, float grow = 0)
    {
        (float width, float sheer, float keel) = Lines(t, halfBeam, freeboard, draught);
        const int Side = 8;
        var ring = new Vector3[Side * 2];
        for (int i = 0; i < Side; i++)
        {
            float u = i / (Side - 1f), y = float.Lerp(sheer, keel, u);
            float x = i == Side - 1 ? 0.02f * halfBeam : (width * MathF.Pow(1 - MathF.Pow(u, 2.4f), 0.62f)) + (0.012f * halfBeam);
            ring[i] = new Vector3(-x - grow, y, t * length / 2);
            ring[^(i + 1)] = new Vector3(x + grow, y, t * length / 2);
        }

        // Rake of the bow: the stem leans forward with height.
        float lean = Math.Clamp((t - 0.55f) / 0.45f, 0, 1);
        for (int i = 0; i < ring.Length; i++)
        {
            ring[i].Z += lean * lean * (ring[i].Y - sheer) * 0.5f;
        }

        return ring;
    }

    /// <summary>A closed displacement hull along Z, bow towards +Z.</summary>
    private static Form Hull(float length, float halfBeam, float freeboard, float draught)
    {
        const int Stations = 17;
        var rings = new Vector3[Stations][];
        for (int i = 0; i < Stations; i++)
        {
            rings[i] = Ring(-1 + (2f * i / (Stations - 1)), length, halfBeam, freeboard, draught);
        }

        return Sweeps.Loft(rings, 45);
    }

    /// <summary>A painted band round the hull between two heights.</summary>
    private static Form Band(float length, float halfBeam, float freeboard, float draught, float low, float high, float lift)
    {
        const int Stations = 33;
        Form left = Sweeps.Sheet((u, v) =>
        {
            float t = -1 + (2 * u);
            Vector3[] ring = Ring(t, length, halfBeam, freeboard, draught, lift);
            (_, float sheer, float keel) = Lines(t, halfBeam, freeboard, draught);
            float y = Math.Clamp(float.Lerp(low, high, v), keel + 0.001f, sheer - 0.001f);
            int half = ring.Length / 2;
            for (int i = ring.Length - 1; i > half; i--)
            {
                Vector3 a = ring[i], c = ring[i - 1];
                if (y <= a.Y && y >= c.Y)
                {
                    return Vector3.Lerp(a, c, (a.Y - y) / MathF.Max(a.Y - c.Y, 1e-5f));
                }
            }

            return ring[half];
        }, Stations - 1, 3);
        return left.InsideOut().BothSidesX();
    }

    private static Form Deck(float length, float halfBeam, float height) =>
        Sweeps.Sheet((u, v) =>
        {
            float t = -0.985f + (1.95f * v);
            (float width, float sheer, _) = Lines(t, halfBeam, height, 0.3f);
            return new Vector3(((2 * u) - 1) * (width + (0.005f * halfBeam)) * -1, sheer + (0.03f * height), t * length / 2);
        }, 4, 16);

    /// <summary>An open hull with a thick skin, for boats one looks into.</summary>
    private static Form Shell(float length, float halfBeam, float freeboard, float draught, float thickness) =>
        Form.Join(
            Sweeps.Sheet((u, v) => ShellPoint(u, v, length, halfBeam, freeboard, draught), 14, 20),
            Sweeps.Sheet((u, v) => ShellPoint(u, v, length - (thickness * 3), halfBeam - thickness, freeboard - 0.01f, draught - thickness), 14, 20).InsideOut());

    private static Vector3 ShellPoint(float u, float v, float length, float halfBeam, float freeboard, float draught)
    {
        float t = -1 + (2 * v), a = MathF.PI * u;
        float wide = halfBeam * MathF.Pow(MathF.Max(0, 1 - MathF.Pow(MathF.Abs(t), t > 0 ? 2.2f : 3.4f)), 0.75f);
        float sheer = freeboard * (1 + (0.35f * t * t)), keel = -draught * (1 - MathF.Pow(MathF.Abs(t), 3));
        float x = MathF.Cos(a), y = MathF.Max(0, MathF.Sin(a));
        return new Vector3(MathF.CopySign(MathF.Pow(MathF.Abs(x), 0.7f), x) * wide, float.Lerp(sheer, keel, MathF.Pow(y, 0.75f)), t * length / 2);
    }

    private static Form Rim(float length, float halfBeam, float freeboard, float radius)
    {
        Vector3[] line = [.. Enumerable.Range(0, 41).Select(i => ShellPoint(0, i / 40f, length, halfBeam, freeboard, 0.1f))];
        return Sweeps.Tube(line, radius, 6).BothSidesX();
    }
}
