using System.Collections.Frozen;
using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Four-legged animals, all from one plan of proportions.</summary>
internal static class Quadrupeds
{
    private enum Ears { Flop, Point, Round, Fan, Long, Side }

    private enum TailKind { Plume, Thin, Brush, Tuft, Stub, Horse }

    /// <summary>Proportions in units of the height at the withers.</summary>
    private sealed record Plan(float HeightM, float MassKg, float CruiseMps, uint Coat, uint Pale)
    {
        public float Length { get; init; } = 0.95f;
        public float HipY { get; init; } = 0.66f;
        public Vector2 Chest { get; init; } = new(0.17f, 0.21f);
        public Vector2 Belly { get; init; } = new(0.15f, 0.17f);
        public Vector2 Hip { get; init; } = new(0.155f, 0.185f);
        public float Thigh { get; init; } = 0.105f;
        public float Knee { get; init; } = 0.055f;
        public float Paw { get; init; } = 0.065f;
        public Vector2 Neck { get; init; } = new(0.24f, 0.22f);
        public float NeckRadius { get; init; } = 0.11f;
        public float Skull { get; init; } = 0.15f;
        public float Snout { get; init; } = 0.17f;
        public float SnoutRadius { get; init; } = 0.075f;
        public float EarSize { get; init; } = 0.14f;
        public Ears Ear { get; init; } = Ears.Flop;
        public TailKind Tail { get; init; } = TailKind.Plume;
        public float TailLength { get; init; } = 0.5f;
        public bool Hooves { get; init; }
        public bool PaleMuzzle { get; init; } = true;
        public bool Smooth { get; init; }
        public uint Nose { get; init; } = 0x1A1616;
    }

