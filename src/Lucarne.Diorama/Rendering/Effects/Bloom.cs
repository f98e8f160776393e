using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Light that spreads from bright places: ever smaller copies of the bright part, blurred and added up.</summary>
internal sealed unsafe class Bloom : IDisposable
{
    private const int Levels = 5;

    /// <summary>Radiance from which light spreads.</summary>
    private const float Knee = 0.9f;

    private readonly Plane[] _levels = new Plane[Levels];
    private readonly NativeBuffer<float> _row;

    public Bloom(int halfStride, int halfRows)
    {
        int stride = halfStride, rows = halfRows;
        for (int i = 0; i < Levels; i++)
        {
            stride = Math.Max(MaxWidth, ((stride / 2) + MaxWidth - 1) / MaxWidth * MaxWidth);
            rows = Math.Max(1, (rows + 1) / 2);
            _levels[i] = new Plane(stride, rows);
        }

        _row = new NativeBuffer<float>(halfStride + (2 * MaxWidth));
    }

    /// <summary>The sum, a quarter of the picture's size.</summary>
    public Plane Result => _levels[0];

    /// <summary>Makes one row of the quarter-size bright part.</summary>
    [MethodImpl(Kernel)]
    public void Extract(FrameTargets targets, bool blurred, int row)
    {
        float* red = (blurred ? targets.LensRed : targets.HalfRed).Pointer, green = (blurred ? targets.LensGreen : targets.HalfGreen).Pointer, blue = (blurred ? targets.LensBlue : targets.HalfBlue).Pointer;
        int half = targets.Stride / 2, lastRow = ((targets.Height + 1) / 2) - 1;
        int top = Math.Min(2 * row, lastRow) * half, bottom = Math.Min((2 * row) + 1, lastRow) * half;
        Plane to = _levels[0];
        for (int x = 0; x < to.Stride; x += VF.Count)
        {
            int from = Math.Min(2 * x, half - (2 * VF.Count));
            VF r = Mean(red + from, top, bottom), g = Mean(green + from, top, bottom), b = Mean(blue + from, top, bottom);
            VF peak = Max(r, Max(g, b));
            VF over = Max(peak - F(Knee), VF.Zero);
            VF share = over / (peak + F(0.5f));
            share = Min(share, F(6f) / Max(peak, F(1e-3f)));
            int at = (row * to.Stride) + x;
            (r * share).Store(to.Red.Pointer + at);
            (g * share).Store(to.Green.Pointer + at);
            (b * share).Store(to.Blue.Pointer + at);
        }
    }

    /// <summary>Spreads the bright part over all sizes.</summary>
    public void Spread()
    {
        for (int i = 1; i < Levels; i++)
        {
            Down(_levels[i - 1].Red, _levels[i].Red, _levels[i - 1], _levels[i]);
            Down(_levels[i - 1].Green, _levels[i].Green, _levels[i - 1], _levels[i]);
            Down(_levels[i - 1].Blue, _levels[i].Blue, _levels[i - 1], _levels[i]);
        }

        for (int i = Levels - 1; i > 0; i--)
        {
            Up(_levels[i].Red, _levels[i - 1].Red, _levels[i], _levels[i - 1]);
            Up(_levels[i].Green, _levels[i - 1].Green, _levels[i], _levels[i - 1]);
            Up(_levels[i].Blue, _levels[i - 1].Blue, _levels[i], _levels[i - 1]);
        }
    }

    public void Dispose()
    {
        foreach (Plane level in _levels)
        {
            level.Dispose();
        }

        _row.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Mean(float* from, int top, int bottom) =>
        Quarter(from + top, from + bottom);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Quarter(float* top, float* bottom)
    {
        Split(top, out VF a, out VF b);
        Split(bottom, out VF c, out VF d);
        return (a + b + (c + d)) * F(0.25f);
    }

    /// <summary>Half the size with weights 1, 3, 3, 1 both ways.</summary>
    [MethodImpl(Kernel)]
    private void Down(NativeBuffer<float> from, NativeBuffer<float> to, Plane source, Plane target)
    {
        float* line = _row.Pointer + MaxWidth;
        VI even = VI.Indices + VI.Indices;
        for (int y = 0; y < target.Rows; y++)
        {
            float* a = from.Pointer + (Math.Clamp((2 * y) - 1, 0, source.Rows - 1) * source.Stride), b = from.Pointer + (Math.Clamp(2 * y, 0, source.Rows - 1) * source.Stride);
            float* c = from.Pointer + (Math.Clamp((2 * y) + 1, 0, source.Rows - 1) * source.Stride), d = from.Pointer + (Math.Clamp((2 * y) + 2, 0, source.Rows - 1) * source.Stride);
            for (int x = 0; x < source.Stride; x += VF.Count)
            {
                VF sum = (Vector.Load(a + x) + Vector.Load(d + x)) * F(0.125f);
                Fma(Vector.Load(b + x) + Vector.Load(c + x), F(0.375f), sum).Store(line + x);
            }

            line[-1] = line[0];
            line[source.Stride] = line[source.Stride - 1];
            for (int x = 0; x < target.Stride; x += VF.Count)
            {
                float* at = line + Math.Min(2 * x, source.Stride - (2 * VF.Count));
                VF sum = (Gather(at - 1, even) + Gather(at + 2, even)) * F(0.125f);
                Fma(Gather(at, even) + Gather(at + 1, even), F(0.375f), sum).Store(to.Pointer + (y * target.Stride) + x);
            }
        }
    }

    /// <summary>Adds a smaller level to the next larger one, interpolated.</summary>
    [MethodImpl(Kernel)]
    private void Up(NativeBuffer<float> from, NativeBuffer<float> to, Plane source, Plane target)
    {
        float* line = _row.Pointer + MaxWidth;
        for (int y = 0; y < target.Rows; y++)
        {
            int near = Math.Min(y / 2, source.Rows - 1), far = Math.Clamp(near + ((y & 1) == 0 ? -1 : 1), 0, source.Rows - 1);
            for (int x = 0; x < source.Stride; x += VF.Count)
            {
                VF sum = Vector.Load(from.Pointer + (far * source.Stride) + x) * F(0.25f);
                Fma(Vector.Load(from.Pointer + (near * source.Stride) + x), F(0.75f), sum).Store(line + x);
            }

            line[-1] = line[0];
            line[source.Stride] = line[source.Stride - 1];
            for (int x = 0; x < target.Stride; x += VF.Count)
            {
                VI column = VI.Indices + new VI(x);
                VI close = Vector.Min(Vector.ShiftRightArithmetic(column, 1), new VI(source.Stride - 1));
                VI beside = close + Vector.ConditionalSelect(Vector.Equals(column & VI.One, VI.Zero), VI.Zero - VI.One, VI.One);
                VF sum = Fma(Gather(line, close), F(0.75f), Gather(line, beside) * F(0.25f));
                int at = (y * target.Stride) + x;
                Fma(sum, F(0.85f), Vector.Load(to.Pointer + at)).Store(to.Pointer + at);
            }
        }
    }

    /// <summary>Three colour planes of one size.</summary>
    public sealed class Plane(int stride, int rows) : IDisposable
    {
        public int Stride { get; } = stride;

        public int Rows { get; } = rows;

        public NativeBuffer<float> Red { get; } = new(stride * rows);

        public NativeBuffer<float> Green { get; } = new(stride * rows);

        public NativeBuffer<float> Blue { get; } = new(stride * rows);

        public void Dispose()
        {
            Red.Dispose();
            Green.Dispose();
            Blue.Dispose();
        }
    }
}
