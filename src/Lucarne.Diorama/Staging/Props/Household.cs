using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Things of kitchen, living room and bath.</summary>
internal static class Household
{
    /// <summary>A vase, with flowers when the prompt asks for them.</summary>
    public static Prop Vase(PropRequest request)
    {
        PropBuilder b = new(request);
        Form vase = Lathes.TurnCurve([new(0, 0), new(0.06f, 0), new(0.075f, 0.02f), new(0.115f, 0.12f), new(0.1f, 0.2f), new(0.045f, 0.27f), new(0.05f, 0.31f), new(0.062f, 0.325f), new(0.05f, 0.318f), new(0.036f, 0.27f), new(0.06f, 0.2f), new(0, 0.16f)], 3, 28);
        Material glaze = request.Main(0x2F6E9C, Finishes.Ceramic);
        List<Form> all = [b.Paint(vase, glaze), b.Paint(Shapes.Torus(0.108f, 0.006f, 28, 6).Move(0, 0.155f, 0).With(Shapes.Torus(0.1165f, 0.005f, 28, 6).Move(0, 0.12f, 0)), request.Second(0xF0E8D8, Finishes.Ceramic))];
        if (request.Is("flowers", "flower"))
        {
            for (int i = 0; i < 7; i++)
            {
                Vector3 tip = new(0.12f * MathF.Cos(i * 2.4f), 0.5f + (0.03f * (i % 3)), 0.12f * MathF.Sin(i * 2.4f));
                all.Add(b.Paint(Sweeps.Tube(Splines.Through([new(0, 0.25f, 0), tip * new Vector3(0.4f, 0.8f, 0.4f), tip], 3), 0.005f, 5), Finishes.Stem(Colours.Hex(0x4A7E34)) with { Sway = 0 }));
                all.Add(b.Paint(Shapes.Sphere(0.035f, 2).Roughen(0.012f, 0.02f, (uint)i).Move(tip), Finishes.Wax(Colours.FromPalette(i))));
            }
        }

        b.Part("body", Form.Join(all));
        return b.Build(Substance.Ceramic, 1.1f, collision: new CollisionShape.Cylinder(0.1f, 0.325f), restOffset: new Vector3(0, 0.1625f, 0));
    }

    /// <summary>A bottle with a cork.</summary>
    public static Prop Bottle(PropRequest request)
    {
        PropBuilder b = new(request);
        Form glass = Lathes.TurnCurve([new(0, 0.006f), new(0.034f, 0), new(0.039f, 0.008f), new(0.039f, 0.17f), new(0.034f, 0.2f), new(0.015f, 0.235f), new(0.0145f, 0.29f), new(0.017f, 0.295f), new(0, 0.298f)], 3, 24);
        Form label = Shapes.Cylinder(0.0395f, 0.075f, 24).Move(0, 0.06f, 0);
        b.Part("body", b.Paint(label, Finishes.Paper(Colours.Hex(0xEFE6D0))).With(b.Paint(glass, request.Main(0x2F6B45, Finishes.Glass) with { Transmission = 0.55f }), b.Paint(Shapes.Cylinder(0.0125f, 0.03f, 12).Move(0, 0.285f, 0), Finishes.Matt(Colours.Hex(0xB08A5A)))));
        return b.Build(Substance.Glass, 0.8f, collision: new CollisionShape.Cylinder(0.039f, 0.31f), restOffset: new Vector3(0, 0.155f, 0), floatDraught: 0.12f);
    }