    private static readonly FrozenDictionary<string, Plan> Plans = new Dictionary<string, Plan>(StringComparer.Ordinal)
    {
        ["dog"] = new(0.58f, 30, 3.2f, 0xC88E4A, 0xE8C896),
        ["cat"] = new(0.26f, 4.5f, 2f, 0x8A6A4A, 0xF0E8DC) { Length = 1.05f, Chest = new(0.165f, 0.19f), Belly = new(0.165f, 0.18f), Hip = new(0.165f, 0.19f), Skull = 0.2f, Snout = 0.1f, SnoutRadius = 0.085f, Neck = new(0.17f, 0.2f), NeckRadius = 0.12f, Ear = Ears.Point, EarSize = 0.17f, Tail = TailKind.Thin, TailLength = 0.95f, Thigh = 0.1f, Knee = 0.06f, Nose = 0xC87A78 },
        ["fox"] = new(0.38f, 7, 2.6f, 0xB4552A, 0xF4EBDC) { Length = 1.05f, Chest = new(0.16f, 0.18f), Belly = new(0.14f, 0.15f), Skull = 0.165f, Snout = 0.24f, SnoutRadius = 0.058f, Ear = Ears.Point, EarSize = 0.21f, Tail = TailKind.Brush, TailLength = 0.85f, Thigh = 0.09f, Knee = 0.045f },
        ["wolf"] = new(0.75f, 40, 3.5f, 0x6E6C6A, 0xC8C4BC) { Snout = 0.22f, SnoutRadius = 0.07f, Ear = Ears.Point, EarSize = 0.15f, Tail = TailKind.Brush, TailLength = 0.6f, NeckRadius = 0.14f },
        ["horse"] = new(1.55f, 480, 7, 0x6E3F20, 0x3A2010) { Length = 0.78f, HipY = 0.7f, Chest = new(0.16f, 0.19f), Belly = new(0.165f, 0.185f), Hip = new(0.165f, 0.19f), Thigh = 0.09f, Knee = 0.036f, Paw = 0.045f, Neck = new(0.36f, 0.34f), NeckRadius = 0.095f, Skull = 0.095f, Snout = 0.27f, SnoutRadius = 0.06f, Ear = Ears.Point, EarSize = 0.085f, Tail = TailKind.Horse, TailLength = 0.6f, Hooves = true, PaleMuzzle = false, Smooth = true },
        ["elephant"] = new(3f, 5000, 2.2f, 0x7E7C7C, 0x8E8A88) { Length = 0.72f, HipY = 0.6f, Chest = new(0.26f, 0.3f), Belly = new(0.3f, 0.31f), Hip = new(0.27f, 0.29f), Thigh = 0.135f, Knee = 0.1f, Paw = 0.105f, Neck = new(0.12f, 0.2f), NeckRadius = 0.19f, Skull = 0.22f, Snout = 0.06f, SnoutRadius = 0.12f, Ear = Ears.Fan, EarSize = 0.36f, Tail = TailKind.Tuft, TailLength = 0.4f, PaleMuzzle = false, Smooth = true },
        ["cow"] = new(1.4f, 600, 1.4f, 0xEDE6DA, 0xE2A89A) { Length = 1.0f, Chest = new(0.2f, 0.25f), Belly = new(0.235f, 0.265f), Hip = new(0.2f, 0.24f), Thigh = 0.1f, Knee = 0.05f, Paw = 0.06f, Neck = new(0.1f, 0.3f), NeckRadius = 0.13f, Skull = 0.12f, Snout = 0.2f, SnoutRadius = 0.1f, Ear = Ears.Side, EarSize = 0.13f, Tail = TailKind.Tuft, TailLength = 0.6f, Hooves = true, Smooth = true },
        ["sheep"] = new(0.75f, 60, 1.2f, 0xEFE8D8, 0x3A3430) { Length = 0.85f, HipY = 0.6f, Chest = new(0.27f, 0.27f), Belly = new(0.3f, 0.29f), Hip = new(0.27f, 0.27f), Thigh = 0.09f, Knee = 0.05f, Paw = 0.055f, Neck = new(0.14f, 0.22f), NeckRadius = 0.13f, Skull = 0.14f, Snout = 0.15f, SnoutRadius = 0.085f, Ear = Ears.Side, EarSize = 0.14f, Tail = TailKind.Stub, TailLength = 0.15f, Hooves = true },
        ["lion"] = new(1.1f, 180, 3, 0xC8964E, 0xE8CFA0) { Length = 1.05f, Chest = new(0.19f, 0.23f), Belly = new(0.165f, 0.19f), Hip = new(0.17f, 0.2f), Thigh = 0.11f, Knee = 0.07f, Paw = 0.085f, Neck = new(0.18f, 0.24f), NeckRadius = 0.15f, Skull = 0.165f, Snout = 0.15f, SnoutRadius = 0.1f, Ear = Ears.Round, EarSize = 0.09f, Tail = TailKind.Tuft, TailLength = 0.85f },
        ["tiger"] = new(1f, 190, 3, 0xC8782E, 0xF0E6D4) { Length = 1.1f, Chest = new(0.19f, 0.22f), Belly = new(0.17f, 0.2f), Thigh = 0.11f, Knee = 0.07f, Paw = 0.085f, Neck = new(0.15f, 0.24f), NeckRadius = 0.15f, Skull = 0.17f, Snout = 0.14f, SnoutRadius = 0.1f, Ear = Ears.Round, EarSize = 0.09f, Tail = TailKind.Thin, TailLength = 0.9f },
        ["bear"] = new(1.1f, 300, 2.2f, 0x5A3A22, 0xA87C50) { Length = 0.92f, HipY = 0.56f, Chest = new(0.25f, 0.29f), Belly = new(0.27f, 0.29f), Hip = new(0.26f, 0.28f), Thigh = 0.145f, Knee = 0.1f, Paw = 0.11f, Neck = new(0.12f, 0.25f), NeckRadius = 0.19f, Skull = 0.2f, Snout = 0.15f, SnoutRadius = 0.095f, Ear = Ears.Round, EarSize = 0.1f, Tail = TailKind.Stub, TailLength = 0.12f },
        ["rabbit"] = new(0.24f, 2, 1.6f, 0xA88A6C, 0xF2ECE2) { Length = 0.72f, HipY = 0.5f, Chest = new(0.24f, 0.25f), Belly = new(0.28f, 0.28f), Hip = new(0.3f, 0.31f), Thigh = 0.15f, Knee = 0.08f, Paw = 0.09f, Neck = new(0.2f, 0.16f), NeckRadius = 0.16f, Skull = 0.24f, Snout = 0.13f, SnoutRadius = 0.13f, Ear = Ears.Long, EarSize = 0.5f, Tail = TailKind.Stub, TailLength = 0.16f, Nose = 0xC88A88 },
        ["pig"] = new(0.7f, 120, 1.4f, 0xE8A8A0, 0xD88A84) { Length = 0.95f, HipY = 0.5f, Chest = new(0.26f, 0.27f), Belly = new(0.29f, 0.29f), Hip = new(0.27f, 0.27f), Thigh = 0.11f, Knee = 0.07f, Paw = 0.075f, Neck = new(0.06f, 0.24f), NeckRadius = 0.2f, Skull = 0.2f, Snout = 0.2f, SnoutRadius = 0.1f, Ear = Ears.Side, EarSize = 0.15f, Tail = TailKind.Stub, TailLength = 0.12f, Hooves = true, Smooth = true, Nose = 0xC86A68 },
        ["deer"] = new(1.1f, 90, 4, 0x9A6236, 0xE4D2B4) { Length = 0.9f, HipY = 0.7f, Chest = new(0.15f, 0.18f), Belly = new(0.14f, 0.16f), Hip = new(0.15f, 0.17f), Thigh = 0.08f, Knee = 0.032f, Paw = 0.04f, Neck = new(0.4f, 0.22f), NeckRadius = 0.075f, Skull = 0.1f, Snout = 0.19f, SnoutRadius = 0.05f, Ear = Ears.Side, EarSize = 0.15f, Tail = TailKind.Stub, TailLength = 0.12f, Hooves = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Concepts that have a plan.</summary>
    public static IEnumerable<string> Concepts => Plans.Keys;

    /// <summary>Makes the animal of a concept.</summary>
    public static Prop Make(PropRequest request)
    {
        Plan plan = Plans[request.Concept];
        PropBuilder b = new(request);
        float h = plan.HeightM;
        bool fine = request.Detail == Detail.Hero;
        Func<Vector3, Material> hide = plan.Smooth ? c => Finishes.Skin(c) with { Sheen = 0.35f, Roughness = 0.6f } : c => Finishes.Fur(c) with { PatternScaleM = h * 0.05f };
        Material coat = request.Main(plan.Coat, hide);
        if (request.Concept == "tiger")
        {
            coat = coat with { SecondColour = Colours.Hex(0x1C1410), Pattern = SurfacePattern.Marble, PatternScaleM = h * 0.22f };
        }
        else if (request.Concept == "cow" && request.ColourAt(0) is null)
        {
            coat = coat with { SecondColour = Colours.Hex(0x241C18), Pattern = SurfacePattern.Mottled, PatternScaleM = h * 0.45f, Relief = 0 };
        }
        else if (request.Concept == "sheep")
        {
            coat = coat with { Pattern = SurfacePattern.Rock, PatternScaleM = h * 0.09f, Relief = 0.5f, Subsurface = 0.4f };
        }

        Material pale = request.ColourAt(0) is Vector3 asked && request.Attributes.Colours.Length < 2 && request.Concept is not "fox" ? hide(Vector3.Lerp(asked, Vector3.One, asked.Length() < 0.12f ? 0.02f : 0.3f)) : request.Second(plan.Pale, hide);
        Material limb = request.Concept is "fox" ? hide(Colours.Hex(0x241A16)) : request.Concept is "sheep" ? hide(Colours.Hex(plan.Pale)) : coat;
        Material head = request.Concept == "sheep" ? limb : coat, dark = Finishes.Satin(Colours.Hex(plan.Nose)) with { Clearcoat = 0.8f };
        float half = plan.Length / 2, hip = plan.HipY;

        // Trunk of the body about the joint at hip height.
        float back = hip + (plan.Chest.Y * 0.45f);
        Clay trunk = new Clay(0.16f)
            .Ellipsoid(0, plan.Chest.Y * 0.28f, half * 0.82f, plan.Chest.X, plan.Chest.Y, plan.Chest.Y * 1.15f)
            .Ellipsoid(0, plan.Belly.Y * 0.36f, 0, plan.Belly.X, plan.Belly.Y, half * 0.9f)
            .Ellipsoid(0, plan.Hip.Y * 0.36f, -half * 0.85f, plan.Hip.X, plan.Hip.Y, plan.Hip.Y * 1.1f);
        trunk.Bone(new Vector3(0, plan.Chest.Y * 0.4f, half * 0.9f), new Vector3(0, (plan.Chest.Y * 0.5f) + (plan.Neck.X * 0.45f), half + (plan.Neck.Y * 0.5f)), plan.NeckRadius * 1.35f, plan.NeckRadius * 1.05f);
        float cell = fine ? 0.062f : 0.095f;
        int body = b.Part("body", b.Paint(trunk.ToForm(cell).Scale(h), coat), pivot: new Vector3(0, hip * h, 0));
        if (request.Concept is "fox" or "dog" or "cat" && !(request.ColourAt(0) is Vector3 c0 && c0.Length() < 0.12f))
        {
            b.Part("chest", b.Paint(Shapes.Ellipsoid(plan.Chest.X * 1.35f, plan.Chest.Y * 1.5f, plan.Chest.Y * 1.2f, fine ? 3 : 2).Move(0, plan.Chest.Y * 0.22f, (half * 0.82f) + (plan.Chest.Y * 0.62f)).Scale(h), pale), body);
        }

        // Neck and head.
        Vector3 neckRoot = new(0, plan.Chest.Y * 0.5f, half * 0.95f), neckTo = new(0, plan.Neck.X, plan.Neck.Y);
        Clay neckClay = new Clay(0.05f).Bone(Vector3.Zero, neckTo, plan.NeckRadius * 1.18f, plan.NeckRadius * 0.92f);
        List<Form> neckForms = [b.Paint(neckClay.ToForm(cell).Scale(h), head)];
        if (request.Concept == "lion" && !request.Has("lioness"))
        {
            Form mane = new Clay(0.1f).Ellipsoid(0, neckTo.Y + 0.02f, neckTo.Z - 0.02f, 0.25f, 0.28f, 0.15f).Ellipsoid(0, 0.02f, 0.06f, 0.2f, 0.26f, 0.18f).ToForm(0.05f).Roughen(0.035f, 0.07f, 5, 180);
            neckForms.Add(b.Paint(mane.Scale(h), Finishes.Fur(Colours.Hex(0x7A4420)) with { PatternScaleM = 0.05f, Relief = 0.5f }));
        }
        else if (request.Concept == "horse")
        {
            List<Form> locks = [];
            for (int i = 0; i < 9; i++)
            {
                Vector3 at = Vector3.Lerp(new Vector3(0, 0.02f, -0.1f), neckTo + new Vector3(0, 0.1f, -0.02f), i / 8f);
                locks.Add(Sweeps.Tube([at + new Vector3(0, 0.02f, 0), at + new Vector3(0.04f, 0.01f, -0.05f), at + new Vector3(0.09f, -0.1f, -0.04f), at + new Vector3(0.1f, -0.2f, 0.0f)], t => 0.042f * (1 - (0.8f * t)), 6));
            }

            neckForms.Add(b.Paint(Form.Join(locks).Scale(h), Finishes.Fur(Colours.Hex(plan.Pale)) with { PatternScaleM = 0.05f }));
        }

        int neck = b.Part("neck", Form.Join(neckForms), body, neckRoot * h);
        float s = plan.Skull, snoutZ = s * 0.55f;
        float drop = plan.Hooves && request.Concept is not "pig" ? -0.55f : -0.16f;
        Vector3 snoutTip = new(0, (drop * plan.Snout) - (s * 0.18f), snoutZ + plan.Snout);
        Clay face = new Clay(s * 0.55f).Ellipsoid(0, 0, s * 0.15f, s * 0.95f, s * 0.92f, s).Bone(new Vector3(0, -s * 0.2f, snoutZ * 0.6f), snoutTip, plan.SnoutRadius * 1.25f, plan.SnoutRadius);
        float faceCell = MathF.Max(s, plan.SnoutRadius) * (fine ? 0.31f : 0.46f);
        List<Form> faceForms = [b.Paint(face.ToForm(faceCell).Scale(h), head)];
        if (plan.PaleMuzzle)
        {
            Form muzzle = new Clay(s * 0.3f).Bone(Vector3.Lerp(new Vector3(0, -s * 0.3f, snoutZ * 0.8f), snoutTip, 0.35f) - new Vector3(0, plan.SnoutRadius * 0.12f, 0), snoutTip - new Vector3(0, plan.SnoutRadius * 0.1f, -plan.SnoutRadius * 0.05f), plan.SnoutRadius * 1.16f, plan.SnoutRadius * 1.01f).ToForm(faceCell);
            faceForms.Add(b.Paint(muzzle.Scale(h), pale));
        }

        if (request.Concept == "pig")
        {
            faceForms.Add(b.Paint(Shapes.Cylinder(plan.SnoutRadius * 0.95f, 0.05f, 16, 0.015f).RotateX(90).Move(snoutTip + new Vector3(0, 0, plan.SnoutRadius * 0.75f)).Scale(h), Finishes.Skin(Colours.Hex(plan.Nose))));
        }
        else if (request.Concept != "elephant")
        {
            faceForms.Add(b.Paint(Shapes.Ellipsoid(plan.SnoutRadius * 0.85f, plan.SnoutRadius * 0.62f, plan.SnoutRadius * 0.5f, 2).Move(snoutTip + new Vector3(0, plan.SnoutRadius * 0.45f, plan.SnoutRadius * 0.82f)).Scale(h), dark));
        }

        float eyeR = s * (plan.HeightM < 0.7f ? 0.17f : plan.HeightM > 1.3f ? 0.11f : 0.15f);
        Vector3 eyeAt = new(s * 0.56f, s * 0.24f, s * 0.86f);
        if (plan.Hooves)
        {
            eyeAt = new(s * 0.82f, s * 0.2f, s * 0.52f);
        }

        Material eye = request.Concept is "cat" or "tiger" ? Finishes.Satin(Colours.Hex(0xC8B030)) with { Clearcoat = 1, Emission = Colours.Hex(0xC8B030) * 0.12f } : Finishes.Satin(Colours.Hex(0x15100E)) with { Clearcoat = 1, Roughness = 0.1f };
        Form ball = Shapes.Sphere(eyeR, 2);
        faceForms.Add(b.Paint(ball.Move(eyeAt).BothSidesX().Scale(h), eye));
        if (request.Concept is "cat" or "tiger")
        {
            faceForms.Add(b.Paint(Shapes.Ellipsoid(eyeR * 0.8f, eyeR * 1.5f, eyeR * 0.8f, 1).Move(eyeAt + new Vector3(eyeR * 0.15f, 0, eyeR * 0.66f)).BothSidesX().Scale(h), dark));
        }

        faceForms.Add(b.Paint(Shapes.Sphere(eyeR * 0.24f, 1).Move(eyeAt + new Vector3(eyeR * 0.25f, eyeR * 0.5f, eyeR * 0.78f)).With(Shapes.Sphere(eyeR * 0.24f, 1).Move((eyeAt * new Vector3(-1, 1, 1)) + new Vector3(eyeR * 0.25f, eyeR * 0.5f, eyeR * 0.78f))).Scale(h), Finishes.Glow(Vector3.One, 0.9f)));
        Horns(b, request.Concept, s, h, faceForms);
        int skull = b.Part("head", Form.Join(faceForms), neck, neckTo * h);
        b.Anchor("head", skull, new Vector3(0, s * 0.95f * h, 0));
        if (request.Concept == "elephant")
        {
            Vector3[] line = Splines.Through([new(0, -0.02f, 0.02f), new(0, -0.14f, 0.12f), new(0, -0.34f, 0.14f), new(0, -0.5f, 0.1f), new(0, -0.58f, 0.17f)], 4);
            Form trunkForm = Sweeps.Tube(line, t => float.Lerp(0.105f, 0.042f, t) * (1 + (0.035f * MathF.Sin(t * 70))), 14);
            b.Part("trunk", b.Paint(trunkForm.Scale(h), coat), skull, new Vector3(0, -s * 0.25f, s * 0.72f) * h);
        }
        else
        {
            Form jaw = new Clay(0.02f).Bone(Vector3.Zero, new Vector3(0, (snoutTip.Y * 0.6f) - 0.01f, plan.Snout * 0.86f), plan.SnoutRadius * 0.7f, plan.SnoutRadius * 0.6f).ToForm(faceCell);
            b.Part("jaw", b.Paint(jaw.Scale(h), plan.PaleMuzzle ? pale : head), skull, new Vector3(0, -s * 0.42f, snoutZ * 0.55f) * h);
        }

        EarsOf(b, plan, skull, s, h, head, pale, fine);
        TailOf(b, plan, body, half, h, coat, pale, request.Concept, fine);

        // Legs.
        float upper = hip * 0.5f, lower = hip - upper - (plan.Paw * 0.55f);
        foreach ((string end, float z, float width) in (ReadOnlySpan<(string, float, float)>)[("front", half * 0.84f, plan.Chest.X), ("back", -half * 0.88f, plan.Hip.X)])
        {
            bool hind = z < 0;
            float thigh = plan.Thigh * (hind ? 1.2f : 0.95f);
            Form upperForm = new Clay(0.05f).Bone(new Vector3(0, 0.03f, 0), new Vector3(0, -upper, hind ? -0.0f : 0), thigh, plan.Knee * 1.12f).ToForm(MathF.Max(plan.Knee * 0.75f, cell * 0.62f));
            Clay shin = new Clay(0.03f).Bone(Vector3.Zero, new Vector3(0, -lower, 0), plan.Knee * 1.1f, plan.Knee * 0.86f);
            if (!plan.Hooves)
            {
                shin.Ellipsoid(0, -lower + (plan.Paw * 0.02f), plan.Paw * 0.45f, plan.Paw, plan.Paw * 0.58f, plan.Paw * 1.3f);
            }

            Form lowerForm = b.Paint(shin.ToForm(MathF.Max(plan.Knee * 0.7f, cell * 0.5f)).Scale(h), limb);
            if (plan.Hooves)
            {
                Form hoof = Shapes.Frustum(plan.Paw * 1.1f, plan.Knee * 0.95f, plan.Paw * 1.3f, 12).Move(0, -lower - (plan.Paw * 0.55f), plan.Paw * 0.15f);
                lowerForm = lowerForm.With(b.Paint(hoof.Scale(h), Finishes.Satin(Colours.Hex(0x2A221C))));
            }

            Form upperPainted = b.Paint(upperForm.Scale(h), request.Concept == "sheep" ? coat : request.Concept == "fox" ? coat : limb);
            foreach ((string side, float sign) in (ReadOnlySpan<(string, float)>)[("left", 1f), ("right", -1f)])
            {
                int u = b.Part($"upper-leg-{end}-{side}", sign > 0 ? upperPainted : upperPainted.MirrorX(), body, new Vector3(sign * width * 0.66f, 0, z) * h);
                b.Part($"lower-leg-{end}-{side}", sign > 0 ? lowerForm : lowerForm.MirrorX(), u, new Vector3(0, -upper, 0) * h);
            }
        }

        b.Anchor("top", body, new Vector3(0, plan.Belly.Y * 1.3f * h, 0), plan.Belly.X * 0.5f * h, half * 0.5f * h);
        float reach = (half + plan.Chest.Y) * h;
        return b.Build(Substance.Flesh, plan.MassKg, Rig.Quadruped, new CollisionShape.Box(new Vector3(plan.Belly.X * h, back * h * 0.56f, reach)), new Vector3(0, back * h * 0.56f, 0), plan.CruiseMps, hip * 0.8f * h, friction: 0.7f, restitution: 0.1f);
    }

    private static void Horns(PropBuilder b, string concept, float s, float h, List<Form> forms)
    {
        Material horn = Finishes.Satin(Colours.Hex(0xE6DCC4));
        if (concept == "elephant")
        {
            Form tusk = Sweeps.Tube(Splines.Through([new(s * 0.5f, -s * 0.5f, s * 0.7f), new(s * 0.62f, -s * 1.0f, s * 1.2f), new(s * 0.55f, -s * 0.95f, s * 1.9f)], 5), t => 0.034f * (1 - (0.75f * t)), 8);
            forms.Add(b.Paint(tusk.BothSidesX().Scale(h), horn));
        }
        else if (concept == "cow")
        {
            Form one = Sweeps.Tube(Splines.Through([new(s * 0.5f, s * 0.7f, 0), new(s * 1.3f, s * 0.95f, s * 0.1f), new(s * 1.55f, s * 1.6f, s * 0.3f)], 4), t => 0.034f * (1 - (0.85f * t)), 8);
            forms.Add(b.Paint(one.BothSidesX().Scale(h), horn));
        }
        else if (concept == "deer")
        {
            Form beam = Sweeps.Tube(Splines.Through([new(s * 0.35f, s * 0.8f, -s * 0.1f), new(s * 0.9f, s * 2.2f, -s * 0.9f), new(s * 1.8f, s * 3.4f, -s * 0.5f), new(s * 1.7f, s * 4.2f, s * 0.3f)], 4), t => 0.024f * (1 - (0.75f * t)), 6);
            Form tine = Sweeps.Bar(new Vector3(s * 0.8f, s * 2f, -s * 0.8f), new Vector3(s * 0.9f, s * 3f, s * 0.3f), 0.015f, 0.004f, 6), tine2 = Sweeps.Bar(new Vector3(s * 1.5f, s * 3f, -s * 0.7f), new Vector3(s * 1.2f, s * 4.1f, -s * 0.4f), 0.013f, 0.004f, 6);
            forms.Add(b.Paint(Form.Join(beam, tine, tine2).BothSidesX().Scale(h), Finishes.Matt(Colours.Hex(0x9A7A54))));
        }
    }

    private static void EarsOf(PropBuilder b, Plan plan, int skull, float s, float h, Material coat, Material pale, bool fine)
    {
        float e = plan.EarSize;
        int level = fine ? 2 : 1;
        (Form outer, Form? inner, Vector3 at) = plan.Ear switch
        {
            Ears.Point => (Shapes.Ellipsoid(e * 0.72f, e * 1.5f, e * 0.3f, level).Taper(0.25f).Move(0, e * 0.5f, 0).RotateZ(-16), Shapes.Ellipsoid(e * 0.46f, e * 1.05f, e * 0.14f, level).Taper(0.25f).Move(0, e * 0.46f, e * 0.13f).RotateZ(-16), new Vector3(s * 0.52f, s * 0.68f, s * 0.05f)),
            Ears.Round => (Shapes.Ellipsoid(e * 1.5f, e * 1.5f, e * 0.6f, level), Shapes.Ellipsoid(e, e, e * 0.5f, level).Move(0, 0, e * 0.12f), new Vector3(s * 0.72f, s * 0.72f, 0)),
            Ears.Fan => (Shapes.Ellipsoid(e * 1.2f, e * 1.6f, e * 0.16f, fine ? 3 : 2).Move(e * 0.55f, -e * 0.25f, 0).RotateY(24), null, new Vector3(s * 0.8f, s * 0.4f, -s * 0.1f)),
            Ears.Long => (Shapes.Ellipsoid(e * 0.28f, e * 1.3f, e * 0.16f, level).Move(0, e * 0.6f, 0).RotateZ(-10).RotateX(-14), Shapes.Ellipsoid(e * 0.16f, e * 1.0f, e * 0.1f, level).Move(0, e * 0.6f, e * 0.05f).RotateZ(-10).RotateX(-14), new Vector3(s * 0.38f, s * 0.75f, -s * 0.1f)),
            Ears.Side => (Shapes.Ellipsoid(e * 1.3f, e * 0.62f, e * 0.32f, level).Move(e * 0.55f, 0, 0).RotateZ(-12), null, new Vector3(s * 0.72f, s * 0.5f, -s * 0.1f)),
            _ => (Shapes.Ellipsoid(e * 0.38f, e * 1.55f, e * 0.8f, level).Move(e * 0.05f, -e * 0.62f, 0).RotateZ(12), (Form?)null, new Vector3(s * 0.82f, s * 0.5f, s * 0.02f)),
        };
        Form ear = b.Paint(outer.Scale(h), plan.Ear == Ears.Flop ? coat with { BaseColour = coat.BaseColour * 0.78f } : coat);
        if (inner is not null)
        {
            ear = ear.With(b.Paint(inner.Scale(h), pale));
        }

        b.Pair("ear", ear, skull, skull, at * h);
    }

    private static void TailOf(PropBuilder b, Plan plan, int body, float half, float h, Material coat, Material pale, string concept, bool fine)
    {
        float t = plan.TailLength;
        int n = fine ? 10 : 7;
        Vector3 root = new(0, plan.Hip.Y * 0.85f, -half * 0.85f - (plan.Hip.Y * 0.85f));
        switch (plan.Tail)
        {
            case TailKind.Stub:
                b.Part("tail", b.Paint(Shapes.Ellipsoid(t, t * 0.9f, t, 2).Scale(h), concept == "rabbit" ? pale : coat), body, root * h);
                return;
            case TailKind.Horse:
                Form locks = Sweeps.Tube(Splines.Through([Vector3.Zero, new(0, 0.02f, -0.08f), new(0, -t * 0.4f, -0.14f), new(0, -t, -0.1f)], 5), u => 0.05f * MathF.Sin(MathF.PI * (0.15f + (0.8f * u))) * 1.2f, n);
                b.Part("tail", b.Paint(locks.Scale(h), Finishes.Fur(Colours.Hex(plan.Pale)) with { PatternScaleM = 0.05f }), body, root * h);
                return;
        }

        (float thick, float bulge) = plan.Tail switch { TailKind.Brush => (0.045f, 0.115f), TailKind.Plume => (0.035f, 0.075f), TailKind.Tuft => (0.025f, 0.0f), _ => (0.04f, 0.0f) };
        float lift = plan.Tail == TailKind.Tuft ? -0.75f : plan.Tail == TailKind.Brush ? -0.28f : 0.3f;
        Vector3 mid = new(0, lift * t * 0.4f, -t * 0.42f);
        Form first = Sweeps.Tube(Splines.Through([new(0, 0, 0.04f), mid * 0.5f + new Vector3(0, 0.01f, 0), mid], 4), u => thick + (bulge * u * 0.75f), n);
        int tail = b.Part("tail", b.Paint(first.Scale(h), coat), body, root * h);
        Vector3 end = new(0, lift * t * 0.35f + (plan.Tail == TailKind.Thin ? t * 0.25f : 0), -t * 0.5f);
        Form second = Sweeps.Tube(Splines.Through([Vector3.Zero, end * 0.5f - new Vector3(0, 0.02f, 0), end], 5), u => plan.Tail is TailKind.Brush or TailKind.Plume ? (thick + (bulge * 0.75f)) * MathF.Sqrt(MathF.Max(1 - (u * u), 0.001f)) * (1 + (0.35f * u)) : thick * (1 - (0.35f * u)), n);
        List<Form> tip = [b.Paint(second.Scale(h), coat)];
        if (plan.Tail == TailKind.Brush)
        {
            tip.Add(b.Paint(Shapes.Ellipsoid(0.15f, 0.15f, 0.24f, 2).RotateX(20).Move(end * 0.92f).Scale(h), pale));
        }
        else if (plan.Tail == TailKind.Tuft)
        {
            tip.Add(b.Paint(Shapes.Ellipsoid(0.075f, 0.14f, 0.075f, 2).Move(end).Scale(h), Finishes.Fur(Colours.Hex(0x3A2818))));
        }

        b.Part("tail-tip", Form.Join(tip), tail, mid * h);
    }
}
