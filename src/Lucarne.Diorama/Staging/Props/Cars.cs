using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Cars, vans, trucks and buses: shells lofted from sections, with wheels that turn and steer.</summary>
internal static class Cars
{
    private static readonly Vector3 Headlamp = new(1f, 0.9f, 0.7f);

    /// <summary>A car: old with round wings when the prompt says vintage, smooth otherwise.</summary>
    public static Prop Car(PropRequest request) =>
        request.Is("vintage", "old", "classic", "retro", "antique", "vintage-car", "classic-car", "convertible") ? Vintage(request) : Modern(request);

    /// <summary>A round-winged car of about 1950, with chrome and whitewall tyres.</summary>
    public static Prop Vintage(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paint = request.Main(0xB3161B, Finishes.Lacquer);
        Material chrome = Finishes.Chrome(Colours.Hex(0xD8DADC));
        Material glass = Finishes.Pane(Colours.Hex(0x1C2A30));
        Material dark = Finishes.Matt(Colours.Hex(0x141416));
        Material cream = request.Second(0xEFE3C8, Finishes.Lacquer);

        Form shell = b.Paint(Sweeps.Body([
            new(-2.02f, 0.3f, 0.46f, 0.66f), new(-1.9f, 0.52f, 0.38f, 0.8f), new(-1.5f, 0.68f, 0.32f, 0.93f), new(-0.9f, 0.77f, 0.3f, 1.0f, 3.4f), new(-0.2f, 0.8f, 0.3f, 1.02f, 3.6f),
            new(0.5f, 0.76f, 0.3f, 1.01f, 3.4f), new(1.0f, 0.6f, 0.32f, 0.99f), new(1.6f, 0.45f, 0.36f, 0.93f), new(1.9f, 0.36f, 0.4f, 0.84f), new(2.0f, 0.2f, 0.46f, 0.72f)], 24, 2), paint);
        Form cabin = b.Paint(Sweeps.Body([
            new(-1.38f, 0.2f, 0.85f, 0.98f, 2.6f), new(-1.15f, 0.5f, 0.85f, 1.22f, 2.8f), new(-0.75f, 0.6f, 0.85f, 1.44f, 3f), new(-0.25f, 0.62f, 0.85f, 1.52f, 3.2f),
            new(0.2f, 0.6f, 0.85f, 1.5f, 3.2f), new(0.5f, 0.57f, 0.85f, 1.36f, 3.2f), new(0.72f, 0.54f, 0.85f, 1.0f, 3.2f)], 28, 3), cream);
        Form sideGlass = Sweeps.Extrude([new(-0.92f, 1.06f), new(0.5f, 1.06f), new(0.4f, 1.3f), new(0.16f, 1.405f), new(-0.38f, 1.415f), new(-0.72f, 1.33f)], 1.3f, 0.012f).RotateY(-90).Scale(0.965f, 1, 1);
        Form windscreen = Sweeps.Extrude(Polygons.RoundedRectangle(0.98f, 0.42f, 0.08f), 0.05f, 0.01f).RotateX(-27).Move(0, 1.2f, 0.585f);
        Form rearGlass = Sweeps.Extrude(Polygons.RoundedRectangle(0.66f, 0.24f, 0.09f), 0.06f, 0.01f).RotateX(48).Move(0, 1.25f, -1.09f);
        Form panes = b.Paint(Form.Join(sideGlass, windscreen, rearGlass), glass);
        Form pillar = b.Paint(Shapes.RoundedBox(1.27f, 0.36f, 0.045f, 0.01f).Move(0, 1.23f, -0.16f), cream);

        List<Form> wings = [];
        foreach ((float z, float length, float height) in (ReadOnlySpan<(float, float, float)>)[(1.32f, 1.3f, 0.66f), (-1.22f, 1.34f, 0.66f)])
        {
            Form wing = new Clay(0.05f).Ellipsoid(0, 0.4f, 0, 0.2f, height * 0.62f, length * 0.5f).CutEllipsoid(0.1f, 0.3f, 0, 0.3f, 0.37f, 0.4f).ToForm(request.Detail == Detail.Hero ? 0.1f : 0.14f);
            wings.Add(wing.Move(0.68f, 0.07f, z));
        }

        Form running = Shapes.RoundedBox(0.2f, 0.05f, 1.3f, 0.02f).Move(0.76f, 0.36f, 0.05f);
        Form sides = b.Paint(Form.Join(wings).BothSidesX(), paint).With(b.Paint(running.BothSidesX(), dark));

        List<Form> shine = [];
        for (int i = -4; i <= 4; i++)
        {
            shine.Add(Shapes.RoundedBox(0.018f, 0.36f - (MathF.Abs(i) * 0.022f), 0.05f, 0.006f).RotateX(-10).Move(i * 0.052f, 0.66f, 1.975f - (MathF.Abs(i) * 0.012f)));
        }

        Form surround = Sweeps.Tube(Splines.Through([new(0, 0.88f, 1.96f), new(0.24f, 0.76f, 1.94f), new(0.2f, 0.5f, 1.96f), new(0, 0.44f, 1.98f), new(-0.2f, 0.5f, 1.96f), new(-0.24f, 0.76f, 1.94f), new(0, 0.88f, 1.96f)], 4), 0.022f, 8);
        Form bumper = Sweeps.Tube(Splines.Through([new(-0.82f, 0.38f, 1.86f), new(-0.5f, 0.38f, 2.1f), new(0, 0.38f, 2.16f), new(0.5f, 0.38f, 2.1f), new(0.82f, 0.38f, 1.86f)], 5), 0.042f, 8).Scale(1, 1.15f, 1);
        Form bumpers = bumper.With(bumper.RotateY(180).Move(0, 0, -0.04f));
        Form lampRing = Shapes.Torus(0.115f, 0.022f, 20, 8).RotateX(90).Move(0.56f, 0.76f, 1.9f).BothSidesX();
        Form handle = Shapes.Capsule(0.014f, 0.14f, 8, 2).RotateX(90).Move(0.78f, 0.9f, -0.4f).BothSidesX();
        Form trim = Sweeps.Tube([new(0.787f, 0.84f, -0.85f), new(0.815f, 0.84f, -0.2f), new(0.775f, 0.845f, 0.55f), new(0.63f, 0.85f, 1.05f)], 0.012f, 6).BothSidesX();
        Form ornament = Sweeps.Bar(new Vector3(0, 0.985f, 1.3f), new Vector3(0, 0.97f, 1.72f), 0.012f, 0.02f, 8);
        Form brightwork = b.Paint(Form.Join([.. shine, surround, bumpers, lampRing, handle, trim, ornament]), chrome);
        Form pods = b.Paint(Shapes.Ellipsoid(0.26f, 0.26f, 0.46f, 2).Move(0.56f, 0.76f, 1.72f).BothSidesX(), paint);
        Form lamps = b.Paint(Shapes.Ellipsoid(0.2f, 0.2f, 0.1f, 2).Move(0.56f, 0.76f, 1.905f).BothSidesX(), Finishes.Glow(Headlamp, request.Dark ? 7 : 1.1f) with { Roughness = 0.1f, Clearcoat = 1 });
        Form tail = b.Paint(Shapes.Ellipsoid(0.1f, 0.16f, 0.1f, 2).Move(0.66f, 0.66f, -1.84f).BothSidesX(), Finishes.Glow(Colours.Hex(0xD01010), request.Dark ? 5 : 0.6f));
        Form floor = b.Paint(Shapes.Box(1.2f, 0.1f, 3.2f).Move(0, 0.34f, 0), dark);

        int body = b.Part("body", Form.Join(shell, cabin, panes, pillar, sides, brightwork, pods, lamps, tail, floor));
        Wheels(b, body, 0.34f, 0.15f, 0.7f, 1.3f, -1.22f, whitewall: true, request.Detail);
        Lamps(b, body, new Vector3(0.56f, 0.76f, 2.15f), new Vector3(0.66f, 0.66f, -2.05f));
        return b.Build(Substance.Metal, 1250, Rig.Wheeled, new CollisionShape.Box(new Vector3(0.85f, 0.62f, 2.05f)), new Vector3(0, 0.76f, 0), 12, friction: 0.5f, restitution: 0.15f);
    }

