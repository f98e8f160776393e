using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Houses, towers and other buildings.</summary>
internal static class Buildings
{
    internal static readonly Vector3 WarmLight = new(1f, 0.62f, 0.26f);

    /// <summary>Window glass: dark and mirroring by day, warm at night.</summary>
    internal static Material WindowGlass(bool dark, float strength = 2.4f) =>
        dark ? Finishes.Glow(WarmLight, strength) with { Clearcoat = 0.4f, Roughness = 0.3f } : Finishes.Pane(Colours.Hex(0x2A3A46));

    /// <summary>A small gabled house with shutters, a chimney and, at night, lit windows.</summary>
    public static Prop House(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        uint wallRgb = ((uint[])[0xE8DCC4, 0xD8A878, 0xC97B5A, 0x9DB4BE, 0xE3C98A, 0xB8584A])[request.Index % 6];
        uint roofRgb = ((uint[])[0x7A3B2E, 0x5A4436, 0x4B4F58, 0x8A4A32])[(request.Index / 2) % 4];
        bool cabin = request.Is("cabin", "log-cabin", "hut", "chalet");
        float w = random.Next(4.4f, 5.6f), d = random.Next(5f, 6.4f), h = request.Index % 3 == 1 ? 4.6f : 3.1f, rise = w * random.Next(0.52f, 0.68f);
        Material wall = request.Main(cabin ? 0x8A5E38 : wallRgb, cabin ? Finishes.Wood : Finishes.Plaster);
        Material roofing = new() { BaseColour = Colours.Hex(roofRgb), SecondColour = Colours.Hex(roofRgb) * 0.55f, Roughness = 0.85f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.3f, Relief = 0.5f };
        Material trim = Finishes.Satin(Colours.Hex(0xF2EADA)), timber = Finishes.Wood(Colours.Hex(0x5E3E26)), stone = Finishes.Stone(Colours.Hex(0x8A8478));
        Material glass = WindowGlass(request.Dark);
        List<Form> all = [];
        Form Slab(float x, float y, float z, float r) => request.Detail == Detail.Hero ? Shapes.RoundedBox(x, y, z, r) : Shapes.Box(x, y, z);

        // Walls with their gables in one outline, extruded along Z.
        Form walls = Sweeps.Extrude([new(-w / 2, 0), new(w / 2, 0), new(w / 2, h), new(0, h + rise), new(-w / 2, h)], d, 0.03f);
        all.Add(b.Paint(walls, wall));
        all.Add(b.Paint(Slab(w + 0.16f, 0.5f, d + 0.16f, 0.04f).Move(0, 0.22f, 0), stone));
        float over = 0.45f, slope = MathF.Atan2(rise, w / 2), run = (w / 2 / MathF.Cos(slope)) + over;
        Form plane = Slab(run, 0.16f, d + (2 * over), 0.05f).Move((run / 2) - 0.02f, 0.05f, 0).RotateZ(-float.RadiansToDegrees(slope)).Move(0, h + rise, 0);
        all.Add(b.Paint(plane.BothSidesX(), roofing));
        all.Add(b.Paint(Shapes.Cylinder(0.11f, d + (2 * over), 8).RotateX(90).Move(0, h + rise + 0.08f, -(d / 2) - over), roofing));
        all.Add(b.Paint(Slab(run, 0.2f, 0.07f, 0.02f).Move((run / 2) - 0.02f, 0f, 0).RotateZ(-float.RadiansToDegrees(slope)).Move(0, h + rise, (d / 2) + over).BothSidesX().BothSidesZ(), trim));

        // Openings on the four sides.
        Form Window(float ww, float wh, bool shutters)
        {
            List<Form> parts = [
                b.Paint(Shapes.Box(ww, wh, 0.06f), glass),
                b.Paint(Frame(ww, wh, 0.09f, 0.14f).With(Shapes.Box(0.05f, wh, 0.09f), Shapes.Box(ww, 0.05f, 0.09f), Slab(ww + 0.3f, 0.08f, 0.26f, 0.02f).Move(0, (-wh / 2) - 0.06f, 0.06f)), trim)];
            if (shutters)
            {
                parts.Add(b.Paint(Slab(ww * 0.46f, wh + 0.06f, 0.06f, 0.015f).Move((ww * 0.73f) + 0.1f, 0, 0.03f).BothSidesX(), request.Second(cabin ? 0x8A2E26u : 0x3E6A5Eu, Finishes.Satin)));
            }

            return Form.Join(parts);
        }

        Form door = Form.Join(
            b.Paint(Slab(0.95f, 2f, 0.1f, 0.02f).Move(0, 1.25f, 0), request.Second(0x8C2F2A, Finishes.Satin)),
            b.Paint(Frame(1.05f, 2.1f, 0.12f, 0.16f).Move(0, 1.27f, 0), trim),
            b.Paint(Shapes.Box(0.5f, 0.42f, 0.12f).Move(0, 1.8f, 0), glass),
            b.Paint(Shapes.Sphere(0.05f, 1).Move(0.34f, 1.2f, 0.09f), Finishes.Metal(Colours.Hex(0xC8A24A))),
            b.Paint(Slab(1.6f, 0.16f, 0.8f, 0.03f).Move(0, 0.16f, 0.4f).With(Slab(2f, 0.1f, 1.2f, 0.03f).Move(0, 0.05f, 0.6f)), stone));
        all.Add(door.Move(-w * 0.2f, 0.12f, (d / 2) + 0.02f));
        Form wide = Window(0.95f, 1.05f, true), plain = Window(0.85f, 0.95f, false);
        all.Add(wide.Move(w * 0.22f, 1.75f, (d / 2) + 0.01f));
        all.Add(plain.Move(0, h + (rise * 0.32f), (d / 2) + 0.01f));
        if (h > 4)
        {
            all.Add(wide.Scale(0.8f, 0.9f, 1).Move(w * 0.25f, 3.7f, (d / 2) + 0.01f));
            all.Add(wide.Scale(0.8f, 0.9f, 1).Move(-w * 0.25f, 3.7f, (d / 2) + 0.01f));
        }

        foreach (float side in (ReadOnlySpan<float>)[90, -90])
        {
            float outX = side > 0 ? (w / 2) + 0.01f : (-w / 2) - 0.01f;
            all.Add(wide.RotateY(side).Move(outX, 1.75f, d * 0.22f));
            all.Add(wide.RotateY(side).Move(outX, 1.75f, -d * 0.24f));
        }

        all.Add(plain.RotateY(180).Move(0, 1.75f, (-d / 2) - 0.01f));
        float cx = w * 0.24f, cz = -d * 0.18f, top = h + rise + 0.5f;
        all.Add(b.Paint(Slab(0.62f, top - h, 0.62f, 0.03f).Move(cx, (top + h) / 2, cz), Finishes.Brick(Colours.Hex(0x94503C))));
        all.Add(b.Paint(Slab(0.78f, 0.16f, 0.78f, 0.03f).Move(cx, top, cz).With(Shapes.Frustum(0.16f, 0.13f, 0.32f, 10).Move(cx, top, cz)), stone));
        all.Add(b.Paint(Slab(1.05f, 0.26f, 0.28f, 0.03f).Move(w * 0.22f, 1.05f, (d / 2) + 0.2f), timber));
        int body = b.Part("body", Form.Join(all));
        b.Emit(EmitterKind.Smoke, body, new Vector3(cx, top + 0.35f, cz), 0.25f, 0.14f);
        b.Light(body, new Vector3(w * 0.22f, 1.7f, (d / 2) + 1f), WarmLight * 3.2f, 6, 0, true);
        b.Light(body, new Vector3(-w * 0.2f, 2.4f, (d / 2) + 0.8f), WarmLight * 2.2f, 5, 0, true);
        b.Anchor("door", body, new Vector3(-w * 0.2f, 0.1f, (d / 2) + 1.4f), 0.6f, 0.6f);
        b.Anchor("top", body, new Vector3(0, h + rise + 0.1f, 0));
        return b.Build(Substance.Stone, 60000, collision: new CollisionShape.Box(new Vector3(w / 2, (h + rise) / 2, d / 2)), restOffset: new Vector3(0, (h + rise) / 2, 0));
    }

