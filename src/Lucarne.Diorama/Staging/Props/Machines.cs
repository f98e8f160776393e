using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Bicycles, trains, aircraft, rockets, robots and heavy things.</summary>
internal static class Machines
{
    /// <summary>A bicycle.</summary>
    public static Prop Bicycle(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paint = request.Main(0x2E8A7A, Finishes.Lacquer), black = Finishes.Rubber(Colours.Hex(0x1C1C1E)), chrome = Finishes.Chrome(Colours.Hex(0xD0D4D8)), brown = Finishes.Leather(Colours.Hex(0x6A4024));
        const float R = 0.34f;
        Vector3 crank = new(0, 0.28f, -0.05f), seat = new(0, 0.82f, -0.24f), headTop = new(0, 0.86f, 0.38f), headLow = new(0, 0.7f, 0.43f), rear = new(0, R, -0.5f);
        Form frame = Form.Join(Sweeps.Bar(crank, seat, 0.017f, 8), Sweeps.Bar(crank, headLow, 0.019f, 8), Sweeps.Bar(Vector3.Lerp(crank, seat, 0.85f), headTop - new Vector3(0, 0.04f, 0), 0.017f, 8), Sweeps.Bar(headLow, headTop, 0.021f, 8),
            Sweeps.Bar(crank + new Vector3(0.05f, 0, 0), rear + new Vector3(0.055f, 0, 0), 0.011f, 6).BothSidesX(), Sweeps.Bar(Vector3.Lerp(crank, seat, 0.8f) + new Vector3(0.02f, 0, 0), rear + new Vector3(0.055f, 0, 0), 0.009f, 6).BothSidesX());
        Form guard = Sweeps.Tube([.. Enumerable.Range(0, 12).Select(i => rear + new Vector3(0, 0.375f * MathF.Sin((i * 0.2f) + 0.6f), -0.375f * MathF.Cos((i * 0.2f) + 0.6f) * 1f))], 0.016f, 6);
        Form saddle = new Clay(0.03f).Ellipsoid(0, 0.9f, -0.3f, 0.075f, 0.035f, 0.085f).Bone(new Vector3(0, 0.9f, -0.26f), new Vector3(0, 0.895f, -0.12f), 0.035f, 0.022f).ToForm(0.022f);
        int body = b.Part("body", Form.Join(b.Paint(frame.With(guard), paint), b.Paint(saddle, brown), b.Paint(Sweeps.Bar(seat, new Vector3(0, 0.88f, -0.255f), 0.013f, 8), chrome)));
        Form wheel = Form.Join(
            b.Paint(Shapes.Torus(R - 0.018f, 0.018f, 36, 8).RotateZ(90), black), b.Paint(Shapes.Torus(R - 0.042f, 0.009f, 36, 6).RotateZ(90), chrome),
            b.Paint(Shapes.Capsule(0.018f, 0.11f, 8, 2).Move(0, -0.055f, 0).RotateZ(90).With(Form.Join(Enumerable.Range(0, 14).Select(i => Sweeps.Bar(new Vector3(i % 2 == 0 ? 0.025f : -0.025f, 0.014f, 0), new Vector3(0, R - 0.045f, 0), 0.0024f, 4).RotateX(360f * i / 14)))), chrome));
        b.Part("wheel-back", wheel, body, rear, R);
        Form fork = b.Paint(Sweeps.Bar(new Vector3(0.05f, -0.02f, 0.02f), new Vector3(0.055f, R - 0.73f, 0.13f), 0.012f, 6).BothSidesX(), paint);
        Form bars = Sweeps.Tube(Splines.Through([new(0.29f, 0.2f, -0.17f), new(0.26f, 0.21f, -0.02f), new(0.1f, 0.2f, 0.03f), new(0, 0.19f, 0.03f), new(-0.1f, 0.2f, 0.03f), new(-0.26f, 0.21f, -0.02f), new(-0.29f, 0.2f, -0.17f)], 4), 0.012f, 8).With(Sweeps.Bar(Vector3.Zero, new Vector3(0, 0.2f, 0.02f), 0.013f, 8));
        Form grips = Sweeps.Bar(new Vector3(0.29f, 0.2f, -0.18f), new Vector3(0.275f, 0.205f, -0.07f), 0.018f, 8).BothSidesX();
        Form lamp = Shapes.Ellipsoid(0.09f, 0.09f, 0.1f, 2).Move(0, 0.08f, 0.07f);
        int steer = b.Part("handlebar", Form.Join(fork, b.Paint(bars, chrome), b.Paint(grips, brown), b.Paint(lamp, request.Dark ? Finishes.Glow(new Vector3(1, 0.9f, 0.65f), 5) : chrome)), body, headLow + new Vector3(0, 0.03f, 0));
        b.Part("wheel-front", wheel, steer, new Vector3(0, R - 0.73f, 0.13f), R);
        Form pedals = Shapes.Torus(0.085f, 0.006f, 24, 6).RotateZ(90).Move(0.04f, 0, 0).With(Sweeps.Bar(new Vector3(0.055f, 0, 0), new Vector3(0.06f, 0.16f, 0), 0.009f, 6), Shapes.RoundedBox(0.09f, 0.02f, 0.06f, 0.005f).Move(0.11f, 0.16f, 0), Sweeps.Bar(new Vector3(-0.055f, 0, 0), new Vector3(-0.06f, -0.16f, 0), 0.009f, 6), Shapes.RoundedBox(0.09f, 0.02f, 0.06f, 0.005f).Move(-0.11f, -0.16f, 0));
        b.Part("pedals", b.Paint(pedals, chrome), body, crank, 0.16f);
        b.Anchor("seat", body, new Vector3(0, 0.93f, -0.26f));
        return b.Build(Substance.Metal, 14, Rig.Wheeled, new CollisionShape.Box(new Vector3(0.22f, 0.46f, 0.84f)), new Vector3(0, 0.46f, 0), 4);
    }

