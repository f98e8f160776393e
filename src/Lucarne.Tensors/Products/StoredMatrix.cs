using Lucarne.Tensors.Types;

namespace Lucarne.Tensors.Products;

/// <summary>A weight matrix as it is stored: a view, it owns nothing.</summary>
/// <param name="Type">Element type.</param>
/// <param name="Data">First byte.</param>
/// <param name="Rows">Outputs, N.</param>
/// <param name="Columns">Inputs, K; a whole number of blocks of <paramref name="Type"/>.</param>
public readonly unsafe record struct StoredMatrix(ElementType Type, nint Data, int Rows, int Columns)
{
    /// <summary>Bytes of the whole matrix.</summary>
    public long Bytes => Rows * Type.Bytes(Columns);
}
