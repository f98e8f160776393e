using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lucarne.Tensors.Products;

/// <summary>The scalar loop that the vector kernels equal.</summary>
internal readonly unsafe struct Int8Reference : IInt8Kernel
{
    public static int Rows => 2;

    public static int Columns => 4;

    public static void Tile(byte** a, sbyte* b, int groups, int* c)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                int sum = 0;
                for (int k = 0; k < 4 * groups; k++)
                {
                    sum += a[row][k] * b[(k / 4 * 4 * PackedMatrix.BlockRows) + (4 * column) + (k % 4)];
                }

                c[(row * Columns) + column] = sum;
            }
        }
    }
}

/// <summary>4 rows by 4 columns; each of the four inputs of a group is drawn out of its lane by shifts, so that any machine with 128-bit vectors can do it.</summary>
internal readonly unsafe struct Int8Kernel128 : IInt8Kernel
{
    public static int Rows => 4;

    public static int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(byte** a, sbyte* b, int groups, int* c)
    {
        byte* a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3];
        Vector128<int> r0 = Vector128<int>.Zero, r1 = r0, r2 = r0, r3 = r0;
        for (int k = 0; k < 4 * groups; k += 4, b += 4 * PackedMatrix.BlockRows)
        {
            Vector128<int> four = Vector128.Load((int*)b);
            for (int i = 0; i < 4; i++)
            {
                Vector128<int> weight = (four << (24 - (8 * i))) >> 24;
                r0 += weight * a0[k + i];
                r1 += weight * a1[k + i];
                r2 += weight * a2[k + i];
                r3 += weight * a3[k + i];
            }
        }

        r0.Store(c);
        r1.Store(c + 4);
        r2.Store(c + 8);
        r3.Store(c + 12);
    }
}

/// <summary>6 rows by 8 columns by way of 16 bits: AVX2 multiplies pairs of those and adds each pair to 32 bits without loss.</summary>
internal readonly unsafe struct Int8Kernel256 : IInt8Kernel
{
    public static int Rows => 6;

    public static int Columns => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(byte** a, sbyte* b, int groups, int* c)
    {
        byte* a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4], a5 = a[5];
        Vector256<int> r0a = Vector256<int>.Zero, r0b = r0a, r1a = r0a, r1b = r0a, r2a = r0a, r2b = r0a;
        Vector256<int> r3a = r0a, r3b = r0a, r4a = r0a, r4b = r0a, r5a = r0a, r5b = r0a;
        for (int k = 0; k < 4 * groups; k += 4, b += 4 * PackedMatrix.BlockRows)
        {
            Vector256<short> ba = Avx2.ConvertToVector256Int16(b), bb = Avx2.ConvertToVector256Int16(b + 16), x;
            x = Four(a0 + k);
            r0a += Avx2.MultiplyAddAdjacent(x, ba);
            r0b += Avx2.MultiplyAddAdjacent(x, bb);
            x = Four(a1 + k);
            r1a += Avx2.MultiplyAddAdjacent(x, ba);
            r1b += Avx2.MultiplyAddAdjacent(x, bb);
            x = Four(a2 + k);
            r2a += Avx2.MultiplyAddAdjacent(x, ba);
            r2b += Avx2.MultiplyAddAdjacent(x, bb);
            x = Four(a3 + k);
            r3a += Avx2.MultiplyAddAdjacent(x, ba);
            r3b += Avx2.MultiplyAddAdjacent(x, bb);
            x = Four(a4 + k);
            r4a += Avx2.MultiplyAddAdjacent(x, ba);
            r4b += Avx2.MultiplyAddAdjacent(x, bb);
            x = Four(a5 + k);
            r5a += Avx2.MultiplyAddAdjacent(x, ba);
            r5b += Avx2.MultiplyAddAdjacent(x, bb);
        }

        Store(r0a, r0b, c);
        Store(r1a, r1b, c + 8);
        Store(r2a, r2b, c + 16);
        Store(r3a, r3b, c + 24);
        Store(r4a, r4b, c + 32);
        Store(r5a, r5b, c + 40);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Four(byte* a) => Avx2.ConvertToVector256Int16(Vector128.Create(*(uint*)a).AsByte());

    // The sum of a column is in two lanes beside one another.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> left, Vector256<int> right, int* c) =>
        Avx2.Permute4x64(Avx2.HorizontalAdd(left, right).AsInt64(), 0b11_01_10_00).AsInt32().Store(c);
}

