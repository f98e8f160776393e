using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Things that stand in streets and parks.</summary>
internal static class Street
{
    /// <summary>A cast-iron street lamp with a glass lantern.</summary>
    public static Prop StreetLamp(PropRequest request)
    {
        PropBuilder b = new(request);
        Material iron = request.Main(0x1E2A28, Finishes.Iron);
        Form post = Lathes.TurnCurve([new(0, 0), new(0.2f, 0), new(0.2f, 0.1f), new(0.13f, 0.18f), new(0.11f, 0.7f), new(0.13f, 0.8f), new(0.06f, 0.95f), new(0.05f, 3.1f), new(0.09f, 3.2f), new(0.05f, 3.3f), new(0.14f, 3.42f), new(0, 3.43f)], 2, 14);
        Form arms = Sweeps.Bar(new Vector3(-0.3f, 3.0f, 0), new Vector3(0.3f, 3.0f, 0), 0.022f, 6);
        Form cap = Lathes.Turn([new(0, 4.05f), new(0.27f, 4.05f), new(0.23f, 4.12f), new(0.08f, 4.26f), new(0.05f, 4.36f), new(0, 4.42f)], 6, 20);
        List<Form> ribs = [];
        for (int i = 0; i < 6; i++)
        {
            ribs.Add(Sweeps.Bar(new Vector3(0.13f, 3.42f, 0), new Vector3(0.23f, 4.06f, 0), 0.014f, 5).RotateY(60 * i));
        }

        int body = b.Part("body", b.Paint(Form.Join([post, arms, cap, .. ribs]), iron));
        Vector3 warm = new(1f, 0.72f, 0.38f);
        b.Part("glass", b.Paint(Shapes.Frustum(0.11f, 0.2f, 0.6f, 6).Move(0, 3.44f, 0), Finishes.Glow(warm, request.Dark ? 7 : 0.35f)), body, castsShadow: false);
        b.Light(body, new Vector3(0, 3.5f, 0), warm * 15, 13, 0, true);
        return b.Build(Substance.Metal, 120, Rig.Rigid, new CollisionShape.Cylinder(0.12f, 4.4f), new Vector3(0, 2.2f, 0), concept: "street-lamp");
    }

    /// <summary>A park bench.</summary>
    public static Prop Bench(PropRequest request)
    {
        PropBuilder b = new(request);
        List<Form> slats = [], iron = [];
        for (int i = 0; i < 4; i++)
        {
            slats.Add(Shapes.RoundedBox(1.6f, 0.035f, 0.1f, 0.01f).Move(0, 0.45f, -0.17f + (i * 0.12f)));
        }

        for (int i = 0; i < 3; i++)
        {
            slats.Add(Shapes.RoundedBox(1.6f, 0.1f, 0.03f, 0.01f).RotateX(-12).Move(0, 0.6f + (i * 0.13f), -0.27f - (i * 0.03f)));
        }

        iron.Add(Sweeps.Tube(Splines.Through([new(0.68f, 0, 0.26f), new(0.68f, 0.25f, 0.2f), new(0.68f, 0.43f, 0.22f), new(0.68f, 0.43f, -0.2f), new(0.68f, 0.62f, -0.3f), new(0.68f, 0.92f, -0.37f)], 4), 0.022f, 7));
        iron.Add(Sweeps.Tube(Splines.Through([new(0.68f, 0, -0.28f), new(0.68f, 0.22f, -0.2f), new(0.68f, 0.43f, -0.2f)], 4), 0.022f, 7));
        iron.Add(Sweeps.Tube(Splines.Through([new(0.68f, 0.43f, 0.2f), new(0.68f, 0.64f, 0.22f), new(0.68f, 0.66f, -0.05f), new(0.68f, 0.64f, -0.3f)], 4), 0.02f, 7));
        b.Part("body", b.Paint(Form.Join(slats), request.Main(0x8A5A30, Finishes.Wood)).With(b.Paint(Form.Join(iron).BothSidesX(), Finishes.Iron(Colours.Hex(0x202624)))));
        b.Anchor("seat", 0, new Vector3(0, 0.47f, 0.02f), 0.7f, 0.18f);
        b.Anchor("top", 0, new Vector3(0, 0.47f, 0.02f), 0.7f, 0.18f);
        return b.Build(Substance.Wood, 45);
    }

