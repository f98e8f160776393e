using System.Runtime.InteropServices;

namespace Lucarne.Diorama.Rendering.Simd;

/// <summary>Memory outside the collected heap, aligned to 64 bytes and padded so that a vector may read past the end.</summary>
/// <remarks>Grows and never shrinks. Fresh memory is zero. Its owner disposes of it.</remarks>
internal sealed unsafe class NativeBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int PaddingBytes = 256;

    public NativeBuffer(int count = 0)
    {
        if (count > 0)
        {
            Grow(count);
        }
    }

    public T* Pointer { get; private set; }

    public int Capacity { get; private set; }

    public Span<T> Span => new(Pointer, Capacity);

    public ref T this[int index] => ref Pointer[index];

    /// <summary>Makes room for this many; what was there is kept.</summary>
    public void Reserve(int count)
    {
        if (count > Capacity)
        {
            Grow(Math.Max(count, Capacity + (Capacity / 2)));
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        Capacity = 0;
    }

    private void Grow(int count)
    {
        nuint bytes = ((nuint)count * (nuint)sizeof(T)) + PaddingBytes;
        T* grown = (T*)NativeMemory.AlignedAlloc(bytes, 64);
        NativeMemory.Clear(grown, bytes);
        if (Pointer != null)
        {
            NativeMemory.Copy(Pointer, grown, (nuint)Capacity * (nuint)sizeof(T));
            NativeMemory.AlignedFree(Pointer);
        }

        Pointer = grown;
        Capacity = count;
    }
}