    /// <summary>A cup of coffee on its saucer.</summary>
    public static Prop Cup(PropRequest request)
    {
        PropBuilder b = new(request);
        Form cup = Lathes.TurnCurve([new(0, 0.008f), new(0.024f, 0.008f), new(0.03f, 0.018f), new(0.041f, 0.05f), new(0.043f, 0.078f), new(0.041f, 0.079f), new(0.038f, 0.05f), new(0.026f, 0.02f), new(0, 0.016f)], 3, 28);
        Form saucer = Lathes.TurnCurve([new(0, 0), new(0.035f, 0), new(0.066f, 0.01f), new(0.07f, 0.013f), new(0.064f, 0.012f), new(0.034f, 0.006f), new(0, 0.006f)], 2, 28);
        Form ear = Sweeps.Tube(Splines.Through([new(0.038f, 0.066f, 0), new(0.062f, 0.066f, 0), new(0.064f, 0.04f, 0), new(0.036f, 0.032f, 0)], 4), 0.0048f, 7);
        b.Part("body", b.Paint(Form.Join(cup, saucer, ear), request.Main(0xE8E2D4, Finishes.Ceramic)).With(b.Paint(Shapes.Cylinder(0.0385f, 0.003f, 24).Move(0, 0.06f, 0), Finishes.Lacquer(Colours.Hex(0x3A2010)))));
        b.Emit(EmitterKind.Steam, 0, new Vector3(0, 0.085f, 0), 0.15f, 0.015f);
        return b.Build(Substance.Ceramic, 0.3f, collision: new CollisionShape.Cylinder(0.045f, 0.079f), restOffset: new Vector3(0, 0.04f, 0));
    }

    /// <summary>An apple, an orange, a pear, a lemon or a tomato by its concept.</summary>
    public static Prop Fruit(PropRequest request)
    {
        PropBuilder b = new(request);
        (uint rgb, Vector2[] outline) = request.Concept switch
        {
            "orange" => (0xF0821Eu, new Vector2[] { new(0, 0), new(0.02f, 0.001f), new(0.04f, 0.025f), new(0.037f, 0.055f), new(0.014f, 0.074f), new(0, 0.073f) }),
            "pear" => (0xC2BE3Au, [new(0, 0.004f), new(0.02f, 0.001f), new(0.04f, 0.03f), new(0.032f, 0.062f), new(0.018f, 0.088f), new(0.008f, 0.1f), new(0, 0.099f)]),
            "lemon" => (0xF4D62Eu, [new(0, 0), new(0.007f, 0.006f), new(0.026f, 0.022f), new(0.03f, 0.042f), new(0.02f, 0.064f), new(0.006f, 0.076f), new(0, 0.08f)]),
            "tomato" => (0xD2301Eu, [new(0, 0.003f), new(0.02f, 0), new(0.041f, 0.025f), new(0.034f, 0.052f), new(0.012f, 0.056f), new(0, 0.052f)]),
            "pumpkin" => (0xE07A1Eu, [new(0, 0.01f), new(0.06f, 0), new(0.15f, 0.08f), new(0.13f, 0.19f), new(0.05f, 0.21f), new(0, 0.19f)]),
            "watermelon" => (0x3E7A3Au, [new(0, 0), new(0.06f, 0.008f), new(0.125f, 0.09f), new(0.125f, 0.15f), new(0.06f, 0.235f), new(0, 0.24f)]),
            _ => (0xC4231Eu, [new(0, 0.008f), new(0.014f, 0.001f), new(0.032f, 0.014f), new(0.041f, 0.042f), new(0.034f, 0.066f), new(0.014f, 0.072f), new(0, 0.062f)]),
        };
        Form flesh = Lathes.TurnCurve(outline, 3, 24);
        if (request.Concept == "pumpkin")
        {
            flesh = flesh.Displace(p => p * new Vector3(1 - (0.09f * MathF.Pow(MathF.Abs(MathF.Cos(MathF.Atan2(p.Z, p.X) * 5)), 6)), 1, 1 - (0.09f * MathF.Pow(MathF.Abs(MathF.Cos(MathF.Atan2(p.Z, p.X) * 5)), 6))), 80);
        }

        Material skin = request.Main(rgb, c => Finishes.Lacquer(c) with { Subsurface = 0.3f, Clearcoat = 0.5f });
        if (request.Concept == "watermelon")
        {
            skin = skin with { SecondColour = Colours.Hex(0x1E4A26), Pattern = SurfacePattern.Marble, PatternScaleM = 0.08f };
        }
        else if (request.Concept is "orange" or "lemon")
        {
            skin = skin with { SecondColour = skin.BaseColour * 0.85f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.004f, Relief = 0.3f };
        }

        float top = outline[^1].Y, wide = outline.Max(p => p.X);
        List<Form> all = [b.Paint(flesh, skin), b.Paint(Sweeps.Tube([new(0, top - 0.006f, 0), new(0.002f, top + 0.012f, 0), new(0.006f, top + 0.022f, 0.002f)], wide * 0.05f, 6), Finishes.Bark(Colours.Hex(0x4A3420)) with { PatternScaleM = 0.01f, Sway = 0 })];
        if (request.Concept is "apple" or "pear")
        {
            all.Add(b.Paint(Sweeps.Sheet((u, v) => new Vector3(0.003f + (v * 0.034f), top + 0.016f + (0.01f * MathF.Sin(v * 2.4f)), (u - 0.5f) * 0.022f * MathF.Sin(MathF.PI * v)), 3, 5), Finishes.Leaf(Colours.Hex(0x4E8A34)) with { Sway = 0, PatternScaleM = 0.05f }));
        }

        b.Part("body", Form.Join(all));
        return b.Build(Substance.Food, 0.9f * wide * wide * wide * 4200, collision: new CollisionShape.Sphere(wide * 0.97f), restOffset: new Vector3(0, top * 0.5f, 0), floatDraught: wide * 0.6f, friction: 0.45f, restitution: 0.3f);
    }

