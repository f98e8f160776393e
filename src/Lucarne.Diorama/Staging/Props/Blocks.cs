using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Toy blocks, boxes, crates, dominoes, bricks and barrels.</summary>
internal static class Blocks
{
    /// <summary>A painted wooden toy block.</summary>
    public static Prop Block(PropRequest request)
    {
        PropBuilder b = new(request);
        const float Edge = 0.1f;
        Vector3? colour = request.ColourAt(0);
        Material skin = request.Attributes.Material is "wood" or "wooden" or null
            ? new Material { BaseColour = colour ?? Colours.FromPalette(request.Index), SecondColour = (colour ?? Colours.FromPalette(request.Index)) * 0.8f, Roughness = 0.45f, Clearcoat = 0.3f, Pattern = SurfacePattern.Wood, PatternScaleM = 0.15f, Relief = 0.05f }
            : request.Main(0xD8352A, Finishes.Satin);
        b.Part("body", b.Paint(Shapes.RoundedBox(Edge, Edge, Edge, 0.009f, request.Detail == Detail.Hero ? 2 : 1), skin).Move(0, Edge / 2, 0));
        return b.Build(Substance.Wood, 0.6f, floatDraught: 0.06f);
    }

    /// <summary>A cardboard box with flaps taped shut; a gift when it is wrapped.</summary>
    public static Prop Box(PropRequest request)
    {
        PropBuilder b = new(request);
        Form box = b.Paint(Shapes.RoundedBox(0.4f, 0.3f, 0.3f, 0.008f), request.Main(0xB58A58, Finishes.Matt));
        Form tape = b.Paint(Shapes.RoundedBox(0.05f, 0.302f, 0.303f, 0.004f), Finishes.Satin(Colours.Hex(0xCBA873)));
        b.Part("body", box.With(tape).Move(0, 0.15f, 0));
        b.Anchor("top", 0, new Vector3(0, 0.3f, 0), 0.18f, 0.13f);
        return b.Build(Substance.Paper, 1.5f, floatDraught: 0.06f);
    }

    /// <summary>A wrapped present with a ribbon and a bow.</summary>
    public static Prop Gift(PropRequest request)
    {
        PropBuilder b = new(request);
        Vector3 paper = request.ColourAt(0) ?? Colours.FromPalette(request.Index);
        Form box = b.Paint(Shapes.RoundedBox(0.24f, 0.2f, 0.24f, 0.008f), new Material { BaseColour = paper, SecondColour = Vector3.Lerp(paper, Vector3.One, 0.6f), Roughness = 0.4f, Clearcoat = 0.3f, Pattern = request.Index % 2 == 0 ? SurfacePattern.Dots : SurfacePattern.Stripes, PatternScaleM = 0.05f });
        Material ribbon = request.Second(request.Index % 3 == 0 ? 0xF4E3B0u : 0xE8C04Au, Finishes.Satin);
        Form band = Shapes.RoundedBox(0.035f, 0.204f, 0.245f, 0.002f);
        Form loop = Sweeps.Tube(Splines.Through([new(0, 0, 0), new(0.05f, 0.05f, 0.015f), new(0.085f, 0.03f, 0), new(0.05f, 0.005f, -0.015f), new(0, 0, 0)], 4), t => 0.012f * (0.5f + MathF.Sin(MathF.PI * t)), 6);
        Form bow = loop.With(loop.RotateY(90), loop.RotateY(180), loop.RotateY(270), Shapes.Sphere(0.016f, 2)).Move(0, 0.105f, 0);
        b.Part("body", box.With(b.Paint(band.With(band.RotateY(90), bow), ribbon)).Move(0, 0.1f, 0));
        return b.Build(Substance.Paper, 1f, collision: new CollisionShape.Box(new Vector3(0.12f, 0.1f, 0.12f)), restOffset: new Vector3(0, 0.1f, 0), floatDraught: 0.05f);
    }

    /// <summary>A slatted wooden crate with corner posts.</summary>
    public static Prop Crate(PropRequest request)
    {
        PropBuilder b = new(request);
        Material wood = request.Main(0xA87844, Finishes.Wood);
        Material dark = wood with { BaseColour = wood.BaseColour * 0.55f, SecondColour = wood.SecondColour * 0.55f };
        List<Form> slats = [];
        for (int side = 0; side < 4; side++)
        {
            for (int i = 0; i < 4; i++)
            {
                slats.Add(Shapes.RoundedBox(0.56f, 0.125f, 0.02f, 0.004f).Move(0, -0.21f + (i * 0.14f), 0.28f).RotateY(90 * side));
            }

            slats.Add(Shapes.RoundedBox(0.06f, 0.6f, 0.06f, 0.006f).Move(0.28f, 0, 0.28f).RotateY(90 * side));
        }

        for (int i = 0; i < 4; i++)
        {
            slats.Add(Shapes.RoundedBox(0.56f, 0.02f, 0.125f, 0.004f).Move(0, 0.28f, -0.21f + (i * 0.14f)));
        }

        Form core = b.Paint(Shapes.Box(0.53f, 0.55f, 0.53f), dark);
        b.Part("body", b.Paint(Form.Join(slats), wood).With(core).Move(0, 0.3f, 0));
        b.Anchor("top", 0, new Vector3(0, 0.6f, 0), 0.28f, 0.28f);
        return b.Build(Substance.Wood, 14, floatDraught: 0.15f);
    }

