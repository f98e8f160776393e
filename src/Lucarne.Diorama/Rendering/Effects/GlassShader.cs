using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Glass and ice before the finished opaque picture: bent view of what is behind, tint, reflection, highlight, and light gathered at the far side.</summary>
/// <remarks>The nearest see-through surface of each pixel is drawn, into planes of its own, because it looks at other pixels of the picture.</remarks>
internal sealed unsafe class GlassShader : IDisposable
{
    private readonly NativeBuffer<float> _depth = new(CameraRaster.Samples * CameraRaster.TilePixels);
    private readonly NativeBuffer<int> _ids = new(CameraRaster.Samples * CameraRaster.TilePixels);
    private readonly FragmentBlock _f = new();

    /// <summary>Draws a tile's glass; false when it has none.</summary>
    public bool Run(ShadingContext context, RasterLayer layer, NativeBuffer<int> entries, int tile)
    {
        int count = layer.Bins.Collect(tile, entries);
        if (count == 0)
        {
            return false;
        }

        FrameTargets targets = context.Targets;
        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        for (int y = 0; y < CameraRaster.TileHeight; y++)
        {
            ReadOnlySpan<float> solid = new(targets.Depth.Pointer + ((tileY + y) * targets.Stride) + tileX, CameraRaster.TileWidth);
            for (int s = 0; s < CameraRaster.Samples; s++)
            {
                solid.CopyTo(new Span<float>(_depth.Pointer + (s * CameraRaster.TilePixels) + (y * CameraRaster.TileWidth), CameraRaster.TileWidth));
            }
        }

        _ids.Span.Clear();
        for (int i = 0; i < count; i++)
        {
            CameraRaster.Draw(layer[entries[i]], tileX, tileY, _depth.Pointer, _ids.Pointer);
        }

        Load(tileX, tileY);
        for (int begin = 0; begin < CameraRaster.TilePixels; begin += FragmentBlock.Size)
        {
            SurfaceShader.Normals(context, _f, begin, FragmentBlock.Size);
            SurfaceShader.Materials(context, _f, begin, FragmentBlock.Size);
            Shade(context, tileX, tileY, begin);
        }

        return true;
    }

    public void Dispose()
    {
        _depth.Dispose();
        _ids.Dispose();
        _f.Dispose();
    }

    /// <summary>One fragment a pixel: the first sample that met glass, and how many did.</summary>
    [MethodImpl(Kernel)]
    private void Load(int tileX, int tileY)
    {
        for (int i = 0; i < CameraRaster.TilePixels; i += VF.Count)
        {
            VI id = VI.Zero;
            VF depth = VF.One, weight = VF.Zero;
            for (int s = CameraRaster.Samples - 1; s >= 0; s--)
            {
                VI here = Vector.Load(_ids.Pointer + (s * CameraRaster.TilePixels) + i);
                VI drawn = Vector.GreaterThan(here, VI.Zero);
                id = Vector.ConditionalSelect(drawn, here, id);
                depth = Select(drawn, Vector.Load(_depth.Pointer + (s * CameraRaster.TilePixels) + i), depth);
                weight += Select(drawn, F(0.25f), VF.Zero);
            }

            id.Store(_f.Triangle + i);
            depth.Store(_f.Depth + i);
            weight.Store(_f.Weight + i);
            (Ramp + F(tileX + (i % CameraRaster.TileWidth) + 0.5f)).Store(_f.X + i);
            F(tileY + (i / CameraRaster.TileWidth) + 0.5f).Store(_f.Y + i);
        }
    }