    /// <summary>A wicker basket.</summary>
    public static Prop Basket(PropRequest request)
    {
        PropBuilder b = new(request);
        Material wicker = request.Main(0xB4824A, Finishes.Straw) with { Pattern = SurfacePattern.Fabric, PatternScaleM = 0.03f };
        List<Form> all = [Lathes.Turn([new(0, 0), new(0.15f, 0), new(0.2f, 0.17f), new(0.185f, 0.17f), new(0.137f, 0.015f), new(0, 0.015f)], 28, 35)];
        for (int i = 0; i < 7; i++)
        {
            all.Add(Shapes.Torus(float.Lerp(0.152f, 0.2f, i / 6f), 0.0085f, 28, 6).Move(0, 0.012f + (i * 0.0262f), 0));
        }

        all.Add(Sweeps.Tube([.. Enumerable.Range(0, 17).Select(i => new Vector3(-0.195f * MathF.Cos(MathF.PI * i / 16), 0.165f + (0.2f * MathF.Sin(MathF.PI * i / 16)), 0))], 0.011f, 7));
        b.Part("body", b.Paint(Form.Join(all), wicker));
        b.Anchor("inside", 0, new Vector3(0, 0.03f, 0), 0.1f, 0.1f);
        return b.Build(Substance.Wood, 0.6f, collision: new CollisionShape.Cylinder(0.2f, 0.18f), restOffset: new Vector3(0, 0.09f, 0), floatDraught: 0.05f);
    }

    /// <summary>A closed book.</summary>
    public static Prop Book(PropRequest request)
    {
        PropBuilder b = new(request);
        Form cover = Form.Join(Shapes.RoundedBox(0.16f, 0.005f, 0.23f, 0.002f).Move(0, 0.0025f, 0), Shapes.RoundedBox(0.16f, 0.005f, 0.23f, 0.002f).Move(0, 0.0345f, 0), Shapes.RoundedBox(0.006f, 0.037f, 0.23f, 0.002f).Move(-0.08f, 0.0185f, 0));
        Form pages = Shapes.Box(0.152f, 0.029f, 0.22f).Move(0, 0.0185f, 0), bands = Shapes.Box(0.007f, 0.0374f, 0.008f).Move(-0.0803f, 0.0185f, 0.07f);
        b.Part("body", Form.Join(b.Paint(cover, request.Main(((uint[])[0x8C2A2A, 0x2A4A6E, 0x3A5E3E, 0x5A3A5E])[request.Index % 4], Finishes.Leather)), b.Paint(pages, Finishes.Paper(Colours.Hex(0xF0E8D4)) with { TwoSided = false }), b.Paint(bands.With(bands.Move(0, 0, -0.14f), Shapes.Box(0.09f, 0.001f, 0.09f).Move(0, 0.0372f, 0)), Finishes.Metal(Colours.Hex(0xD0A044)))));
        return b.Build(Substance.Paper, 0.6f);
    }