    /// <summary>A fence of pointed pickets, two metres long.</summary>
    public static Prop Fence(PropRequest request)
    {
        PropBuilder b = new(request);
        List<Form> parts = [Shapes.RoundedBox(2, 0.08f, 0.04f, 0.01f).Move(0, 0.28f, -0.03f), Shapes.RoundedBox(2, 0.08f, 0.04f, 0.01f).Move(0, 0.68f, -0.03f)];
        for (int i = 0; i < 10; i++)
        {
            parts.Add(Sweeps.Extrude([new(-0.045f, 0), new(0.045f, 0), new(0.045f, 0.84f), new(0, 0.94f), new(-0.045f, 0.84f)], 0.025f, 0.006f).Move(-0.9f + (i * 0.2f), 0, 0));
        }

        b.Part("body", b.Paint(Form.Join(parts), request.Main(0xF0ECE2, Finishes.Satin)));
        return b.Build(Substance.Wood, 15);
    }

    /// <summary>A red fire hydrant.</summary>
    public static Prop Hydrant(PropRequest request)
    {
        PropBuilder b = new(request);
        Form body = Lathes.TurnCurve([new(0, 0), new(0.16f, 0), new(0.16f, 0.05f), new(0.11f, 0.07f), new(0.11f, 0.46f), new(0.14f, 0.48f), new(0.14f, 0.53f), new(0.11f, 0.55f), new(0.08f, 0.66f), new(0.03f, 0.7f), new(0.03f, 0.75f), new(0, 0.76f)], 2, 18);
        Form caps = Shapes.Cylinder(0.06f, 0.1f, 12, 0.012f).RotateZ(-90).Move(0.09f, 0.38f, 0).BothSidesX().With(Shapes.Cylinder(0.075f, 0.1f, 12, 0.012f).RotateX(90).Move(0, 0.34f, 0.08f));
        b.Part("body", b.Paint(body.With(caps), request.Main(0xC8281E, Finishes.Satin)));
        return b.Build(Substance.Metal, 80, collision: new CollisionShape.Cylinder(0.15f, 0.76f), restOffset: new Vector3(0, 0.38f, 0));
    }

    /// <summary>A traffic light on its post.</summary>
    public static Prop TrafficLight(PropRequest request)
    {
        PropBuilder b = new(request);
        Material dark = request.Main(0x1A1E20, Finishes.Satin);
        List<Form> all = [b.Paint(Shapes.Cylinder(0.07f, 3.2f, 10), dark), b.Paint(Shapes.RoundedBox(0.36f, 1.0f, 0.26f, 0.06f).Move(0, 3.3f, 0.1f), dark)];
        Vector3[] lamps = [new(1f, 0.06f, 0.03f), new(1f, 0.55f, 0.05f), new(0.1f, 1f, 0.35f)];
        for (int i = 0; i < 3; i++)
        {
            float y = 3.6f - (i * 0.3f);
            all.Add(b.Paint(Shapes.Ellipsoid(0.2f, 0.2f, 0.1f, 2).Move(0, y, 0.23f), Finishes.Glow(lamps[i], i == request.Index % 3 ? 6 : 0.05f)));
            all.Add(b.Paint(Shapes.Torus(0.11f, 0.02f, 14, 6).RotateX(90).Move(0, y, 0.24f), dark));
        }

        int body = b.Part("body", Form.Join(all));
        b.Light(body, new Vector3(0, 3.6f - (request.Index % 3 * 0.3f), 0.6f), lamps[request.Index % 3] * 2, 5);
        return b.Build(Substance.Metal, 90, collision: new CollisionShape.Cylinder(0.1f, 3.8f), restOffset: new Vector3(0, 1.9f, 0));
    }
}
