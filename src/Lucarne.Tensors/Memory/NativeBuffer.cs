using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lucarne.Tensors.Memory;

/// <summary>A run of <typeparamref name="T"/> in native memory, aligned to 64 bytes, owned by a <see cref="MemoryBudget"/>.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <remarks>Not zeroed at first unless asked. Disposing gives the memory back; use after that is a bug and throws.</remarks>
public sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int AlignmentBytes = 64;
    private readonly MemoryBudget _budget;
    private readonly long _bytes;
    private T* _pointer;

    /// <summary>Takes memory from a budget.</summary>
    /// <param name="budget">Owner of the memory.</param>
    /// <param name="length">Number of elements; 0 or more.</param>
    /// <param name="cleared">True to fill it with zeros.</param>
    /// <exception cref="MemoryBudgetExceededException">The budget's limit would be passed.</exception>
    public NativeBuffer(MemoryBudget budget, long length, bool cleared = false)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _budget = budget;
        Length = length;

        // One alignment more than needed, so that a vector load at the last element stays inside.
        _bytes = checked((length * sizeof(T)) + AlignmentBytes);
        budget.Take(_bytes);
        try
        {
            _pointer = (T*)NativeMemory.AlignedAlloc((nuint)_bytes, AlignmentBytes);
        }
        catch (OutOfMemoryException)
        {
            budget.Give(_bytes);
            throw;
        }

        if (cleared)
        {
            NativeMemory.Clear(_pointer, (nuint)_bytes);
        }
    }

    /// <summary>Frees the memory of a buffer that nobody disposed.</summary>
    ~NativeBuffer() => Free();

    /// <summary>Number of elements.</summary>
    public long Length { get; }

    /// <summary>First element.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public T* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ObjectDisposedException.ThrowIf(_pointer is null, this);
            return _pointer;
        }
    }

    /// <summary>A part of the buffer as a span.</summary>
    /// <param name="start">First element.</param>
    /// <param name="length">Number of elements; it must lie within the buffer.</param>
    public Span<T> Slice(long start, int length)
    {
        if (start < 0 || length < 0 || start + length > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"[{start}, {start + length}) is not within a buffer of {Length} elements.");
        }

        return new Span<T>(Pointer + start, length);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        T* pointer = _pointer;
        if (pointer is not null)
        {
            _pointer = null;
            NativeMemory.AlignedFree(pointer);
            _budget.Give(_bytes);
        }
    }
}
