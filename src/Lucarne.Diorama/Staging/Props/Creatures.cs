using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Birds, sea animals and insects.</summary>
internal static class Creatures
{
    private static readonly Material Eye = Finishes.Satin(Colours.Hex(0x120E0C)) with { Clearcoat = 1, Roughness = 0.1f };

    /// <summary>A penguin.</summary>
    public static Prop Penguin(PropRequest request)
    {
        PropBuilder b = new(request);
        bool fine = request.Detail == Detail.Hero;
        Material black = request.Main(0x22262E, Finishes.Fur) with { PatternScaleM = 0.02f, Clearcoat = 0.25f }, white = Finishes.Fur(Colours.Hex(0xF4F1EA)) with { PatternScaleM = 0.02f }, orange = Finishes.Satin(Colours.Hex(0xEE8A1E));
        const float HipY = 0.14f;
        int pelvis = b.Part("pelvis", b.Paint(Shapes.Ellipsoid(0.3f, 0.24f, 0.3f, fine ? 3 : 2).Move(0, 0.05f, 0), black), pivot: new Vector3(0, HipY, 0));
        Form suit = new Clay(0.12f).Ellipsoid(0, 0.16f, 0, 0.175f, 0.24f, 0.165f).Ellipsoid(0, 0.36f, 0, 0.115f, 0.15f, 0.11f).Bone(new Vector3(0, 0.0f, -0.1f), new Vector3(0, -0.09f, -0.2f), 0.07f, 0.02f).ToForm(fine ? 0.04f : 0.06f);
        Form belly = new Clay(0.1f).Ellipsoid(0, 0.14f, 0.045f, 0.15f, 0.225f, 0.145f).Ellipsoid(0, 0.34f, 0.035f, 0.088f, 0.12f, 0.095f).ToForm(fine ? 0.04f : 0.06f);
        int torso = b.Part("torso", b.Paint(suit, black).With(b.Paint(belly, white)), pelvis, new Vector3(0, 0.03f, 0));
        Form skull = b.Paint(Shapes.Ellipsoid(0.21f, 0.2f, 0.22f, fine ? 3 : 2).Move(0, 0.05f, 0), black);
        Form cheeks = b.Paint(Shapes.Ellipsoid(0.1f, 0.14f, 0.13f, 2).Move(0.062f, 0.035f, 0.035f).BothSidesX(), white);
        Form beak = b.Paint(Shapes.Cone(0.032f, 0.13f, 12).Scale(1, 1, 0.7f).RotateX(97).Move(0, 0.035f, 0.09f), orange);
        Form eyes = b.Paint(Shapes.Sphere(0.017f, 2).Move(0.068f, 0.075f, 0.077f).BothSidesX(), Eye);
        Form shine = b.Paint(Shapes.Sphere(0.005f, 1).Move(0.072f, 0.083f, 0.091f).BothSidesX(), Finishes.Glow(Vector3.One, 1));
        int head = b.Part("head", Form.Join(skull, cheeks, beak, eyes, shine), torso, new Vector3(0, 0.5f, 0.01f));
        b.Anchor("head", head, new Vector3(0, 0.15f, 0));
        Form flipper = Shapes.Ellipsoid(0.045f, 0.34f, 0.13f, fine ? 3 : 2).Taper(0.75f).Move(0.012f, -0.16f, 0).RotateZ(10);
        b.Pair("upper-arm", b.Paint(flipper, black), torso, torso, new Vector3(0.155f, 0.34f, 0));
        Form leg = b.Paint(Shapes.Cylinder(0.04f, 0.1f, 10).Move(0, -0.1f, 0), black);
        Form foot = b.Paint(Shapes.Ellipsoid(0.1f, 0.05f, 0.16f, 2).Move(0, -0.115f, 0.045f).With(Shapes.Ellipsoid(0.035f, 0.032f, 0.07f, 1).Move(0.03f, -0.122f, 0.12f).BothSidesX(), Shapes.Ellipsoid(0.035f, 0.032f, 0.07f, 1).Move(0, -0.122f, 0.135f)), orange);
        b.Pair("upper-leg", leg.With(foot), pelvis, pelvis, new Vector3(0.075f, 0, 0.01f));
        return b.Build(Substance.Flesh, 14, Rig.Biped, new CollisionShape.Capsule(0.17f, 0.85f), new Vector3(0, 0.42f, 0), 0.5f, friction: 0.3f);
    }