    /// <summary>A toy steam locomotive with two wagons behind it.</summary>
    public static Prop Train(PropRequest request)
    {
        PropBuilder b = new(request);
        float s = request.Concept is "train" or "steam-train" ? 8f : 1f;
        Material red = request.Main(0xB8242A, Finishes.Lacquer), green = request.Second(0x2A6A46, Finishes.Lacquer), black = Finishes.Satin(Colours.Hex(0x1E1F22)), brass = Finishes.Metal(Colours.Hex(0xD0A044));
        List<Form> loco = [
            b.Paint(Shapes.RoundedBox(0.14f, 0.035f, 0.42f, 0.008f).Move(0, 0.075f, 0), black), b.Paint(Shapes.Capsule(0.06f, 0.3f, 24, 3).RotateX(90).Move(0, 0.155f, -0.07f), green),
            b.Paint(Shapes.RoundedBox(0.15f, 0.15f, 0.13f, 0.012f).Move(0, 0.165f, -0.135f), red), b.Paint(Shapes.RoundedBox(0.18f, 0.02f, 0.17f, 0.008f).Move(0, 0.25f, -0.135f), black),
            b.Paint(Shapes.Box(0.154f, 0.055f, 0.07f).Move(0, 0.2f, -0.135f), Buildings.WindowGlass(request.Dark)),
            b.Paint(Lathes.TurnCurve([new(0, 0), new(0.022f, 0), new(0.02f, 0.045f), new(0.034f, 0.075f), new(0.034f, 0.085f), new(0, 0.08f)], 2, 18).Move(0, 0.205f, 0.14f), black),
            b.Paint(Shapes.Ellipsoid(0.06f, 0.06f, 0.06f, 2).Move(0, 0.213f, 0.03f).With(Shapes.Torus(0.061f, 0.006f, 24, 6).RotateX(90).Move(0, 0.155f, 0.17f), Shapes.Torus(0.061f, 0.005f, 24, 6).RotateX(90).Move(0, 0.155f, 0.05f)), brass),
            b.Paint(Shapes.Cylinder(0.024f, 0.03f, 14).RotateX(90).Move(0, 0.19f, 0.205f), Finishes.Glow(new Vector3(1f, 0.88f, 0.6f), request.Dark ? 6 : 1.4f)),
            b.Paint(Sweeps.Extrude([new(-0.075f, 0), new(0.075f, 0), new(0.05f, 0.05f), new(-0.05f, 0.05f)], 0.05f, 0.008f).RotateX(-28).Move(0, 0.02f, 0.225f), red)];
        int body = b.Part("body", Form.Join(loco).Scale(s));
        Form Wheel(float r) => Form.Join(b.Paint(Shapes.Cylinder(r, 0.018f, 20, 0.004f).Move(0, -0.009f, 0), black), b.Paint(Shapes.Torus(r * 0.7f, r * 0.09f, 20, 6).Move(0, 0.008f, 0).With(Shapes.Cylinder(r * 0.24f, 0.026f, 10).Move(0, -0.01f, 0), Shapes.Box(r * 1.3f, 0.02f, r * 0.14f), Shapes.Box(r * 0.14f, 0.02f, r * 1.3f)), red)).RotateZ(-90).Scale(s);
        int n = 0;
        void Axle(float z, float r)
        {
            n++;
            b.Part($"wheel-{n}-left", Wheel(r), body, new Vector3(0.068f, r, z) * s, r * s);
            b.Part($"wheel-{n}-right", Wheel(r).MirrorX(), body, new Vector3(-0.068f, r, z) * s, r * s);
        }

        Axle(0.13f, 0.042f);
        Axle(0.02f, 0.055f);
        Axle(-0.12f, 0.055f);
        for (int w = 0; w < 2; w++)
        {
            float z = -0.44f - (w * 0.42f);
            Material side = w == 0 ? Finishes.Lacquer(Colours.Hex(0x2E5E9A)) : Finishes.Lacquer(Colours.Hex(0xE0A02A));
            List<Form> wagon = [b.Paint(Shapes.RoundedBox(0.14f, 0.03f, 0.36f, 0.008f).Move(0, 0.075f, z), black), b.Paint(Shapes.RoundedBox(0.15f, 0.11f, 0.34f, 0.012f).Move(0, 0.145f, z), side), b.Paint(Shapes.Box(0.05f, 0.016f, 0.08f).Move(0, 0.075f, z + 0.22f), brass)];
            if (w == 0)
            {
                wagon.Add(b.Paint(Shapes.RoundedBox(0.165f, 0.03f, 0.36f, 0.014f).Move(0, 0.215f, z), Finishes.Lacquer(Colours.Hex(0xEFE6D2))));
                for (int i = -1; i <= 1; i++)
                {
                    wagon.Add(b.Paint(Shapes.Box(0.154f, 0.05f, 0.07f).Move(0, 0.165f, z + (i * 0.1f)), Buildings.WindowGlass(request.Dark)));
                }
            }
            else
            {
                for (int i = 0; i < 5; i++)
                {
                    wagon.Add(b.Paint(Shapes.RoundedBox(0.055f, 0.055f, 0.055f, 0.006f).RotateY(i * 40).Move(((i % 2) - 0.5f) * 0.06f, 0.22f, z - 0.11f + (i * 0.055f)), Finishes.Lacquer(Colours.FromPalette(i))));
                }
            }

            b.Part($"wagon-{w + 1}", Form.Join(wagon).Scale(s), body);
            Axle(z + 0.11f, 0.036f);
            Axle(z - 0.11f, 0.036f);
        }

        b.Light(body, new Vector3(0, 0.19f, 0.3f) * s, new Vector3(1f, 0.85f, 0.55f) * 0.25f * s * s, 1.5f * s, 0, true);
        b.Emit(EmitterKind.Steam, body, new Vector3(0, 0.3f, 0.14f) * s, 0.5f, 0.022f * s);
        return b.Build(s > 1 ? Substance.Metal : Substance.Wood, 1.5f * s * s * s, Rig.Wheeled, new CollisionShape.Box(new Vector3(0.08f, 0.14f, 0.6f) * s), new Vector3(0, 0.14f, -0.4f) * s, s > 1 ? 10 : 0.45f);
    }

