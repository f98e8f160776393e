using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Flowers, cacti, mushrooms and other small plants.</summary>
internal static class Plants
{
    /// <summary>A house plant in a pot: broad leaves, spears or a fan by its index.</summary>
    public static Prop PottedPlant(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        uint[] pots = [0xC9704A, 0xE6E0D4, 0x4A6670];
        Form pot = Lathes.Turn([new(0, 0), new(0.13f, 0), new(0.17f, 0.24f), new(0.19f, 0.24f), new(0.19f, 0.3f), new(0.165f, 0.3f), new(0.16f, 0.27f), new(0, 0.27f)], 24, 30);
        Form soil = Shapes.Cylinder(0.16f, 0.02f, 20).Move(0, 0.262f, 0);
        int body = b.Part("body", b.Paint(pot, request.Second(pots[request.Index % 3], Finishes.Ceramic)).With(b.Paint(soil, Finishes.Matt(Colours.Hex(0x3A2A1E)))));
        List<Form> leaves = [], stems = [];
        int count = request.Index % 3 == 1 ? 11 : 15;
        for (int i = 0; i < count; i++)
        {
            float yaw = (137.5f * i) + random.Next(-14, 14), reach = random.Next(0.22f, 0.42f), up = random.Next(0.35f, 0.75f);
            if (request.Index % 3 == 1)
            {
                Form spear = Sweeps.Sheet((u, v) => new Vector3((u - 0.5f) * 0.09f * MathF.Sin(MathF.PI * MathF.Min(1, 0.25f + (0.75f * v))), up * v * 1.2f, (reach * 0.6f * v * v) + (0.03f * MathF.Abs(u - 0.5f))), 2, 7);
                leaves.Add(spear.RotateY(yaw).Move(0, 0.27f, 0));
                continue;
            }

            Vector3 tip = new(0, up, reach);
            stems.Add(Sweeps.Tube(Splines.Through([Vector3.Zero, new Vector3(0, up * 0.7f, reach * 0.3f), tip], 3), t => 0.009f * (1 - (0.5f * t)), 5).RotateY(yaw).Move(0, 0.27f, 0));
            float size = random.Next(0.11f, 0.17f);
            Form leaf = Sweeps.Sheet((u, v) =>
            {
                float w = MathF.Sin(MathF.PI * MathF.Pow(v, 0.75f)) * size * 0.85f, s = (u - 0.5f) * 2;
                return new Vector3(s * w, (-0.5f * size * v * v) + (0.18f * size * s * s), v * size * 1.9f);
            }, 4, 6);
            leaves.Add(leaf.Move(tip).RotateY(yaw).Move(0, 0.27f, 0));
        }

        Form crown = b.Paint(Form.Join(leaves), request.Main(0x3F7A3A, Finishes.Leaf) with { Sway = 0.02f });
        if (stems.Count > 0)
        {
            crown = crown.With(b.Paint(Form.Join(stems), Finishes.Stem(Colours.Hex(0x5A8A44)) with { Sway = 0.02f }));
        }

        b.Part("crown", crown, body);
        return b.Build(Substance.Ceramic, 5, Rig.Plant, new CollisionShape.Cylinder(0.19f, 0.3f), new Vector3(0, 0.15f, 0));
    }
}