    /// <summary>A bird: gull, sparrow, parrot, eagle or dove by its concept.</summary>
    public static Prop Bird(PropRequest request)
    {
        PropBuilder b = new(request);
        (uint coat, uint belly, float span, uint beakRgb) = request.Concept switch
        {
            "seagull" => (0xC8CCD0u, 0xF4F4F0u, 1.1f, 0xE8A822u),
            "eagle" => (0x4A3020u, 0x6A4A30u, 1.9f, 0xE8B030u),
            "dove" => (0xF0EEEAu, 0xF6F4F0u, 0.65f, 0xC89A90u),
            "parrot" => (0xC8281Eu, 0xE8B022u, 0.8f, 0x2A2622u),
            "crow" => (0x1A1C22u, 0x22242Au, 0.9f, 0x16161Au),
            "duck" => (0x6E5A44u, 0xC8B89Au, 0.85f, 0xE8A022u),
            "owl" => (0x7A5C3Cu, 0xD8C4A0u, 0.95f, 0x3A3026u),
            "flamingo" => (0xF08CA0u, 0xF4A4B4u, 1.4f, 0x2A2226u),
            _ => (0x46586Eu, 0xD8CDBEu, 0.6f, 0x3A3230u),
        };
        float s = span;
        bool fine = request.Detail == Detail.Hero;
        Material feather = request.Main(coat, Finishes.Fur) with { PatternScaleM = s * 0.04f, TwoSided = true }, under = request.Second(belly, Finishes.Fur) with { PatternScaleM = s * 0.04f }, beak = Finishes.Satin(Colours.Hex(beakRgb));
        float cell = s * (fine ? 0.018f : 0.034f);
        Form trunk = new Clay(s * 0.06f).Ellipsoid(0, 0, 0, s * 0.085f, s * 0.085f, s * 0.18f).Ellipsoid(0, s * 0.02f, s * 0.13f, s * 0.06f, s * 0.06f, s * 0.08f).Bone(new Vector3(0, s * 0.01f, -s * 0.1f), new Vector3(0, s * 0.02f, -s * 0.24f), s * 0.05f, s * 0.015f).ToForm(cell);
        Form breast = Shapes.Ellipsoid(s * 0.15f, s * 0.14f, s * 0.3f, fine ? 3 : 2).Move(0, -s * 0.024f, s * 0.02f);
        int body = b.Part("body", b.Paint(trunk, feather).With(b.Paint(breast, under)), pivot: new Vector3(0, s * 0.2f, 0));
        List<Form> face = [b.Paint(Shapes.Ellipsoid(s * 0.105f, s * 0.1f, s * 0.115f, fine ? 3 : 2), request.Concept == "eagle" ? Finishes.Fur(Colours.Hex(0xF0ECE2)) : feather),
            b.Paint(Shapes.Cone(s * 0.02f, s * (request.Concept is "duck" ? 0.08f : 0.07f), 8).Scale(request.Concept is "duck" ? 1.8f : 1, 1, 1).RotateX(100).Move(0, -s * 0.005f, s * 0.05f), beak),
            b.Paint(Shapes.Sphere(s * 0.012f, 1).Move(s * 0.042f, s * 0.014f, s * 0.032f).BothSidesX(), Eye)];
        int head = b.Part("head", Form.Join(face), body, new Vector3(0, s * 0.065f, s * 0.19f));
        b.Anchor("head", head, new Vector3(0, s * 0.05f, 0));
        Form fan = Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * s * float.Lerp(0.05f, 0.17f, v), s * 0.006f * MathF.Cos(u * 12), -v * s * 0.17f * (1 - (0.25f * MathF.Pow(MathF.Abs((2 * u) - 1), 2)))), 6, 3);
        b.Part("tail", b.Paint(fan, feather), body, new Vector3(0, s * 0.02f, -s * 0.2f));
        float inner = s * 0.23f, outer = s * 0.27f, chord = s * 0.17f;
        Form wing = Sweeps.Sheet((u, v) => new Vector3(u * inner, (s * 0.018f * MathF.Sin(MathF.PI * u * 0.7f)) + (s * 0.016f * MathF.Sin(MathF.PI * v) * (1 - (0.4f * u))), s * 0.055f - (v * chord) + (0.02f * s * u)), 5, 5);
        Form tip = Sweeps.Sheet((u, v) => new Vector3(u * outer, s * 0.012f * MathF.Sin(MathF.PI * v) * (1 - u), s * 0.075f - (u * u * s * 0.09f) - (v * chord * (1 - (0.78f * u * u))) - (v > 0.8f ? s * 0.018f * (((int)(u * 12)) & 1) : 0)), 12, 5);
        (int left, int right) = b.Pair("wing", b.Paint(wing, feather), body, body, new Vector3(s * 0.06f, s * 0.045f, s * 0.05f));
        Material ends = request.Concept is "seagull" ? Finishes.Fur(Colours.Hex(0x44484E)) with { TwoSided = true } : feather with { BaseColour = feather.BaseColour * 0.75f };
        b.Pair("wing-tip", b.Paint(tip, ends), left, right, new Vector3(inner, s * 0.012f, s * 0.0f));
        Form leg = b.Paint(Sweeps.Bar(Vector3.Zero, new Vector3(0, -s * 0.11f, 0), s * 0.009f, 5).With(Shapes.Ellipsoid(s * 0.05f, s * 0.014f, s * 0.075f, 1).Move(0, -s * 0.115f, s * 0.02f)), beak);
        b.Pair("leg", leg, body, body, new Vector3(s * 0.035f, -s * 0.065f, -s * 0.02f));
        return b.Build(Substance.Flesh, s * 0.9f, Rig.Bird, new CollisionShape.Sphere(s * 0.12f), new Vector3(0, s * 0.2f, 0), 6, friction: 0.5f, floatDraught: s * 0.14f);
    }

    /// <summary>A rubber duck.</summary>
    public static Prop RubberDuck(PropRequest request)
    {
        PropBuilder b = new(request);
        Material yellow = request.Main(0xF7C81E, Finishes.Plastic) with { Clearcoat = 0.8f }, orange = Finishes.Plastic(Colours.Hex(0xEE7A1A));
        Form hull = new Clay(0.02f).Ellipsoid(0, 0.034f, 0, 0.042f, 0.034f, 0.055f).Bone(new Vector3(0, 0.04f, -0.035f), new Vector3(0, 0.066f, -0.064f), 0.022f, 0.007f).Ellipsoid(0, 0.09f, 0.026f, 0.031f, 0.03f, 0.031f).ToForm(request.Detail == Detail.Hero ? 0.0085f : 0.012f);
        Form wing = Shapes.Ellipsoid(0.02f, 0.032f, 0.058f, 3).RotateX(-18).Move(0.039f, 0.042f, -0.008f).BothSidesX();
        Form beak = Shapes.Ellipsoid(0.032f, 0.009f, 0.026f, 3).RotateX(-12).Move(0, 0.086f, 0.06f).With(Shapes.Ellipsoid(0.028f, 0.008f, 0.022f, 3).RotateX(10).Move(0, 0.08f, 0.057f));
        Form eyes = Shapes.Sphere(0.0056f, 2).Move(0.0165f, 0.099f, 0.05f).BothSidesX();
        Form shine = Shapes.Sphere(0.0018f, 1).Move(0.018f, 0.1015f, 0.0548f).BothSidesX();
        b.Part("body", Form.Join(b.Paint(hull.With(wing), yellow), b.Paint(beak, orange), b.Paint(eyes, Eye), b.Paint(shine, Finishes.Glow(Vector3.One, 1))));
        return b.Build(Substance.Rubber, 0.05f, Rig.Rigid, new CollisionShape.Box(new Vector3(0.042f, 0.045f, 0.058f)), new Vector3(0, 0.045f, 0), 0, 0.02f, friction: 0.6f, restitution: 0.5f);
    }

    /// <summary>A fish: slim, round or long by its concept.</summary>
    public static Prop Fish(PropRequest request)
    {
        PropBuilder b = new(request);
        bool shark = request.Concept is "shark", dolphin = request.Concept is "dolphin";
        float s = shark ? 3f : dolphin ? 2.2f : 0.34f;
        Vector3 colour = request.ColourAt(0) ?? Colours.Hex(shark ? 0x5E6C78 : dolphin ? 0x6E8496 : ((uint[])[0xF08A1E, 0x2E7CD0, 0xF2C82A, 0xC83A5A, 0x58B0A0])[request.Index % 5]);
        Material skin = Finishes.Satin(colour) with { Subsurface = 0.2f, Clearcoat = 0.6f }, pale = Finishes.Satin(Colours.Hex(0xE8ECEC)), fin = Finishes.Canvas(shark || dolphin ? colour * 0.85f : Vector3.Lerp(colour, Vector3.One, 0.25f));
        float tall = shark || dolphin ? 0.115f : 0.21f, wide = shark || dolphin ? 0.11f : 0.09f;
        int detail = request.Detail == Detail.Hero ? 3 : 1, around = request.Detail == Detail.Hero ? 22 : 12;
        Form trunk = b.Paint(Sweeps.Body([new(-0.22f * s, wide * 0.35f * s, -tall * 0.35f * s, tall * 0.4f * s, 2), new(0, wide * s, -tall * s, tall * 1.02f * s, 2), new(0.22f * s, wide * 1.02f * s, -tall * 0.92f * s, tall * 0.95f * s, 2), new(0.4f * s, wide * 0.7f * s, -tall * 0.6f * s, tall * 0.55f * s, 2), new(0.5f * s, wide * 0.18f * s, -tall * 0.2f * s, tall * 0.12f * s, 2)], around, detail), skin);
        Form eyes = b.Paint(Shapes.Sphere(s * 0.03f * (shark || dolphin ? 0.5f : 1), 2).Move(wide * 0.78f * s, tall * 0.16f * s, 0.35f * s).BothSidesX(), Eye);
        List<Form> extra = [trunk, eyes];
        if (shark || dolphin)
        {
            extra.Add(b.Paint(Sweeps.Body([new(-0.2f * s, wide * 0.25f * s, -tall * 0.4f * s, 0, 2), new(0, wide * 0.9f * s, -tall * 1.03f * s, 0, 2), new(0.25f * s, wide * 0.88f * s, -tall * 0.95f * s, 0, 2), new(0.46f * s, wide * 0.3f * s, -tall * 0.42f * s, -tall * 0.1f * s, 2)], around, detail), pale));
            extra.Add(b.Paint(Sweeps.Extrude([new(-0.1f * s, 0), new(0.1f * s, 0), new(-0.06f * s, 0.17f * s), new(-0.1f * s, 0.16f * s)], 0.02f * s, 0.008f * s).RotateY(-90).Move(0, tall * 0.85f * s, 0.02f * s), skin));
        }
        else
        {
            foreach (float z in (ReadOnlySpan<float>)[0.22f, -0.02f])
            {
                extra.Add(b.Paint(Sweeps.Body([new((z - 0.035f) * s, wide * 0.96f * s, -tall * 0.95f * s, tall * 0.97f * s, 2), new((z + 0.035f) * s, wide * 1.04f * s, -tall * 0.97f * s, tall * 0.99f * s, 2)], around, 1).Scale(1.02f, 1.02f, 1), pale));
            }

            extra.Add(b.Paint(Sweeps.Sheet((u, v) => new Vector3(0, (tall * 0.9f * s) + (v * s * 0.12f * MathF.Sin(MathF.PI * MathF.Min(1, u + 0.15f))), (0.2f - (0.36f * u) - (0.06f * v)) * s), 8, 2), fin));
        }

        int body = b.Part("body", Form.Join(extra));
        Form stem = b.Paint(Sweeps.Body([new(-0.2f * s, s * 0.012f, -s * 0.02f, s * 0.02f, 2), new(0.02f * s, wide * 0.36f * s, -tall * 0.36f * s, tall * 0.41f * s, 2)], 12, 2), skin);
        int tail = b.Part(dolphin ? "fluke" : "tail", stem, body, new Vector3(0, 0, -0.22f * s));
        Form caudal = Sweeps.Sheet((u, v) =>
        {
            float y = (u - 0.5f) * 2;
            return new Vector3(0, y * s * 0.18f * float.Lerp(0.15f, 1, v), (-v * s * 0.17f * (0.55f + (0.45f * y * y))) - (0.02f * s));
        }, 8, 4);
        b.Part("tail-fin", b.Paint(dolphin ? caudal.RotateZ(90) : caudal, fin), tail, new Vector3(0, 0, -0.17f * s));
        Form pectoral = Sweeps.Sheet((u, v) => new Vector3(u * s * 0.16f, -u * s * 0.06f, -(u * s * 0.08f) - (v * s * 0.1f * (1 - (0.6f * u)))), 4, 3);
        b.Pair("fin", b.Paint(pectoral, fin), body, body, new Vector3(wide * 0.9f * s, -tall * 0.3f * s, 0.2f * s));
        return b.Build(Substance.Flesh, shark ? 400 : dolphin ? 150 : 1, Rig.Swimmer, new CollisionShape.Box(new Vector3(wide * s, tall * s, 0.4f * s)), Vector3.Zero, shark || dolphin ? 3 : 0.6f);
    }

    /// <summary>A blue whale.</summary>
    public static Prop Whale(PropRequest request)
    {
        PropBuilder b = new(request);
        Material skin = request.Main(request.Concept == "orca" ? 0x16181Eu : 0x3E5E7Eu, c => Finishes.Satin(c) with { SecondColour = c * 1.25f, Pattern = SurfacePattern.Mottled, PatternScaleM = 1.4f, Clearcoat = 0.5f });
        Material belly = Finishes.Satin(Colours.Hex(0xC6D0D6)) with { SecondColour = Colours.Hex(0x8EA0AC), Pattern = SurfacePattern.Stripes, PatternScaleM = 0.35f };
        int steps = request.Detail == Detail.Hero ? 4 : 2;
        Form trunk = b.Paint(Sweeps.Body([new(-5.2f, 0.75f, -0.6f, 0.75f, 2), new(-2.5f, 1.5f, -1.35f, 1.25f, 2), new(0.5f, 2.0f, -1.9f, 1.5f, 2.1f), new(3.5f, 2.1f, -1.9f, 1.45f, 2.2f), new(6f, 1.65f, -1.45f, 1.1f, 2.3f), new(7.7f, 0.9f, -0.7f, 0.55f, 2.3f), new(8.2f, 0.25f, -0.25f, 0.15f, 2)], 28, steps), skin);
        Form throat = b.Paint(Sweeps.Body([new(-2.2f, 0.7f, -1.32f, -0.6f, 2), new(0.8f, 1.6f, -2.0f, -0.5f, 2), new(4f, 1.85f, -2.06f, -0.35f, 2.2f), new(6.4f, 1.4f, -1.5f, -0.25f, 2.2f), new(7.9f, 0.62f, -0.72f, -0.18f, 2)], 24, steps), belly);
        Form eyes = b.Paint(Shapes.Sphere(0.13f, 2).Move(1.93f, -0.25f, 4.9f).BothSidesX(), Eye);
        Form ridge = b.Paint(Sweeps.Extrude([new(-0.5f, 0), new(0.4f, 0), new(-0.4f, 0.55f)], 0.12f, 0.04f).RotateY(-90).Move(0, 1.0f, -3.6f), skin);
        Form mouth = b.Paint(Sweeps.Tube(Splines.Through([new(1.75f, -0.45f, 5.4f), new(1.35f, -0.2f, 6.8f), new(0.6f, -0.1f, 7.9f), new(0, -0.08f, 8.2f), new(-0.6f, -0.1f, 7.9f), new(-1.35f, -0.2f, 6.8f), new(-1.75f, -0.45f, 5.4f)], 4), 0.05f, 6), Finishes.Matt(Colours.Hex(0x22303C)));
        int body = b.Part("body", Form.Join(trunk, throat, eyes, ridge, mouth));
        Form stock = b.Paint(Sweeps.Body([new(-3.4f, 0.22f, -0.2f, 0.2f, 2), new(-1.6f, 0.4f, -0.38f, 0.42f, 2), new(0.3f, 0.78f, -0.62f, 0.76f, 2)], 20, steps), skin);
        int tail = b.Part("tail", stock, body, new Vector3(0, 0.03f, -5.0f));
        Form fluke = new Clay(0.3f).Limb([new(0, 0, 0), new(0.9f, 0, -0.4f), new(1.9f, 0, -0.95f), new(2.4f, 0, -1.5f)], [0.32f, 0.34f, 0.24f, 0.06f]).ToForm(0.16f).Scale(1, 0.42f, 1);
        b.Part("fluke", b.Paint(fluke.BothSidesX(), skin), tail, new Vector3(0, 0, -3.3f));
        Form flipper = new Clay(0.2f).Limb([new(0, 0, 0), new(0.9f, -0.3f, -0.4f), new(1.8f, -0.6f, -1.1f)], [0.3f, 0.3f, 0.06f]).ToForm(0.13f).Scale(1, 0.6f, 1);
        b.Pair("fin", b.Paint(flipper, skin), body, body, new Vector3(1.7f, -0.9f, 3.2f));
        b.Emit(EmitterKind.Spray, body, new Vector3(0, 1.5f, 4.6f), 0.3f, 0.25f, always: false);
        return b.Build(Substance.Flesh, 60000, Rig.Swimmer, new CollisionShape.Box(new Vector3(2, 1.7f, 7)), Vector3.Zero, 3);
    }

    /// <summary>An octopus, with a hat when the prompt gives it one.</summary>
    public static Prop Octopus(PropRequest request)
    {
        PropBuilder b = new(request);
        Material skin = request.Main(0xC24A5E, c => Finishes.Skin(c) with { SecondColour = c * 0.75f, Pattern = SurfacePattern.Dots, PatternScaleM = 0.06f, Clearcoat = 0.4f });
        Form mantle = new Clay(0.15f).Ellipsoid(0, 0.42f, -0.06f, 0.27f, 0.3f, 0.27f).Ellipsoid(0, 0.16f, 0, 0.21f, 0.16f, 0.2f).ToForm(0.045f);
        Form eyeball = b.Paint(Shapes.Sphere(0.075f, 2).Move(0.14f, 0.27f, 0.17f).BothSidesX(), Finishes.Ceramic(Colours.Hex(0xF4F0E6)));
        Form pupil = b.Paint(Shapes.Ellipsoid(0.09f, 0.05f, 0.05f, 2).Move(0.15f, 0.27f, 0.225f).BothSidesX(), Eye);
        int body = b.Part("body", Form.Join(b.Paint(mantle, skin), eyeball, pupil), pivot: new Vector3(0, 0.1f, 0));
        b.Anchor("head", body, new Vector3(0, 0.7f, -0.05f));
        for (int i = 0; i < 8; i++)
        {
            float a = (MathF.Tau * i / 8) + (MathF.PI / 8);
            Vector3[] line = Splines.Through([new(0, 0, 0), new(0, -0.05f, 0.2f), new(0.04f, -0.06f, 0.45f), new(0.12f, 0.02f, 0.62f), new(0.22f, 0.06f, 0.66f)], 4);
            Form arm = Sweeps.Tube(line, t => 0.085f * (1 - (0.88f * t)), 8);
            List<Form> cups = [];
            for (int k = 2; k < 14; k++)
            {
                cups.Add(Shapes.Sphere(0.018f * (1 - (k / 18f)), 1).Move(line[k] + new Vector3(0, -0.07f * (1 - (0.88f * k / 16f)), 0)));
            }

            b.Part($"tentacle-{i + 1}", b.Paint(arm, skin).With(b.Paint(Form.Join(cups), Finishes.Skin(Colours.Hex(0xE8B0A8)))).RotateY(i % 2 == 0 ? 0 : -12), body, new Vector3(0.13f * MathF.Sin(a), 0.02f, 0.13f * MathF.Cos(a)), rest: Quaternion.CreateFromAxisAngle(Vector3.UnitY, a));
        }

        if (request.Is("hat", "top-hat"))
        {
            b.Part("hat", Hats.TopHat(b, 0.2f), body, new Vector3(0, 0.68f, -0.06f));
        }

        return b.Build(Substance.Flesh, 8, Rig.Swimmer, new CollisionShape.Sphere(0.3f), new Vector3(0, 0.35f, 0), 0.8f);
    }

    /// <summary>A butterfly.</summary>
    public static Prop Butterfly(PropRequest request)
    {
        PropBuilder b = new(request);
        Material wing = request.Main(((uint[])[0xE87A1E, 0x3A7AD8, 0xF2CE3A, 0xC85AA8])[request.Index % 4], Finishes.Canvas), rim = Finishes.Canvas(Colours.Hex(0x1C1614)), dark = Finishes.Fur(Colours.Hex(0x241C18));
        Form trunk = Shapes.Ellipsoid(0.012f, 0.012f, 0.06f, 2).With(Shapes.Sphere(0.008f, 2).Move(0, 0.002f, 0.033f), Sweeps.Tube([new(0.002f, 0.004f, 0.038f), new(0.012f, 0.02f, 0.056f)], 0.0009f, 4).BothSidesX());
        int body = b.Part("body", b.Paint(trunk, dark), pivot: new Vector3(0, 0.05f, 0));
        Form fore = Lobe(0.058f, 0.05f, 0.022f), hind = Lobe(0.042f, 0.042f, -0.026f);
        Form foreRim = Lobe(0.064f, 0.056f, 0.022f).Move(0, -0.0004f, 0), hindRim = Lobe(0.047f, 0.047f, -0.026f).Move(0, -0.0004f, 0);
        b.Pair("wing", b.Paint(fore.With(hind), wing).With(b.Paint(foreRim.With(hindRim), rim)), body, body, new Vector3(0.004f, 0.003f, 0));
        return b.Build(Substance.Paper, 0.001f, Rig.Bird, new CollisionShape.Sphere(0.03f), new Vector3(0, 0.05f, 0), 1.2f);

        static Form Lobe(float length, float width, float back) => Sweeps.Sheet((u, v) =>
        {
            float a = MathF.PI * (v - 0.5f), r = u;
            return new Vector3(length * (0.5f + (0.5f * MathF.Cos(a * 1.6f))) * r, 0, (back * r) + (width * 0.55f * MathF.Sin(a * 1.25f) * r));
        }, 4, 10);
    }

    /// <summary>A winged dragon.</summary>
    public static Prop Dragon(PropRequest request)
    {
        PropBuilder b = new(request);
        Material scale = request.Main(0x2E7A4A, c => new Material { BaseColour = c, SecondColour = c * 0.55f, Roughness = 0.45f, Clearcoat = 0.4f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.22f, Relief = 0.7f });
        Material belly = request.Second(0xD8B870, c => Finishes.Satin(c) with { SecondColour = c * 0.7f, Pattern = SurfacePattern.Stripes, PatternScaleM = 0.25f }), horn = Finishes.Satin(Colours.Hex(0xE4D8BC)), skin = Finishes.Canvas(request.ColourAt(1) ?? Colours.Hex(0xC8703A));
        float cell = request.Detail == Detail.Hero ? 0.13f : 0.22f;
        Form trunk = new Clay(0.5f).Ellipsoid(0, 0, 0.7f, 0.75f, 0.8f, 1.0f).Ellipsoid(0, 0.05f, -0.9f, 0.65f, 0.68f, 1.0f).Bone(new Vector3(0, 0.3f, 1.2f), new Vector3(0, 0.9f, 2.0f), 0.5f, 0.38f).Bone(new Vector3(0, 0.1f, -1.6f), new Vector3(0, 0, -2.4f), 0.45f, 0.3f).ToForm(cell);
        int body = b.Part("body", Form.Join(b.Paint(trunk, scale), b.Paint(Shapes.Ellipsoid(1.05f, 1.25f, 2.9f, 3).Move(0, -0.28f, 0.1f), belly), Spikes(b, horn, new(0, 0.78f, 1.1f), new(0, 0.7f, -1.8f), 6, 0.3f)), pivot: new Vector3(0, 1.5f, 0));
        Vector3[] curve = Splines.Through([new(0, 0, 0), new(0, 0.75f, 0.35f), new(0, 1.5f, 0.55f), new(0, 1.95f, 1.05f)], 4);
        int neck = b.Part("neck", Form.Join(b.Paint(Sweeps.Tube(curve, t => float.Lerp(0.42f, 0.26f, t), 14), scale), Spikes(b, horn, new(0, 0.5f, -0.2f), new(0, 1.95f, 0.45f), 5, 0.24f)), body, new Vector3(0, 0.75f, 1.85f));
        Form skull = new Clay(0.2f).Ellipsoid(0, 0.05f, 0.1f, 0.36f, 0.32f, 0.42f).Bone(new Vector3(0, 0, 0.3f), new Vector3(0, -0.06f, 0.95f), 0.26f, 0.2f).Ball(0.16f, 0.1f, 1.0f, 0.09f).Ball(-0.16f, 0.1f, 1.0f, 0.09f).ToForm(cell * 0.6f);
        Form horns = Sweeps.Tube(Splines.Through([new(0.2f, 0.25f, -0.05f), new(0.34f, 0.55f, -0.4f), new(0.4f, 0.62f, -0.85f)], 4), t => 0.09f * (1 - (0.9f * t)), 8).BothSidesX();
        Form brow = Shapes.Ellipsoid(0.24f, 0.1f, 0.3f, 2).RotateX(18).Move(0.22f, 0.27f, 0.32f).BothSidesX();
        Form eyes = b.Paint(Shapes.Sphere(0.1f, 2).Move(0.27f, 0.17f, 0.36f).BothSidesX(), Finishes.Glow(new Vector3(1f, 0.72f, 0.1f), 1.6f) with { Clearcoat = 1 });
        Form slits = b.Paint(Shapes.Ellipsoid(0.05f, 0.16f, 0.06f, 2).Move(0.35f, 0.17f, 0.4f).BothSidesX(), Eye);
        int head = b.Part("head", Form.Join(b.Paint(skull.With(brow), scale), b.Paint(horns, horn), eyes, slits), neck, new Vector3(0, 1.98f, 1.0f));
        b.Part("jaw", b.Paint(new Clay(0.1f).Bone(Vector3.Zero, new Vector3(0, -0.02f, 0.75f), 0.2f, 0.13f).ToForm(cell * 0.6f), belly), head, new Vector3(0, -0.22f, 0.2f));
        b.Emit(EmitterKind.Fire, head, new Vector3(0, -0.1f, 1.15f), 0.6f, 0.18f, always: false);
        b.Emit(EmitterKind.Smoke, head, new Vector3(0, 0.1f, 1.1f), 0.15f, 0.07f);
        Vector3[] tailLine = Splines.Through([new(0, 0, 0), new(0, -0.25f, -1.0f), new(0, -0.4f, -2.0f)], 5);
        int tail = b.Part("tail", Form.Join(b.Paint(Sweeps.Tube(tailLine, t => float.Lerp(0.33f, 0.19f, t), 12), scale), Spikes(b, horn, new(0, 0.22f, -0.3f), new(0, -0.2f, -1.9f), 4, 0.2f)), body, new Vector3(0, 0, -2.3f));
        Form point = Sweeps.Extrude([new(0, 0), new(0.35f, -0.35f), new(0, -0.95f), new(-0.35f, -0.35f)], 0.1f, 0.04f).RotateX(90).Move(0, 0.1f, -1.35f);
        b.Part("tail-tip", b.Paint(Sweeps.Tube(Splines.Through([Vector3.Zero, new(0, -0.05f, -0.8f), new(0, 0.1f, -1.5f)], 5), t => float.Lerp(0.2f, 0.05f, t), 10).With(point), scale), tail, new Vector3(0, -0.4f, -2.0f));
        Form arm = b.Paint(Sweeps.Bar(Vector3.Zero, new Vector3(1.7f, 0.5f, 0.25f), 0.16f, 0.1f, 10).With(Sweeps.Bar(new Vector3(1.7f, 0.5f, 0.25f), new Vector3(1.5f, 0.1f, -1.9f), 0.06f, 0.03f, 6)), scale);
        Form membrane = b.Paint(Sweeps.Sheet((u, v) => Vector3.Lerp(new Vector3(1.7f * u, 0.5f * u, 0.25f * u), new Vector3(1.5f * u, 0.1f * u, -1.2f - (0.7f * u) + (0.25f * MathF.Sin(MathF.PI * u))), v) + new Vector3(0, 0.16f * MathF.Sin(MathF.PI * v) * u, 0), 6, 5), skin);
        (int left, int right) = b.Pair("wing", arm.With(membrane), body, body, new Vector3(0.5f, 0.6f, 0.8f));
        Form finger = b.Paint(Sweeps.Bar(Vector3.Zero, new Vector3(2.4f, 0.25f, -0.5f), 0.1f, 0.02f, 8).With(Sweeps.Bar(Vector3.Zero, new Vector3(1.5f, 0, -1.9f), 0.05f, 0.015f, 6)), scale);
        Form outer = b.Paint(Sweeps.Sheet((u, v) => u < 0.5f
            ? Vector3.Lerp(Vector3.Lerp(Vector3.Zero, new Vector3(2.4f, 0.25f, -0.5f), v), Vector3.Lerp(Vector3.Zero, new Vector3(1.5f, 0, -1.9f), v), u * 2) + new Vector3(-0.3f, 0.05f, 0.25f) * (MathF.Sin(MathF.PI * u * 2) * v)
            : Vector3.Lerp(Vector3.Lerp(Vector3.Zero, new Vector3(1.5f, 0, -1.9f), v), Vector3.Lerp(Vector3.Zero, new Vector3(-0.2f, -0.4f, -2.15f), v), (u * 2) - 1) + new Vector3(-0.2f, 0.05f, 0.3f) * (MathF.Sin(MathF.PI * ((u * 2) - 1)) * v), 10, 5), skin);
        b.Pair("wing-tip", finger.With(outer), left, right, new Vector3(1.7f, 0.5f, 0.25f));
        foreach ((string end, float z, float width, float thick) in (ReadOnlySpan<(string, float, float, float)>)[("front", 0.95f, 0.55f, 0.24f), ("back", -1.05f, 0.52f, 0.3f)])
        {
            Form upper = b.Paint(new Clay(0.1f).Bone(new Vector3(0, 0.1f, 0), new Vector3(0, -0.72f, 0.08f), thick, 0.17f).ToForm(cell * 0.8f), scale);
            Form lower = b.Paint(new Clay(0.1f).Bone(Vector3.Zero, new Vector3(0, -0.62f, 0), 0.17f, 0.14f).Ellipsoid(0, -0.66f, 0.14f, 0.2f, 0.12f, 0.3f).ToForm(cell * 0.8f), scale);
            Form claws = b.Paint(Shapes.Cone(0.05f, 0.18f, 8).RotateX(100).Move(0, -0.7f, 0.4f).With(Shapes.Cone(0.05f, 0.18f, 8).RotateX(100).Move(0.12f, -0.7f, 0.36f).BothSidesX()), horn);
            foreach ((string side, float sign) in (ReadOnlySpan<(string, float)>)[("left", 1f), ("right", -1f)])
            {
                int u = b.Part($"upper-leg-{end}-{side}", upper, body, new Vector3(sign * width, -0.1f, z));
                b.Part($"lower-leg-{end}-{side}", lower.With(claws), u, new Vector3(0, -0.7f, 0.05f));
            }
        }

        return b.Build(Substance.Flesh, 900, Rig.Bird, new CollisionShape.Box(new Vector3(0.9f, 1.3f, 2.4f)), new Vector3(0, 1.4f, 0), 9);
    }

    private static Form Spikes(PropBuilder b, Material horn, Vector3 from, Vector3 to, int count, float size) =>
        b.Paint(Form.Join(Enumerable.Range(0, count).Select(i => Shapes.Cone(size * 0.3f, size, 6).Scale(0.5f, 1, 1).RotateX(-28).Move(Vector3.Lerp(from, to, i / (count - 1f))))), horn);
}