    /// <summary>A finned rocket.</summary>
    public static Prop Rocket(PropRequest request)
    {
        PropBuilder b = new(request);
        Material white = request.Main(0xF0EEE8, Finishes.Lacquer), red = request.Second(0xD03A24, Finishes.Lacquer), steel = Finishes.Brushed(Colours.Hex(0x8A9098));
        List<Form> all = [
            b.Paint(Lathes.TurnCurve([new(0, 1.0f), new(0.9f, 1.0f), new(1.15f, 3f), new(1.25f, 6f), new(1.1f, 9.5f), new(0.85f, 11.4f), new(0, 11.45f)], 4, 32), white),
            b.Paint(Lathes.TurnCurve([new(0, 11.3f), new(0.86f, 11.35f), new(0.6f, 12.5f), new(0.22f, 13.5f), new(0, 13.9f)], 4, 32), red),
            b.Paint(Shapes.Cylinder(1.215f, 0.35f, 32).Move(0, 4.2f, 0).With(Shapes.Cylinder(1.04f, 0.25f, 32).Move(0, 10f, 0)), red),
            b.Paint(Lathes.Turn([new(0, 1.1f), new(0.5f, 1.1f), new(0.75f, 0.25f), new(0.66f, 0.25f), new(0.4f, 0.95f), new(0, 1.0f)], 24, 40), steel)];
        for (int i = 0; i < 3; i++)
        {
            Form fin = Sweeps.Extrude([new(0.85f, 1.2f), new(2.1f, 0), new(2.25f, 0), new(2.2f, 1.6f), new(1.15f, 4.2f)], 0.16f, 0.05f).RotateY(120 * i + 30);
            all.Add(b.Paint(fin, red));
        }

        all.Add(b.Paint(Shapes.Torus(0.42f, 0.09f, 24, 8).RotateX(90).Move(0, 8.1f, 1.13f), steel).With(b.Paint(Shapes.Ellipsoid(0.8f, 0.8f, 0.3f, 3).Move(0, 8.1f, 1.1f), Finishes.Glow(new Vector3(0.5f, 0.8f, 1f), request.Dark ? 1.6f : 0.4f) with { Clearcoat = 1 })));
        all.Add(b.Paint(Shapes.Torus(0.3f, 0.07f, 20, 8).RotateX(90).Move(0, 6.6f, 1.22f), steel).With(b.Paint(Shapes.Ellipsoid(0.56f, 0.56f, 0.25f, 2).Move(0, 6.6f, 1.19f), Finishes.Glow(new Vector3(0.5f, 0.8f, 1f), request.Dark ? 1.6f : 0.4f) with { Clearcoat = 1 })));
        int body = b.Part("body", Form.Join(all));
        b.Part("flame", Festive.Flame(b, 0.62f, 4.4f).RotateX(180).Move(0, 0.4f, 0), body, castsShadow: false);
        b.Light(body, new Vector3(0, -1.5f, 0), new Vector3(1f, 0.6f, 0.25f) * 130, 34, 0.6f);
        b.Emit(EmitterKind.Thrust, body, new Vector3(0, 0.1f, 0), 1, 0.7f, always: false);
        b.Emit(EmitterKind.Smoke, body, new Vector3(0, -1.2f, 0), 1, 1.1f, always: false);
        return b.Build(Substance.Metal, 20000, Rig.Rocket, new CollisionShape.Cylinder(1.25f, 13.9f), new Vector3(0, 6.95f, 0), 14);
    }

