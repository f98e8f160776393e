using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lucarne.Tensors.Lanes;
using Lucarne.Tensors.Threading;

namespace Lucarne.Tensors.Elementwise;

/// <summary>Kernels that work on each row of [rows, columns] by itself, shared between the threads of a pool by rows.</summary>
/// <remarks>Rows are contiguous. Inputs and output may be the same memory.</remarks>
public static unsafe class RowKernels
{
    /// <summary>Layer norm: (x − mean) / √(variance + epsilon), then · gain + offset where given.</summary>
    /// <param name="pool">Threads.</param>
    /// <param name="x">Input, [rows, columns].</param>
    /// <param name="y">Output, [rows, columns].</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="gain">[groups, stride], its first <paramref name="columns"/> numbers of a group by column, or null for 1.</param>
    /// <param name="offset">As <paramref name="gain"/>, or null for 0.</param>
    /// <param name="groups">Group of each row, or null when all rows are of group 0.</param>
    /// <param name="groupStride">Numbers from one group's gain to the next's.</param>
    /// <param name="onePlusGain">True to multiply by 1 + gain, as the modulated norms of diffusion transformers do.</param>
    public static void LayerNorm(ComputePool pool, float* x, float* y, int rows, int columns, float epsilon, float* gain, float* offset, int* groups = null, nint groupStride = 0, bool onePlusGain = false) =>
        Rows.Run(pool, new NormRows(x, y, columns, epsilon, gain, offset, groups, groupStride, onePlusGain, centred: true), rows);

    /// <summary>Root-mean-square norm: x / √(mean of squares + epsilon) · gain.</summary>
    public static void RmsNorm(ComputePool pool, float* x, float* y, int rows, int columns, float epsilon, float* gain) =>
        Rows.Run(pool, new NormRows(x, y, columns, epsilon, gain, null, null, 0, onePlusGain: false, centred: false), rows);

    /// <summary>y = GELU(x), tanh form.</summary>
    public static void GeluTanh(ComputePool pool, float* x, float* y, int rows, int columns) => Rows.Run(pool, new GeluRows(x, y, columns), rows);

    /// <summary>y = GELU(x) by the error function; scalar, for the few rows of an image's tokens.</summary>
    public static void GeluExact(ComputePool pool, float* x, float* y, int rows, int columns) => Rows.Run(pool, new GeluExactRows(x, y, columns), rows);

    /// <summary>y = x · sigmoid(x).</summary>
    public static void SiLU(ComputePool pool, float* x, float* y, int rows, int columns) => Rows.Run(pool, new SiLURows(x, y, columns), rows);

    /// <summary>y = GELU(gate) · x, tanh form: the gated layer of T5.</summary>
    public static void GeluGate(ComputePool pool, float* gate, float* x, float* y, int rows, int columns) => Rows.Run(pool, new GateRows(gate, x, y, columns), rows);

    /// <summary>y += x · gate: a gated residual. The gate is [groups, stride] by column, as in <see cref="LayerNorm"/>; null for 1.</summary>
    public static void AddScaled(ComputePool pool, float* x, float* y, int rows, int columns, float* gate, int* groups = null, nint groupStride = 0) =>
        Rows.Run(pool, new AddRows(x, y, columns, gate, groups, groupStride), rows);

    /// <summary>Turns pairs (x[2j], x[2j+1]) of each head by the row's angles: rotary position embedding, interleaved form.</summary>
    /// <param name="pool">Threads.</param>
    /// <param name="x">[rows, heads, headSize], changed in place.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="heads">Heads.</param>
    /// <param name="headSize">Numbers a head, even.</param>
    /// <param name="cosines">[rows, headSize / 2].</param>
    /// <param name="sines">[rows, headSize / 2].</param>
    public static void Rotate(ComputePool pool, float* x, int rows, int heads, int headSize, float* cosines, float* sines) =>
        Rows.Run(pool, new RotateRows(x, heads, headSize, cosines, sines), rows);

    private readonly struct NormRows(float* x, float* y, int columns, float epsilon, float* gain, float* offset, int* groups, nint groupStride, bool onePlusGain, bool centred) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* source = x + ((long)row * columns), target = y + ((long)row * columns);
            float mean = centred ? Sum<T>(source) / columns : 0;
            float variance = SumOfSquares<T>(source, mean) / columns;
            float scale = 1f / MathF.Sqrt(variance + epsilon);
            nint group = groups is null ? 0 : groups[row] * groupStride;
            float* g = gain is null ? null : gain + group, o = offset is null ? null : offset + group;
            float one = onePlusGain ? 1f : 0f;
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                T value = (T.Load(source + i) - T.Create(mean)) * T.Create(scale);
                if (g is not null)
                {
                    value *= T.Load(g + i) + T.Create(one);
                }

                if (o is not null)
                {
                    value += T.Load(o + i);
                }