    /// <summary>A village church with a pointed tower.</summary>
    public static Prop Church(PropRequest request)
    {
        PropBuilder b = new(request);
        Material wall = request.Main(0xE6DECB, Finishes.Plaster), roof = new() { BaseColour = Colours.Hex(0x47505A), SecondColour = Colours.Hex(0x2C333A), Roughness = 0.7f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.35f, Relief = 0.4f };
        Material stone = Finishes.Stone(Colours.Hex(0x968E80)), glass = WindowGlass(request.Dark, 2f);
        List<Form> all = [];
        all.Add(b.Paint(Sweeps.Extrude([new(-3.4f, 0), new(3.4f, 0), new(3.4f, 4.8f), new(0, 8.6f), new(-3.4f, 4.8f)], 12, 0.04f).Move(0, 0, -3), wall));
        Form side = Shapes.RoundedBox(5.6f, 0.2f, 12.8f, 0.05f).Move(2.78f, 0.06f, 0).RotateZ(-48.2f).Move(0, 8.65f, -3);
        all.Add(b.Paint(side.BothSidesX(), roof));
        all.Add(b.Paint(Shapes.RoundedBox(3.4f, 12, 3.4f, 0.06f).Move(0, 6, 4), wall));
        all.Add(b.Paint(Shapes.RoundedBox(3.8f, 0.3f, 3.8f, 0.06f).Move(0, 12, 4).With(Shapes.RoundedBox(3.6f, 0.25f, 3.6f, 0.05f).Move(0, 8.4f, 4), Shapes.RoundedBox(7.1f, 0.7f, 12.3f, 0.05f).Move(0, 0.3f, -3), Shapes.RoundedBox(3.7f, 0.7f, 3.7f, 0.05f).Move(0, 0.3f, 4)), stone));
        all.Add(b.Paint(Lathes.Turn([new(0, 0), new(2.55f, 0), new(1.9f, 1.1f), new(0, 7.6f)], 4, 10).RotateY(45).Move(0, 12.1f, 4), roof));
        Material gold = Finishes.Metal(Colours.Hex(0xE0B040));
        all.Add(b.Paint(Sweeps.Bar(new Vector3(0, 19.5f, 4), new Vector3(0, 21.2f, 4), 0.07f, 6).With(Sweeps.Bar(new Vector3(-0.45f, 20.6f, 4), new Vector3(0.45f, 20.6f, 4), 0.07f, 6), Shapes.Sphere(0.2f, 2).Move(0, 19.6f, 4)), gold));
        Form arch = Arched(0.95f, 2.2f, 0.2f), frame = Arched(1.25f, 2.5f, 0.12f);
        for (int i = 0; i < 4; i++)
        {
            float z = -7.2f + (i * 2.6f);
            all.Add(b.Paint(arch.RotateY(90).Move(3.4f, 1.5f, z).BothSidesX(), glass));
            all.Add(b.Paint(frame.RotateY(90).Move(3.4f, 1.35f, z).BothSidesX(), stone));
        }

        for (int i = 0; i < 4; i++)
        {
            Form louvre = b.Paint(Arched(1f, 1.9f, 0.2f).Move(0, 9.3f, 1.7f), Finishes.Matt(Colours.Hex(0x2A2420))).With(b.Paint(Arched(1.3f, 2.15f, 0.12f).Move(0, 9.2f, 1.7f), stone));
            all.Add(louvre.RotateY(90 * i).Move(0, 0, 4));
        }

        all.Add(b.Paint(Arched(1.5f, 2.7f, 0.2f).Move(0, 0.3f, 5.72f), Finishes.Wood(Colours.Hex(0x5E3A22))));
        all.Add(b.Paint(Arched(1.9f, 3.05f, 0.12f).Move(0, 0.3f, 5.72f), stone));
        all.Add(b.Paint(Shapes.Cylinder(0.62f, 0.2f, 24).RotateX(90).Move(0, 6.6f, 5.6f), Finishes.Glow(new Vector3(1f, 0.95f, 0.8f), request.Dark ? 1.4f : 0.2f)));
        all.Add(b.Paint(Shapes.Box(0.07f, 0.5f, 0.05f).Move(0, 6.8f, 5.83f).With(Shapes.Box(0.34f, 0.07f, 0.05f).Move(0.14f, 6.6f, 5.83f), Shapes.Torus(0.62f, 0.07f, 24, 6).RotateX(90).Move(0, 6.6f, 5.8f)), Finishes.Matt(Colours.Hex(0x1C1A18))));
        int body = b.Part("body", Form.Join(all));
        b.Light(body, new Vector3(0, 3.6f, 7), WarmLight * 6, 9, 0, true);
        return b.Build(Substance.Stone, 400000, collision: new CollisionShape.Box(new Vector3(3.4f, 6, 8)), restOffset: new Vector3(0, 6, -1));
    }