/// <summary>8 rows by 16 columns by way of 16 bits, as <see cref="Int8Kernel256"/>, in AVX-512BW.</summary>
internal readonly unsafe struct Int8Kernel512 : IInt8Kernel
{
    public static int Rows => 8;

    public static int Columns => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(byte** a, sbyte* b, int groups, int* c)
    {
        byte* a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4], a5 = a[5], a6 = a[6], a7 = a[7];
        Vector512<int> r0a = Vector512<int>.Zero, r0b = r0a, r1a = r0a, r1b = r0a, r2a = r0a, r2b = r0a, r3a = r0a, r3b = r0a;
        Vector512<int> r4a = r0a, r4b = r0a, r5a = r0a, r5b = r0a, r6a = r0a, r6b = r0a, r7a = r0a, r7b = r0a;
        for (int k = 0; k < 4 * groups; k += 4, b += 4 * PackedMatrix.BlockRows)
        {
            Vector512<short> ba = Avx512BW.ConvertToVector512Int16(Vector256.Load(b)), bb = Avx512BW.ConvertToVector512Int16(Vector256.Load(b + 32)), x;
            x = Four(a0 + k);
            r0a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r0b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a1 + k);
            r1a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r1b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a2 + k);
            r2a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r2b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a3 + k);
            r3a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r3b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a4 + k);
            r4a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r4b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a5 + k);
            r5a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r5b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a6 + k);
            r6a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r6b += Avx512BW.MultiplyAddAdjacent(x, bb);
            x = Four(a7 + k);
            r7a += Avx512BW.MultiplyAddAdjacent(x, ba);
            r7b += Avx512BW.MultiplyAddAdjacent(x, bb);
        }

        Store(r0a, r0b, c);
        Store(r1a, r1b, c + 16);
        Store(r2a, r2b, c + 32);
        Store(r3a, r3b, c + 48);
        Store(r4a, r4b, c + 64);
        Store(r5a, r5b, c + 80);
        Store(r6a, r6b, c + 96);
        Store(r7a, r7b, c + 112);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Four(byte* a) => Avx512BW.ConvertToVector512Int16(Vector256.Create(*(uint*)a).AsByte());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> left, Vector512<int> right, int* c)
    {
        Sum(left).Store(c);
        Sum(right).Store(c + 8);
    }

    // The sum of a column is in the two halves of a 64-bit lane.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(Vector512<int> pairs) =>
        Avx512F.ConvertToVector256Int32(pairs.AsInt64() + (pairs.AsInt64() >>> 32));
}

/// <summary>6 rows by 16 columns by the dot product of AVX-VNNI: four products of bytes a lane, added to 32 bits.</summary>
internal readonly unsafe struct Int8KernelVnni : IInt8Kernel
{
    public static int Rows => 6;

    public static int Columns => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tile(byte** a, sbyte* b, int groups, int* c)
    {
        byte* a0 = a[0], a1 = a[1], a2 = a[2], a3 = a[3], a4 = a[4], a5 = a[5];
        Vector256<int> r0a = Vector256<int>.Zero, r0b = r0a, r1a = r0a, r1b = r0a, r2a = r0a, r2b = r0a;
        Vector256<int> r3a = r0a, r3b = r0a, r4a = r0a, r4b = r0a, r5a = r0a, r5b = r0a;
        for (int k = 0; k < 4 * groups; k += 4, b += 4 * PackedMatrix.BlockRows)
        {
            Vector256<sbyte> ba = Vector256.Load(b), bb = Vector256.Load(b + 32);
            Vector256<byte> x;
            x = Four(a0 + k);
            r0a = AvxVnni.MultiplyWideningAndAdd(r0a, x, ba);
            r0b = AvxVnni.MultiplyWideningAndAdd(r0b, x, bb);
            x = Four(a1 + k);
            r1a = AvxVnni.MultiplyWideningAndAdd(r1a, x, ba);
            r1b = AvxVnni.MultiplyWideningAndAdd(r1b, x, bb);
            x = Four(a2 + k);
            r2a = AvxVnni.MultiplyWideningAndAdd(r2a, x, ba);
            r2b = AvxVnni.MultiplyWideningAndAdd(r2b, x, bb);
            x = Four(a3 + k);
            r3a = AvxVnni.MultiplyWideningAndAdd(r3a, x, ba);
            r3b = AvxVnni.MultiplyWideningAndAdd(r3b, x, bb);
            x = Four(a4 + k);
            r4a = AvxVnni.MultiplyWideningAndAdd(r4a, x, ba);
            r4b = AvxVnni.MultiplyWideningAndAdd(r4b, x, bb);
            x = Four(a5 + k);
            r5a = AvxVnni.MultiplyWideningAndAdd(r5a, x, ba);
            r5b = AvxVnni.MultiplyWideningAndAdd(r5b, x, bb);
        }

        Store(r0a, r0b, c);
        Store(r1a, r1b, c + 16);
        Store(r2a, r2b, c + 32);
        Store(r3a, r3b, c + 48);
        Store(r4a, r4b, c + 64);
        Store(r5a, r5b, c + 80);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Four(byte* a) => Vector256.Create(*(uint*)a).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> left, Vector256<int> right, int* c)
    {
        left.Store(c);
        right.Store(c + 8);
    }
}
