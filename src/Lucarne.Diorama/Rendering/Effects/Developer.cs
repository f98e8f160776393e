using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Develops linear radiance into the picture: lens blur, what falls, bloom, exposure, filmic curve, grade, vignette, grain, then BT.709 limited-range YUV.</summary>
internal sealed unsafe class Developer : IDisposable
{
    /// <summary>Rows of scratch for each thread: Y, U and V of two rows; four half-size rows; three quarter-size and three bloom rows.</summary>
    private const int ScratchRows = 16;

    private readonly int _stride;
    private readonly NativeBuffer<float> _rows;
    private Vector3 _gain;
    private float _saturation;
    private float _contrast;
    private float _vignette;
    private float _grain;
    private float _bloom;
    private int _seed;

    public Developer(int stride, int workers)
    {
        _stride = stride + (4 * MaxWidth);
        _rows = new NativeBuffer<float>(workers * ScratchRows * _stride);
    }

    /// <summary>Light spreads from bright places.</summary>
    public bool Blooms => _bloom > 0;

    public void Prepare(Grade grade, ulong seed, double seconds)
    {
        float stops = float.IsFinite(grade.ExposureStops) ? Math.Clamp(grade.ExposureStops, -12, 12) : 0;
        Vector3 tint = float.IsFinite(grade.Tint.X + grade.Tint.Y + grade.Tint.Z) ? Vector3.Clamp(grade.Tint, Vector3.Zero, new Vector3(16)) : Vector3.One;
        _gain = tint * MathF.Pow(2, stops);
        _saturation = Clean(grade.Saturation, 0, 3, 1);
        _contrast = Clean(grade.Contrast, 0, 3, 1);
        _vignette = Clean(grade.Vignette, 0, 1, 0);
        _grain = Clean(grade.Grain, 0, 1, 0);
        _bloom = Clean(grade.Bloom, 0, 1, 0);
        _seed = (int)seed ^ (int)((double.IsFinite(seconds) ? seconds : 0) * 1000);
    }

