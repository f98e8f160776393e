using System.Numerics;
using System.Runtime.Intrinsics;

namespace Lucarne.Diorama.Sound;

/// <summary>White noise from eight xorshift generators side by side.</summary>
internal struct NoiseBank
{
    private Vector256<uint> _state;

    public NoiseBank(ulong seed)
    {
        Span<uint> lanes = stackalloc uint[8];
        var chance = new Motion.Chance(seed);
        for (int i = 0; i < 8; i++)
        {
            lanes[i] = (uint)chance.Next() | 1;
        }

        _state = Vector256.Create<uint>(lanes);
    }

    /// <summary>Fills a span, whose length is a multiple of 8, with samples uniform in −1…1.</summary>
    public void Fill(Span<float> samples)
    {
        Vector256<uint> s = _state;
        for (int i = 0; i < samples.Length; i += 8)
        {
            s ^= s << 13;
            s ^= s >>> 17;
            s ^= s << 5;
            (Vector256.ConvertToSingle(s.AsInt32()) * (1f / 2147483648f)).CopyTo(samples[i..]);
        }

        _state = s;
    }

    /// <summary>The same, one lane after the other: what <see cref="Fill"/> must equal.</summary>
    public void FillReference(Span<float> samples)
    {
        Span<uint> lanes = stackalloc uint[8];
        _state.CopyTo(lanes);
        for (int i = 0; i < samples.Length; i++)
        {
            uint s = lanes[i % 8];
            s ^= s << 13;
            s ^= s >> 17;
            s ^= s << 5;
            lanes[i % 8] = s;
            samples[i] = (int)s * (1f / 2147483648f);
        }

        _state = Vector256.Create<uint>(lanes);
    }
}

/// <summary>A state-variable filter (trapezoidal), stable while its cutoff moves.</summary>
internal struct Svf
{
    private float _s1, _s2, _g, _k, _a1;

    /// <param name="hertz">Cutoff or centre.</param>
    /// <param name="q">Resonance: 0.5 none, 10 a whistle.</param>
    public void Set(float hertz, float q)
    {
        float x = MathF.PI * Math.Clamp(hertz, 10f, 20_000f) / SoundTrack.SampleRate;

        // tan(x) by its Padé approximant: under 0.1 % off below 14 kHz.
        float x2 = x * x;
        _g = x * (15f - x2) / (15f - (6f * x2));
        _k = 1f / MathF.Max(0.1f, q);
        _a1 = 1f / (1f + (_g * (_g + _k)));
    }

    public void LowPass(ReadOnlySpan<float> input, Span<float> output, float gain, bool add) => Run(input, output, gain, 0, add);

    /// <summary>Unit gain at the centre.</summary>
    public void BandPass(ReadOnlySpan<float> input, Span<float> output, float gain, bool add) => Run(input, output, gain, 1, add);

    public void HighPass(ReadOnlySpan<float> input, Span<float> output, float gain, bool add) => Run(input, output, gain, 2, add);

    private void Run(ReadOnlySpan<float> input, Span<float> output, float gain, int mode, bool add)
    {
        float s1 = _s1, s2 = _s2, g = _g, k = _k, a1 = _a1;
        for (int i = 0; i < input.Length; i++)
        {
            float high = (input[i] - ((g + k) * s1) - s2) * a1;
            float band = (g * high) + s1;
            float low = (g * band) + s2;
            s1 = (g * high) + band;
            s2 = (g * band) + low;
            float y = gain * (mode == 0 ? low : mode == 1 ? band * k : high);
            output[i] = add ? output[i] + y : y;
        }

        _s1 = MathF.Abs(s1) < 1e-18f ? 0 : s1;
        _s2 = MathF.Abs(s2) < 1e-18f ? 0 : s2;
    }
}

/// <summary>A bank of sixteen damped modes, eight to a register.</summary>
/// <remarks>Each mode is a rotating, shrinking vector: (x, y) ← d·(x cos ω − y sin ω, x sin ω + y cos ω), pushed by the excitation.</remarks>
internal struct ModalBank
{
    public const int Modes = 16;

    private Vector256<float> _x0, _y0, _c0, _s0, _gain0;
    private Vector256<float> _x1, _y1, _c1, _s1, _gain1;

    /// <param name="hertz">Frequencies of the modes; 0 leaves one out.</param>
    /// <param name="decaySeconds">Times to fall by 60 dB.</param>
    /// <param name="gains">Loudness of each.</param>
    public ModalBank(ReadOnlySpan<float> hertz, ReadOnlySpan<float> decaySeconds, ReadOnlySpan<float> gains)
    {
        Span<float> c = stackalloc float[Modes];
        Span<float> s = stackalloc float[Modes];
        Span<float> g = stackalloc float[Modes];
        for (int i = 0; i < Modes && i < hertz.Length; i++)
        {
            if (hertz[i] <= 0 || hertz[i] > 0.42f * SoundTrack.SampleRate)
            {
                continue;
            }

            float shrink = MathF.Exp(-6.9078f / (MathF.Max(0.002f, decaySeconds[i]) * SoundTrack.SampleRate));
            (float sine, float cosine) = MathF.SinCos(MathF.Tau * hertz[i] / SoundTrack.SampleRate);
            c[i] = shrink * cosine;
            s[i] = shrink * sine;
            g[i] = gains[i];
        }

        _c0 = Vector256.Create<float>(c);
        _c1 = Vector256.Create<float>(c[8..]);
        _s0 = Vector256.Create<float>(s);
        _s1 = Vector256.Create<float>(s[8..]);
        _gain0 = Vector256.Create<float>(g);
        _gain1 = Vector256.Create<float>(g[8..]);
    }

