using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Products;

/// <summary>4 rows by 8 columns in 8 registers of SSE or NEON; two hold a row of b, one a broadcast of a.</summary>
internal readonly unsafe struct Kernel128 : IMicroKernel
{
    public static int Rows => 4;

    public static int Columns => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(float* a, float* b, int depth, float* c, nint stride, bool accumulate)
    {
        Vector128<float> r0a = Vector128<float>.Zero, r0b = Vector128<float>.Zero;
        Vector128<float> r1a = Vector128<float>.Zero, r1b = Vector128<float>.Zero;
        Vector128<float> r2a = Vector128<float>.Zero, r2b = Vector128<float>.Zero;
        Vector128<float> r3a = Vector128<float>.Zero, r3b = Vector128<float>.Zero;
        for (int k = 0; k < depth; k++, a += 4, b += 8)
        {
            Vector128<float> ba = Vector128.Load(b);
            Vector128<float> bb = Vector128.Load(b + 4);
            Vector128<float> x;
            x = Vector128.Create(a[0]);
            r0a = Vector128.FusedMultiplyAdd(x, ba, r0a);
            r0b = Vector128.FusedMultiplyAdd(x, bb, r0b);
            x = Vector128.Create(a[1]);
            r1a = Vector128.FusedMultiplyAdd(x, ba, r1a);
            r1b = Vector128.FusedMultiplyAdd(x, bb, r1b);
            x = Vector128.Create(a[2]);
            r2a = Vector128.FusedMultiplyAdd(x, ba, r2a);
            r2b = Vector128.FusedMultiplyAdd(x, bb, r2b);
            x = Vector128.Create(a[3]);
            r3a = Vector128.FusedMultiplyAdd(x, ba, r3a);
            r3b = Vector128.FusedMultiplyAdd(x, bb, r3b);
        }

        if (accumulate)
        {
            r0a += Vector128.Load(c + (0 * stride));
            r0b += Vector128.Load(c + (0 * stride) + 4);
            r1a += Vector128.Load(c + (1 * stride));
            r1b += Vector128.Load(c + (1 * stride) + 4);
            r2a += Vector128.Load(c + (2 * stride));
            r2b += Vector128.Load(c + (2 * stride) + 4);
            r3a += Vector128.Load(c + (3 * stride));
            r3b += Vector128.Load(c + (3 * stride) + 4);
        }

        r0a.Store(c + (0 * stride));
        r0b.Store(c + (0 * stride) + 4);
        r1a.Store(c + (1 * stride));
        r1b.Store(c + (1 * stride) + 4);
        r2a.Store(c + (2 * stride));
        r2b.Store(c + (2 * stride) + 4);
        r3a.Store(c + (3 * stride));
        r3b.Store(c + (3 * stride) + 4);
    }
}
