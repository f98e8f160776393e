using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Sun and sky visibility of fragments, from the four nearest half-size samples: those of the same surface first.</summary>
internal static unsafe class VisibilitySmoothing
{
    private const float DepthTolerance = -18f;

    public static void Run(FrameTargets targets, FragmentBlock f, int begin, int count)
    {
        if (begin + count <= CameraRaster.TilePixels)
        {
            Pixels(targets, f, begin, count);
        }
        else
        {
            Extras(targets, f, begin, count);
        }
    }

    /// <summary>Fragments that lie side by side.</summary>
    [MethodImpl(Kernel)]
    private static void Pixels(FrameTargets targets, FragmentBlock f, int begin, int count)
    {
        int half = targets.Stride / 2, rows = targets.Rows / 2;
        VF tx = Vector.ConvertToSingle(VI.Indices & VI.One) * F(0.5f);
        for (int i = 0; i < count; i += VF.Count)
        {
            VF depth = Vector.Load(f.Depth + begin + i);
            VF tolerance = F(DepthTolerance) / Max(depth, F(1e-6f));
            int x = (int)f.X[begin + i] / 2, y = (int)f.Y[begin + i];
            float ty = (y & 1) * 0.5f;
            VF sun = VF.Zero, occlusion = VF.Zero, total = VF.Zero;
            for (int k = 0; k < 2; k++)
            {
                int at = (Math.Min((y / 2) + k, rows - 1) * half) + x;
                Twice(targets.HalfDepth.Pointer + at, out VF leftDepth, out VF rightDepth);
                Twice(targets.SmoothSun.Pointer + at, out VF leftSun, out VF rightSun);
                Twice(targets.SmoothOcclusion.Pointer + at, out VF leftSky, out VF rightSky);
                VF share = F((k == 0 ? 1 - ty : ty) + 0.02f);
                VF left = share * (F(1.02f) - tx) * Max(Fma(Vector.Abs(leftDepth - depth), tolerance, VF.One), F(1e-4f));
                VF right = share * (tx + F(0.02f)) * Max(Fma(Vector.Abs(rightDepth - depth), tolerance, VF.One), F(1e-4f));
                sun = Fma(leftSun, left, Fma(rightSun, right, sun));
                occlusion = Fma(leftSky, left, Fma(rightSky, right, occlusion));
                total += left + right;
            }

            VF scale = VF.One / total;
            (sun * scale).Store(f.Sun + i);
            (occlusion * scale).Store(f.Occlusion + i);
        }
    }

    /// <summary>Fragments anywhere in the tile.</summary>
    [MethodImpl(Kernel)]
    private static void Extras(FrameTargets targets, FragmentBlock f, int begin, int count)
    {
        int half = targets.Stride / 2, limit = (targets.Rows / 2 * half) - half - 2;
        for (int i = 0; i < count; i += VF.Count)
        {
            VF depth = Vector.Load(f.Depth + begin + i);
            VF tolerance = F(DepthTolerance) / Max(depth, F(1e-6f));
            VF px = Max(Fma(Vector.Load(f.X + begin + i), F(0.5f), F(-0.25f)), VF.Zero), py = Max(Fma(Vector.Load(f.Y + begin + i), F(0.5f), F(-0.25f)), VF.Zero);
            VI corner = Vector.Min((ToInt(py) * new VI(half)) + ToInt(px), new VI(limit));
            VF tx = px - Vector.Floor(px), ty = py - Vector.Floor(py);
            VF sun = VF.Zero, occlusion = VF.Zero, total = VF.Zero;
            for (int k = 0; k < 4; k++)
            {
                int offset = ((k >> 1) * half) + (k & 1);
                VF share = ((k & 1) == 0 ? F(1.02f) - tx : tx + F(0.02f)) * ((k >> 1) == 0 ? F(1.02f) - ty : ty + F(0.02f));
                VF w = share * Max(Fma(Vector.Abs(Gather(targets.HalfDepth.Pointer + offset, corner) - depth), tolerance, VF.One), F(1e-4f));
                sun = Fma(Gather(targets.SmoothSun.Pointer + offset, corner), w, sun);
                occlusion = Fma(Gather(targets.SmoothOcclusion.Pointer + offset, corner), w, occlusion);
                total += w;
            }

            VF scale = VF.One / total;
            (sun * scale).Store(f.Sun + i);
            (occlusion * scale).Store(f.Occlusion + i);
        }
    }
}
