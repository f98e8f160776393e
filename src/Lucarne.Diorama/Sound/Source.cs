using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Sound;

/// <summary>A sound that goes on: noise through slowly moving filters, a bank of partials, and grains thrown now and then.</summary>
internal sealed class Source
{
    private const int Partials = 16;
    private const float TickSeconds = SoundTrack.Tick / (float)SoundTrack.SampleRate;

    private readonly float[] _line = new float[Placement.History + SoundTrack.Tick];
    private readonly float[] _right = new float[SoundTrack.Tick];
    private readonly float[] _noise = new float[SoundTrack.Tick];
    private readonly Svf[] _filters = new Svf[6];
    private readonly float[] _phases = new float[Partials];
    private readonly ulong _seed;
    private readonly SourceRecipe _recipe;
    private readonly List<(double Seconds, SourceState State)> _keys = [];
    private int _key;
    private Placement _placement;
    private NoiseBank _leftNoise, _rightNoise;
    private Chance _chance;
    private SourceState _now;
    private float _level, _fade, _fadeTarget, _fadeStep;
    private double _beat;

    public Source(SourceKind kind, ulong seed)
    {
        _seed = seed;
        _recipe = SourceRecipe.Of(kind);
        Kind = kind;
        _leftNoise = new NoiseBank(Chance.Derive(seed, 1UL));
        _rightNoise = new NoiseBank(Chance.Derive(seed, 2UL));
        _chance = new Chance(Chance.Derive(seed, 3UL));
        _fade = 1;
        _fadeTarget = 1;
    }

    public SourceKind Kind { get; }

    /// <summary>Whether it has faded out and may be dropped.</summary>
    public bool IsOver => _fadeTarget == 0 && _fade <= 0;

    public void FadeIn(float seconds)
    {
        _fade = 0;
        _fadeStep = TickSeconds / seconds;
    }

    public void FadeOut(float seconds)
    {
        _fadeTarget = 0;
        _fadeStep = TickSeconds / seconds;
    }

    public void Set(double seconds, in SourceState state)
    {
        if (_key > 64)
        {
            _keys.RemoveRange(0, _key - 1);
            _key = 1;
        }

        int at = _keys.Count;
        while (at > 0 && _keys[at - 1].Seconds > seconds)
        {
            at--;
        }

        _keys.Insert(at, (seconds, state));
    }

    public void Render(SoundTrack track, double seconds, MixBus mix)
    {
        if (!Follow(seconds))
        {
            return;
        }

        _fade = _fade < _fadeTarget ? MathF.Min(_fadeTarget, _fade + _fadeStep) : MathF.Max(_fadeTarget, _fade - _fadeStep);
        _level += 0.06f * (_now.Level - _level);
        float level = _level * _fade * _recipe.Level;
        if (level < 1e-5f)
        {
            _line.AsSpan().Clear();
            return;
        }

        Span<float> line = _line;
        line[^Placement.History..].CopyTo(line);
        Span<float> left = line[Placement.History..], right = _right;
        left.Clear();
        right.Clear();
        bool around = _now.Position is null;
        RenderNoise(seconds, left, right, around);
        if (_recipe.Partials is not null)
        {
            RenderPartials(seconds, left, right);
        }

        ThrowGrains(track, seconds, level);
        if (around)
        {
            AddAround(left, right, level, mix);
            return;
        }

        _placement.Aim(track.ListenerNow, _now.Position, level, out float fromLeft, out float fromRight);
        _placement.Mix(line, fromLeft, fromRight, mix);
    }

    /// <summary>Takes the state of this moment: between two keys a blend, after the last one its own.</summary>
    private bool Follow(double seconds)
    {
        while (_key < _keys.Count && _keys[_key].Seconds <= seconds)
        {
            _key++;
        }

        if (_key == 0)
        {
            return false;
        }

        (double from, SourceState a) = _keys[_key - 1];
        _now = a;
        if (_key < _keys.Count)
        {
            (double to, SourceState b) = _keys[_key];
            float t = (float)((seconds - from) / Math.Max(1e-6, to - from));
            _now = a with
            {
                Level = float.Lerp(a.Level, b.Level, t),
                Rate = float.Lerp(a.Rate, b.Rate, t),
                Position = a.Position is { } p && b.Position is { } q ? Vector3.Lerp(p, q, t) : a.Position,
            };
        }

        return true;
    }