    /// <summary>A compact modern car; a taxi, a police car or a sports car by its concept.</summary>
    public static Prop Modern(PropRequest request)
    {
        PropBuilder b = new(request);
        bool sports = request.Is("sports-car", "race-car", "racing-car");
        uint usual = request.Concept switch { "taxi" => 0xF2B21Au, "police-car" => 0x1A2A5Cu, _ => ((uint[])[0x2F6FB0, 0xB8BEC4, 0xC23A2C, 0x2E3238, 0xE8E4DA, 0x3A7A5C])[request.Index % 6] };
        Material paint = request.Main(sports ? 0xD8321Eu : usual, Finishes.Lacquer);
        Material glass = Finishes.Pane(Colours.Hex(0x14191E));
        float low = sports ? 0.86f : 1f;
        int smooth = request.Detail == Detail.Far ? 1 : 3, around = request.Detail == Detail.Far ? 14 : 26;
        Form shell = b.Paint(Sweeps.Body([
            new(-2.02f, 0.6f, 0.34f, 0.74f * low, 4), new(-1.95f, 0.76f, 0.26f, 0.88f * low, 4.5f), new(-1.3f, 0.86f, 0.22f, 0.93f * low, 5), new(-0.2f, 0.88f, 0.22f, 0.92f * low, 5),
            new(0.9f, 0.87f, 0.22f, 0.88f * low, 5), new(1.55f, 0.82f, 0.23f, 0.8f * low, 4.5f), new(1.95f, 0.72f, 0.26f, 0.68f * low, 4), new(2.05f, 0.5f, 0.34f, 0.58f * low, 4)], around, smooth), paint);
        Form house = b.Paint(Sweeps.Body([
            new(-1.62f, 0.6f, 0.7f, 0.9f * low, 4), new(-1.2f, 0.66f, 0.7f, 1.28f * low, 4), new(-0.6f, 0.68f, 0.7f, 1.44f * low, 4), new(0, 0.68f, 0.7f, 1.45f * low, 4), new(0.45f, 0.66f, 0.7f, 1.3f * low, 4), new(1.1f, 0.62f, 0.7f, 0.86f * low, 4)], around, smooth), glass);
        Form roof = b.Paint(Sweeps.Body([
            new(-1.12f, 0.4f, 1.26f * low, 1.3f * low, 4), new(-0.9f, 0.55f, 1.33f * low, 1.4f * low, 4), new(-0.3f, 0.62f, 1.35f * low, 1.475f * low, 4), new(0.15f, 0.6f, 1.35f * low, 1.45f * low, 4), new(0.42f, 0.5f, 1.3f * low, 1.34f * low, 4)], around, smooth), paint);
        Form pillars = b.Paint(Sweeps.Bar(new Vector3(0.64f, 0.9f * low, 0.98f), new Vector3(0.57f, 1.36f * low, 0.36f), 0.035f, 8).With(
            Sweeps.Bar(new Vector3(0.685f, 0.9f * low, -0.28f), new Vector3(0.62f, 1.4f * low, -0.25f), 0.035f, 8), Sweeps.Bar(new Vector3(0.64f, 0.9f * low, -1.52f), new Vector3(0.57f, 1.36f * low, -1f), 0.05f, 8)).BothSidesX(), paint);
        List<Form> dark = [];
        foreach (float z in (ReadOnlySpan<float>)[1.28f, -1.28f])
        {
            dark.Add(Shapes.Cylinder(0.385f, 0.29f, 20).RotateZ(-90).Move(0.57f, 0.33f, z).BothSidesX());
        }

        dark.Add(Shapes.RoundedBox(1.2f, 0.14f, 0.1f, 0.04f).Move(0, 0.42f, 2.0f));
        dark.Add(Shapes.RoundedBox(1.68f, 0.1f, 2.1f, 0.03f).Move(0, 0.25f, 0));
        Form under = b.Paint(Form.Join(dark), Finishes.Matt(Colours.Hex(0x121315)));
        Form mirror = b.Paint(Shapes.Ellipsoid(0.2f, 0.13f, 0.1f, 1).Move(0.93f, 0.96f * low, 0.72f).BothSidesX(), paint);
        Form lamps = b.Paint(Shapes.Ellipsoid(0.34f, 0.12f, 0.2f, 2).RotateY(28).Move(0.6f, 0.62f * low, 1.88f).BothSidesX(), Finishes.Glow(Headlamp, request.Dark ? 8 : 1.2f) with { Clearcoat = 1 });
        Form tail = b.Paint(Shapes.RoundedBox(0.3f, 0.1f, 0.08f, 0.03f).Move(0.58f, 0.74f * low, -1.96f).BothSidesX(), Finishes.Glow(Colours.Hex(0xD81018), request.Dark ? 6 : 0.7f));
        List<Form> all = [shell, house, roof, pillars, under, mirror, lamps, tail];
        int body;
        if (request.Concept == "taxi")
        {
            all.Add(b.Paint(Shapes.RoundedBox(0.36f, 0.14f, 0.16f, 0.04f).Move(0, 1.53f, -0.1f), Finishes.Glow(new Vector3(1f, 0.9f, 0.55f), request.Dark ? 4 : 0.7f)));
        }
        else if (request.Concept == "police-car")
        {
            all.Add(b.Paint(Shapes.RoundedBox(0.3f, 0.1f, 0.16f, 0.03f).Move(0.24f, 1.51f, -0.1f), Finishes.Glow(new Vector3(1f, 0.05f, 0.05f), 4)));
            all.Add(b.Paint(Shapes.RoundedBox(0.3f, 0.1f, 0.16f, 0.03f).Move(-0.24f, 1.51f, -0.1f), Finishes.Glow(new Vector3(0.08f, 0.2f, 1f), 5)));
        }

        body = b.Part("body", Form.Join(all));
        Wheels(b, body, 0.33f, 0.2f, 0.8f, 1.28f, -1.28f, whitewall: false, request.Detail);
        Lamps(b, body, new Vector3(0.6f, 0.62f * low, 2.2f), new Vector3(0.6f, 0.74f * low, -2.2f));
        return b.Build(Substance.Metal, 1350, Rig.Wheeled, new CollisionShape.Box(new Vector3(0.88f, 0.6f, 2.05f)), new Vector3(0, 0.74f, 0), sports ? 20 : 13, friction: 0.5f, restitution: 0.15f);
    }