    /// <summary>A saucer with a dome and a ring of lamps.</summary>
    public static Prop Spaceship(PropRequest request)
    {
        PropBuilder b = new(request);
        Material hull = request.Main(0xA8B0BA, Finishes.Brushed), dark = Finishes.Satin(Colours.Hex(0x2C3238));
        Form disc = Lathes.TurnCurve([new(0, 0.9f), new(1.4f, 0.95f), new(3.2f, 1.35f), new(4.2f, 1.75f), new(4.25f, 1.95f), new(3.2f, 2.3f), new(1.8f, 2.6f), new(0, 2.65f)], 3, 44);
        List<Form> all = [b.Paint(disc, hull), b.Paint(Shapes.Torus(4.2f, 0.12f, 44, 8).Move(0, 1.85f, 0), dark), b.Paint(Shapes.Ellipsoid(2.9f, 2.1f, 2.9f, 3).Move(0, 2.5f, 0), Finishes.Glow(new Vector3(0.35f, 0.85f, 0.8f), request.Dark ? 0.9f : 0.25f) with { Clearcoat = 1, Roughness = 0.05f }), b.Paint(Shapes.Torus(1.5f, 0.1f, 36, 8).Move(0, 2.58f, 0), dark)];
        int body = b.Part("body", Form.Join(all));
        for (int group = 0; group < 2; group++)
        {
            List<Form> lamps = [];
            for (int i = group; i < 16; i += 2)
            {
                lamps.Add(Shapes.Sphere(0.16f, 2).Move(3.55f, 1.42f, 0).RotateY(22.5f * i));
            }

            b.Part($"lamps-{group + 1}", b.Paint(Form.Join(lamps), Finishes.Glow(group == 0 ? new Vector3(1f, 0.75f, 0.2f) : new Vector3(0.2f, 0.7f, 1f), 6)), body, castsShadow: false);
        }

        b.Part("beam", b.Paint(Shapes.Cylinder(0.9f, 0.06f, 28).Move(0, 0.86f, 0), Finishes.Glow(new Vector3(0.65f, 0.95f, 1f), 5)), body, castsShadow: false);
        for (int i = 0; i < 3; i++)
        {
            Form leg = Sweeps.Bar(new Vector3(1.6f, 1.1f, 0), new Vector3(2.3f, 0.1f, 0), 0.09f, 8).With(Shapes.Cylinder(0.32f, 0.1f, 14).Move(2.3f, 0, 0));
            b.Part($"leg-{i + 1}", b.Paint(leg.RotateY((120 * i) + 30), dark), body);
        }

        b.Light(body, new Vector3(0, 0.3f, 0), new Vector3(0.6f, 0.95f, 1f) * 26, 14);
        b.Light(body, new Vector3(0, 4, 3), new Vector3(0.4f, 0.9f, 0.85f) * 6, 9, 0, true);
        b.Emit(EmitterKind.Dust, body, new Vector3(0, 0.1f, 0), 0.5f, 1, always: false);
        return b.Build(Substance.Metal, 6000, Rig.Rocket, new CollisionShape.Cylinder(4.2f, 3.5f), new Vector3(0, 1.8f, 0), 6);
    }

    /// <summary>A planet; Saturn-like with a ring when asked.</summary>
    public static Prop Planet(PropRequest request)
    {
        PropBuilder b = new(request);
        const float R = 2f;
        bool star = request.Concept is "star" or "sun", moon = request.Concept == "moon", earth = request.Concept == "earth", ringed = request.Is("ringed", "ringed-planet", "saturn", "rings");
        Material skin = star ? Finishes.Glow(request.ColourAt(0) ?? new Vector3(1f, 0.78f, 0.38f), 7)
            : moon ? Finishes.Stone(request.ColourAt(0) ?? Colours.Hex(0xB8B4AC)) with { PatternScaleM = 1.1f, Pattern = SurfacePattern.Mottled, Relief = 0.5f }
            : earth ? Finishes.Satin(Colours.Hex(0x1E5AA0)) with { SecondColour = Colours.Hex(0x3E8A4A), Pattern = SurfacePattern.Mottled, PatternScaleM = 1.6f }
            : request.Main(((uint[])[0xD8A468, 0xB85A3A, 0x4A7EB8, 0x8A6AB0])[request.Index % 4], c => Finishes.Matt(c) with { SecondColour = Vector3.Lerp(c * 0.6f, Vector3.One, 0.15f), Pattern = ringed || request.Index % 2 == 0 ? SurfacePattern.Marble : SurfacePattern.Mottled, PatternScaleM = 1.3f });
        int body = b.Part("body", b.Paint(Shapes.Sphere(R, request.Detail == Detail.Hero ? 4 : 3), skin), rest: Quaternion.CreateFromAxisAngle(Vector3.UnitZ, 0.35f), castsShadow: !star);
        if (ringed)
        {
            List<Form> rings = [];
            (float From, float To, uint Rgb)[] bands = [(2.6f, 3.1f, 0xB89A70), (3.16f, 3.7f, 0xE0C8A0), (3.78f, 4.0f, 0x8A7458), (4.1f, 4.4f, 0xC8AE84)];
            foreach ((float from, float to, uint rgb) in bands)
            {
                rings.Add(b.Paint(Lathes.Turn([new(from, -0.012f), new(to, -0.012f), new(to, 0.012f), new(from, 0.012f), new(from, -0.012f)], 64, 20), Finishes.Matt(Colours.Hex(rgb)) with { TwoSided = true, Subsurface = 0.3f }));
            }

            b.Part("ring", Form.Join(rings), body);
        }

        if (star)
        {
            b.Light(body, Vector3.Zero, new Vector3(1f, 0.82f, 0.5f) * 900, 160);
        }

        return b.Build(Substance.Stone, 1e6f, Rig.Planet, new CollisionShape.Sphere(R), Vector3.Zero, 1);
    }

