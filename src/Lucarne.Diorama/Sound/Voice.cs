using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Sound;

/// <summary>A burst of filtered noise: silence, a rise, an exponential fall, with a centre that slides.</summary>
internal struct NoiseBurst
{
    public float Level, FromHertz, ToHertz, Q, RiseSeconds, FallSeconds, Grain;
    public bool LowPass;
}

/// <summary>A tone that slides, trembles and fades: drops, birds, beeps, sirens; with formants, animals.</summary>
internal struct Tone
{
    public float Level, FromHertz, ToHertz, PeakHertz, Seconds, Tremolo, TremoloHertz, Vibrato, VibratoHertz, Harmonics, Breath;
    public float Formant1, Formant2, Formant3, FormantTo1, FormantTo2;
}

/// <summary>One sounding event: any of a modal bank, a burst of noise, a tone and a clip, at a place.</summary>
internal sealed class Voice
{
    private readonly float[] _line = new float[Placement.History + SoundTrack.Tick];
    private readonly float[] _noise = new float[SoundTrack.Tick];
    private readonly float[] _scratch = new float[SoundTrack.Tick];
    private Placement _placement;
    private ModalBank _modes;
    private NoiseBurst _burst;
    private Tone _tone;
    private float[]? _clip;
    private Svf _burstFilter, _formant1, _formant2, _formant3;
    private NoiseBank _noiseBank;
    private Chance _chance;
    private Vector3? _position;
    private bool _hasModes, _stopping;
    private int _samplesToStart, _age, _pulseSamples, _clipAt;
    private float _gain, _pulseGain, _phase, _grainLevel;
    private int _tailTicks;

    public bool IsActive { get; private set; }

    /// <summary>Loudness by which a full house chooses whom to end.</summary>
    public float Loudness { get; private set; }

    /// <param name="samplesToStart">Samples from the start of the coming tick to the onset, below one tick.</param>
    /// <param name="position">World position; null surrounds the listener.</param>
    /// <param name="gain">Factor on all of it.</param>
    /// <param name="seed">Seed of its noise.</param>
    public void Begin(int samplesToStart, Vector3? position, float gain, ulong seed)
    {
        _line.AsSpan().Clear();
        _placement = default;
        _burst = default;
        _tone = default;
        _clip = null;
        _hasModes = false;
        _stopping = false;
        _samplesToStart = samplesToStart;
        _age = 0;
        _clipAt = 0;
        _phase = 0;
        _tailTicks = 0;
        _grainLevel = 1;
        _gain = gain;
        _position = position;
        _noiseBank = new NoiseBank(seed);
        _chance = new Chance(seed);
        _burstFilter = default;
        _formant1 = default;
        _formant2 = default;
        _formant3 = default;
        Loudness = gain;
        IsActive = true;
    }

    public void SetModes(in ModalBank modes, float contactSeconds)
    {
        _modes = modes;
        _hasModes = true;
        _pulseSamples = Math.Max(2, (int)(contactSeconds * SoundTrack.SampleRate));
        _pulseGain = 1f / _pulseSamples;
    }

    public void SetBurst(in NoiseBurst burst) => _burst = burst;

    public void SetTone(in Tone tone)
    {
        _tone = tone;
        if (tone.Formant1 > 0)
        {
            _formant3.Set(tone.Formant3, 9);
        }
    }

    public void SetClip(float[] mono) => _clip = mono;

    public void Render(in Listener listener, MixBus mix)
    {
        Span<float> line = _line;
        line[^Placement.History..].CopyTo(line);
        Span<float> tick = line[Placement.History..];
        tick.Clear();
        int start = _samplesToStart;
        _samplesToStart = 0;
        bool sounds = !_stopping && RenderParts(tick[start..]);
        if (!sounds)
        {
            // A tick of quiet lets the delay between the ears run out.
            _stopping = true;
            IsActive = ++_tailTicks < 2;
        }

        _age += SoundTrack.Tick - start;
        _placement.Aim(listener, _position, _gain, out float fromLeft, out float fromRight);
        _placement.Mix(line, fromLeft, fromRight, mix);
        Loudness *= 0.97f;
    }

    private bool RenderParts(Span<float> output)
    {
        bool sounds = false;
        if (_hasModes)
        {
            sounds |= RenderModes(output);
        }

        if (_burst.Level > 0)
        {
            sounds |= RenderBurst(output);
        }

        if (_tone.Level > 0)
        {
            sounds |= RenderTone(output);
        }

        if (_clip is not null)
        {
            int count = Math.Min(output.Length, _clip.Length - _clipAt);
            for (int i = 0; i < count; i++)
            {
                output[i] += _clip[_clipAt + i];
            }

            _clipAt += count;
            sounds |= _clipAt < _clip.Length;
        }

        return sounds;
    }