    /// <summary>A bookshelf filled with books; its top and shelves carry things.</summary>
    public static Prop Bookshelf(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        const float W = 1.1f, H = 1.9f, D = 0.3f;
        Material wood = request.Main(0x7A4E2C, Finishes.Wood);
        List<Form> frame = [Shapes.RoundedBox(0.035f, H, D, 0.006f).Move((W / 2) - 0.0175f, H / 2, 0).BothSidesX(), Shapes.Box(W - 0.04f, H - 0.06f, 0.012f).Move(0, H / 2, (-D / 2) + 0.01f)];
        List<Form> books = [];
        for (int shelf = 0; shelf <= 5; shelf++)
        {
            float y = 0.08f + (shelf * 0.36f);
            frame.Add(Shapes.RoundedBox(shelf == 5 ? W + 0.04f : W - 0.06f, 0.03f, D, 0.006f).Move(0, y, 0));
            float x = -0.5f;
            while (shelf < 5 && x < 0.46f)
            {
                float w = random.Next(0.022f, 0.05f), h = random.Next(0.2f, 0.3f);
                if (random.Chance(0.1f))
                {
                    x += random.Next(0.04f, 0.12f);
                    continue;
                }

                Form book = Shapes.Box(w - 0.003f, h, 0.2f).RotateZ(random.Chance(0.08f) ? -9 : 0).Move(x + (w / 2), y + 0.017f + (h / 2), random.Next(-0.03f, 0.02f));
                books.Add(b.Paint(book, Finishes.Leather(Colours.Hex(((uint[])[0x8C2A2A, 0x2A4A6E, 0x3A5E3E, 0x5A3A5E, 0xB08A3A, 0x3A3A40, 0xC8B89A, 0x9A5A2A])[random.NextIndex(8)]))));
                x += w;
            }

            b.Anchor(shelf == 5 ? "top" : "shelf", 0, new Vector3(shelf == 5 ? 0 : 0.4f, y + 0.017f, 0.05f), shelf == 5 ? 0.5f : 0.08f, 0.1f);
        }

        b.Part("body", Form.Join([b.Paint(Form.Join(frame), wood), .. books]));
        return b.Build(Substance.Wood, 70);
    }

    /// <summary>A table.</summary>
    public static Prop Table(PropRequest request)
    {
        PropBuilder b = new(request);
        List<Form> forms = [Shapes.RoundedBox(1.5f, 0.045f, 0.85f, 0.015f, 2).Move(0, 0.7275f, 0), Shapes.RoundedBox(1.34f, 0.09f, 0.7f, 0.01f).Move(0, 0.66f, 0)];
        Form leg = Lathes.TurnCurve([new(0, 0), new(0.025f, 0), new(0.028f, 0.05f), new(0.034f, 0.3f), new(0.028f, 0.5f), new(0.042f, 0.56f), new(0.042f, 0.66f), new(0, 0.66f)], 2, 12).Move(0.64f, 0, 0.33f);
        forms.Add(leg.BothSidesX().BothSidesZ());
        b.Part("body", b.Paint(Form.Join(forms), request.Main(0x9A683C, Finishes.Wood)));
        b.Anchor("top", 0, new Vector3(0, 0.75f, 0), 0.7f, 0.38f);
        return b.Build(Substance.Wood, 25);
    }

    /// <summary>A chair with a slatted back.</summary>
    public static Prop Chair(PropRequest request)
    {
        PropBuilder b = new(request);
        List<Form> forms = [Shapes.RoundedBox(0.42f, 0.035f, 0.42f, 0.014f, 2).Move(0, 0.45f, 0)];
        forms.Add(Shapes.Frustum(0.016f, 0.022f, 0.44f, 10).Move(0.17f, 0, 0.17f).BothSidesX());
        forms.Add(Sweeps.Tube([new(0.17f, 0, -0.18f), new(0.17f, 0.45f, -0.18f), new(0.17f, 0.72f, -0.2f), new(0.17f, 0.96f, -0.25f)], 0.02f, 9).BothSidesX());
        forms.Add(Shapes.RoundedBox(0.38f, 0.08f, 0.022f, 0.008f).RotateX(-10).Move(0, 0.92f, -0.238f));
        forms.Add(Shapes.RoundedBox(0.34f, 0.05f, 0.02f, 0.006f).RotateX(-6).Move(0, 0.6f, -0.188f));
        for (int i = -2; i <= 2; i++)
        {
            forms.Add(Sweeps.Bar(new Vector3(i * 0.065f, 0.6f, -0.19f), new Vector3(i * 0.065f, 0.9f, -0.235f), 0.009f, 6));
        }

        forms.Add(Sweeps.Bar(new Vector3(-0.17f, 0.2f, 0.17f), new Vector3(0.17f, 0.2f, 0.17f), 0.011f, 6));
        b.Part("body", b.Paint(Form.Join(forms), request.Main(0x8A5C34, Finishes.Wood)));
        b.Anchor("seat", 0, new Vector3(0, 0.47f, 0.02f), 0.18f, 0.18f);
        return b.Build(Substance.Wood, 6);
    }