    /// <summary>A propeller aeroplane.</summary>
    public static Prop Aeroplane(PropRequest request)
    {
        PropBuilder b = new(request);
        Material paint = request.Main(0xD8402E, Finishes.Lacquer), cream = request.Second(0xF2EAD8, Finishes.Lacquer);
        Form fuselage = b.Paint(Sweeps.Body([new(-3.2f, 0.06f, 1.1f, 1.3f, 2), new(-1.6f, 0.32f, 0.85f, 1.45f, 2.2f), new(0.2f, 0.55f, 0.55f, 1.6f, 2.4f), new(1.6f, 0.52f, 0.55f, 1.5f, 2.3f), new(2.3f, 0.42f, 0.66f, 1.38f, 2), new(2.45f, 0.2f, 0.85f, 1.2f, 2)], 24, 3), paint);
        Form wing = Sweeps.Extrude(Polygons.RoundedRectangle(8.6f, 1.35f, 0.5f, 6), 0.16f, 0.06f).RotateX(90).Move(0, 1.72f, 0.55f);
        Form tail = Sweeps.Extrude(Polygons.RoundedRectangle(2.8f, 0.75f, 0.3f, 5), 0.1f, 0.04f).RotateX(90).Move(0, 1.25f, -2.85f);
        Form fin = Sweeps.Extrude([new(-0.45f, 0), new(0.4f, 0), new(-0.1f, 0.95f), new(-0.45f, 1.0f)], 0.1f, 0.04f).RotateY(-90).Move(0, 1.2f, -2.85f);
        Form struts = Sweeps.Bar(new Vector3(0.45f, 0.75f, 0.5f), new Vector3(2.3f, 1.66f, 0.5f), 0.045f, 6).BothSidesX().With(Sweeps.Bar(new Vector3(0.3f, 0.65f, 1.1f), new Vector3(0.75f, 0.28f, 1.1f), 0.05f, 6).BothSidesX(), Sweeps.Bar(new Vector3(0, 1.0f, -2.9f), new Vector3(0, 0.35f, -3.1f), 0.035f, 6));
        Form glass = b.Paint(Sweeps.Body([new(-0.5f, 0.3f, 1.3f, 1.6f, 3), new(0.1f, 0.46f, 1.2f, 1.7f, 3.2f), new(0.8f, 0.45f, 1.2f, 1.7f, 3.2f), new(1.25f, 0.36f, 1.2f, 1.48f, 3)], 20, 2), Finishes.Pane(Colours.Hex(0x1E2C36)));
        Form band = b.Paint(Shapes.Torus(0.4f, 0.08f, 24, 8).RotateX(90).Move(0, 1.02f, 2.36f), Finishes.Chrome(Vector3.One));
        int body = b.Part("body", Form.Join(fuselage, b.Paint(wing.With(tail, struts), cream), b.Paint(fin, paint), glass, band));
        Form wheel = Cars.Wheel(b, 0.28f, 0.16f, false, Detail.Many);
        b.Part("wheel-left", wheel, body, new Vector3(0.78f, 0.28f, 1.1f), 0.28f);
        b.Part("wheel-right", wheel.MirrorX(), body, new Vector3(-0.78f, 0.28f, 1.1f), 0.28f);
        b.Part("propeller-1", b.Paint(Shapes.Ellipsoid(0.2f, 2.1f, 0.07f, 3), Finishes.Wood(Colours.Hex(0x6E4626))).With(b.Paint(Lathes.TurnCurve([new(0, 0), new(0.19f, 0), new(0.15f, 0.2f), new(0, 0.36f)], 3, 16).RotateX(90), paint)), body, new Vector3(0, 1.03f, 2.5f), 1.05f);
        b.Anchor("seat", body, new Vector3(0, 1.1f, 0.2f));
        return b.Build(Substance.Metal, 900, Rig.Rotor, new CollisionShape.Box(new Vector3(1.5f, 0.9f, 2.8f)), new Vector3(0, 0.95f, 0), 22);
    }