    /// <summary>A lorry with a box body; a bus when that is asked for.</summary>
    public static Prop Truck(PropRequest request)
    {
        bool bus = request.Is("bus", "school-bus", "coach"), fire = request.Is("fire-truck", "fire-engine");
        PropBuilder b = new(request);
        Material paint = request.Main(bus ? 0xD8352Au : fire ? 0xC81E1Eu : 0x2C6A9Au, Finishes.Lacquer);
        Material glass = Finishes.Pane(Colours.Hex(0x1A242C)) with { Emission = request.Dark && bus ? new Vector3(1f, 0.75f, 0.4f) * 1.2f : Vector3.Zero };
        Material dark = Finishes.Matt(Colours.Hex(0x151618));
        List<Form> all = [];
        float length = bus ? 8.4f : 6.8f;
        if (bus)
        {
            all.Add(b.Paint(Shapes.RoundedBox(2.3f, 2.45f, length, 0.22f, 2).Move(0, 1.72f, 0), paint));
            for (int i = 0; i < 6; i++)
            {
                all.Add(b.Paint(Shapes.RoundedBox(2.34f, 0.85f, 1.02f, 0.07f).Move(0, 2.2f, -3.1f + (i * 1.16f)), glass));
            }

            all.Add(b.Paint(Shapes.RoundedBox(2.02f, 1.15f, 0.2f, 0.08f).Move(0, 2.1f, (length / 2) - 0.06f), glass));
            all.Add(b.Paint(Shapes.RoundedBox(2.33f, 0.14f, length - 0.5f, 0.02f).Move(0, 1.45f, 0), request.Second(0xF4EEDC, Finishes.Lacquer)));
        }
        else
        {
            all.Add(b.Paint(Shapes.RoundedBox(2.1f, 2.0f, 1.7f, 0.2f, 2).Move(0, 1.6f, 2.45f), paint));
            all.Add(b.Paint(Shapes.RoundedBox(1.86f, 0.8f, 0.2f, 0.08f).Move(0, 2.0f, 3.24f), glass));
            all.Add(b.Paint(Shapes.RoundedBox(2.14f, 0.68f, 0.85f, 0.08f).Move(0, 2.0f, 2.65f), glass));
            all.Add(b.Paint(Shapes.RoundedBox(2.3f, 2.3f, 4.7f, 0.06f).Move(0, 2.1f, -0.95f), fire ? paint : request.Second(0xEDE8DC, Finishes.Satin)));
            all.Add(b.Paint(Shapes.RoundedBox(1.5f, 0.4f, 0.14f, 0.05f).Move(0, 1.05f, 3.27f), Finishes.Chrome(Colours.Hex(0xC8CCD0))));
            if (fire)
            {
                List<Form> ladder = [Sweeps.Bar(new Vector3(-0.35f, 3.42f, -3.2f), new Vector3(-0.35f, 3.42f, 1.6f), 0.05f), Sweeps.Bar(new Vector3(0.35f, 3.42f, -3.2f), new Vector3(0.35f, 3.42f, 1.6f), 0.05f)];
                for (int i = 0; i < 12; i++)
                {
                    ladder.Add(Sweeps.Bar(new Vector3(-0.35f, 3.42f, -3f + (i * 0.4f)), new Vector3(0.35f, 3.42f, -3f + (i * 0.4f)), 0.035f, 6));
                }

                all.Add(b.Paint(Form.Join(ladder), Finishes.Chrome(Colours.Hex(0xC8CCD0))));
                all.Add(b.Paint(Shapes.RoundedBox(2.33f, 0.22f, 4.6f, 0.02f).Move(0, 1.5f, -0.95f), Finishes.Lacquer(Colours.Hex(0xF4F0E4))));
                all.Add(b.Paint(Shapes.RoundedBox(1.2f, 0.16f, 0.2f, 0.05f).Move(0, 2.7f, 2.5f), Finishes.Glow(new Vector3(0.1f, 0.25f, 1f), 5)));
            }
        }

        float nose = bus ? length / 2 : 3.3f;
        all.Add(b.Paint(Shapes.RoundedBox(2.1f, 0.5f, length - 0.3f, 0.05f).Move(0, 0.66f, bus ? 0 : -0.02f), dark));
        all.Add(b.Paint(Shapes.Ellipsoid(0.3f, 0.3f, 0.12f, 2).Move(0.78f, 0.95f, nose).BothSidesX(), Finishes.Glow(Headlamp, request.Dark ? 8 : 1.2f)));
        all.Add(b.Paint(Shapes.RoundedBox(0.2f, 0.3f, 0.06f, 0.02f).Move(0.9f, 1f, (-length / 2) + (bus ? 0 : 0.06f)).BothSidesX(), Finishes.Glow(Colours.Hex(0xD81018), request.Dark ? 5 : 0.7f)));
        int body = b.Part("body", Form.Join(all));
        Wheels(b, body, 0.48f, 0.32f, 0.98f, bus ? 2.6f : 2.4f, bus ? -2.5f : -2.1f, whitewall: false, request.Detail);
        Lamps(b, body, new Vector3(0.78f, 0.95f, nose + 0.3f), new Vector3(0.9f, 1f, (-length / 2) - 0.3f));
        return b.Build(Substance.Metal, bus ? 9000 : 6500, Rig.Wheeled, new CollisionShape.Box(new Vector3(1.15f, 1.45f, length / 2)), new Vector3(0, 1.5f, 0), 10, friction: 0.5f, restitution: 0.1f);
    }