    private void RenderNoise(double seconds, Span<float> left, Span<float> right, bool around)
    {
        ReadOnlySpan<NoiseLayer> layers = _recipe.Noise;
        _leftNoise.Fill(_noise);
        for (int i = 0; i < layers.Length; i++)
        {
            RunLayer(layers[i], i, seconds, ref _filters[i * 2], left);
        }

        if (!around)
        {
            return;
        }

        _rightNoise.Fill(_noise);
        for (int i = 0; i < layers.Length; i++)
        {
            // The right ear wanders on its own by a little, which makes the bed wide.
            RunLayer(layers[i], i, seconds + 0.15, ref _filters[(i * 2) + 1], right);
        }
    }

    private void RunLayer(in NoiseLayer layer, int index, double seconds, ref Svf filter, Span<float> output)
    {
        float rate = MathF.Max(0, _now.Rate);
        float wander = Chance.Wander(_seed + (ulong)index, seconds * layer.WanderHertz);
        float drive = layer.Drive is { } d ? d(_now, seconds, _seed) : 1;
        float hertz = layer.Hertz * (1 + (layer.HertzWander * wander)) * (1 + (layer.HertzByRate * rate));
        float gain = layer.Level * drive * MathF.Max(0, 1 + (layer.LevelWander * wander)) * (1 + (layer.LevelByRate * rate));
        filter.Set(MathF.Max(20, hertz), layer.Q);
        switch (layer.Pass)
        {
            case 'l':
                filter.LowPass(_noise, output, gain, add: true);
                break;
            case 'b':
                filter.BandPass(_noise, output, gain, add: true);
                break;
            default:
                filter.HighPass(_noise, output, gain, add: true);
                break;
        }
    }

    private void RenderPartials(double seconds, Span<float> left, Span<float> right)
    {
        Span<(float Hertz, float Level)> partials = stackalloc (float, float)[Partials];
        int count = _recipe.Partials!(_now, seconds, _seed, partials);
        for (int p = 0; p < count; p++)
        {
            (float hertz, float level) = partials[p];
            if (level <= 0 || hertz >= 0.45f * SoundTrack.SampleRate)
            {
                continue;
            }

            // A rotating vector: two multiplications a sample instead of a sine.
            (float y, float x) = MathF.SinCos(MathF.Tau * _phases[p]);
            (float s, float c) = MathF.SinCos(MathF.Tau * hertz / SoundTrack.SampleRate);
            float rightLevel = level * (p % 2 == 0 ? 1 : 0.8f), leftLevel = level * (p % 2 == 0 ? 0.8f : 1);
            for (int i = 0; i < left.Length; i++)
            {
                left[i] += y * leftLevel;
                right[i] += y * rightLevel;
                (x, y) = ((c * x) - (s * y), (s * x) + (c * y));
            }

            float phase = _phases[p] + (hertz * TickSeconds);
            _phases[p] = phase - MathF.Floor(phase);
        }
    }

    private void ThrowGrains(SoundTrack track, double seconds, float level)
    {
        if (_recipe.GrainsPerSecond is not { } density)
        {
            return;
        }

        float expected = density(_now, seconds, _seed);
        _beat += expected * TickSeconds * -Math.Log(1 - Math.Min(0.999, _chance.Unit()));
        while (_beat >= 1)
        {
            _beat -= 1;
            Vector3 from = _now.Position ?? track.ListenerNow.Position + (_chance.InBall() * 8f);
            _recipe.Grain!(track, _now, from, seconds, level, ref _chance);
        }
    }

    private static void AddAround(Span<float> left, Span<float> right, float level, MixBus mix)
    {
        for (int i = 0; i < SoundTrack.Tick; i++)
        {
            mix.Left[i] += left[i] * level;
            mix.Right[i] += right[i] * level;
            mix.Send[i] += (left[i] + right[i]) * (0.15f * level);
        }
    }
}
