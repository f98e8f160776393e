using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Shades the fragments of a tile and puts its pixels together.</summary>
internal sealed unsafe class TileShader : IDisposable
{
    private readonly FragmentBlock _f = new();
    private readonly int[] _lights = new int[Renderer.MaxLights];

    [MethodImpl(Kernel)]
    public void Run(ShadingContext context, int tile)
    {
        FrameTargets targets = context.Targets;
        Load(targets, tile);
        int lights = SelectLights(context, tile);
        for (int begin = 0; begin < _f.Count; begin += FragmentBlock.Size)
        {
            int count = Math.Min(FragmentBlock.Size, _f.Count - begin);
            Shade(context, begin, count, _lights.AsSpan(0, lights));
        }

        Resolve(targets, tile);
    }

    public void Dispose() => _f.Dispose();

    [MethodImpl(Kernel)]
    private void Shade(ShadingContext context, int begin, int count, ReadOnlySpan<int> lights)
    {
        bool any = false, all = true;
        for (int i = begin; i < begin + count; i += VF.Count)
        {
            VI triangle = Vector.Load(_f.Triangle + i);
            any |= Vector.GreaterThanAny(triangle, VI.Zero);
            all &= Vector.GreaterThanAll(triangle, VI.Zero);
        }

        if (!all)
        {
            SkyShader.Run(context, _f, begin, count);
        }

        if (any)
        {
            SurfaceShader.Normals(context, _f, begin, count);
            SurfaceShader.Materials(context, _f, begin, count);
            if (context.Wetness > 0 || context.SnowCover > 0)
            {
                Weathering.Run(context, _f, begin, count);
            }

            VisibilitySmoothing.Run(context.Targets, _f, begin, count);
            SurfaceLighting.Run(context, _f, begin, count, lights);
        }

        if (context.Water is not null)
        {
            WaterShader.Run(context, _f, begin, count);
        }
    }

    /// <summary>Lays out the tile's fragments one after another.</summary>
    [MethodImpl(Kernel)]
    private void Load(FrameTargets targets, int tile)
    {
        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        int at = 0;
        for (int y = 0; y < CameraRaster.TileHeight; y++)
        {
            int row = ((tileY + y) * targets.Stride) + tileX;
            for (int x = 0; x < CameraRaster.TileWidth; x += VF.Count, at += VF.Count)
            {
                VI ids = Vector.Load(targets.Ids.Pointer + row + x);
                (ids & new VI(VisibilityTile.IdMask)).Store(_f.Triangle + at);
                Vector.Load(targets.Depth.Pointer + row + x).Store(_f.Depth + at);
                (Ramp + F(tileX + x + 0.5f)).Store(_f.X + at);
                F(tileY + y + 0.5f).Store(_f.Y + at);
                VI samples = Vector.ShiftRightLogical(ids, VisibilityTile.SamplesShift);
                F(4f).Store(_f.Weight + at);
                if (!Vector.EqualsAll(samples, new VI(VisibilityTile.AllSamples)))
                {
                    int* sets = targets.Ids.Pointer + row + x;
                    for (uint cut = Bits(Vector.OnesComplement(Vector.Equals(samples, new VI(VisibilityTile.AllSamples)))); cut != 0; cut &= cut - 1)
                    {
                        int lane = BitOperations.TrailingZeroCount(cut), set = (int)((uint)sets[lane] >> VisibilityTile.SamplesShift);
                        _f.X[at + lane] += VisibilityTile.Centroids[set].X;
                        _f.Y[at + lane] += VisibilityTile.Centroids[set].Y;
                        _f.Weight[at + lane] = BitOperations.PopCount((uint)set);
                    }
                }
            }
        }

        int first = tile * FrameTargets.ExtrasPerTile, extras = targets.ExtraCounts[tile];
        for (int i = 0; i < extras; i++, at++)
        {
            int packed = targets.ExtraPixels[first + i], pixel = packed & 0xFFFF, set = packed >> 16;
            int x = tileX + (pixel % CameraRaster.TileWidth), y = tileY + (pixel / CameraRaster.TileWidth);
            _f.Triangle[at] = targets.ExtraIds[first + i];
            _f.Depth[at] = targets.ExtraDepths[first + i];
            _f.X[at] = x + 0.5f + VisibilityTile.Centroids[set].X;
            _f.Y[at] = y + 0.5f + VisibilityTile.Centroids[set].Y;
            _f.Weight[at] = BitOperations.PopCount((uint)set);
        }

        while (at % Lanes.MaxWidth != 0)
        {
            _f.Triangle[at] = 0;
            _f.Depth[at] = 0;
            _f.Weight[at] = 0;
            _f.X[at] = tileX;
            _f.Y[at] = tileY;
            at++;
        }

        _f.Count = at;
    }