    /// <summary>A wheel about the X axis, its outer side towards +X.</summary>
    internal static Form Wheel(PropBuilder b, float radius, float width, bool whitewall, Detail detail)
    {
        int n = detail switch { Detail.Hero => 22, Detail.Many => 16, _ => 10 };
        float w = width / 2;
        Form tyre = b.Paint(Lathes.Turn([new(0, -w), new(radius * 0.86f, -w), new(radius * 0.97f, -w * 0.75f), new(radius, -w * 0.4f), new(radius, w * 0.4f), new(radius * 0.97f, w * 0.75f), new(radius * 0.86f, w), new(radius * 0.66f, w), new(radius * 0.64f, w * 0.7f), new(0, w * 0.7f)], n, 35), Finishes.Rubber(Colours.Hex(0x1A1A1C)) with { Roughness = 0.8f, Clearcoat = 0 });
        List<Form> forms = [tyre];
        if (whitewall)
        {
            forms.Add(b.Paint(Shapes.Torus(radius * 0.77f, radius * 0.085f, n, 6).Scale(1, 0.35f, 1).Move(0, w, 0), Finishes.Rubber(Colours.Hex(0xF0EADC))));
        }

        Material rim = Finishes.Chrome(Colours.Hex(0xC8CCD0));
        forms.Add(b.Paint(Lathes.TurnCurve([new(radius * 0.64f, w * 0.72f), new(radius * 0.6f, w * 0.86f), new(radius * 0.5f, w * 0.74f), new(radius * 0.3f, w * 0.8f), new(radius * 0.16f, w * 1.05f), new(0, w * 1.12f)], 2, n), rim));
        if (detail != Detail.Far)
        {
            List<Form> holes = [];
            for (int i = 0; i < 6; i++)
            {
                holes.Add(Shapes.Box(radius * 0.15f, w * 0.14f, radius * 0.11f).Move(radius * 0.43f, w * 0.77f, 0).RotateY(60 * i));
            }

            forms.Add(b.Paint(Form.Join(holes), Finishes.Matt(Colours.Hex(0x1A1B1E))));
        }

        return Form.Join(forms).RotateZ(-90);
    }