    /// <summary>A drone with four rotors; a helicopter by its concept.</summary>
    public static Prop Drone(PropRequest request)
    {
        PropBuilder b = new(request);
        Material shell = request.Main(request.Concept == "helicopter" ? 0x2E6AB0u : 0xE6E8EAu, Finishes.Plastic), dark = Finishes.Satin(Colours.Hex(0x1E2124));
        if (request.Concept == "helicopter")
        {
            Form hull = b.Paint(Sweeps.Body([new(-1.2f, 0.35f, 0.9f, 1.6f, 2.3f), new(0, 0.8f, 0.45f, 1.95f, 2.5f), new(1.2f, 0.75f, 0.45f, 1.85f, 2.4f), new(1.9f, 0.45f, 0.6f, 1.4f, 2.2f), new(2.1f, 0.1f, 0.9f, 1.1f, 2)], 24, 3), shell);
            Form glass = b.Paint(Sweeps.Body([new(0.5f, 0.7f, 0.95f, 1.93f, 2.5f), new(1.25f, 0.74f, 0.85f, 1.84f, 2.4f), new(1.93f, 0.44f, 0.8f, 1.36f, 2.2f), new(2.12f, 0.1f, 0.92f, 1.1f, 2)], 20, 2), Finishes.Pane(Colours.Hex(0x1A2830)));
            Form boom = b.Paint(Sweeps.Bar(new Vector3(0, 1.45f, -0.9f), new Vector3(0, 1.6f, -3.9f), 0.26f, 0.1f, 12).With(Sweeps.Extrude([new(-0.35f, -0.1f), new(0.2f, -0.1f), new(-0.1f, 0.9f), new(-0.4f, 0.9f)], 0.09f, 0.03f).RotateY(-90).Move(0, 1.6f, -3.8f)), shell);
            Form skids = Sweeps.Tube(Splines.Through([new(0.75f, 0.16f, 1.5f), new(0.75f, 0.05f, 1.2f), new(0.75f, 0.05f, -0.9f)], 4), 0.05f, 7).With(Sweeps.Bar(new Vector3(0.5f, 0.55f, 0.7f), new Vector3(0.75f, 0.05f, 0.8f), 0.035f, 6), Sweeps.Bar(new Vector3(0.5f, 0.55f, -0.4f), new Vector3(0.75f, 0.05f, -0.5f), 0.035f, 6)).BothSidesX();
            int heli = b.Part("body", Form.Join(hull, glass, boom, b.Paint(skids.With(Shapes.Cylinder(0.09f, 0.5f, 10).Move(0, 1.9f, 0)), dark)));
            b.Part("rotor-1", b.Paint(Shapes.RoundedBox(0.22f, 0.04f, 7f, 0.02f).With(Shapes.RoundedBox(7f, 0.04f, 0.22f, 0.02f), Shapes.Cylinder(0.2f, 0.12f, 14).Move(0, -0.06f, 0)), dark), heli, new Vector3(0, 2.42f, 0), 3.5f);
            b.Part("turn-x-tail", b.Paint(Shapes.RoundedBox(0.03f, 1.2f, 0.12f, 0.01f).With(Shapes.RoundedBox(0.03f, 0.12f, 1.2f, 0.01f)), dark), heli, new Vector3(0.16f, 1.65f, -3.95f), 0.6f);
            return b.Build(Substance.Metal, 1200, Rig.Rotor, new CollisionShape.Box(new Vector3(0.9f, 1.2f, 2.2f)), new Vector3(0, 1.2f, 0), 14);
        }

        Form frame = new Clay(0.06f).Ellipsoid(0, 0.11f, 0, 0.1f, 0.045f, 0.15f).Bone(Vector3.Zero + new Vector3(0.05f, 0.11f, 0.06f), new Vector3(0.22f, 0.12f, 0.2f), 0.025f, 0.018f).Bone(new Vector3(-0.05f, 0.11f, 0.06f), new Vector3(-0.22f, 0.12f, 0.2f), 0.025f, 0.018f).Bone(new Vector3(0.05f, 0.11f, -0.06f), new Vector3(0.22f, 0.12f, -0.2f), 0.025f, 0.018f).Bone(new Vector3(-0.05f, 0.11f, -0.06f), new Vector3(-0.22f, 0.12f, -0.2f), 0.025f, 0.018f).ToForm(0.022f);
        Form motors = Shapes.Cylinder(0.026f, 0.05f, 12, 0.006f).Move(0.22f, 0.1f, 0.2f).BothSidesX().BothSidesZ();
        Form legs = Sweeps.Tube([new(0.06f, 0.09f, 0.06f), new(0.09f, 0.01f, 0.07f), new(0.09f, 0.008f, -0.07f), new(0.06f, 0.09f, -0.06f)], 0.008f, 6).BothSidesX();
        Form eye = b.Paint(Shapes.Sphere(0.032f, 3).Move(0, 0.07f, 0.13f), dark).With(b.Paint(Shapes.Sphere(0.016f, 2).Move(0, 0.07f, 0.152f), Finishes.Pane(Colours.Hex(0x20304A))));
        Form lamps = b.Paint(Shapes.Sphere(0.01f, 1).Move(0.22f, 0.095f, 0.225f).BothSidesX(), Finishes.Glow(new Vector3(0.1f, 1f, 0.3f), 5)).With(b.Paint(Shapes.Sphere(0.01f, 1).Move(0.22f, 0.095f, -0.225f).BothSidesX(), Finishes.Glow(new Vector3(1f, 0.1f, 0.05f), 5)));
        int body = b.Part("body", Form.Join(b.Paint(frame, shell), b.Paint(motors.With(legs), dark), eye, lamps));
        int n = 0;
        foreach ((float x, float z) in (ReadOnlySpan<(float, float)>)[(0.22f, 0.2f), (-0.22f, 0.2f), (0.22f, -0.2f), (-0.22f, -0.2f)])
        {
            b.Part($"rotor-{++n}", b.Paint(Shapes.RoundedBox(0.26f, 0.004f, 0.022f, 0.002f).RotateY(n * 40), dark), body, new Vector3(x, 0.155f, z), 0.13f);
        }

        return b.Build(Substance.Plastic, 1, Rig.Rotor, new CollisionShape.Box(new Vector3(0.25f, 0.08f, 0.23f)), new Vector3(0, 0.08f, 0), 5);
    }

