using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Hats and helmets, standing on the crown of a head of a given radius (origin: top of the head).</summary>
internal static class Hats
{
    /// <summary>Radius of the head that a hat by itself is made for, metres.</summary>
    private const float HeadM = 0.115f;

    /// <summary>A hat by itself.</summary>
    public static Prop Alone(PropRequest request)
    {
        PropBuilder b = new(request);
        Vector3 colour = request.ColourAt(0) ?? Colours.Hex(0x6B4A34);
        b.Part("body", request.Concept switch
        {
            "top-hat" => TopHat(b, HeadM),
            "crown" => Crown(b, HeadM),
            "helmet" => b.Paint(Lathes.TurnCurve([new(HeadM * 1.2f, -HeadM * 0.3f), new(HeadM * 1.2f, 0), new(HeadM * 0.95f, HeadM * 0.6f), new(0, HeadM * 0.95f)], 3, 26), Finishes.Metal(request.ColourAt(0) ?? Colours.Hex(0xA8AEB6)) with { TwoSided = true }),
            _ => Fedora(b, HeadM, colour),
        });
        return b.Build(Substance.Cloth, 0.25f, concept: request.Concept);
    }

    /// <summary>A top hat.</summary>
    public static Form TopHat(PropBuilder b, float radius)
    {
        Material felt = Finishes.Cloth(Colours.Hex(0x17181C));
        return b.Paint(Shapes.Cylinder(radius * 1.35f, radius * 0.09f, 24, radius * 0.03f).With(Lathes.TurnCurve([new(0, 0), new(radius * 0.86f, 0), new(radius * 0.8f, radius * 0.6f), new(radius * 0.92f, radius * 1.3f), new(0, radius * 1.3f)], 2, 24)), felt)
            .With(b.Paint(Shapes.Cylinder(radius * 0.885f, radius * 0.22f, 24).Move(0, radius * 0.08f, 0), Finishes.Satin(Colours.Hex(0x8C2430))));
    }

    /// <summary>A fedora.</summary>
    public static Form Fedora(PropBuilder b, float radius, Vector3 colour)
    {
        Form brim = Lathes.Turn([new(0, 0), new(radius * 0.9f, 0), new(radius * 1.7f, radius * 0.1f), new(radius * 1.72f, radius * 0.14f), new(radius * 0.9f, radius * 0.07f), new(0, radius * 0.07f)], 28, 40).Displace(p => p + new Vector3(0, (p.Z > 0 ? -0.14f : 0.06f) * p.Z * p.Z / radius, 0));
        Form crown = Lathes.TurnCurve([new(0, 0), new(radius, 0), new(radius * 0.98f, radius * 0.4f), new(radius * 0.78f, radius * 0.95f), new(radius * 0.4f, radius * 1.0f), new(0, radius * 0.82f)], 3, 24);
        return b.Paint(brim.With(crown), Finishes.Cloth(colour)).With(b.Paint(Shapes.Cylinder(radius * 1.02f, radius * 0.26f, 24).Move(0, radius * 0.05f, 0), Finishes.Satin(Colours.Hex(0x1A1614))));
    }

    /// <summary>A wizard's pointed hat with stars.</summary>
    public static Form Pointed(PropBuilder b, float radius, Vector3 colour)
    {
        Form brim = Lathes.Turn([new(0, 0), new(radius * 1.9f, -radius * 0.1f), new(radius * 1.92f, 0), new(radius, radius * 0.12f), new(0, radius * 0.12f)], 28, 50);
        Vector3[] line = Splines.Through([new(0, 0, 0), new(0, radius * 1.1f, 0), new(0, radius * 2.1f, -radius * 0.2f), new(radius * 0.1f, radius * 2.8f, -radius * 0.8f)], 4);
        Form cone = Sweeps.Tube(line, t => radius * 1.05f * (1 - (0.93f * t)) * (1 + (0.05f * MathF.Sin(t * 22))), 20);
        List<Form> stars = [];
        for (int i = 0; i < 6; i++)
        {
            float t = 0.2f + (i % 3 * 0.42f);
            stars.Add(Sweeps.Extrude(Polygons.Star(5, radius * 0.17f, radius * 0.07f), radius * 0.06f).RotateX(-20).Move(0, radius * (0.35f + t), radius * (0.92f - (0.34f * t))).RotateY(i * 62));
        }

        return b.Paint(brim.With(cone), Finishes.Cloth(colour)).With(b.Paint(Form.Join(stars), Finishes.Glow(Colours.Hex(0xF2CC4A), 0.7f)));
    }

