using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>People as vinyl-toy figures: clothes by colour, trades by hats and tools.</summary>
internal static class People
{
    private enum Hair { Short, Long, Bun, Curly, Bald, Tails }

    /// <summary>What a person wears.</summary>
    private sealed record Outfit(uint Top, uint Bottom)
    {
        public uint Shoes { get; init; } = 0x2A2422;
        public uint? Hat { get; init; }
        public string HatKind { get; init; } = "";
        public float Skirt { get; init; }
        public bool ShortSleeves { get; init; }
        public bool BareLegs { get; init; }
        public Hair Hair { get; init; } = Hair.Short;
        public bool Beard { get; init; }
        public Func<Vector3, Material> Cloth { get; init; } = Finishes.Cloth;
        public string Extra { get; init; } = "";
        public bool Child { get; init; }
        public bool Woman { get; init; }
    }

    /// <summary>Trades and ages that have an outfit of their own.</summary>
    public static readonly string[] Concepts =
    [
        "person", "man", "woman", "boy", "girl", "child", "astronaut", "chef", "knight", "wizard", "witch", "detective", "gymnast", "skater", "dancer", "news-anchor", "king", "queen",
        "farmer", "basketball-player", "footballer", "runner", "santa", "pirate", "doctor", "firefighter", "police-officer", "samurai", "ninja", "musician",
    ];

