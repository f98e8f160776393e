namespace Lucarne.Tensors.Products;

/// <summary>The scalar loop that the vector kernels equal, bit for bit.</summary>
internal readonly unsafe struct ReferenceKernel : IMicroKernel
{
    public static int Rows => 4;

    public static int Columns => 4;

    public static void Tile(float* a, float* b, int depth, float* c, nint stride, bool accumulate)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                float sum = 0;
                for (int k = 0; k < depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a[(k * Rows) + row], b[(k * Columns) + column], sum);
                }

                float* target = c + (row * stride) + column;
                *target = accumulate ? *target + sum : sum;
            }
        }
    }
}