    /// <summary>Develops two rows, which share their chroma. <paramref name="pair"/> counts pairs of rows from the top.</summary>
    [MethodImpl(Kernel)]
    public void Run(ShadingContext context, Bloom bloom, bool lens, FrameBuffer output, int worker, int pair)
    {
        FrameTargets targets = context.Targets;
        float* scratch = _rows.Pointer + (worker * ScratchRows * _stride);
        int rows = Math.Min(2, output.Height - (2 * pair));
        for (int row = 0; row < rows; row++)
        {
            int y = (2 * pair) + row;
            if (lens)
            {
                MixHalfRows(targets, y, scratch + (6 * _stride));
            }

            if (Blooms)
            {
                WidenBloom(bloom.Result, y, scratch + (10 * _stride));
            }

            Row(context, lens, y, scratch, scratch + (row * 3 * _stride));
        }

        if (rows == 1)
        {
            new ReadOnlySpan<float>(scratch, 3 * _stride).CopyTo(new Span<float>(scratch + (3 * _stride), 3 * _stride));
        }

        fixed (byte* data = output.Data)
        {
            for (int row = 0; row < rows; row++)
            {
                ToBytes(scratch + (row * 3 * _stride), data + (((2 * pair) + row) * output.Width), output.Width);
            }

            byte* blue = data + (output.Width * output.Height) + (pair * output.ChromaWidth);
            byte* red = blue + (output.ChromaWidth * output.ChromaHeight);
            Chroma(scratch + _stride, output, blue);
            Chroma(scratch + (2 * _stride), output, red);
        }
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>Narrows values in 0…255 to bytes.</summary>
    private static void ToBytes(float* from, byte* to, int count)
    {
        int x = 0;
        for (; x + Vector<byte>.Count <= count; x += Vector<byte>.Count)
        {
            Vector<short> low = Vector.Narrow(ToInt(Vector.Load(from + x)), ToInt(Vector.Load(from + x + VF.Count)));
            Vector<short> high = Vector.Narrow(ToInt(Vector.Load(from + x + (2 * VF.Count))), ToInt(Vector.Load(from + x + (3 * VF.Count))));
            Vector.AsVectorByte(Vector.Narrow(low, high)).Store(to + x);
        }

        for (; x < count; x++)
        {
            to[x] = (byte)(int)from[x];
        }
    }

    /// <summary>Means of four neighbours of two rows that lie three scratch rows apart.</summary>
    private void Chroma(float* top, FrameBuffer output, byte* to)
    {
        float* bottom = top + (3 * _stride);
        if ((output.Width & 1) == 1)
        {
            (top[output.Width], bottom[output.Width]) = (top[output.Width - 1], bottom[output.Width - 1]);
        }

        for (int x = 0; x < output.ChromaWidth; x += VF.Count)
        {
            float* over = top + (2 * x), under = bottom + (2 * x);
            Split(Vector.Load(over) + Vector.Load(under), Vector.Load(over + VF.Count) + Vector.Load(under + VF.Count), out VF even, out VF odd);
            Fma(even + odd, F(0.25f), F(0.5f)).Store(top + x);
        }

        ToBytes(top, to, output.ChromaWidth);
    }

    /// <summary>The four lens planes between the two half-size rows around a row.</summary>
    [MethodImpl(Kernel)]
    private void MixHalfRows(FrameTargets targets, int y, float* to)
    {
        int half = targets.Stride / 2, row0 = Math.Max(0, (y - 1) >> 1), row1 = Math.Min((targets.Rows / 2) - 1, row0 + 1);
        VF t = F((y & 1) == 1 ? 0.25f : 0.75f);
        for (int plane = 0; plane < 4; plane++)
        {
            float* from = (plane switch { 0 => targets.LensRed, 1 => targets.LensGreen, 2 => targets.LensBlue, _ => targets.LensShare }).Pointer;
            float* line = to + (plane * _stride) + MaxWidth;
            for (int x = 0; x < half; x += VF.Count)
            {
                Lerp(Vector.Load(from + (row0 * half) + x), Vector.Load(from + (row1 * half) + x), t).Store(line + x);
            }

            line[-1] = line[0];
            line[half] = line[half - 1];
        }
    }

    /// <summary>The three bloom planes at half a row's resolution; <see cref="Row"/> widens them once more.</summary>
    [MethodImpl(Kernel)]
    private void WidenBloom(Bloom.Plane bloom, int y, float* to)
    {
        float at = Math.Max(0, ((y + 0.5f) * 0.25f) - 0.5f);
        int row0 = Math.Min((int)at, bloom.Rows - 1), row1 = Math.Min(row0 + 1, bloom.Rows - 1);
        VF t = F(at - (int)at);
        for (int plane = 0; plane < 3; plane++)
        {
            float* from = (plane switch { 0 => bloom.Red, 1 => bloom.Green, _ => bloom.Blue }).Pointer;
            float* quarter = to + (plane * _stride) + MaxWidth, line = to + ((plane + 3) * _stride) + MaxWidth;
            for (int x = 0; x < bloom.Stride; x += VF.Count)
            {
                Lerp(Vector.Load(from + (row0 * bloom.Stride) + x), Vector.Load(from + (row1 * bloom.Stride) + x), t).Store(quarter + x);
            }

            quarter[-1] = quarter[0];
            quarter[bloom.Stride] = quarter[bloom.Stride - 1];
            for (int x = 0; x < 2 * bloom.Stride; x += VF.Count)
            {
                Widen(quarter + (x / 2) - 1).Store(line + x);
            }

            line[-1] = line[0];
        }
    }

    /// <summary>One row as Y (dithered, ready to cut), U and V.</summary>
    [MethodImpl(Kernel)]
    private void Row(ShadingContext context, bool lens, int y, float* scratch, float* to)
    {
        FrameTargets targets = context.Targets;
        float* half = scratch + (6 * _stride) + MaxWidth, bloom = scratch + (13 * _stride) + MaxWidth;
        int from = y * targets.Stride;
        float* red = targets.Red.Pointer + from, green = targets.Green.Pointer + from, blue = targets.Blue.Pointer + from;
        if (lens)
        {
            MixLens(half, targets.Width, red, green, blue);
        }

        if (context.Rain > 0 || context.Snow > 0)
        {
            PrecipitationShader.Run(context, y, targets.Width, targets.Depth.Pointer + from, red, green, blue);
        }

        float invX = 2f / targets.Width, invY = 2f / targets.Height, cy = ((y + 0.5f) * invY) - 1;
        for (int x = 0; x < targets.Width; x += VF.Count)
        {
            VF r = Vector.Load(red + x), g = Vector.Load(green + x), b = Vector.Load(blue + x);
            if (_bloom > 0)
            {
                r = Fma(Widen(bloom + (x / 2) - 1), F(_bloom * 0.45f), r);
                g = Fma(Widen(bloom + _stride + (x / 2) - 1), F(_bloom * 0.45f), g);
                b = Fma(Widen(bloom + (2 * _stride) + (x / 2) - 1), F(_bloom * 0.45f), b);
            }

            VF cx = Fma(Ramp + F(x + 0.5f), F(invX), F(-1f));
            VF corner = Fma(cx, cx, F(cy * cy)) * F(0.5f);
            VF shade = VF.One - (F(_vignette * 0.75f) * corner * corner) - (F(_vignette * 0.2f) * corner);
            ToneCurve.Apply(r * shade * F(_gain.X), g * shade * F(_gain.Y), b * shade * F(_gain.Z), out r, out g, out b);
            VF luma = Luma(r, g, b);
            r = Contrast(Lerp(luma, r, F(_saturation)));
            g = Contrast(Lerp(luma, g, F(_saturation)));
            b = Contrast(Lerp(luma, b, F(_saturation)));

            VI bits = Hash(VI.Indices + new VI(x), new VI(y), new VI(_seed));
            VF noise = Unit(bits) + Unit(Vector.ShiftRightLogical(bits, 8) ^ bits) - VF.One;
            luma = Luma(r, g, b);
            VF grained = Fma(noise * F(_grain * 0.09f), Fma(luma * (VF.One - luma), F(3f), F(0.25f)), luma);
            Min(Max(Fma(Saturate(grained), F(219f), Fma(noise, F(0.5f), F(16.5f))), F(16f)), F(235.99f)).Store(to + x);
            Min(Max(Fma(b - luma, F(224f / 1.8556f), F(128f)), F(16f)), F(240f)).Store(to + _stride + x);
            Min(Max(Fma(r - luma, F(224f / 1.5748f), F(128f)), F(16f)), F(240f)).Store(to + (2 * _stride) + x);
        }
    }

    /// <summary>Lays the widened lens planes over a row by their share.</summary>
    [MethodImpl(Kernel)]
    private void MixLens(float* half, int count, float* red, float* green, float* blue)
    {
        for (int x = 0; x < count; x += VF.Count)
        {
            VF share = Widen(half + (3 * _stride) + (x / 2) - 1);
            if (Vector.GreaterThanAny(share, VF.Zero))
            {
                Lerp(Vector.Load(red + x), Widen(half + (x / 2) - 1), share).Store(red + x);
                Lerp(Vector.Load(green + x), Widen(half + _stride + (x / 2) - 1), share).Store(green + x);
                Lerp(Vector.Load(blue + x), Widen(half + (2 * _stride) + (x / 2) - 1), share).Store(blue + x);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static VF Luma(VF r, VF g, VF b) => Fma(r, F(0.2126f), Fma(g, F(0.7152f), b * F(0.0722f)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VF Contrast(VF c) => Saturate(Fma(c - F(0.42f), F(_contrast), F(0.42f)));

    private static float Clean(float value, float min, float max, float otherwise) => float.IsFinite(value) ? Math.Clamp(value, min, max) : otherwise;
}
