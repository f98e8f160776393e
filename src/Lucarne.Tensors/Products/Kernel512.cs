using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Products;

/// <summary>12 rows by 32 columns in 24 of the 32 registers of AVX-512; two hold a row of b, one a broadcast of a.</summary>
internal readonly unsafe struct Kernel512 : IMicroKernel
{
    public static int Rows => 12;

    public static int Columns => 32;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(float* a, float* b, int depth, float* c, nint stride, bool accumulate)
    {
        Vector512<float> r0a = Vector512<float>.Zero, r0b = Vector512<float>.Zero;
        Vector512<float> r1a = Vector512<float>.Zero, r1b = Vector512<float>.Zero;
        Vector512<float> r2a = Vector512<float>.Zero, r2b = Vector512<float>.Zero;
        Vector512<float> r3a = Vector512<float>.Zero, r3b = Vector512<float>.Zero;
        Vector512<float> r4a = Vector512<float>.Zero, r4b = Vector512<float>.Zero;
        Vector512<float> r5a = Vector512<float>.Zero, r5b = Vector512<float>.Zero;
        Vector512<float> r6a = Vector512<float>.Zero, r6b = Vector512<float>.Zero;
        Vector512<float> r7a = Vector512<float>.Zero, r7b = Vector512<float>.Zero;
        Vector512<float> r8a = Vector512<float>.Zero, r8b = Vector512<float>.Zero;
        Vector512<float> r9a = Vector512<float>.Zero, r9b = Vector512<float>.Zero;
        Vector512<float> r10a = Vector512<float>.Zero, r10b = Vector512<float>.Zero;
        Vector512<float> r11a = Vector512<float>.Zero, r11b = Vector512<float>.Zero;
        for (int k = 0; k < depth; k++, a += 12, b += 32)
        {
            Vector512<float> ba = Vector512.Load(b);
            Vector512<float> bb = Vector512.Load(b + 16);
            Vector512<float> x;
            x = Vector512.Create(a[0]);
            r0a = Vector512.FusedMultiplyAdd(x, ba, r0a);
            r0b = Vector512.FusedMultiplyAdd(x, bb, r0b);
            x = Vector512.Create(a[1]);
            r1a = Vector512.FusedMultiplyAdd(x, ba, r1a);
            r1b = Vector512.FusedMultiplyAdd(x, bb, r1b);
            x = Vector512.Create(a[2]);
            r2a = Vector512.FusedMultiplyAdd(x, ba, r2a);
            r2b = Vector512.FusedMultiplyAdd(x, bb, r2b);
            x = Vector512.Create(a[3]);
            r3a = Vector512.FusedMultiplyAdd(x, ba, r3a);
            r3b = Vector512.FusedMultiplyAdd(x, bb, r3b);
            x = Vector512.Create(a[4]);
            r4a = Vector512.FusedMultiplyAdd(x, ba, r4a);
            r4b = Vector512.FusedMultiplyAdd(x, bb, r4b);
            x = Vector512.Create(a[5]);
            r5a = Vector512.FusedMultiplyAdd(x, ba, r5a);
            r5b = Vector512.FusedMultiplyAdd(x, bb, r5b);
            x = Vector512.Create(a[6]);
            r6a = Vector512.FusedMultiplyAdd(x, ba, r6a);
            r6b = Vector512.FusedMultiplyAdd(x, bb, r6b);
            x = Vector512.Create(a[7]);
            r7a = Vector512.FusedMultiplyAdd(x, ba, r7a);
            r7b = Vector512.FusedMultiplyAdd(x, bb, r7b);
            x = Vector512.Create(a[8]);
            r8a = Vector512.FusedMultiplyAdd(x, ba, r8a);
            r8b = Vector512.FusedMultiplyAdd(x, bb, r8b);
            x = Vector512.Create(a[9]);
            r9a = Vector512.FusedMultiplyAdd(x, ba, r9a);
            r9b = Vector512.FusedMultiplyAdd(x, bb, r9b);
            x = Vector512.Create(a[10]);
            r10a = Vector512.FusedMultiplyAdd(x, ba, r10a);
            r10b = Vector512.FusedMultiplyAdd(x, bb, r10b);
            x = Vector512.Create(a[11]);
            r11a = Vector512.FusedMultiplyAdd(x, ba, r11a);
            r11b = Vector512.FusedMultiplyAdd(x, bb, r11b);
        }

        if (accumulate)
        {
            r0a += Vector512.Load(c + (0 * stride));
            r0b += Vector512.Load(c + (0 * stride) + 16);
            r1a += Vector512.Load(c + (1 * stride));
            r1b += Vector512.Load(c + (1 * stride) + 16);
            r2a += Vector512.Load(c + (2 * stride));
            r2b += Vector512.Load(c + (2 * stride) + 16);
            r3a += Vector512.Load(c + (3 * stride));
            r3b += Vector512.Load(c + (3 * stride) + 16);
            r4a += Vector512.Load(c + (4 * stride));
            r4b += Vector512.Load(c + (4 * stride) + 16);
            r5a += Vector512.Load(c + (5 * stride));
            r5b += Vector512.Load(c + (5 * stride) + 16);
            r6a += Vector512.Load(c + (6 * stride));
            r6b += Vector512.Load(c + (6 * stride) + 16);
            r7a += Vector512.Load(c + (7 * stride));
            r7b += Vector512.Load(c + (7 * stride) + 16);
            r8a += Vector512.Load(c + (8 * stride));
            r8b += Vector512.Load(c + (8 * stride) + 16);
            r9a += Vector512.Load(c + (9 * stride));
            r9b += Vector512.Load(c + (9 * stride) + 16);
            r10a += Vector512.Load(c + (10 * stride));
            r10b += Vector512.Load(c + (10 * stride) + 16);
            r11a += Vector512.Load(c + (11 * stride));
            r11b += Vector512.Load(c + (11 * stride) + 16);
        }

        r0a.Store(c + (0 * stride));
        r0b.Store(c + (0 * stride) + 16);
        r1a.Store(c + (1 * stride));
        r1b.Store(c + (1 * stride) + 16);
        r2a.Store(c + (2 * stride));
        r2b.Store(c + (2 * stride) + 16);
        r3a.Store(c + (3 * stride));
        r3b.Store(c + (3 * stride) + 16);
        r4a.Store(c + (4 * stride));
        r4b.Store(c + (4 * stride) + 16);
        r5a.Store(c + (5 * stride));
        r5b.Store(c + (5 * stride) + 16);
        r6a.Store(c + (6 * stride));
        r6b.Store(c + (6 * stride) + 16);
        r7a.Store(c + (7 * stride));
        r7b.Store(c + (7 * stride) + 16);
        r8a.Store(c + (8 * stride));
        r8b.Store(c + (8 * stride) + 16);
        r9a.Store(c + (9 * stride));
        r9b.Store(c + (9 * stride) + 16);
        r10a.Store(c + (10 * stride));
        r10b.Store(c + (10 * stride) + 16);
        r11a.Store(c + (11 * stride));
        r11b.Store(c + (11 * stride) + 16);
    }
}
