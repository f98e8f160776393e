using Lucarne.Tensors.Memory;

namespace Lucarne.Wan.Transformer;

/// <summary>Cosines and sines of the rotary position embedding over frames, rows and columns of latent patches.</summary>
/// <remarks>
/// A head of size d gives 2·⌊d/6⌋ numbers to rows, as many to columns and the rest to frames; pair j of an axis of size a turns by position · 10000^(−2j/a).
/// Angles are computed in binary64, as the reference does.
/// </remarks>
internal sealed unsafe class RotaryTable : IDisposable
{
    private readonly NativeBuffer<float> _cosines;
    private readonly NativeBuffer<float> _sines;

    /// <summary>Makes the table for tokens in the order frame, row, column.</summary>
    /// <param name="headSize">Numbers a head.</param>
    /// <param name="frames">Frames of patches.</param>
    /// <param name="rows">Rows of patches.</param>
    /// <param name="columns">Columns of patches.</param>
    /// <param name="firstFrame">Position of the first frame in the whole video.</param>
    /// <param name="budget">Owner of the memory: tokens · headSize floats.</param>
    public RotaryTable(int headSize, int frames, int rows, int columns, int firstFrame, MemoryBudget budget)
    {
        int half = headSize / 2, side = headSize / 6, time = half - (2 * side);
        long tokens = (long)frames * rows * columns;
        _cosines = new NativeBuffer<float>(budget, tokens * half);
        _sines = new NativeBuffer<float>(budget, tokens * half);
        double[] timeSpeeds = Speeds(time), sideSpeeds = Speeds(side);
        float* cosine = _cosines.Pointer, sine = _sines.Pointer;
        for (int frame = 0; frame < frames; frame++)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    Write(timeSpeeds, firstFrame + frame, ref cosine, ref sine);
                    Write(sideSpeeds, row, ref cosine, ref sine);
                    Write(sideSpeeds, column, ref cosine, ref sine);
                }
            }
        }
    }

    /// <summary>[tokens, headSize / 2].</summary>
    public float* Cosines => _cosines.Pointer;

    /// <summary>[tokens, headSize / 2].</summary>
    public float* Sines => _sines.Pointer;

    public void Dispose()
    {
        _cosines.Dispose();
        _sines.Dispose();
    }

    private static double[] Speeds(int pairs)
    {
        double[] speeds = new double[pairs];
        for (int j = 0; j < pairs; j++)
        {
            speeds[j] = Math.Pow(10_000, -(double)j / pairs);
        }

        return speeds;
    }

    private static void Write(double[] speeds, int position, ref float* cosine, ref float* sine)
    {
        foreach (double speed in speeds)
        {
            (double s, double c) = Math.SinCos(position * speed);
            *cosine++ = (float)c;
            *sine++ = (float)s;
        }
    }
}