    /// <summary>A chef's toque.</summary>
    public static Form Toque(PropBuilder b, float radius)
    {
        Form band = Shapes.Frustum(radius * 1.0f, radius * 1.02f, radius * 0.6f, 28, radius * 0.04f).Move(0, -radius * 0.1f, 0);
        Clay puff = new(radius * 0.5f);
        puff.Ball(0, radius * 1.0f, 0, radius * 0.75f);
        for (int i = 0; i < 7; i++)
        {
            float a = MathF.Tau * i / 7;
            puff.Ball(MathF.Cos(a) * radius * 0.72f, radius * 0.95f, MathF.Sin(a) * radius * 0.72f, radius * 0.52f);
        }

        return b.Paint(band.With(puff.ToForm(radius * 0.2f)), Finishes.Cloth(Colours.Hex(0xF6F4EE)));
    }

    /// <summary>A crown.</summary>
    public static Form Crown(PropBuilder b, float radius)
    {
        List<Form> gold = [Shapes.Torus(radius * 0.98f, radius * 0.08f, 28, 8), Shapes.Torus(radius * 0.98f, radius * 0.05f, 28, 6).Move(0, radius * 0.28f, 0)];
        List<Form> gems = [];
        for (int i = 0; i < 8; i++)
        {
            gold.Add(Shapes.Cone(radius * 0.2f, radius * 0.75f, 6).Scale(1, 1, 0.45f).Move(0, 0, radius * 0.98f).RotateY(45 * i));
            gold.Add(Shapes.Sphere(radius * 0.08f, 1).Move(0, radius * 0.78f, radius * 0.98f).RotateY(45 * i));
            gems.Add(Shapes.Sphere(radius * 0.09f, 1).Move(0, radius * 0.15f, radius * 1.06f).RotateY((45 * i) + 22));
        }

        return b.Paint(Form.Join(gold), Finishes.Metal(Colours.Hex(0xE8B440))).With(b.Paint(Form.Join(gems), Finishes.Lacquer(Colours.Hex(0xB0102A))));
    }

    /// <summary>A straw hat.</summary>
    public static Form Straw(PropBuilder b, float radius) =>
        b.Paint(Lathes.TurnCurve([new(0, radius * 0.62f), new(radius * 0.7f, radius * 0.6f), new(radius * 0.98f, radius * 0.4f), new(radius * 1.02f, 0.0f), new(radius * 1.9f, -radius * 0.05f), new(radius * 1.92f, -radius * 0.1f), new(radius * 1.0f, -radius * 0.08f), new(0, -radius * 0.08f)], 2, 26).InsideOut(), Finishes.Straw(Colours.Hex(0xE0BE72)))
            .With(b.Paint(Shapes.Cylinder(radius * 1.05f, radius * 0.2f, 24).Move(0, 0, 0), Finishes.Satin(Colours.Hex(0x9A3A30))));

    /// <summary>A woollen bobble hat.</summary>
    public static Form Bobble(PropBuilder b, float radius, Vector3 colour) =>
        b.Paint(Lathes.TurnCurve([new(0, -radius * 0.3f), new(radius * 1.08f, -radius * 0.3f), new(radius * 1.06f, radius * 0.1f), new(radius * 0.7f, radius * 0.55f), new(0, radius * 0.72f)], 3, 22), Finishes.Cloth(colour) with { PatternScaleM = 0.03f, Relief = 0.5f })
            .With(b.Paint(Shapes.Torus(radius * 1.05f, radius * 0.16f, 24, 8).Move(0, -radius * 0.22f, 0).With(Shapes.Sphere(radius * 0.34f, 2).Roughen(radius * 0.06f, radius * 0.2f, 3).Move(0, radius * 0.85f, 0)), Finishes.Cloth(Colours.Hex(0xF2ECE0)) with { PatternScaleM = 0.03f }));
}