    /// <summary>A wooden barrel with iron hoops.</summary>
    public static Prop Barrel(PropRequest request)
    {
        PropBuilder b = new(request);
        Form staves = b.Paint(Lathes.Turn([new(0, 0.02f), new(0.25f, 0.02f), new(0.26f, 0), new(0.302f, 0.12f), new(0.33f, 0.25f), new(0.347f, 0.38f), new(0.347f, 0.52f), new(0.33f, 0.65f), new(0.302f, 0.78f), new(0.26f, 0.9f), new(0.25f, 0.88f), new(0, 0.88f)], 20, 50), request.Main(0x8A5A30, Finishes.Wood));
        List<Form> hoops = [];
        foreach ((float y, float r) in (ReadOnlySpan<(float, float)>)[(0.08f, 0.286f), (0.3f, 0.339f), (0.6f, 0.339f), (0.82f, 0.286f)])
        {
            hoops.Add(Shapes.Frustum(r, r, 0.05f, 20).Move(0, y - 0.025f, 0).Scale(1.012f, 1, 1.012f));
        }

        b.Part("body", Form.Join(staves, b.Paint(Form.Join(hoops), Finishes.Iron(Colours.Hex(0x3C3C40)))));
        return b.Build(Substance.Wood, 30, collision: new CollisionShape.Cylinder(0.34f, 0.9f), restOffset: new Vector3(0, 0.45f, 0), floatDraught: 0.35f);
    }

    /// <summary>A domino tile with its pips and dividing line.</summary>
    public static Prop Domino(PropRequest request)
    {
        PropBuilder b = new(request);
        Vector3? asked = request.ColourAt(0);
        Vector3 body = asked ?? Colours.Hex(0xF0E6D0);
        bool darkTile = Vector3.Dot(body, new Vector3(0.3f, 0.6f, 0.1f)) < 0.08f;
        Material skin = request.Attributes.Material is null ? Finishes.Ceramic(body) : request.Main(0xF0E6D0, Finishes.Ceramic);
        List<Form> parts = [b.Paint(Shapes.RoundedBox(0.024f, 0.048f, 0.0085f, 0.0016f, request.Detail == Detail.Hero ? 2 : 1), skin)];
        if (request.Detail != Detail.Far)
        {
            SeededRandom random = request.Random();
            List<Form> marks = [Shapes.Box(0.019f, 0.0009f, 0.0006f).Move(0, 0, 0.0043f)];
            Form pip = Shapes.Frustum(0.0021f, 0.0021f, 0.0006f, 8).RotateX(90).Move(0, 0, 0.004f);
            for (int half = -1; half <= 1; half += 2)
            {
                foreach ((int x, int y) in Pips(random.NextIndex(6) + 1))
                {
                    marks.Add(pip.Move(x * 0.0062f, (half * 0.012f) + (y * 0.0062f), 0));
                }
            }

            Form face = Form.Join(marks);
            parts.Add(b.Paint(face.With(face.RotateY(180)), Finishes.Satin(darkTile ? Colours.Hex(0xF2EEE4) : Colours.Hex(0x1C1A1A))));
        }

        b.Part("body", Form.Join(parts).Move(0, 0.024f, 0));
        return b.Build(Substance.Plastic, 0.016f, collision: new CollisionShape.Box(new Vector3(0.012f, 0.024f, 0.00425f)), restOffset: new Vector3(0, 0.024f, 0), friction: 0.35f, restitution: 0.15f);
    }

    /// <summary>A loose brick.</summary>
    public static Prop Brick(PropRequest request)
    {
        PropBuilder b = new(request);
        Material skin = request.Main(0xA84E36, c => Finishes.Stone(c) with { PatternScaleM = 0.12f, Relief = 0.3f });
        b.Part("body", b.Paint(Shapes.RoundedBox(0.215f, 0.065f, 0.1025f, 0.006f), skin).Move(0, 0.0325f, 0));
        return b.Build(Substance.Stone, 2.6f, friction: 0.65f, restitution: 0.15f);
    }

    private static (int X, int Y)[] Pips(int number) => number switch
    {
        1 => [(0, 0)],
        2 => [(-1, 1), (1, -1)],
        3 => [(-1, 1), (0, 0), (1, -1)],
        4 => [(-1, 1), (1, 1), (-1, -1), (1, -1)],
        5 => [(-1, 1), (1, 1), (0, 0), (-1, -1), (1, -1)],
        _ => [(-1, 1), (1, 1), (-1, 0), (1, 0), (-1, -1), (1, -1)],
    };
}
