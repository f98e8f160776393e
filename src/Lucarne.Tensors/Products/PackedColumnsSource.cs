using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lucarne.Tensors.Products;

/// <summary>The columns of a product out of a <see cref="PackedMatrix"/> in bfloat16, widened to binary32 as they are packed into panels.</summary>
internal readonly unsafe struct PackedColumnsSource(PackedMatrix matrix) : IPanelSource
{
    // The padding of a block is zeros, so lines that do not exist come out as the panel wants them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(int line0, int lines, int width, int k0, int depth, float* panel)
    {
        uint* pairs = (uint*)matrix.Block(line0) + ((long)(k0 / 2) * PackedMatrix.BlockRows) + (line0 % PackedMatrix.BlockRows);
        for (int k = 0; k < depth; k += 2, pairs += PackedMatrix.BlockRows, panel += 2 * width)
        {
            bool both = k + 1 < depth;
            for (int i = 0; i < width; i += Vector128<uint>.Count)
            {
                Vector128<uint> pair = Vector128.Load(pairs + i);
                (pair << 16).AsSingle().Store(panel + i);
                if (both)
                {
                    (pair & Vector128.Create(0xFFFF0000u)).AsSingle().Store(panel + width + i);
                }
            }
        }
    }
}