                value.Store(target + i);
            }

            for (; i < columns; i++)
            {
                float value = (source[i] - mean) * scale;
                value = g is null ? value : value * (g[i] + one);
                target[i] = o is null ? value : value + o[i];
            }
        }

        private float Sum<T>(float* source)
            where T : struct, ILanes<T>
        {
            T sum = T.Create(0);
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                sum += T.Load(source + i);
            }

            float total = T.Sum(sum);
            for (; i < columns; i++)
            {
                total += source[i];
            }

            return total;
        }

        private float SumOfSquares<T>(float* source, float mean)
            where T : struct, ILanes<T>
        {
            T sum = T.Create(0), centre = T.Create(mean);
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                T value = T.Load(source + i) - centre;
                sum = T.MultiplyAdd(value, value, sum);
            }

            float total = T.Sum(sum);
            for (; i < columns; i++)
            {
                total += (source[i] - mean) * (source[i] - mean);
            }

            return total;
        }
    }

    private readonly struct GeluRows(float* x, float* y, int columns) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* source = x + ((long)row * columns), target = y + ((long)row * columns);
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                LaneMath.GeluTanh(T.Load(source + i)).Store(target + i);
            }

            for (; i < columns; i++)
            {
                LaneMath.GeluTanh(Lanes1.Load(source + i)).Store(target + i);
            }
        }
    }

    private readonly struct GeluExactRows(float* x, float* y, int columns) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            for (long i = (long)row * columns, end = i + columns; i < end; i++)
            {
                y[i] = (float)(0.5 * x[i] * ErrorFunction.Complement(-x[i] * 0.70710678118654752));
            }
        }
    }

    private readonly struct SiLURows(float* x, float* y, int columns) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* source = x + ((long)row * columns), target = y + ((long)row * columns);
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                LaneMath.SiLU(T.Load(source + i)).Store(target + i);
            }

            for (; i < columns; i++)
            {
                LaneMath.SiLU(Lanes1.Load(source + i)).Store(target + i);
            }
        }
    }

    private readonly struct GateRows(float* gate, float* x, float* y, int columns) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            long start = (long)row * columns;
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                (LaneMath.GeluTanh(T.Load(gate + start + i)) * T.Load(x + start + i)).Store(y + start + i);
            }

            for (; i < columns; i++)
            {
                (LaneMath.GeluTanh(Lanes1.Load(gate + start + i)) * Lanes1.Load(x + start + i)).Store(y + start + i);
            }
        }
    }

    private readonly struct AddRows(float* x, float* y, int columns, float* gate, int* groups, nint groupStride) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            float* source = x + ((long)row * columns), target = y + ((long)row * columns), g = gate is null ? null : gate + (groups is null ? 0 : groups[row] * groupStride);
            int i = 0;
            for (; i <= columns - T.Count; i += T.Count)
            {
                T addend = T.Load(source + i);
                (T.Load(target + i) + (g is null ? addend : addend * T.Load(g + i))).Store(target + i);
            }

            for (; i < columns; i++)
            {
                target[i] += g is null ? source[i] : source[i] * g[i];
            }
        }
    }

    private readonly struct RotateRows(float* x, int heads, int headSize, float* cosines, float* sines) : IRowOperator
    {
        public void Run<T>(int row)
            where T : struct, ILanes<T>
        {
            int half = headSize / 2;
            float* values = x + ((long)row * heads * headSize), c = cosines + ((long)row * half), s = sines + ((long)row * half);
            for (int head = 0; head < heads; head++, values += headSize)
            {
                for (int pair = 0; pair < half; pair++)
                {
                    float even = values[2 * pair], odd = values[(2 * pair) + 1];
                    values[2 * pair] = (even * c[pair]) - (odd * s[pair]);
                    values[(2 * pair) + 1] = (even * s[pair]) + (odd * c[pair]);
                }
            }
        }
    }
}

/// <summary>What a row kernel does to one row, at a given width.</summary>
internal interface IRowOperator
{
    /// <summary>Works on one row.</summary>
    void Run<T>(int row)
        where T : struct, ILanes<T>;
}

/// <summary>Shares rows between threads and picks the width.</summary>
internal static class Rows
{
    private const int RowsPerPart = 16;

    public static void Run<TOperator>(ComputePool pool, TOperator operation, int rows)
        where TOperator : struct, IRowOperator
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Work<TOperator, Lanes512>.Run(pool, operation, rows);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Work<TOperator, Lanes256>.Run(pool, operation, rows);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Work<TOperator, Lanes128>.Run(pool, operation, rows);
        }
        else
        {
            Work<TOperator, Lanes1>.Run(pool, operation, rows);
        }
    }

    /// <summary>Works on all rows on the calling thread, which is at work on a part already.</summary>
    public static void RunAlone<TOperator>(TOperator operation, int rows)
        where TOperator : struct, IRowOperator
    {
        for (int row = 0; row < rows; row++)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                operation.Run<Lanes512>(row);
            }
            else if (Vector256.IsHardwareAccelerated)
            {
                operation.Run<Lanes256>(row);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                operation.Run<Lanes128>(row);
            }
            else
            {
                operation.Run<Lanes1>(row);
            }
        }
    }

    internal sealed class Work<TOperator, TLanes> : IParallelWork
        where TOperator : struct, IRowOperator
        where TLanes : struct, ILanes<TLanes>
    {
        [ThreadStatic]
        private static Work<TOperator, TLanes>? _reused;

        private TOperator _operation;
        private int _rows;

        public static void Run(ComputePool pool, TOperator operation, int rows)
        {
            Work<TOperator, TLanes> work = _reused ??= new();
            work._operation = operation;
            work._rows = rows;
            pool.Run(work, (rows + RowsPerPart - 1) / RowsPerPart);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void IParallelWork.Run(int part, int worker)
        {
            int end = Math.Min(_rows, (part + 1) * RowsPerPart);
            for (int row = part * RowsPerPart; row < end; row++)
            {
                _operation.Run<TLanes>(row);
            }
        }
    }
}
