using System.Collections.Immutable;
using Lucarne.Tensors.Products;
using Lucarne.Tensors.Types;

namespace Lucarne.Wan.Weights;

/// <summary>One tensor of a weight file: a view of mapped memory, valid while its <see cref="WeightStore"/> is open.</summary>
/// <param name="Name">Name, in the diffusers layout once the store has been opened.</param>
/// <param name="Type">Stored type.</param>
/// <param name="Shape">Lengths, slowest first.</param>
/// <param name="Data">First byte.</param>
public sealed unsafe record StoredTensor(string Name, ElementType Type, ImmutableArray<int> Shape, nint Data)
{
    /// <summary>Number of elements.</summary>
    public long Elements
    {
        get
        {
            long elements = 1;
            foreach (int length in Shape)
            {
                elements *= length;
            }

            return elements;
        }
    }

    /// <summary>Bytes in the file.</summary>
    public long Bytes => Type.Bytes(Elements);

    /// <summary>The tensor as a matrix of its first axis by all the others.</summary>
    public StoredMatrix AsMatrix() => new(Type, Data, Shape[0], checked((int)(Elements / Math.Max(1, Shape[0]))));

    /// <summary>Widens all elements.</summary>
    /// <param name="destination"><see cref="Elements"/> numbers.</param>
    public void CopyTo(float* destination)
    {
        const int Step = 1 << 20;
        for (long start = 0; start < Elements; start += Step)
        {
            int count = (int)Math.Min(Step, Elements - start);
            Widening.ToF32(Type, (byte*)Data + Type.Bytes(start), count, destination + start);
        }
    }

    /// <summary>Widens all elements into a new array.</summary>
    public float[] ToArray()
    {
        float[] numbers = new float[checked((int)Elements)];
        fixed (float* target = numbers)
        {
            CopyTo(target);
        }

        return numbers;
    }

    /// <summary>Number of elements of a shape; null when the product of its lengths is beyond what a file can hold, whatever the order of the axes.</summary>
    internal static long? Count(ReadOnlySpan<int> shape)
    {
        Int128 elements = 1;
        foreach (int length in shape)
        {
            elements *= Math.Max(1, length);
            if (elements > long.MaxValue / 8)
            {
                return null;
            }
        }

        return shape.Contains(0) ? 0 : (long)elements;
    }

    /// <summary>Throws when two tensors of a file share bytes, which no writer does.</summary>
    /// <exception cref="WeightFileException">Two do; both are named.</exception>
    internal static void RefuseOverlaps(string path, IEnumerable<StoredTensor> tensors)
    {
        StoredTensor? last = null;
        foreach (StoredTensor tensor in tensors.Where(t => t.Bytes > 0).OrderBy(t => t.Data))
        {
            if (last is not null && tensor.Data < last.Data + last.Bytes)
            {
                throw new WeightFileException(path, $"{last.Name} and {tensor.Name} share bytes.");
            }

            last = tensor;
        }
    }

    /// <summary>The shape in words: <c>[1536, 1536]</c>.</summary>
    public static string Describe(ReadOnlySpan<int> shape) => $"[{string.Join(", ", shape.ToArray())}]";
}

/// <summary>A weight file is broken, or not what its name says.</summary>
public sealed class WeightFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problem">What is wrong, as the end of a sentence.</param>
    public WeightFileException(string file, string problem)
        : base($"{Named(file)}: {problem}")
    {
    }

    // With its folder, because every part of a model has files of the same names.
    private static string Named(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) is { Length: > 0 } folder ? $"{folder}/{Path.GetFileName(file)}" : Path.GetFileName(file);
}