    /// <summary>A friendly robot.</summary>
    public static Prop Robot(PropRequest request)
    {
        PropBuilder b = new(request);
        Material shell = request.Main(((uint[])[0xE0A53A, 0x6FA8C4, 0xC8584A, 0xD8DADC])[request.Index % 4], Finishes.Lacquer), steel = Finishes.Brushed(Colours.Hex(0x8E949C)), dark = Finishes.Satin(Colours.Hex(0x1E2226));
        Vector3 light = request.Index % 2 == 0 ? new Vector3(0.25f, 0.85f, 1f) : new Vector3(1f, 0.6f, 0.15f);
        const float Hip = 0.55f;
        int pelvis = b.Part("pelvis", b.Paint(Shapes.RoundedBox(0.32f, 0.14f, 0.24f, 0.04f, 2), steel), pivot: new Vector3(0, Hip, 0));
        List<Form> chest = [b.Paint(Shapes.RoundedBox(0.5f, 0.46f, 0.36f, 0.09f, 3).Move(0, 0.32f, 0), shell), b.Paint(Shapes.RoundedBox(0.28f, 0.2f, 0.04f, 0.02f).Move(0, 0.36f, 0.175f), dark), b.Paint(Shapes.Cylinder(0.12f, 0.12f, 16).Move(0, 0.04f, 0).With(Shapes.Cylinder(0.075f, 0.1f, 14).Move(0, 0.52f, 0)), steel)];
        for (int i = 0; i < 6; i++)
        {
            chest.Add(b.Paint(Shapes.Sphere(0.02f, 1).Move(-0.08f + (i % 3 * 0.08f), 0.41f - (i / 3 * 0.08f), 0.195f), Finishes.Glow(i % 3 == 0 ? light : i % 3 == 1 ? new Vector3(1, 0.25f, 0.15f) : new Vector3(0.3f, 1f, 0.4f), 2.5f)));
        }

        int torso = b.Part("torso", Form.Join(chest), pelvis, new Vector3(0, 0.06f, 0));
        List<Form> face = [b.Paint(Shapes.RoundedBox(0.42f, 0.32f, 0.34f, 0.09f, 3).Move(0, 0.18f, 0), shell), b.Paint(Shapes.RoundedBox(0.34f, 0.2f, 0.05f, 0.05f, 2).Move(0, 0.19f, 0.16f), dark),
            b.Paint(Shapes.Ellipsoid(0.085f, 0.1f, 0.03f, 2).Move(0.08f, 0.21f, 0.186f).BothSidesX(), Finishes.Glow(light, 4)), b.Paint(Shapes.Cylinder(0.05f, 0.06f, 14).RotateZ(-90).Move(0.2f, 0.18f, 0).BothSidesX().With(Sweeps.Bar(new Vector3(0, 0.32f, 0), new Vector3(0, 0.47f, 0), 0.011f, 6)), steel), b.Paint(Shapes.Sphere(0.034f, 2).Move(0, 0.49f, 0), Finishes.Glow(new Vector3(1, 0.2f, 0.12f), 3))];
        int head = b.Part("head", Form.Join(face), torso, new Vector3(0, 0.58f, 0));
        b.Part("jaw", b.Paint(Shapes.RoundedBox(0.14f, 0.022f, 0.02f, 0.008f), Finishes.Glow(light, 2.5f)), head, new Vector3(0, 0.125f, 0.185f));
        b.Anchor("head", head, new Vector3(0, 0.34f, 0));
        Form Joint(float r) => b.Paint(Shapes.Sphere(r, 2), steel);
        Form upperArm = Joint(0.075f).With(b.Paint(Shapes.Capsule(0.045f, 0.26f, 14, 3).Move(0, -0.27f, 0), steel));
        Form lowerArm = Joint(0.055f).With(b.Paint(Shapes.Frustum(0.075f, 0.058f, 0.22f, 18, 0.02f).Move(0, -0.24f, 0), shell));
        Form hand = b.Paint(Shapes.Sphere(0.045f, 2).Move(0, -0.02f, 0).With(Shapes.RoundedBox(0.03f, 0.1f, 0.045f, 0.012f).RotateZ(14).Move(0.035f, -0.08f, 0).BothSidesX(), Shapes.RoundedBox(0.035f, 0.09f, 0.03f, 0.012f).Move(0, -0.08f, -0.04f)), dark);
        Form thigh = Joint(0.07f).With(b.Paint(Shapes.Capsule(0.05f, 0.26f, 14, 3).Move(0, -0.25f, 0), steel));
        Form shin = Joint(0.058f).With(b.Paint(Shapes.Frustum(0.085f, 0.06f, 0.2f, 18, 0.02f).Move(0, -0.21f, 0), shell));
        Form foot = b.Paint(Shapes.RoundedBox(0.16f, 0.08f, 0.26f, 0.035f, 2).Move(0, -0.01f, 0.04f), dark);
        foreach ((string side, float sign) in (ReadOnlySpan<(string, float)>)[("left", 1f), ("right", -1f)])
        {
            int ua = b.Part($"upper-arm-{side}", upperArm, torso, new Vector3(sign * 0.3f, 0.46f, 0)), la = b.Part($"lower-arm-{side}", lowerArm, ua, new Vector3(0, -0.24f, 0)), h = b.Part($"hand-{side}", hand, la, new Vector3(0, -0.25f, 0));
            b.Anchor($"hand-{side}", h, new Vector3(0, -0.1f, 0));
            int ul = b.Part($"upper-leg-{side}", thigh, pelvis, new Vector3(sign * 0.11f, -0.04f, 0)), ll = b.Part($"lower-leg-{side}", shin, ul, new Vector3(0, -0.24f, 0));
            b.Part($"foot-{side}", foot, ll, new Vector3(0, -0.22f, 0));
        }

        b.Light(head, new Vector3(0, 0.2f, 0.4f), light * 0.5f, 2, 0, true);
        return b.Build(Substance.Metal, 80, Rig.Biped, new CollisionShape.Capsule(0.28f, 1.55f), new Vector3(0, 0.78f, 0), 1);
    }