    /// <summary>A table lamp, lit.</summary>
    public static Prop Lamp(PropRequest request)
    {
        PropBuilder b = new(request);
        Form foot = Lathes.TurnCurve([new(0, 0), new(0.085f, 0), new(0.09f, 0.02f), new(0.03f, 0.05f), new(0.05f, 0.14f), new(0.06f, 0.2f), new(0.02f, 0.28f), new(0.012f, 0.36f), new(0, 0.36f)], 3, 22);
        Form shade = Lathes.Turn([new(0.17f, 0.32f), new(0.11f, 0.54f)], 28);
        int body = b.Part("body", b.Paint(foot, request.Main(0x3E7A82, Finishes.Ceramic)));
        Vector3 warm = new(1f, 0.7f, 0.38f);
        b.Part("shade", b.Paint(shade, request.Second(0xF4E2BE, Finishes.Canvas) with { Emission = warm * (request.Dark ? 2.2f : 0.9f) }), body, castsShadow: false);
        b.Light(body, new Vector3(0, 0.42f, 0), warm * 2.6f, 5);
        return b.Build(Substance.Ceramic, 2, collision: new CollisionShape.Cylinder(0.12f, 0.54f), restOffset: new Vector3(0, 0.27f, 0));
    }

    /// <summary>A claw-foot bathtub full of water.</summary>
    public static Prop Bathtub(PropRequest request)
    {
        PropBuilder b = new(request);
        Form tub = Lathes.TurnCurve([new(0, 0.12f), new(0.25f, 0.13f), new(0.36f, 0.24f), new(0.41f, 0.56f), new(0.45f, 0.6f), new(0.45f, 0.62f), new(0.4f, 0.6f), new(0.36f, 0.5f), new(0.31f, 0.26f), new(0.2f, 0.18f), new(0, 0.17f)], 3, 36).Scale(1.9f, 1, 1);
        Form feet = Sweeps.Tube(Splines.Through([new(0.5f, 0.2f, 0.2f), new(0.6f, 0.12f, 0.27f), new(0.58f, 0.03f, 0.27f), new(0.64f, 0.02f, 0.3f)], 4), t => 0.035f + (0.012f * t), 8).BothSidesX().BothSidesZ();
        Form tap = Sweeps.Tube(Splines.Through([new(0.78f, 0.55f, 0), new(0.78f, 0.85f, 0), new(0.66f, 0.92f, 0), new(0.58f, 0.82f, 0)], 5), 0.022f, 10).With(Shapes.Capsule(0.02f, 0.12f, 10, 2).RotateX(90).Move(0.78f, 0.75f, -0.06f));
        b.Part("body", Form.Join(b.Paint(tub, request.Main(0xF4F2EE, Finishes.Ceramic)), b.Paint(feet.With(tap), Finishes.Metal(Colours.Hex(0xD0A050)))));
        b.Anchor("inside", 0, new Vector3(0, 0.5f, 0), 0.55f, 0.25f);
        return b.Build(Substance.Ceramic, 90);
    }

