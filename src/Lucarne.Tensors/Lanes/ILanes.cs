using System.Numerics;

namespace Lucarne.Tensors.Lanes;

/// <summary>A register of binary32 numbers of one width: a kernel is written once over it and compiled for each.</summary>
/// <typeparam name="TSelf">The width: <see cref="Lanes512"/>, <see cref="Lanes256"/>, <see cref="Lanes128"/>, or <see cref="Lanes1"/>, the scalar reference.</typeparam>
/// <remarks>Every operation rounds each lane by itself as IEEE 754 says, so lane-wise kernels give the same bits at every width.</remarks>
internal unsafe interface ILanes<TSelf> :
    IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>, IDivisionOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Numbers in a register.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Reads <see cref="Count"/> numbers.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Writes <see cref="Count"/> numbers.</summary>
    void Store(float* target);

    /// <summary>Larger of each pair; a NaN on the right stays, one on the left may give way.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>Smaller of each pair; a NaN on the right stays, one on the left may give way.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>Nearest whole number, ties to even.</summary>
    static abstract TSelf Round(TSelf value);

    /// <summary>2 to the power of whole numbers from −126 to 127.</summary>
    static abstract TSelf PowerOfTwo(TSelf whole);

    /// <summary><paramref name="then"/> where left &lt; right, <paramref name="otherwise"/> elsewhere.</summary>
    static abstract TSelf WhereLess(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>Sum over the lanes.</summary>
    static abstract float Sum(TSelf value);
}