    /// <summary>A blacksmith's anvil.</summary>
    public static Prop Anvil(PropRequest request)
    {
        PropBuilder b = new(request);
        Form block = Sweeps.Extrude([new(-0.17f, 0), new(0.17f, 0), new(0.15f, 0.05f), new(0.075f, 0.09f), new(0.07f, 0.15f), new(0.16f, 0.2f), new(0.16f, 0.3f), new(-0.2f, 0.3f), new(-0.2f, 0.23f), new(-0.09f, 0.17f), new(-0.075f, 0.09f), new(-0.15f, 0.05f)], 0.16f, 0.012f);
        Form horn = Lathes.TurnCurve([new(0, 0), new(0.06f, 0), new(0.045f, 0.12f), new(0.012f, 0.24f), new(0, 0.25f)], 3, 18).RotateZ(-84).Move(0.14f, 0.242f, 0);
        b.Part("body", b.Paint(block.With(horn).RotateY(0), request.Main(0x3A3C42, Finishes.Iron)));
        b.Anchor("top", 0, new Vector3(-0.02f, 0.3f, 0), 0.16f, 0.07f);
        return b.Build(Substance.Metal, 75, collision: new CollisionShape.Box(new Vector3(0.2f, 0.15f, 0.08f)), restOffset: new Vector3(0, 0.15f, 0), friction: 0.5f, restitution: 0.1f);
    }

    /// <summary>A wrecking ball on its chain; the origin is the bottom of the ball.</summary>
    public static Prop WreckingBall(PropRequest request)
    {
        PropBuilder b = new(request);
        Material iron = request.Main(0x2E3034, Finishes.Iron);
        const float R = 0.6f;
        Form ball = Shapes.Sphere(R, 4).With(Shapes.Cylinder(0.14f, 0.2f, 14, 0.03f).Move(0, R - 0.04f, 0), Shapes.Torus(0.12f, 0.035f, 20, 8).RotateX(90).Move(0, R + 0.22f, 0));
        int body = b.Part("body", b.Paint(ball, iron), pivot: new Vector3(0, R, 0));
        List<Form> links = [];
        Form link = Sweeps.Tube([.. Enumerable.Range(0, 13).Select(i => new Vector3(0.065f * MathF.Cos(MathF.Tau * i / 12), 0.115f * MathF.Sin(MathF.Tau * i / 12), 0))], 0.024f, 5);
        for (int i = 0; i < 24; i++)
        {
            links.Add(link.RotateY(i % 2 == 0 ? 0 : 90).Move(0, 0.42f + R - 0.6f + 0.6f + (i * 0.172f), 0));
        }

        b.Part("chain", b.Paint(Form.Join(links), iron), body);
        return b.Build(Substance.Metal, 2000, collision: new CollisionShape.Sphere(R), restOffset: new Vector3(0, R, 0), restitution: 0.1f);
    }
}