    /// <summary>Makes a person.</summary>
    public static Prop Make(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        Outfit o = OutfitOf(request, ref random);
        bool fine = request.Detail == Detail.Hero;
        float scale = o.Child ? 0.7f : o.Woman ? 0.96f : 1;
        uint[] skins = [0xE8B690, 0xC98A62, 0x8A5638, 0xF0C8A4, 0x5E3A26, 0xD8A078], hairs = [0x2A1C14, 0x5A3820, 0x1A1614, 0xB07A3A, 0x8A3A1E, 0x6E6A68];
        int look = random.NextIndex(skins.Length) + request.Index;
        Material skin = Finishes.Skin(Colours.Hex(skins[look % skins.Length])), hair = Finishes.Fur(Colours.Hex(o.Beard ? 0xD8D4CC : hairs[(look + random.NextIndex(hairs.Length)) % hairs.Length])) with { PatternScaleM = 0.04f };
        bool armour = o.Extra == "armour", suit = o.Extra == "space";
        Material top = request.Main(o.Top, o.Cloth), bottom = request.Second(o.Bottom, o.Cloth), shoe = Finishes.Leather(Colours.Hex(o.Shoes)), trim = Finishes.Satin(Colours.Hex(0xE8C04A));
        if (o.Extra is "raincoat" or "trench" or "robe" or "suit" && o.Skirt > 0 && request.Attributes.Colours.Length < 2 && o.Extra == "robe")
        {
            bottom = top;
        }

        float cell = fine ? 0.042f : 0.07f;
        float bulk = suit ? 1.22f : armour ? 1.12f : o.Child ? 0.95f : o.Woman ? 0.92f : 1;

        // Hips and legs.
        const float HipY = 0.86f, Thigh = 0.4f, Shin = 0.38f;
        List<Form> pelvisForms = [b.Paint(new Clay(0.06f).Ellipsoid(0, 0, 0, 0.15f * bulk, 0.11f, 0.12f * bulk).ToForm(cell), o.Skirt > 0 ? top : bottom)];
        if (o.Skirt > 0)
        {
            float flare = o.Extra == "robe" ? 0.34f : o.Extra is "trench" or "raincoat" ? 0.25f : 0.3f;
            Form skirt = Lathes.TurnCurve([new(0.135f * bulk, 0.1f), new(0.165f * bulk, -0.05f), new(float.Lerp(0.17f, flare, 0.6f), -o.Skirt * 0.6f), new(flare, -o.Skirt), new(flare - 0.018f, -o.Skirt), new(0.14f, -0.04f)], 2, fine ? 28 : 16);
            pelvisForms.Add(b.Paint(skirt, top with { TwoSided = true }));
        }

        int pelvis = b.Part("pelvis", Form.Join(pelvisForms), pivot: new Vector3(0, HipY, 0) * scale * 1f);
        Material leg = o.BareLegs ? skin : bottom;
        float legR = 0.082f * bulk;
        Form thigh = b.Paint(new Clay(0.03f).Bone(new Vector3(0, 0.02f, 0), new Vector3(0, -Thigh, 0), legR * 1.12f, legR * 0.86f).ToForm(cell), leg);
        Form shin = b.Paint(new Clay(0.03f).Bone(Vector3.Zero, new Vector3(0, -Shin, 0), legR * 0.88f, legR * (armour || suit ? 0.92f : 0.66f)).ToForm(cell), o.Extra == "raincoat" ? shoe : leg);
        Form foot = b.Paint(new Clay(0.03f).Ellipsoid(0, -0.035f, 0.045f, 0.062f * bulk, 0.052f, 0.125f).CutBlock(new Vector3(0, -0.18f, 0), new Vector3(0.3f, 0.1f, 0.4f), 0).ToForm(cell * 0.8f), o.Extra == "skates" ? Finishes.Leather(Colours.Hex(0xF2F0EA)) : shoe);
        if (o.Extra == "skates")
        {
            foot = foot.With(b.Paint(Shapes.RoundedBox(0.012f, 0.035f, 0.26f, 0.004f).Move(0, -0.098f, 0.045f), Finishes.Chrome(Vector3.One)));
        }

        // Torso.
        float shoulderY = 0.5f;
        Clay chest = new Clay(0.1f).Ellipsoid(0, 0.06f, 0, 0.15f * bulk, 0.13f, 0.115f * bulk).Ellipsoid(0, 0.33f, 0, 0.175f * bulk, 0.18f, 0.125f * bulk).Bone(new Vector3(-0.13f * bulk, shoulderY - 0.05f, 0), new Vector3(0.13f * bulk, shoulderY - 0.05f, 0), 0.085f * bulk, 0.085f * bulk);
        List<Form> torsoForms = [b.Paint(chest.ToForm(cell), top), b.Paint(Shapes.Cylinder(0.058f, 0.12f, 12).Move(0, shoulderY - 0.02f, 0.005f), suit || armour ? top : skin)];
        TorsoExtras(b, o, request, torsoForms, bulk, top, trim);

        int torso = b.Part("torso", Form.Join(torsoForms), pelvis, new Vector3(0, 0.08f, 0) * scale);

        // Head with a friendly face.
        const float R = 0.145f;
        float headUp = shoulderY + 0.08f;
        float big = o.Child ? 1.25f : 1.05f;
        List<Form> faceForms = [];
        bool masked = armour || suit || o.Extra == "ninja";
        faceForms.Add(b.Paint(new Clay(0.05f).Ellipsoid(0, R * 1.02f, 0, R * 0.94f, R * 1.06f, R * 0.98f).Ellipsoid(0, R * 0.5f, R * 0.2f, R * 0.6f, R * 0.45f, R * 0.65f).ToForm(cell * 0.75f), skin));
        faceForms.Add(b.Paint(Shapes.Sphere(R * 0.13f, 2).Scale(1, 1.25f, 0.6f).Move(R * 0.36f, R * 1.06f, R * 0.86f).BothSidesX(), Finishes.Satin(Colours.Hex(0x16100E)) with { Clearcoat = 1, Roughness = 0.1f }));
        faceForms.Add(b.Paint(Shapes.Sphere(R * 0.035f, 1).Move(R * 0.39f, R * 1.12f, R * 0.945f).BothSidesX(), Finishes.Glow(Vector3.One, 1)));
        faceForms.Add(b.Paint(Shapes.Sphere(R * 0.1f, 2).Scale(1, 0.9f, 1.2f).Move(0, R * 0.88f, R * 0.98f).With(Shapes.Ellipsoid(R * 0.16f, R * 0.36f, R * 0.28f, 1).Move(R * 0.95f, R * 0.98f, 0).BothSidesX()), skin));
        faceForms.Add(b.Paint(Sweeps.Tube([new(R * 0.22f, R * 1.36f, R * 0.84f), new(R * 0.38f, R * 1.41f, R * 0.8f), new(R * 0.54f, R * 1.35f, R * 0.7f)], R * 0.035f, 5).BothSidesX(), hair));
        if (!o.Beard)
        {
            faceForms.Add(b.Paint(Sweeps.Tube([new(-R * 0.26f, R * 0.62f, R * 0.82f), new(-R * 0.14f, R * 0.55f, R * 0.885f), new(0, R * 0.53f, R * 0.9f), new(R * 0.14f, R * 0.55f, R * 0.885f), new(R * 0.26f, R * 0.62f, R * 0.82f)], R * 0.028f, 5), Finishes.Skin(Colours.Hex(0x8A3A34))));
        }
        else
        {
            faceForms.Add(b.Paint(new Clay(0.05f).Ellipsoid(0, R * 0.42f, R * 0.6f, R * 0.66f, R * 0.42f, R * 0.42f).Bone(new Vector3(0, R * 0.3f, R * 0.75f), new Vector3(0, -R * 1.2f, R * 0.9f), R * 0.5f, R * 0.1f).ToForm(cell * 0.75f), hair));
        }

        if (!masked)
        {
            HairOf(b, o.Hair, o.HatKind.Length > 0 && o.HatKind != "crown", R, cell, hair, faceForms);
        }

        HeadExtras(b, o, request, faceForms, R, cell);
        int head = b.Part("head", Form.Join(faceForms).Scale(big), torso, new Vector3(0, headUp, 0.01f) * scale);
        b.Part("jaw", null, head, new Vector3(0, R * 0.5f, R * 0.2f) * scale);
        b.Anchor("head", head, new Vector3(0, R * 2.05f * big, 0) * scale);

        // Arms.
        const float UpperArm = 0.26f, LowerArm = 0.24f;
        float armR = 0.058f * bulk;
        Form upperArm = b.Paint(new Clay(0.03f).Bone(Vector3.Zero, new Vector3(0, -UpperArm, 0), armR * 1.18f, armR * 0.95f).ToForm(cell), o.Extra == "tank" ? skin : top);
        Form lowerArm = b.Paint(new Clay(0.03f).Bone(Vector3.Zero, new Vector3(0, -LowerArm, 0), armR * 0.97f, armR * (o.Extra == "robe" ? 1.5f : 0.82f)).ToForm(cell), o.ShortSleeves ? skin : top);
        Material glove = suit ? Finishes.Cloth(Colours.Hex(0xB8BEC4)) : armour ? top : o.Extra == "ninja" ? top : skin;
        Form hand = b.Paint(new Clay(0.025f).Ellipsoid(0, -0.05f, 0.005f, 0.036f, 0.055f, 0.045f).Bone(new Vector3(0, -0.03f, 0.03f), new Vector3(0, -0.06f, 0.058f), 0.017f, 0.015f).ToForm(cell * 0.62f), glove);
        foreach ((string side, float sign) in (ReadOnlySpan<(string, float)>)[("left", 1f), ("right", -1f)])
        {
            Form Sided(Form f) => sign > 0 ? f.Scale(scale) : f.MirrorX().Scale(scale);
            int ul = b.Part($"upper-leg-{side}", Sided(thigh), pelvis, new Vector3(sign * 0.092f * bulk, -0.04f, 0) * scale);
            int ll = b.Part($"lower-leg-{side}", Sided(shin), ul, new Vector3(0, -Thigh, 0) * scale);
            b.Part($"foot-{side}", Sided(foot), ll, new Vector3(0, -Shin + 0.04f, 0) * scale);
            int ua = b.Part($"upper-arm-{side}", Sided(upperArm), torso, new Vector3(sign * 0.215f * bulk, shoulderY - 0.05f, 0) * scale);
            int la = b.Part($"lower-arm-{side}", Sided(lowerArm), ua, new Vector3(0, -UpperArm, 0) * scale);
            Form held = Sided(hand);
            if (sign < 0 && Tool(b, o.Extra, request) is Form tool)
            {
                held = held.With(tool.Scale(scale));
            }

            int h = b.Part($"hand-{side}", held, la, new Vector3(0, -LowerArm, 0) * scale);
            b.Anchor($"hand-{side}", h, new Vector3(0, -0.06f, 0.02f) * scale);
        }

        float height = (HipY + 0.08f + headUp + (R * 2.05f * big)) * scale;
        return Rescaled(b, scale).Build(Substance.Flesh, 70 * scale * scale * scale, Rig.Biped, new CollisionShape.Capsule(0.25f * scale, height), new Vector3(0, height / 2, 0), o.Extra == "skates" ? 3.5f : 1.4f, friction: 0.7f, restitution: 0.05f);
    }

