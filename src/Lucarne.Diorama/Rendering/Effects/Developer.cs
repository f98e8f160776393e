using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Develops linear radiance into the picture: exposure, filmic curve, grade, vignette, grain, then BT.709 limited-range YUV.</summary>
internal sealed unsafe class Developer : IDisposable
{
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
        _stride = stride;
        _rows = new NativeBuffer<float>(workers * 6 * stride);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(FrameTargets targets, Bloom bloom, bool lens, FrameBuffer output, int worker, int pair)
    {
        float* scratch = _rows.Pointer + (worker * 6 * _stride);
        int rows = Math.Min(2, output.Height - (2 * pair));
        for (int row = 0; row < rows; row++)
        {
            Row(targets, bloom.Result, lens, (2 * pair) + row, scratch + (row * 3 * _stride));
        }

        if (rows == 1)
        {
            new ReadOnlySpan<float>(scratch, 3 * _stride).CopyTo(new Span<float>(scratch + (3 * _stride), 3 * _stride));
        }

        fixed (byte* data = output.Data)
        {
            for (int row = 0; row < rows; row++)
            {
                byte* luma = data + (((2 * pair) + row) * output.Width);
                float* from = scratch + (row * 3 * _stride);
                for (int x = 0; x < output.Width; x++)
                {
                    luma[x] = (byte)(int)from[x];
                }
            }

            byte* blue = data + (output.Width * output.Height) + (pair * output.ChromaWidth);
            byte* red = blue + (output.ChromaWidth * output.ChromaHeight);
            float* top = scratch + _stride, bottom = top + (3 * _stride);
            for (int x = 0; x < output.ChromaWidth; x++)
            {
                int left = 2 * x, right = Math.Min(left + 1, output.Width - 1);
                blue[x] = (byte)(int)((0.25f * (top[left] + top[right] + bottom[left] + bottom[right])) + 0.5f);
                red[x] = (byte)(int)((0.25f * (top[_stride + left] + top[_stride + right] + bottom[_stride + left] + bottom[_stride + right])) + 0.5f);
            }
        }
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>One row as Y (dithered, ready to cut), U and V.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Row(FrameTargets targets, Bloom.Plane bloom, bool lens, int y, float* to)
    {
        int from = y * targets.Stride;
        float invX = 2f / targets.Width, invY = 2f / targets.Height, cy = ((y + 0.5f) * invY) - 1;
        int half = targets.Stride / 2;
        int row0 = Math.Max(0, (y - 1) / 2), row1 = Math.Min((targets.Rows / 2) - 1, row0 + 1);
        float quarterY = Math.Max(0, ((y + 0.5f) * 0.25f) - 0.5f);
        int bloom0 = Math.Min((int)quarterY, bloom.Rows - 1), bloom1 = Math.Min(bloom0 + 1, bloom.Rows - 1);
        VF bloomT = F(quarterY - (int)quarterY), halfT = F((y & 1) == 1 ? 0.25f : 0.75f);
        for (int x = 0; x < targets.Width; x += VF.Count)
        {
            V3 c = new(Vector.Load(targets.Red.Pointer + from + x), Vector.Load(targets.Green.Pointer + from + x), Vector.Load(targets.Blue.Pointer + from + x));
            if (lens)
            {
                VI column = Vector.ShiftRightArithmetic(VI.Indices + new VI(x - 1), 1);
                VI left = Vector.Max(column, VI.Zero), right = Vector.Min(column + VI.One, new VI(half - 1));
                VF t = Select(Vector.Equals((VI.Indices + new VI(x)) & VI.One, VI.One), F(0.25f), F(0.75f));
                VF share = Composer.Bilinear(targets.LensShare.Pointer, row0 * half, row1 * half, left, right, t, halfT);
                if (Vector.GreaterThanAny(share, VF.Zero))
                {
                    c.X = Lerp(c.X, Composer.Bilinear(targets.LensRed.Pointer, row0 * half, row1 * half, left, right, t, halfT), share);
                    c.Y = Lerp(c.Y, Composer.Bilinear(targets.LensGreen.Pointer, row0 * half, row1 * half, left, right, t, halfT), share);
                    c.Z = Lerp(c.Z, Composer.Bilinear(targets.LensBlue.Pointer, row0 * half, row1 * half, left, right, t, halfT), share);
                }
            }

            if (_bloom > 0)
            {
                VF at = Max(Fma(Ramp + F(x + 0.5f), F(0.25f), F(-0.5f)), VF.Zero);
                VI left = ToInt(at), right = Vector.Min(left + VI.One, new VI(bloom.Stride - 1));
                VF t = at - Vector.ConvertToSingle(left);
                c.X = Fma(Composer.Bilinear(bloom.Red.Pointer, bloom0 * bloom.Stride, bloom1 * bloom.Stride, left, right, t, bloomT), F(_bloom * 0.45f), c.X);
                c.Y = Fma(Composer.Bilinear(bloom.Green.Pointer, bloom0 * bloom.Stride, bloom1 * bloom.Stride, left, right, t, bloomT), F(_bloom * 0.45f), c.Y);
                c.Z = Fma(Composer.Bilinear(bloom.Blue.Pointer, bloom0 * bloom.Stride, bloom1 * bloom.Stride, left, right, t, bloomT), F(_bloom * 0.45f), c.Z);
            }

            VF cx = Fma(Ramp + F(x + 0.5f), F(invX), F(-1f));
            VF corner = Fma(cx, cx, F(cy * cy)) * F(0.5f);
            VF shade = VF.One - (F(_vignette * 0.75f) * corner * corner) - (F(_vignette * 0.2f) * corner);
            c = c * new V3(_gain) * shade;
            c = ToneCurve.Apply(c);
            VF luma = V3.Dot(c, new Vector3(0.2126f, 0.7152f, 0.0722f));
            V3 grey = new(luma, luma, luma);
            c = V3.Lerp(grey, c, F(_saturation));
            c = new V3(Contrast(c.X), Contrast(c.Y), Contrast(c.Z));

            VI bits = Hash(VI.Indices + new VI(x), new VI(y), new VI(_seed));
            VF noise = Unit(bits) + Unit(Vector.ShiftRightLogical(bits, 8) ^ bits) - VF.One;
            luma = V3.Dot(c, new Vector3(0.2126f, 0.7152f, 0.0722f));
            VF grained = luma + (noise * F(_grain * 0.09f) * Fma(luma * (VF.One - luma), F(3f), F(0.25f)));
            VF dither = noise * F(0.5f);
            Min(Max((Saturate(grained) * F(219f)) + F(16.5f) + dither, F(16f)), F(235.99f)).Store(to + x);
            Min(Max(((c.Z - luma) * F(224f / 1.8556f)) + F(128f), F(16f)), F(240f)).Store(to + _stride + x);
            Min(Max(((c.X - luma) * F(224f / 1.5748f)) + F(128f), F(16f)), F(240f)).Store(to + (2 * _stride) + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VF Contrast(VF c) => Saturate(Fma(c - F(0.42f), F(_contrast), F(0.42f)));

    private static float Clean(float value, float min, float max, float otherwise) => float.IsFinite(value) ? Math.Clamp(value, min, max) : otherwise;
}