    private bool RenderModes(Span<float> output)
    {
        Span<float> push = _scratch.AsSpan(0, Math.Clamp(_pulseSamples - _age, 0, output.Length));
        for (int i = 0; i < push.Length; i++)
        {
            float t = (_age + i + 0.5f) / _pulseSamples;
            push[i] = _pulseGain * 16f * t * t * (1 - t) * (1 - t);
        }

        bool pushed = push.Length > 0;
        float energy = _modes.Run(push, output);
        return pushed || energy > 1e-10f;
    }

    private bool RenderBurst(Span<float> output)
    {
        float time = _age / (float)SoundTrack.SampleRate;
        float whole = _burst.RiseSeconds + (_burst.FallSeconds * 1.3f);
        if (time > whole)
        {
            return false;
        }

        _noiseBank.Fill(_noise);
        Span<float> noise = _noise.AsSpan(0, output.Length);
        float rise = _burst.RiseSeconds * SoundTrack.SampleRate, fall = MathF.Exp(-6.9f / (_burst.FallSeconds * SoundTrack.SampleRate));
        float after = MathF.Max(0, _age - rise);
        float level = _burst.Level * MathF.Exp(-6.9f * after / (_burst.FallSeconds * SoundTrack.SampleRate));
        if (_burst.Grain > 0 && _age % (SoundTrack.Tick * 2) < SoundTrack.Tick)
        {
            _grainLevel = 1 - (_burst.Grain * _chance.Unit());
        }

        for (int i = 0; i < noise.Length; i++)
        {
            float up = _age + i < rise ? (_age + i) / rise : 1;
            level = _age + i < rise ? level : level * fall;
            noise[i] *= level * up * _grainLevel;
        }

        float hertz = float.Lerp(_burst.FromHertz, _burst.ToHertz, Math.Clamp(time / whole, 0, 1));
        _burstFilter.Set(hertz, _burst.Q);
        if (_burst.LowPass)
        {
            _burstFilter.LowPass(noise, output, 1, add: true);
        }
        else
        {
            _burstFilter.BandPass(noise, output, 1, add: true);
        }

        return true;
    }

    private bool RenderTone(Span<float> output)
    {
        ref readonly Tone tone = ref _tone;
        float samples = tone.Seconds * SoundTrack.SampleRate;
        if (_age > samples)
        {
            return false;
        }

        Span<float> wave = _scratch.AsSpan(0, output.Length);
        if (tone.Breath > 0)
        {
            _noiseBank.Fill(_noise);
        }

        float t0 = _age / samples;
        float hertz = Contour(tone, t0) * (1 + (tone.Vibrato * MathF.Sin(MathF.Tau * tone.VibratoHertz * t0 * tone.Seconds)));
        float step = hertz / SoundTrack.SampleRate;
        for (int i = 0; i < wave.Length; i++)
        {
            float t = (_age + i) / samples;
            float window = t < 1 ? MathF.Min(1, t * 12f) * MathF.Min(1, (1 - t) * 3f) : 0;
            _phase += step;
            _phase -= MathF.Floor(_phase);
            float sine = MathF.Sin(MathF.Tau * _phase);
            float y = sine;
            if (tone.Harmonics > 0)
            {
                // A sine bent into a pulse: all harmonics, falling the faster the smaller the bend.
                y = ((1 - tone.Harmonics) * sine / (1 - (tone.Harmonics * MathF.Cos(MathF.Tau * _phase)))) + (tone.Breath * _noise[i]);
            }

            if (tone.Tremolo > 0)
            {
                y *= 1 - (tone.Tremolo * (0.5f + (0.5f * MathF.Cos(MathF.Tau * tone.TremoloHertz * t * tone.Seconds))));
            }

            wave[i] = y * window * tone.Level;
        }

        if (tone.Formant1 <= 0)
        {
            for (int i = 0; i < wave.Length; i++)
            {
                output[i] += wave[i];
            }

            return true;
        }

        _formant1.Set(float.Lerp(tone.Formant1, tone.FormantTo1, t0), 6);
        _formant2.Set(float.Lerp(tone.Formant2, tone.FormantTo2, t0), 8);
        _formant1.BandPass(wave, output, 2.0f, add: true);
        _formant2.BandPass(wave, output, 1.4f, add: true);
        _formant3.BandPass(wave, output, 0.6f, add: true);
        return true;
    }

    private static float Contour(in Tone tone, float t)
    {
        if (tone.PeakHertz <= 0)
        {
            return float.Lerp(tone.FromHertz, tone.ToHertz, t);
        }

        return t < 0.4f ? float.Lerp(tone.FromHertz, tone.PeakHertz, t / 0.4f) : float.Lerp(tone.PeakHertz, tone.ToHertz, (t - 0.4f) / 0.6f);
    }
}