    /// <summary>A town building or skyscraper whose windows light up at night.</summary>
    public static Prop Skyscraper(PropRequest request)
    {
        PropBuilder b = new(request);
        SeededRandom random = request.Random();
        float w = random.Next(14, 20), d = random.Next(14, 20), h = request.Concept is "building" or "apartment-building" ? random.Next(14, 24) : random.Next(60, 90);
        Vector3 stone = request.ColourAt(0) ?? Colours.Hex(((uint[])[0x8A9096, 0xB4A48C, 0x6E7C88, 0xA0887A])[request.Index % 4]);
        Material facade = new() { BaseColour = stone, SecondColour = Colours.Hex(0x1E2A34), Roughness = 0.35f, Clearcoat = 0.4f, Pattern = SurfacePattern.Windows, PatternScaleM = 3.2f, Relief = 0.3f, Emission = request.Dark ? WarmLight * 1.6f : Vector3.Zero };
        Material edge = Finishes.Plaster(stone * 0.8f);
        List<Form> all = [];
        float y = 0, sw = w, sd = d;
        for (int step = 0; step < (h > 40 ? 3 : 1); step++)
        {
            float sh = h * (step == 0 ? (h > 40 ? 0.6f : 1) : 0.2f);
            all.Add(b.Paint(Shapes.Box(sw, sh, sd).Move(0, y + (sh / 2), 0), facade));
            y += sh;
            all.Add(b.Paint(Shapes.Box(sw + 0.8f, 0.9f, sd + 0.8f).Move(0, y, 0), edge));
            sw *= 0.76f;
            sd *= 0.76f;
        }

        all.Add(b.Paint(Shapes.Box(w + 0.7f, 4.2f, d + 0.7f).Move(0, 2.1f, 0), edge));
        all.Add(b.Paint(Shapes.Box(w * 0.8f, 3f, d + 0.8f).Move(0, 1.6f, 0), WindowGlass(request.Dark)));
        if (h > 40)
        {
            all.Add(b.Paint(Shapes.Frustum(1.2f, 0.15f, 14, 8).Move(0, y, 0), Finishes.Metal(Colours.Hex(0xA8B0B8))));
            all.Add(b.Paint(Shapes.Sphere(0.4f, 1).Move(0, y + 14, 0), Finishes.Glow(new Vector3(1, 0.05f, 0.03f), 6)));
        }

        b.Part("body", Form.Join(all));
        b.Anchor("top", 0, new Vector3(0, y + 0.5f, 0), sw / 2, sd / 2);
        return b.Build(Substance.Stone, 1e7f);
    }