    /// <summary>Lights whose reach touches the tile's span of depths.</summary>
    [MethodImpl(Kernel)]
    private int SelectLights(ShadingContext context, int tile)
    {
        if (context.LightCount == 0)
        {
            return 0;
        }

        View view = context.View;
        int tileX = tile % context.Targets.TilesX * CameraRaster.TileWidth, tileY = tile / context.Targets.TilesX * CameraRaster.TileHeight;
        float nearest = 0, farthest = float.PositiveInfinity;
        for (int i = 0; i < _f.Count; i++)
        {
            if (_f.Triangle[i] > 0)
            {
                nearest = MathF.Max(nearest, _f.Depth[i]);
                farthest = MathF.Min(farthest, _f.Depth[i]);
            }
        }

        if (nearest == 0)
        {
            return 0;
        }

        float near = 1 / nearest, far = 1 / farthest;
        Vector3 left = Vector3.Normalize(Vector3.Cross(view.Ray(tileX, tileY), view.Up)), right = Vector3.Normalize(Vector3.Cross(view.Ray(tileX + CameraRaster.TileWidth, tileY), view.Up));
        Vector3 top = Vector3.Normalize(Vector3.Cross(view.Ray(tileX, tileY), view.Right)), bottom = Vector3.Normalize(Vector3.Cross(view.Ray(tileX, tileY + CameraRaster.TileHeight), view.Right));
        int selected = 0;
        for (int i = 0; i < context.LightCount; i++)
        {
            PointLight light = context.Lights[i];
            float w = Vector3.Dot(light.Position, view.Forward);
            if (w + light.RangeM < near || w - light.RangeM > far
                || Vector3.Dot(light.Position, left) < -light.RangeM || Vector3.Dot(light.Position, right) > light.RangeM
                || Vector3.Dot(light.Position, top) < -light.RangeM || Vector3.Dot(light.Position, bottom) > light.RangeM)
            {
                continue;
            }

            _lights[selected++] = i;
        }

        return selected;
    }

    /// <summary>Blends the fragments of pixels that have several (further ones of a pixel follow each other); bright ones count less, so that edges against the sun stay smooth.</summary>
    [MethodImpl(Kernel)]
    private void Resolve(FrameTargets targets, int tile)
    {
        int first = tile * FrameTargets.ExtrasPerTile, extras = targets.ExtraCounts[tile];
        for (int i = 0; i < extras;)
        {
            int pixel = targets.ExtraPixels[first + i] & 0xFFFF;
            float weight = Weigh(pixel), red = _f.Red[pixel] * weight, green = _f.Green[pixel] * weight, blue = _f.Blue[pixel] * weight, total = weight;
            for (; i < extras && (targets.ExtraPixels[first + i] & 0xFFFF) == pixel; i++)
            {
                int extra = CameraRaster.TilePixels + i;
                weight = Weigh(extra);
                red += _f.Red[extra] * weight;
                green += _f.Green[extra] * weight;
                blue += _f.Blue[extra] * weight;
                total += weight;
            }

            float scale = 1 / Max(total, 1e-12f);
            _f.Red[pixel] = red * scale;
            _f.Green[pixel] = green * scale;
            _f.Blue[pixel] = blue * scale;
        }

        int tileX = tile % targets.TilesX * CameraRaster.TileWidth, tileY = tile / targets.TilesX * CameraRaster.TileHeight;
        for (int y = 0; y < CameraRaster.TileHeight; y++)
        {
            int row = ((tileY + y) * targets.Stride) + tileX, from = y * CameraRaster.TileWidth;
            Copy(_f.Red + from, targets.Red.Pointer + row);
            Copy(_f.Green + from, targets.Green.Pointer + row);
            Copy(_f.Blue + from, targets.Blue.Pointer + row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Weigh(int fragment) => _f.Weight[fragment] / (1 + Max(_f.Red[fragment], Max(_f.Green[fragment], _f.Blue[fragment])));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, CameraRaster.TileWidth).CopyTo(new Span<float>(to, CameraRaster.TileWidth));
}