    /// <summary>Adds the bank's answer to an excitation; returns the energy that is left.</summary>
    public float Run(ReadOnlySpan<float> excitation, Span<float> output)
    {
        Vector256<float> x0 = _x0, y0 = _y0, x1 = _x1, y1 = _y1;
        for (int i = 0; i < output.Length; i++)
        {
            float e = i < excitation.Length ? excitation[i] : 0;
            Vector256<float> nx0 = (_c0 * x0) - (_s0 * y0) + (_gain0 * e);
            y0 = (_s0 * x0) + (_c0 * y0);
            x0 = nx0;
            Vector256<float> nx1 = (_c1 * x1) - (_s1 * y1) + (_gain1 * e);
            y1 = (_s1 * x1) + (_c1 * y1);
            x1 = nx1;
            output[i] += Vector256.Sum(y0 + y1);
        }

        (_x0, _y0, _x1, _y1) = (x0, y0, x1, y1);
        return Vector256.Sum((x0 * x0) + (y0 * y0) + (x1 * x1) + (y1 * y1));
    }
}

/// <summary>Level, delay between the ears and dullness of distance of a sound at a place.</summary>
internal struct Placement
{
    public const int History = 48;
    private const float LargestDelaySamples = 30f;
    private float _left, _right, _delayLeft, _delayRight, _lowPass, _state;
    private bool _set;

    /// <summary>Reverberation send of the sound, relative to its own level.</summary>
    public float Send { get; private set; }

    /// <summary>Gains, delays and air absorption for a position; the first call takes hold at once, later ones slide.</summary>
    public void Aim(in Listener listener, Vector3? position, float gain, out float fromLeft, out float fromRight)
    {
        float left, right, distance = 0;
        if (position is { } p)
        {
            Vector3 to = p - listener.Position;
            distance = to.Length();
            float side = distance > 1e-3f ? Math.Clamp(Vector3.Dot(to, listener.Right) / distance, -1, 1) : 0;
            side *= MathF.Min(1, distance / 0.5f);
            (float sine, float cosine) = MathF.SinCos((1f + (0.8f * side)) * 0.25f * MathF.PI);
            float level = gain * 3f / (3f + distance);
            left = cosine * level * 1.4142f;
            right = sine * level * 1.4142f;
            _delayLeft = MathF.Max(0, side) * LargestDelaySamples;
            _delayRight = MathF.Max(0, -side) * LargestDelaySamples;
        }
        else
        {
            left = right = gain;
        }

        float hertz = 22_000f / (1f + (distance / 25f));
        _lowPass = hertz > 18_000f ? 1f : 1f - MathF.Exp(-MathF.Tau * hertz / SoundTrack.SampleRate);
        fromLeft = _set ? _left : left;
        fromRight = _set ? _right : right;
        _left = left;
        _right = right;
        _set = true;
        Send = 0.5f + MathF.Min(1f, distance / 12f);
    }

    /// <summary>Adds a tick of mono sound to the mix.</summary>
    /// <param name="line"><see cref="History"/> earlier samples, then the tick.</param>
    /// <param name="fromLeft">Left gain at the start of the tick.</param>
    /// <param name="fromRight">Right gain at the start of the tick.</param>
    /// <param name="mix">Takes the sound.</param>
    public void Mix(Span<float> line, float fromLeft, float fromRight, MixBus mix)
    {
        if (_lowPass < 1)
        {
            float state = _state;
            for (int i = History; i < line.Length; i++)
            {
                state += _lowPass * (line[i] - state);
                line[i] = state;
            }

            _state = MathF.Abs(state) < 1e-18f ? 0 : state;
        }

        AddDelayed(line, _delayLeft, fromLeft, _left, mix.Left);
        AddDelayed(line, _delayRight, fromRight, _right, mix.Right);
        float send = 0.5f * Send * (_left + _right);
        for (int i = 0; i < SoundTrack.Tick; i++)
        {
            mix.Send[i] += line[History + i] * send;
        }
    }

    private static void AddDelayed(ReadOnlySpan<float> line, float delay, float from, float to, Span<float> output)
    {
        int whole = (int)delay;
        float part = delay - whole, slope = (to - from) / SoundTrack.Tick;
        ReadOnlySpan<float> near = line[(History - whole)..], far = line[(History - whole - 1)..];
        var ramp = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7) * slope;
        for (int i = 0; i < SoundTrack.Tick; i += 8)
        {
            Vector256<float> gain = Vector256.Create(from + (slope * i)) + ramp;
            Vector256<float> sample = (Vector256.Create(near[i..]) * (1 - part)) + (Vector256.Create(far[i..]) * part);
            (Vector256.Create<float>(output[i..]) + (sample * gain)).CopyTo(output[i..]);
        }
    }
}

/// <summary>One tick of the mix: both channels and the reverberation send.</summary>
internal sealed class MixBus
{
    public readonly float[] Left = new float[SoundTrack.Tick];
    public readonly float[] Right = new float[SoundTrack.Tick];
    public readonly float[] Send = new float[SoundTrack.Tick];

    public void Clear()
    {
        Left.AsSpan().Clear();
        Right.AsSpan().Clear();
        Send.AsSpan().Clear();
    }
}