    /// <summary>A striped lighthouse whose beam turns at night.</summary>
    public static Prop Lighthouse(PropRequest request)
    {
        PropBuilder b = new(request);
        Material white = request.Second(0xF2EEE4, Finishes.Plaster), red = request.Main(0xC4281E, Finishes.Plaster), iron = Finishes.Iron(Colours.Hex(0x24282C));
        const float Height = 17f;
        List<Form> all = [b.Paint(Lathes.TurnCurve([new(5.2f, -0.4f), new(4.6f, 0.8f), new(3.8f, 1.1f), new(0, 1.15f)], 3, 24), Finishes.Stone(Colours.Hex(0x8A857A)))];
        float Radius(float y) => float.Lerp(2.7f, 1.75f, MathF.Pow(y / Height, 0.8f));
        for (int i = 0; i < 6; i++)
        {
            float y0 = 1 + ((Height - 1) * i / 6f), y1 = 1 + ((Height - 1) * (i + 1) / 6f);
            all.Add(b.Paint(Lathes.Turn([new(0, y0), new(Radius(y0), y0), new(Radius((y0 + y1) / 2), (y0 + y1) / 2), new(Radius(y1), y1), new(0, y1)], 28, 40), i % 2 == 0 ? white : red));
        }

        all.Add(b.Paint(Shapes.Cylinder(2.5f, 0.35f, 28, 0.08f).Move(0, Height, 0).With(Shapes.Frustum(1.75f, 2.3f, 0.6f, 28).Move(0, Height - 0.6f, 0)), white));
        List<Form> rails = [Shapes.Torus(2.38f, 0.05f, 28, 6).Move(0, Height + 1.3f, 0), Shapes.Torus(2.38f, 0.035f, 28, 6).Move(0, Height + 0.85f, 0)];
        for (int i = 0; i < 14; i++)
        {
            rails.Add(Shapes.Cylinder(0.045f, 1.05f, 6).Move(2.38f, Height + 0.3f, 0).RotateY(360f * i / 14));
        }

        rails.Add(Shapes.Frustum(1.45f, 1.45f, 0.9f, 16).Move(0, Height + 0.35f, 0));
        for (int i = 0; i < 8; i++)
        {
            rails.Add(Shapes.Cylinder(0.06f, 2.1f, 6).Move(1.38f, Height + 1.2f, 0).RotateY((45 * i) + 10));
        }

        all.Add(b.Paint(Form.Join(rails), iron));
        all.Add(b.Paint(Lathes.TurnCurve([new(1.75f, 0), new(1.6f, 0.35f), new(0.9f, 1.15f), new(0.2f, 1.45f), new(0.16f, 1.8f), new(0, 1.95f)], 3, 20).With(Shapes.Cylinder(1.75f, 0.1f, 20).Move(0, -0.08f, 0)).Move(0, Height + 3.3f, 0), red));
        for (int i = 0; i < 3; i++)
        {
            Form pane = b.Paint(Arched(0.7f, 1.3f, 0.5f), WindowGlass(request.Dark)).With(b.Paint(Arched(0.95f, 1.5f, 0.42f).Move(0, -0.08f, 0), white));
            all.Add(pane.Move(0, 4f + (i * 4), Radius(4f + (i * 4)) - 0.18f).RotateY(i * 70 - 20));
        }

        all.Add(b.Paint(Arched(1.2f, 2.3f, 0.6f).Move(0, 1.15f, 2.42f), Finishes.Wood(Colours.Hex(0x4E6A6E))));
        int body = b.Part("body", Form.Join(all));
        b.Part("lantern", b.Paint(Shapes.Ellipsoid(1.2f, 1.5f, 1.2f, 2), Finishes.Glow(new Vector3(1f, 0.86f, 0.55f), request.Dark ? 14 : 2)), body, new Vector3(0, Height + 2.2f, 0), castsShadow: false);

        int turning = b.Part("turn-y-beam", null, body, new Vector3(0, Height + 2.2f, 0), castsShadow: false);
        b.Light(turning, new Vector3(0, 0, 2.2f), new Vector3(30, 25, 16), 40, 0, true);
        b.Anchor("top", body, new Vector3(0, Height + 0.35f, 2.1f));
        b.Anchor("door", body, new Vector3(0, 1.15f, 3.4f));
        return b.Build(Substance.Stone, 300000, Rig.Machine, new CollisionShape.Cylinder(2.6f, Height + 4), new Vector3(0, (Height + 4) / 2, 0), concept: "lighthouse");
    }

