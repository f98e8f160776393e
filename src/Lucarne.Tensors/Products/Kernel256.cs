using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Products;

/// <summary>6 rows by 16 columns in 12 of the 16 registers of AVX2; two hold a row of b, one a broadcast of a.</summary>
internal readonly unsafe struct Kernel256 : IMicroKernel
{
    public static int Rows => 6;

    public static int Columns => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(float* a, float* b, int depth, float* c, nint stride, bool accumulate)
    {
        Vector256<float> r0a = Vector256<float>.Zero, r0b = Vector256<float>.Zero;
        Vector256<float> r1a = Vector256<float>.Zero, r1b = Vector256<float>.Zero;
        Vector256<float> r2a = Vector256<float>.Zero, r2b = Vector256<float>.Zero;
        Vector256<float> r3a = Vector256<float>.Zero, r3b = Vector256<float>.Zero;
        Vector256<float> r4a = Vector256<float>.Zero, r4b = Vector256<float>.Zero;
        Vector256<float> r5a = Vector256<float>.Zero, r5b = Vector256<float>.Zero;
        for (int k = 0; k < depth; k++, a += 6, b += 16)
        {
            Vector256<float> ba = Vector256.Load(b);
            Vector256<float> bb = Vector256.Load(b + 8);
            Vector256<float> x;
            x = Vector256.Create(a[0]);
            r0a = Vector256.FusedMultiplyAdd(x, ba, r0a);
            r0b = Vector256.FusedMultiplyAdd(x, bb, r0b);
            x = Vector256.Create(a[1]);
            r1a = Vector256.FusedMultiplyAdd(x, ba, r1a);
            r1b = Vector256.FusedMultiplyAdd(x, bb, r1b);
            x = Vector256.Create(a[2]);
            r2a = Vector256.FusedMultiplyAdd(x, ba, r2a);
            r2b = Vector256.FusedMultiplyAdd(x, bb, r2b);
            x = Vector256.Create(a[3]);
            r3a = Vector256.FusedMultiplyAdd(x, ba, r3a);
            r3b = Vector256.FusedMultiplyAdd(x, bb, r3b);
            x = Vector256.Create(a[4]);
            r4a = Vector256.FusedMultiplyAdd(x, ba, r4a);
            r4b = Vector256.FusedMultiplyAdd(x, bb, r4b);
            x = Vector256.Create(a[5]);
            r5a = Vector256.FusedMultiplyAdd(x, ba, r5a);
            r5b = Vector256.FusedMultiplyAdd(x, bb, r5b);
        }

        if (accumulate)
        {
            r0a += Vector256.Load(c + (0 * stride));
            r0b += Vector256.Load(c + (0 * stride) + 8);
            r1a += Vector256.Load(c + (1 * stride));
            r1b += Vector256.Load(c + (1 * stride) + 8);
            r2a += Vector256.Load(c + (2 * stride));
            r2b += Vector256.Load(c + (2 * stride) + 8);
            r3a += Vector256.Load(c + (3 * stride));
            r3b += Vector256.Load(c + (3 * stride) + 8);
            r4a += Vector256.Load(c + (4 * stride));
            r4b += Vector256.Load(c + (4 * stride) + 8);
            r5a += Vector256.Load(c + (5 * stride));
            r5b += Vector256.Load(c + (5 * stride) + 8);
        }

        r0a.Store(c + (0 * stride));
        r0b.Store(c + (0 * stride) + 8);
        r1a.Store(c + (1 * stride));
        r1b.Store(c + (1 * stride) + 8);
        r2a.Store(c + (2 * stride));
        r2b.Store(c + (2 * stride) + 8);
        r3a.Store(c + (3 * stride));
        r3b.Store(c + (3 * stride) + 8);
        r4a.Store(c + (4 * stride));
        r4b.Store(c + (4 * stride) + 8);
        r5a.Store(c + (5 * stride));
        r5b.Store(c + (5 * stride) + 8);
    }
}