    /// <summary>A chess piece: king, queen, bishop, knight, rook or pawn by its concept.</summary>
    public static Prop Chess(PropRequest request)
    {
        PropBuilder b = new(request);
        Material skin = request.Main(request.Index % 2 == 0 ? 0xE8D8B8u : 0x2A1C16u, c => Finishes.Wood(c) with { PatternScaleM = 0.04f, Clearcoat = 0.7f, Roughness = 0.3f });
        float h = request.Concept switch { "chess-king" => 0.095f, "chess-queen" => 0.085f, "chess-bishop" => 0.073f, "chess-knight" => 0.066f, "chess-rook" => 0.056f, _ => 0.05f };
        Vector2[] foot = [new(0, 0), new(0.019f, 0), new(0.0195f, 0.005f), new(0.016f, 0.009f), new(0.0165f, 0.013f), new(0.0105f, 0.02f), new(0.0075f, h * 0.55f), new(0.0115f, h * 0.62f), new(0.012f, h * 0.645f), new(0.007f, h * 0.67f)];
        Vector2[] head = request.Concept switch
        {
            "chess-king" or "chess-queen" => [new(0.0075f, h * 0.7f), new(0.0125f, h * 0.88f), new(0.011f, h * 0.9f), new(0.006f, h * 0.92f), new(0, h * 0.93f)],
            "chess-bishop" => [new(0.007f, h * 0.7f), new(0.0105f, h * 0.79f), new(0.006f, h * 0.92f), new(0, h * 0.95f)],
            "chess-rook" => [new(0.008f, h * 0.7f), new(0.0135f, h * 0.75f), new(0.0135f, h), new(0.009f, h), new(0.009f, h * 0.92f), new(0, h * 0.92f)],
            "chess-knight" => [new(0.006f, h * 0.69f), new(0, h * 0.7f)],
            _ => [new(0.006f, h * 0.68f), new(0.0115f, h * 0.82f), new(0.008f, h * 0.95f), new(0, h)],
        };
        List<Form> all = [Lathes.TurnCurve([.. foot, .. head], 3, 24)];
        switch (request.Concept)
        {
            case "chess-king":
                all.Add(Shapes.RoundedBox(0.0036f, 0.016f, 0.0036f, 0.001f).Move(0, h * 0.98f, 0).With(Shapes.RoundedBox(0.0105f, 0.0036f, 0.0036f, 0.001f).Move(0, h * 0.985f, 0)));
                break;
            case "chess-queen":
                for (int i = 0; i < 8; i++)
                {
                    all.Add(Shapes.Sphere(0.0026f, 1).Move(0.0115f, h * 0.905f, 0).RotateY(45 * i));
                }

                all.Add(Shapes.Sphere(0.0036f, 2).Move(0, h * 0.955f, 0));
                break;
            case "chess-bishop":
                all.Add(Shapes.Sphere(0.0028f, 2).Move(0, h * 0.965f, 0));
                break;
            case "chess-knight":
                all.Add(new Clay(0.006f).Bone(new Vector3(0, h * 0.62f, -0.003f), new Vector3(0, h * 0.95f, 0.001f), 0.0095f, 0.007f).Bone(new Vector3(0, h * 0.97f, 0.001f), new Vector3(0, h * 0.84f, 0.016f), 0.007f, 0.005f).Ball(0.004f, h * 1.05f, -0.003f, 0.0024f).Ball(-0.004f, h * 1.05f, -0.003f, 0.0024f).ToForm(0.0025f));
                break;
        }

        b.Part("body", b.Paint(Form.Join(all), skin));
        return b.Build(Substance.Wood, 0.03f, collision: new CollisionShape.Cylinder(0.019f, h), restOffset: new Vector3(0, h / 2, 0));
    }

    /// <summary>A pancake.</summary>
    public static Prop Pancake(PropRequest request)
    {
        PropBuilder b = new(request);
        Form disc = Lathes.TurnCurve([new(0, 0), new(0.085f, 0), new(0.092f, 0.006f), new(0.085f, 0.012f), new(0, 0.0125f)], 3, 26).Roughen(0.002f, 0.03f, 4, 180);
        b.Part("body", b.Paint(disc, request.Main(0xD8A050, c => Finishes.Matt(c) with { SecondColour = Colours.Hex(0x9A5A22), Pattern = SurfacePattern.Mottled, PatternScaleM = 0.05f, Subsurface = 0.3f })));
        return b.Build(Substance.Food, 0.08f, collision: new CollisionShape.Cylinder(0.09f, 0.012f), restOffset: new Vector3(0, 0.006f, 0));
    }
}