    /// <summary>A castle keep with four round towers, battlements and banners.</summary>
    public static Prop Castle(PropRequest request)
    {
        PropBuilder b = new(request);
        Material stone = request.Main(0xA79C8A, c => new Material { BaseColour = c, SecondColour = c * 0.72f, Roughness = 0.92f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.8f, Relief = 0.6f });
        Material roof = request.Second(0x3C5A86, c => new Material { BaseColour = c, SecondColour = c * 0.6f, Roughness = 0.6f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.5f, Relief = 0.4f });
        Material glass = WindowGlass(request.Dark, 2.6f), wood = Finishes.Wood(Colours.Hex(0x5A3A22));
        List<Form> stones = [], roofs = [], panes = [];
        void Tower(float x, float z, float r, float h, float cap)
        {
            stones.Add(Lathes.Turn([new(0, 0), new(r * 1.12f, 0), new(r, h * 0.12f), new(r * 0.97f, h * 0.86f), new(r * 1.16f, h * 0.93f), new(r * 1.16f, h), new(0, h)], 18, 35).Move(x, 0, z));
            for (int i = 0; i < 9; i++)
            {
                stones.Add(Shapes.Box(r * 0.26f, r * 0.36f, r * 0.42f).Move(r * 1.06f, h + (r * 0.16f), 0).RotateY(40 * i).Move(x, 0, z));
            }

            roofs.Add(Lathes.TurnCurve([new(0, 0), new(r * 1.02f, 0.01f), new(r * 0.72f, cap * 0.35f), new(r * 0.3f, cap * 0.72f), new(0, cap)], 3, 18).Move(x, h + 0.1f, z));
            for (int i = 0; i < 5; i++)
            {
                panes.Add(Shapes.RoundedBox(r * 0.22f, r * 0.6f, r * 0.2f, 0.03f).Move(0, 0, r * 0.98f).RotateY(i * 72).Move(x, h * (0.45f + (0.09f * i)), z));
            }
        }

        Tower(-9, 8, 2.6f, 11, 5.4f);
        Tower(9, 8, 2.6f, 11, 5.4f);
        Tower(-9, -8, 2.6f, 13, 5.8f);
        Tower(9, -8, 2.6f, 13, 5.8f);
        Tower(-3.4f, -2, 2.9f, 20, 7.6f);
        Tower(4, -3.4f, 2.1f, 16.5f, 6.2f);
        Tower(0.9f, -6, 1.5f, 24, 6.4f);
        void Wall(float x0, float z0, float x1, float z1, float h)
        {
            Vector3 from = new(x0, 0, z0), to = new(x1, 0, z1);
            float length = Vector3.Distance(from, to), yaw = float.RadiansToDegrees(MathF.Atan2(to.X - from.X, to.Z - from.Z));
            List<Form> wall = [Shapes.Box(1.5f, h, length).Move(0, h / 2, 0)];
            int merlons = (int)(length / 1.5f);
            for (int i = 0; i < merlons; i++)
            {
                wall.Add(Shapes.Box(0.5f, 0.8f, 0.8f).Move(0.5f, h + 0.4f, (-length / 2) + ((i + 0.5f) * length / merlons)).BothSidesX());
            }

            stones.Add(Form.Join(wall).RotateY(yaw).Move((from + to) / 2));
        }

        Wall(-9, 8, 9, 8, 7);
        Wall(-9, -8, 9, -8, 8);
        Wall(-9, -8, -9, 8, 7);
        Wall(9, 8, 9, -8, 7);
        stones.Add(Shapes.Box(12, 11, 8).Move(0, 5.5f, -3));
        stones.Add(Shapes.RoundedBox(6, 10, 3, 0.1f).Move(0, 5, 8.6f));
        for (int i = -2; i <= 2; i++)
        {
            stones.Add(Shapes.Box(0.7f, 0.9f, 0.8f).Move(i * 1.25f, 10.4f, 9.7f));
            panes.Add(Arched(0.8f, 1.7f, 0.3f).Move(i * 2.2f, 7.4f, 1.05f));
        }

        roofs.Add(Sweeps.Extrude([new(-6.4f, 0), new(6.4f, 0), new(0, 4.6f)], 8.6f, 0.05f).Move(0, 11, -3));
        Form gate = b.Paint(Arched(3, 5.2f, 0.3f).Move(0, 0, 10.05f), wood);
        List<Form> bands = [];
        for (int i = -3; i <= 3; i++)
        {
            bands.Add(Shapes.Box(0.1f, 4.2f, 0.1f).Move(i * 0.42f, 2.1f, 10.25f));
            bands.Add(Shapes.Box(2.9f, 0.1f, 0.1f).Move(0, 0.6f + ((i + 3) * 0.55f), 10.25f));
        }

        Form iron = b.Paint(Form.Join(bands), Finishes.Iron(Colours.Hex(0x2C2A28)));
        int body = b.Part("body", Form.Join(b.Paint(Form.Join(stones), stone), b.Paint(Form.Join(roofs), roof), b.Paint(Form.Join(panes), glass), gate, iron));
        int flags = 0;
        foreach ((float x, float y, float z) in (ReadOnlySpan<(float, float, float)>)[(-3.4f, 27.5f, -2), (0.9f, 30.3f, -6), (9, 16.3f, 8), (-9, 16.3f, 8)])
        {
            Form flag = Sweeps.Sheet((u, v) => new Vector3(u * 2f, (v * 0.9f * (1 - (0.5f * u))) + (0.12f * MathF.Sin(u * 6)), 0.12f * MathF.Cos(u * 5)), 8, 3);
            b.Part($"flag-{++flags}", b.Paint(flag.Move(0, 0.9f, 0), Finishes.Canvas(Colours.Hex(0xC8281E)) with { Sway = 0.7f }).With(b.Paint(Shapes.Cylinder(0.06f, 2, 6), wood)), body, new Vector3(x, y, z));
        }

        b.Light(body, new Vector3(0, 5, 13), WarmLight * 30, 22, 0.3f, true);
        b.Light(body, new Vector3(0, 8, 3), WarmLight * 30, 20, 0, true);
        b.Anchor("top", body, new Vector3(-3.4f, 20, -2));
        b.Anchor("door", body, new Vector3(0, 0, 12));
        return b.Build(Substance.Stone, 5e6f, collision: new CollisionShape.Box(new Vector3(11, 7, 10)), restOffset: new Vector3(0, 7, 0));
    }

    /// <summary>A rectangular frame in the XY plane around a window, centred on the origin.</summary>
    internal static Form Frame(float width, float height, float bar, float depth)
    {
        Form upright = Shapes.Box(bar, height + (2 * bar), depth).Move((width + bar) / 2, 0, 0);
        Form rail = Shapes.Box(width, bar, depth).Move(0, (height + bar) / 2, 0);
        return upright.With(upright.MirrorX(), rail, rail.Move(0, -height - bar, 0));
    }

    /// <summary>A round-headed slab standing on Y = 0, for doors and church windows.</summary>
    internal static Form Arched(float width, float height, float depth)
    {
        float r = width / 2;
        List<Vector2> outline = [new(-r, 0), new(r, 0)];
        for (int i = 0; i <= 8; i++)
        {
            (float sin, float cos) = MathF.SinCos(MathF.PI * i / 8);
            outline.Add(new Vector2(r * cos, height - r + (r * sin)));
        }

        return Sweeps.Extrude(outline.ToArray(), depth);
    }
}