    // Parts above the arms and legs are modelled at adult size.
    private static PropBuilder Rescaled(PropBuilder b, float scale)
    {
        b.ScaleForms(["pelvis", "torso", "head"], scale);
        return b;
    }

    private static Outfit OutfitOf(PropRequest r, ref SeededRandom random)
    {
        uint Shade(params uint[] shades) => shades[(r.Index + (int)(r.Seed % 7)) % shades.Length];
        Outfit o = r.Concept switch
        {
            "astronaut" => new(0xE8EAEC, 0xE8EAEC) { Extra = "space", Shoes = 0x9AA2AA },
            "chef" => new(0xF4F2EC, 0x2E3238) { HatKind = "toque", Extra = "chef" },
            "knight" => new(0xB0B6BE, 0x9AA0A8) { Extra = "armour", Cloth = Finishes.Metal, Shoes = 0x70767E },
            "wizard" => new(0x3A3A8C, 0x2C2C6E) { HatKind = "pointed", Extra = "robe", Skirt = 0.8f, Beard = true },
            "witch" => new(0x2A2230, 0x1E1A24) { HatKind = "pointed", Extra = "robe", Skirt = 0.78f, Hair = Hair.Long, Woman = true },
            "detective" => new(0xB89A6A, 0x3A3632) { HatKind = "fedora", Extra = "trench", Skirt = 0.5f },
            "gymnast" => new(0x2E6AC8, 0xE8B690) { Extra = "tank", BareLegs = true, ShortSleeves = true, Hair = Hair.Bun, Woman = true, Shoes = 0xE8C8A8 },
            "skater" => new(0x7A3FC0, 0xE8C8A8) { Extra = "skates", Skirt = 0.26f, BareLegs = true, Hair = Hair.Bun, Woman = true },
            "dancer" => new(0xD8487A, 0xE8C8A8) { Skirt = 0.36f, BareLegs = true, Hair = Hair.Bun, Woman = true, ShortSleeves = true, Shoes = 0xE8A0A8 },
            "news-anchor" => new(0x1E2E5A, 0x22262E) { Extra = "suit" },
            "king" => new(0x9A1E2A, 0x4A1E3A) { HatKind = "crown", Extra = "robe", Skirt = 0.7f, Beard = true },
            "queen" => new(0x5A2A8C, 0x4A1E6A) { HatKind = "crown", Extra = "robe", Skirt = 0.8f, Hair = Hair.Long, Woman = true },
            "farmer" => new(0xB0483A, 0x3A5680) { HatKind = "straw" },
            "basketball-player" => new(0xE06A1E, 0xE06A1E) { Extra = "tank", ShortSleeves = true, Shoes = 0xF2F0EA },
            "footballer" or "runner" => new(0x2E7AC8, 0xF2F0EA) { ShortSleeves = true, BareLegs = true, Shoes = 0xE04A2A },
            "santa" => new(0xB8202A, 0xB8202A) { HatKind = "bobble", Hat = 0xB8202A, Beard = true, Extra = "coat", Skirt = 0.22f },
            "pirate" => new(0x7A2A2A, 0x2A2622) { HatKind = "fedora", Hat = 0x1A1614, Extra = "trench", Skirt = 0.4f },
            "doctor" => new(0xF2F4F4, 0x4A7A8A) { Extra = "trench", Skirt = 0.36f },
            "firefighter" => new(0xC8A02A, 0xC8A02A) { HatKind = "helmet", Hat = 0xC8281E },
            "police-officer" => new(0x22305A, 0x1E2844) { HatKind = "helmet", Hat = 0x22305A },
            "samurai" => new(0x8A1E22, 0x2A2A2E) { HatKind = "straw", Extra = "robe", Skirt = 0.5f },
            "ninja" => new(0x1E2026, 0x1E2026) { Extra = "ninja" },
            "woman" => new(Shade(0xC8506A, 0x2E8A8A, 0xE0A02E, 0x7A5AA8), Shade(0x2E3A5A, 0x4A4A4E)) { Woman = true, Hair = random.Chance(0.5f) ? Hair.Long : Hair.Bun },
            "girl" => new(Shade(0xE8788A, 0xF2C04A, 0x5AAFC8), 0x3A5A8C) { Woman = true, Child = true, Hair = Hair.Tails, Skirt = 0.26f, BareLegs = true },
            "boy" or "child" => new(Shade(0x2E8AC8, 0x46A85A, 0xE8743A), 0x4A4E5A) { Child = true, Hair = random.Chance(0.5f) ? Hair.Short : Hair.Curly, ShortSleeves = true },
            _ => new(Shade(0x2F6FB0, 0xB0483A, 0x4A7A5A, 0xC89A3A, 0x5A4A7A, 0xD8D2C4), Shade(0x2E3A52, 0x5A4A3A, 0x33363C)) { Hair = (Hair)random.NextIndex(4), Woman = r.Concept == "person" && random.Chance(0.5f) },
        };
        if (r.Has("raincoat"))
        {
            o = o with { Extra = "raincoat", Skirt = 0.42f, Top = 0xF2C21E, Shoes = 0xD8402E, HatKind = "hood", Cloth = Finishes.Plastic };
        }
        else if (r.Has("trench-coat"))
        {
            o = o with { Extra = "trench", Skirt = 0.5f, Top = 0xB89A6A };
        }
        else if (r.Has("dress"))
        {
            o = o with { Skirt = 0.55f, BareLegs = true };
        }
        else if (r.Has("suit"))
        {
            o = o with { Extra = "suit", Top = 0x22283A };
        }

        return r.Has("crown") ? o with { HatKind = "crown" } : r.Has("hat") && o.HatKind.Length == 0 ? o with { HatKind = "fedora", Hat = 0x5A4632 } : o;
    }