    private static void Wheels(PropBuilder b, int body, float radius, float width, float halfTrack, float front, float back, bool whitewall, Detail detail)
    {
        Form wheel = Wheel(b, radius, width, whitewall, detail);
        foreach ((string name, float z) in (ReadOnlySpan<(string, float)>)[("front", front), ("back", back)])
        {
            b.Part($"wheel-{name}-left", wheel, body, new Vector3(halfTrack, radius, z), radius);
            b.Part($"wheel-{name}-right", wheel.MirrorX(), body, new Vector3(-halfTrack, radius, z), radius);
        }
    }

    private static void Lamps(PropBuilder b, int body, Vector3 head, Vector3 tail)
    {
        b.Light(body, head + new Vector3(0, 0, 0.6f), Headlamp * 4, 9, 0, true);
        b.Light(body, head with { X = -head.X } + new Vector3(0, 0, 0.6f), Headlamp * 4, 9, 0, true);
        b.Light(body, tail with { X = 0 }, new Vector3(0.9f, 0.04f, 0.03f), 4, 0, true);
        b.Emit(EmitterKind.Exhaust, body, tail with { Y = 0.3f }, 0.25f, 0.06f, always: false);
        b.Emit(EmitterKind.Dust, body, new Vector3(0, 0.1f, tail.Z * 0.7f), 0.3f, 0.2f, always: false);
    }
}
