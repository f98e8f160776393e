using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Things of snow.</summary>
internal static class Winter
{
    /// <summary>A snowman with hat, scarf, carrot nose and twig arms.</summary>
    public static Prop Snowman(PropRequest request)
    {
        PropBuilder b = new(request);
        Form snow = new Clay(0.07f).Ellipsoid(0, 0.33f, 0, 0.4f, 0.36f, 0.4f).Ellipsoid(0, 0.86f, 0, 0.29f, 0.27f, 0.29f).ToForm(0.055f);
        Form belly = b.Paint(snow, request.Main(0xF2F6FC, Finishes.Snow));
        Material coal = Finishes.Matt(Colours.Hex(0x141416)), twig = Finishes.Bark(Colours.Hex(0x5A4030)), wool = request.Second(0xC8281E, Finishes.Cloth);
        List<Form> buttons = [];
        foreach ((float y, float z) in (ReadOnlySpan<(float, float)>)[(0.98f, 0.265f), (0.86f, 0.288f), (0.74f, 0.275f), (0.5f, 0.36f)])
        {
            buttons.Add(Shapes.Sphere(0.026f, 1).Move(0, y, z));
        }

        Form arm = Sweeps.Tube([new(0.22f, 0.92f, 0), new(0.48f, 1.06f, 0.03f), new(0.68f, 1.2f, 0)], t => 0.02f - (0.009f * t), 6).With(Sweeps.Bar(new Vector3(0.55f, 1.1f, 0.02f), new Vector3(0.68f, 1.07f, 0.08f), 0.011f, 5), Sweeps.Bar(new Vector3(0.58f, 1.13f, 0.02f), new Vector3(0.6f, 1.28f, 0.02f), 0.01f, 5));
        int body = b.Part("body", Form.Join(belly, b.Paint(Form.Join(buttons), coal), b.Paint(arm.BothSidesX(), twig)));
        Form head = b.Paint(Shapes.Sphere(0.2f, 3).Scale(1, 0.95f, 1), request.Main(0xF2F6FC, Finishes.Snow));
        List<Form> face = [Shapes.Sphere(0.024f, 1).Move(0.075f, 0.06f, 0.178f).BothSidesX()];
        for (int i = -2; i <= 2; i++)
        {
            face.Add(Shapes.Sphere(0.013f, 1).Move(i * 0.035f, -0.075f + (0.006f * i * i), 0.182f));
        }

        Form nose = b.Paint(Shapes.Cone(0.03f, 0.2f, 10).RotateX(90).Move(0, 0, 0.18f), Finishes.Matt(Colours.Hex(0xE8701E)));
        Form hat = b.Paint(Shapes.Cylinder(0.2f, 0.022f, 24, 0.008f).Move(0, 0.14f, 0).With(Shapes.Frustum(0.135f, 0.145f, 0.2f, 24, 0.012f).Move(0, 0.15f, 0)).RotateZ(-7), coal).With(b.Paint(Shapes.Frustum(0.14f, 0.14f, 0.045f, 24).Move(0, 0.165f, 0).RotateZ(-7), wool));
        Form scarf = b.Paint(Shapes.Torus(0.17f, 0.05f, 24, 8).Scale(1, 0.9f, 1).Move(0, -0.17f, 0).With(Shapes.RoundedBox(0.09f, 0.3f, 0.035f, 0.015f).RotateX(-10).RotateZ(12).Move(0.1f, -0.32f, 0.19f)), wool);
        b.Part("head", Form.Join(head, b.Paint(Form.Join(face), coal), nose, hat, scarf), body, new Vector3(0, 1.24f, 0));
        return b.Build(Substance.Snow, 60, collision: new CollisionShape.Capsule(0.38f, 1.5f), restOffset: new Vector3(0, 0.75f, 0));
    }
}