    private static void TorsoExtras(PropBuilder b, Outfit o, PropRequest request, List<Form> forms, float bulk, Material top, Material trim)
    {
        Material belt = Finishes.Leather(Colours.Hex(0x4A3020));
        Form waist = Shapes.Cylinder(0.152f * bulk, 0.05f, 24, 0.01f).Scale(1, 1, 0.8f).Move(0, -0.04f, 0);
        switch (o.Extra)
        {
            case "space":
                forms.Add(b.Paint(Shapes.RoundedBox(0.34f, 0.46f, 0.18f, 0.05f, 2).Move(0, 0.3f, -0.2f), Finishes.Plastic(Colours.Hex(0xC8CCD0))));
                forms.Add(b.Paint(Shapes.RoundedBox(0.2f, 0.13f, 0.07f, 0.02f).Move(0, 0.28f, 0.145f), Finishes.Plastic(Colours.Hex(0x8A929A))));
                forms.Add(b.Paint(Shapes.Sphere(0.016f, 1).Move(0.05f, 0.3f, 0.185f), Finishes.Glow(new Vector3(1, 0.15f, 0.1f), 1.5f)).With(b.Paint(Shapes.Sphere(0.016f, 1).Move(0, 0.3f, 0.185f), Finishes.Glow(new Vector3(0.2f, 0.6f, 1f), 1.5f))));
                forms.Add(b.Paint(Shapes.Torus(0.13f, 0.035f, 24, 8).Move(0, 0.51f, 0.01f), Finishes.Metal(Colours.Hex(0xB8BEC4))));
                forms.Add(b.Paint(Sweeps.Tube(Splines.Through([new(-0.08f, 0.26f, 0.17f), new(-0.2f, 0.16f, 0.14f), new(-0.2f, 0.2f, -0.12f)], 5), 0.022f, 7), Finishes.Rubber(Colours.Hex(0xC8482E))));
                break;
            case "armour":
                forms.Add(b.Paint(Shapes.Ellipsoid(0.24f, 0.2f, 0.24f, 2).Move(0.2f * bulk, 0.47f, 0).BothSidesX(), top));
                forms.Add(b.Paint(Shapes.RoundedBox(0.22f, 0.62f, 0.02f, 0.01f).Move(0, 0.12f, 0.148f), request.Second(0xA8242E, Finishes.Cloth)));
                forms.Add(b.Paint(waist.Scale(1.08f), belt));
                forms.Add(b.Paint(Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * (0.36f + (0.22f * v)), 0.46f - (0.95f * v), -0.16f - (0.1f * v) - (0.02f * MathF.Sin(u * 16))), 10, 8), request.Second(0xA8242E, Finishes.Canvas)));
                break;
            case "chef":
                for (int i = 0; i < 3; i++)
                {
                    forms.Add(b.Paint(Shapes.Sphere(0.014f, 1).Move(0.05f, 0.18f + (i * 0.09f), 0.128f + (i == 0 ? 0.0f : 0.012f)).BothSidesX(), Finishes.Plastic(Colours.Hex(0x2A2C30))));
                }