    [MethodImpl(Kernel)]
    private void Shade(ShadingContext context, int tileX, int tileY, int begin)
    {
        FrameTargets targets = context.Targets;
        View view = context.View;
        SkyModel sky = context.Sky;
        for (int i = 0; i < FragmentBlock.Size; i += VF.Count)
        {
            int pixel = begin + i;
            int at = ((tileY + (pixel / CameraRaster.TileWidth)) * targets.Stride) + tileX + (pixel % CameraRaster.TileWidth);
            VF weight = Vector.Load(_f.Weight + pixel);
            weight.Store(targets.GlassShare.Pointer + at);
            if (Vector.EqualsAll(weight, VF.Zero))
            {
                continue;
            }

            V3 n = new() { X = Vector.Load(_f.NormalX + i), Y = Vector.Load(_f.NormalY + i), Z = Vector.Load(_f.NormalZ + i) };
            VF sx = Vector.Load(_f.X + pixel), sy = Vector.Load(_f.Y + pixel), depth = Vector.Load(_f.Depth + pixel);
            V3 d = V3.Normalise(SurfaceShader.Ray(view, sx, sy));
            VF nv = Max(VF.Zero - V3.Dot(n, d), F(0.02f));
            VF grazing = VF.One - nv;
            VF grazing2 = grazing * grazing;
            VF fresnel = Fma(grazing2 * grazing2 * grazing, F(0.95f), F(0.05f));

            // The view bends towards the middle, by a share of the body's size
            VF bend = F(-0.5f * view.Focal) * depth * Vector.Load(_f.Occlusion + i);
            bend = Max(bend, F(-0.3f * targets.Height));
            VF fromX = Min(Max(Fma(V3.Dot(n, view.Right), bend, sx), VF.Zero), F(targets.Width - 1));
            VF fromY = Min(Max(Fma(V3.Dot(n, view.Up), VF.Zero - bend, sy), VF.Zero), F(targets.Height - 1));
            VI from = (ToInt(fromY) * new VI(targets.Stride)) + ToInt(fromX);
            VF tint = Fma(nv, F(0.6f), F(0.25f));
            VF rim = Fma(SmoothStep(0.1f, 0.6f, nv), F(0.55f), F(0.45f));
            VF baseRed = Vector.Load(_f.BaseRed + i), baseGreen = Vector.Load(_f.BaseGreen + i), baseBlue = Vector.Load(_f.BaseBlue + i);
            V3 mirrored = sky.Dome(V3.AddScaled(d, n, F(2f) * nv), Vector.Load(_f.Roughness + i));

            // Light that the body gathers shows opposite to where it came in
            VF gathered = Saturate(F(0.15f) - V3.Dot(n, sky.SunDirection));
            gathered *= gathered * F(0.9f);
            V3 h = V3.Normalise(new V3(sky.SunDirection) - d);
            VF nh = Saturate(V3.Dot(n, h));
            VF lobe = Fma(nh * nh, F(0.0004f - 1f), VF.One);
            VF shine = Min(F(0.0004f * 0.3f) / Max(lobe * lobe, F(1e-7f)), F(30f)) * F(0.3f);
            V3 ambient = sky.Ambient(n);
            VF milk = F(0.05f);
            VF keep = (VF.One - fresnel) * rim;
            VF red = Fma(Gather(targets.Red.Pointer, from), Lerp(VF.One, baseRed, tint), baseRed * Fma(F(sky.SunColour.X), gathered, ambient.X * milk)) * keep;
            VF green = Fma(Gather(targets.Green.Pointer, from), Lerp(VF.One, baseGreen, tint), baseGreen * Fma(F(sky.SunColour.Y), gathered, ambient.Y * milk)) * keep;
            VF blue = Fma(Gather(targets.Blue.Pointer, from), Lerp(VF.One, baseBlue, tint), baseBlue * Fma(F(sky.SunColour.Z), gathered, ambient.Z * milk)) * keep;
            (Fma(mirrored.X, fresnel, Fma(F(sky.SunColour.X), shine, red)) + Vector.Load(_f.EmissionRed + i)).Store(targets.GlassRed.Pointer + at);
            (Fma(mirrored.Y, fresnel, Fma(F(sky.SunColour.Y), shine, green)) + Vector.Load(_f.EmissionGreen + i)).Store(targets.GlassGreen.Pointer + at);
            (Fma(mirrored.Z, fresnel, Fma(F(sky.SunColour.Z), shine, blue)) + Vector.Load(_f.EmissionBlue + i)).Store(targets.GlassBlue.Pointer + at);
        }
    }
}
