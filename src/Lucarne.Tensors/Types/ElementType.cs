namespace Lucarne.Tensors.Types;

/// <summary>How the numbers of a tensor are stored.</summary>
public enum ElementType
{
    /// <summary>IEEE 754 binary32.</summary>
    F32,

    /// <summary>IEEE 754 binary16.</summary>
    F16,

    /// <summary>The upper half of a binary32.</summary>
    BF16,

    /// <summary>8-bit float, 4 exponent and 3 fraction bits, no infinity (OCP FP8 E4M3).</summary>
    F8E4M3,

    /// <summary>8-bit float, 5 exponent and 2 fraction bits (OCP FP8 E5M2).</summary>
    F8E5M2,

    /// <summary>Signed byte.</summary>
    I8,

    /// <summary>Signed 32-bit integer.</summary>
    I32,

    /// <summary>Signed 64-bit integer.</summary>
    I64,

    /// <summary>GGUF Q8_0: blocks of 32 signed bytes with one binary16 scale, 34 bytes a block.</summary>
    Q8_0,

    /// <summary>GGUF Q4_K: super-blocks of 256 four-bit numbers with six-bit scales and minima, 144 bytes a super-block.</summary>
    Q4_K,
}

/// <summary>Sizes of element types.</summary>
public static class ElementTypes
{
    /// <summary>Elements that are stored together: 1 except for the block formats.</summary>
    public static int BlockElements(this ElementType type) => type switch
    {
        ElementType.Q8_0 => 32,
        ElementType.Q4_K => 256,
        _ => 1,
    };

    /// <summary>Bytes of one element, or of one block for the block formats.</summary>
    public static int BlockBytes(this ElementType type) => type switch
    {
        ElementType.F32 or ElementType.I32 => 4,
        ElementType.F16 or ElementType.BF16 => 2,
        ElementType.F8E4M3 or ElementType.F8E5M2 or ElementType.I8 => 1,
        ElementType.I64 => 8,
        ElementType.Q8_0 => 34,
        ElementType.Q4_K => 144,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Bytes that a number of elements takes.</summary>
    /// <exception cref="ArgumentException">The number is not a whole number of blocks.</exception>
    public static long Bytes(this ElementType type, long elements)
    {
        long blocks = Math.DivRem(elements, type.BlockElements(), out long rest);
        if (rest != 0)
        {
            throw new ArgumentException($"{elements} elements are not a whole number of {type} blocks of {type.BlockElements()}.", nameof(elements));
        }

        return checked(blocks * type.BlockBytes());
    }
}