                forms.Add(b.Paint(Shapes.Torus(0.075f, 0.028f, 20, 8).Move(0, 0.52f, 0.005f).With(Shapes.Cone(0.05f, 0.13f, 8).RotateX(195).Move(0, 0.54f, 0.1f)), request.Second(0xC8302A, Finishes.Cloth)));
                break;
            case "trench" or "raincoat" or "coat":
                forms.Add(b.Paint(Shapes.RoundedBox(0.025f, 0.52f, 0.02f, 0.008f).Move(0, 0.2f, 0.132f), top with { BaseColour = top.BaseColour * 0.7f }));
                for (int i = 0; i < 4; i++)
                {
                    forms.Add(b.Paint(Shapes.Sphere(0.014f, 1).Move(0.045f, 0.05f + (i * 0.11f), 0.125f + (0.006f * i)), Finishes.Plastic(Colours.Hex(0x3A2A1C))));
                }

                forms.Add(b.Paint(Form.Join(Shapes.RoundedBox(0.1f, 0.17f, 0.022f, 0.008f).RotateZ(28).Move(0.075f, 0.44f, 0.115f).BothSidesX(), Shapes.Torus(0.09f, 0.026f, 20, 8).Move(0, 0.5f, -0.005f)), top));
                if (o.Extra == "trench")
                {
                    forms.Add(b.Paint(waist, top with { BaseColour = top.BaseColour * 0.75f }));
                }

