using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Sun and sky visibility of fragments, averaged over the neighbours that lie on the same surface.</summary>
internal static unsafe class VisibilitySmoothing
{
    private const float DepthTolerance = 18f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(FrameTargets targets, FragmentBlock f, int begin, int count)
    {
        int limit = (targets.Stride * (targets.Rows - 3)) - MaxWidth - 4;
        int half = targets.Stride / 2, halfLimit = (targets.Rows / 2 * half) - half - 2;
        for (int i = 0; i < count; i += VF.Count)
        {
            VF depth = Vector.Load(f.Depth + begin + i);
            VF tolerance = F(-DepthTolerance) / Max(depth, F(1e-6f));
            VI pixels = Vector.Load(f.Pixel + begin + i);
            bool contiguous = begin + i < CameraRaster.TilePixels;
            int first = Math.Clamp(pixels[0] - targets.Stride - 1, 0, limit);
            VI corner = Vector.Min(Vector.Max(pixels - new VI(targets.Stride + 1), VI.Zero), new VI(limit));
            VF own = contiguous ? Vector.Load(targets.SunLight.Pointer + pixels[0]) : Gather(targets.SunLight.Pointer, pixels);
            if (contiguous && Even(targets.SunLight.Pointer + first, targets.Stride))
            {
                own.Store(f.Sun + i);
            }
            else
            {
                VF sun = VF.Zero, weight = F(1e-6f);
                for (int y = 0; y < 4; y++)
                {
                    for (int x = 0; x < 4; x++)
                    {
                        int offset = (y * targets.Stride) + x;
                        VF d = contiguous ? Vector.Load(targets.Depth.Pointer + first + offset) : Gather(targets.Depth.Pointer + offset, corner);
                        VF s = contiguous ? Vector.Load(targets.SunLight.Pointer + first + offset) : Gather(targets.SunLight.Pointer + offset, corner);
                        VF w = Max(Fma(Vector.Abs(d - depth), tolerance, VF.One), VF.Zero);
                        sun = Fma(s, w, sun);
                        weight += w;
                    }
                }

                Select(Vector.GreaterThan(weight, F(0.5f)), sun / weight, own).Store(f.Sun + i);
            }

            // Half-size occlusion: the four nearest samples, those of the same surface first
            VF px = Vector.Load(f.X + begin + i) * F(0.5f) - F(0.25f), py = Vector.Load(f.Y + begin + i) * F(0.5f) - F(0.25f);
            VF fx = Vector.Floor(Max(px, VF.Zero)), fy = Vector.Floor(Max(py, VF.Zero));
            VI at = Vector.Min((ToInt(fy) * new VI(half)) + ToInt(fx), new VI(halfLimit));
            VF tx = Saturate(px - fx), ty = Saturate(py - fy);
            VF occlusion = VF.Zero;
            VF total = VF.Zero;
            for (int k = 0; k < 4; k++)
            {
                int offset = ((k >> 1) * half) + (k & 1);
                VF bilinear = ((k & 1) == 0 ? VF.One - tx : tx) * ((k >> 1) == 0 ? VF.One - ty : ty);
                VF d = Gather(targets.HalfDepth.Pointer + offset, at);
                VF w = (bilinear + F(0.02f)) * Max(Fma(Vector.Abs(d - depth), tolerance, VF.One), F(1e-4f));
                occlusion = Fma(Gather(targets.SmoothOcclusion.Pointer + offset, at), w, occlusion);
                total += w;
            }

            (occlusion / total).Store(f.Occlusion + i);
        }
    }

    /// <summary>Every value around is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Even(float* from, int stride)
    {
        VF least = Vector.Load(from), most = least;
        for (int k = 1; k < 16; k++)
        {
            VF value = Vector.Load(from + ((k >> 2) * stride) + (k & 3));
            least = Min(least, value);
            most = Max(most, value);
        }

        return Vector.EqualsAll(least, most);
    }
}
