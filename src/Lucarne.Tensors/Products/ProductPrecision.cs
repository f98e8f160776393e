namespace Lucarne.Tensors.Products;

/// <summary>What the factors of a matrix product are rounded to. Sums and results are binary32 (for <see cref="I8"/>, exact sums of whole numbers before that).</summary>
public enum ProductPrecision
{
    /// <summary>Binary32: factors as they are.</summary>
    F32,

    /// <summary>Both factors rounded to bfloat16, 8 bits of precision.</summary>
    BF16,

    /// <summary>Both factors rounded to signed bytes: weights with one scale an output channel, activations with one scale a row, taken anew at each call.</summary>
    I8,
}
