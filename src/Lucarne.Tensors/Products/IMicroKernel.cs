namespace Lucarne.Tensors.Products;

/// <summary>The innermost loop of the matrix product: one tile of the result, kept in registers over a run of the inner dimension.</summary>
/// <remarks>
/// <code>
///              b: [depth][Columns]
///            ┌────────────────────┐
///   a:       │ ...                │
///  [depth]   └────────────────────┘
///  [Rows]  ┌─┐ ┌──────────────────┐
///          │ │ │ c[r][n] (+)=     │   every c is one chain of fused multiply-adds over depth, so that
///          └─┘ │ Σ a[k][r]·b[k][n]│   each kernel gives the same bits as <see cref="ReferenceKernel"/>.
///              └──────────────────┘
/// </code>
/// </remarks>
internal unsafe interface IMicroKernel
{
    /// <summary>Rows of a tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of a tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Computes one full tile.</summary>
    /// <param name="a">Packed rows, [depth][Rows].</param>
    /// <param name="b">Packed columns, [depth][Columns], aligned to 64 bytes.</param>
    /// <param name="depth">Length of the inner dimension.</param>
    /// <param name="c">First element of the tile.</param>
    /// <param name="stride">Elements from one row of c to the next.</param>
    /// <param name="accumulate">True to add to what c holds, false to overwrite it.</param>
    static abstract void Tile(float* a, float* b, int depth, float* c, nint stride, bool accumulate);
}