                break;
            case "suit":
                forms.Add(b.Paint(Sweeps.Extrude([new(-0.055f, 0.5f), new(0, 0.16f), new(0.055f, 0.5f)], 0.02f).Move(0, 0, 0.118f), Finishes.Cloth(Colours.Hex(0xF2F0EC))));
                forms.Add(b.Paint(Sweeps.Extrude([new(-0.018f, 0.47f), new(-0.026f, 0.24f), new(0, 0.2f), new(0.026f, 0.24f), new(0.018f, 0.47f)], 0.016f).Move(0, 0, 0.132f), request.Second(0xB8242E, Finishes.Satin)));
                break;
            case "robe":
                forms.Add(b.Paint(waist.Scale(1.04f), trim));
                forms.Add(b.Paint(Shapes.Torus(0.1f, 0.028f, 20, 8).Move(0, 0.49f, 0), trim));
                break;
            default:
                forms.Add(b.Paint(Shapes.Torus(0.068f, 0.016f, 20, 6).Move(0, 0.515f, 0.005f), top with { BaseColour = top.BaseColour * 0.75f }));
                if (o.Skirt == 0)
                {
                    forms.Add(b.Paint(waist, belt));
                }

                break;
        }
    }

    private static void HairOf(PropBuilder b, Hair style, bool hatted, float r, float cell, Material hair, List<Form> forms)
    {
        if (style == Hair.Bald)
        {
            return;
        }

        Clay c = new Clay(0.04f).Ellipsoid(0, r * 1.28f, -r * 0.14f, r * 1.0f, r * (hatted ? 0.8f : 0.88f), r * 1.0f).CutEllipsoid(0, r * 0.72f, r * 0.82f, r * 0.86f, r * 0.85f, r * 0.75f).CutBlock(new Vector3(0, -r * 0.1f, 0), new Vector3(r * 2, r * 0.62f, r * 2), 0.02f);
        switch (style)
        {
            case Hair.Long:
                c.Blend(0.05f).Bone(new Vector3(r * 0.62f, r * 1.0f, -r * 0.42f), new Vector3(r * 0.6f, -r * 0.5f, -r * 0.42f), r * 0.42f, r * 0.26f).Bone(new Vector3(-r * 0.62f, r * 1.0f, -r * 0.42f), new Vector3(-r * 0.6f, -r * 0.5f, -r * 0.42f), r * 0.42f, r * 0.26f).Bone(new Vector3(0, r, -r * 0.62f), new Vector3(0, -r * 0.6f, -r * 0.62f), r * 0.45f, r * 0.3f);
                break;
            case Hair.Bun:
                c.Ball(0, r * 1.75f, -r * 0.75f, r * 0.42f);
                break;
            case Hair.Curly:
                for (int i = 0; i < 11; i++)
                {
                    float a = i * 2.4f, y = 1.25f + (0.8f * (i / 11f));
                    c.Blend(0.02f).Ball(MathF.Cos(a) * r * 0.72f * (1.9f - (0.75f * y)) * 1.2f, r * y, (MathF.Sin(a) * r * 0.68f * (1.9f - (0.75f * y)) * 1.2f) - (r * 0.22f), r * 0.4f);
                }

                break;
            case Hair.Tails:
                c.Blend(0.03f).Bone(new Vector3(r * 0.95f, r * 1.25f, -r * 0.25f), new Vector3(r * 1.35f, r * 0.2f, -r * 0.3f), r * 0.36f, r * 0.14f).Bone(new Vector3(-r * 0.95f, r * 1.25f, -r * 0.25f), new Vector3(-r * 1.35f, r * 0.2f, -r * 0.3f), r * 0.36f, r * 0.14f);
                break;
        }

        forms.Add(b.Paint(c.ToForm(cell * 0.8f), hair));
    }

    private static void HeadExtras(PropBuilder b, Outfit o, PropRequest request, List<Form> forms, float r, float cell)
    {
        Vector3 hat = o.Hat is uint rgb ? Colours.Hex(rgb) : request.ColourAt(0) ?? Colours.Hex(o.Top);
        Form? worn = o.HatKind switch
        {
            "toque" => Hats.Toque(b, r * 0.92f).Move(0, r * 1.7f, -r * 0.05f),
            "pointed" => Hats.Pointed(b, r * 0.95f, hat).RotateX(-8).Move(0, r * 1.55f, -r * 0.1f),
            "fedora" => Hats.Fedora(b, r * 0.98f, hat).RotateX(4).Move(0, r * 1.55f, 0),
            "crown" => Hats.Crown(b, r * 0.8f).Move(0, r * 1.95f, 0),
            "straw" => Hats.Straw(b, r * 0.95f).Move(0, r * 1.68f, 0),
            "bobble" => Hats.Bobble(b, r * 0.98f, hat).Move(0, r * 1.6f, -r * 0.05f),
            "helmet" => b.Paint(Lathes.TurnCurve([new(0, r * 0.72f), new(r * 0.7f, r * 0.5f), new(r * 1.05f, 0), new(r * 1.3f, -r * 0.1f), new(r * 1.28f, -r * 0.16f), new(0, -r * 0.16f)], 3, 24).InsideOut(), Finishes.Lacquer(hat)).Move(0, r * 1.62f, 0),
            "hood" => b.Paint(new Clay(0.04f).Ellipsoid(0, r * 1.15f, -r * 0.12f, r * 1.16f, r * 1.22f, r * 1.12f).CutEllipsoid(0, r * 0.95f, r * 0.95f, r * 0.82f, r * 0.98f, r * 0.95f).ToForm(cell * 0.8f), request.Main(o.Top, o.Cloth)),
            _ => null,
        };
        if (worn is not null)
        {
            forms.Add(worn);
        }

        switch (o.Extra)
        {
            case "space":
                forms.Add(b.Paint(new Clay(0.03f).Ellipsoid(0, r * 1.0f, -r * 0.1f, r * 1.5f, r * 1.5f, r * 1.48f).CutEllipsoid(0, r * 1.05f, r * 1.1f, r * 1.08f, r * 0.95f, r * 0.95f).ToForm(cell), request.Main(o.Top, Finishes.Plastic)));
                forms.Add(b.Paint(Shapes.Ellipsoid(r * 2.3f, r * 2.15f, r * 2.3f, 3).Move(0, r * 1.03f, r * 0.16f), Finishes.Chrome(Colours.Hex(0xE0A030)) with { BaseColour = Colours.Hex(0xC88A28), Roughness = 0.08f }));
                break;
            case "armour":
                Material steel = request.Main(o.Top, Finishes.Metal);
                forms.Add(b.Paint(new Clay(0.03f).Ellipsoid(0, r * 1.05f, 0, r * 1.18f, r * 1.3f, r * 1.2f).Bone(new Vector3(0, r * 0.95f, r * 0.9f), new Vector3(0, r * 0.55f, r * 1.12f), r * 0.35f, r * 0.3f).CutBlock(new Vector3(0, -r * 0.5f, 0), new Vector3(r * 2, r * 0.5f, r * 2), 0).ToForm(cell * 0.8f), steel));
                forms.Add(b.Paint(Shapes.RoundedBox(r * 1.7f, r * 0.16f, r * 0.5f, r * 0.05f).Move(0, r * 1.22f, r * 1.0f), Finishes.Matt(Colours.Hex(0x0A0A0C))));
                forms.Add(b.Paint(Sweeps.Tube(Splines.Through([new(0, r * 2.25f, 0), new(0, r * 2.75f, -r * 0.4f), new(0, r * 2.5f, -r * 1.2f), new(0, r * 1.6f, -r * 1.7f)], 4), t => r * 0.32f * MathF.Sin(MathF.PI * (0.15f + (0.75f * t))), 9), request.Second(0xA8242E, Finishes.Fur)));
                break;
            case "ninja":
                forms.Add(b.Paint(new Clay(0.03f).Ellipsoid(0, r * 1.05f, 0, r * 1.04f, r * 1.16f, r * 1.06f).CutBlock(new Vector3(0, r * 1.12f, r * 1.0f), new Vector3(r * 0.8f, r * 0.22f, r * 0.5f), 0.01f).ToForm(cell * 0.7f), request.Main(o.Top, Finishes.Cloth)));
                break;
        }
    }

    private static Form? Tool(PropBuilder b, string extra, PropRequest request) => extra switch
    {
        "chef" => b.Paint(Lathes.Turn([new(0, 0), new(0.1f, 0), new(0.13f, 0.035f), new(0.125f, 0.035f), new(0.097f, 0.006f), new(0, 0.006f)], 24, 40).RotateX(90).Move(0, -0.33f, 0).RotateX(-90).Move(0, -0.06f, 0.0f).With(Sweeps.Bar(new Vector3(0, -0.05f, 0.02f), new Vector3(0, -0.05f, 0.24f), 0.012f)), Finishes.Iron(Colours.Hex(0x2A2C30))),
        "robe" when request.Concept is "wizard" or "witch" => b.Paint(Sweeps.Bar(new Vector3(0, -0.75f, 0.03f), new Vector3(0, 0.85f, 0.03f), 0.018f, 8), Finishes.Wood(Colours.Hex(0x6A4628))).With(b.Paint(Shapes.Sphere(0.065f, 3).Move(0, 0.92f, 0.03f), Finishes.Glow(new Vector3(0.45f, 0.75f, 1f), 3))),
        "armour" => b.Paint(Sweeps.Extrude([new(-0.022f, 0), new(0.022f, 0), new(0.018f, 0.75f), new(0, 0.82f), new(-0.018f, 0.75f)], 0.012f, 0.004f), Finishes.Chrome(Colours.Hex(0xD8DCE0))).With(b.Paint(Shapes.RoundedBox(0.2f, 0.03f, 0.03f, 0.01f).With(Shapes.Cylinder(0.014f, 0.14f, 8).Move(0, -0.15f, 0), Shapes.Sphere(0.024f, 2).Move(0, -0.16f, 0)), Finishes.Metal(Colours.Hex(0xC89A3A)))).RotateX(78).Move(0, -0.055f, 0.1f),
        _ => null,
    };
}
