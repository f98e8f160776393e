using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Sound;

/// <summary>Constants of a <see cref="SoundTrack"/>.</summary>
public sealed record SoundOptions
{
    /// <summary>Seed of all that is random in the sound.</summary>
    public ulong Seed { get; init; }

    /// <summary>Sound of the place.</summary>
    public Ambience Ambience { get; init; } = Ambience.Of(AmbiencePlace.Room);

    /// <summary>Most voices at once; the quietest makes room for a new one.</summary>
    public int MaximumVoices { get; init; } = 64;
}

/// <summary>The sound of a film: 48 kHz stereo, made as the film goes.</summary>
/// <remarks>
/// What concerns a moment must be told before that moment is rendered; then any cut into blocks gives the same bits.
/// The output is <see cref="LatencySamples"/> behind (2.7 ms), which the limiter needs to look ahead. Not for use by several threads at once.
/// </remarks>
public sealed class SoundTrack
{
    /// <summary>Samples a second and channel.</summary>
    public const int SampleRate = 48_000;

    /// <summary>Samples by which the output follows the events.</summary>
    public const int LatencySamples = 2 * Tick;

    /// <summary>Most events that may wait.</summary>
    public const int MaximumPendingEvents = 100_000;

    internal const int Tick = 64;
    private const float AmbienceFadeSeconds = 0.4f;
    private const double GateSeconds = 0.03;
    private const int StartsPerGate = 10;

    private readonly SoundOptions _options;
    private readonly PriorityQueue<Pending, (long Sample, long Order)> _pending = new();
    private readonly List<(double Seconds, Listener Listener)> _listeners = [];
    private readonly List<(double Seconds, Ambience Ambience)> _ambiences = [];
    private readonly List<Source> _sources = [];
    private readonly List<Source> _bed = [];
    private readonly Voice[] _voices;
    private readonly Reverberator _reverberator = new();
    private readonly Mastering _mastering = new();
    private readonly MixBus _mix = new();
    private readonly float[] _output = new float[2 * Tick];
    private long _order, _tick = -1;
    private int _used = 2 * Tick, _listener, _ambience, _startsInGate;
    private long _gate;

    /// <summary>A silent track with its ambience from the first sample on.</summary>
    /// <param name="options">Seed, place and size; null takes the defaults.</param>
    public SoundTrack(SoundOptions? options = null)
    {
        _options = options ?? new SoundOptions();
        _voices = new Voice[Math.Clamp(_options.MaximumVoices, 1, 512)];
        for (int i = 0; i < _voices.Length; i++)
        {
            _voices[i] = new Voice();
        }

        ListenerNow = new Listener(Vector3.Zero, Vector3.UnitX);
        Begin(_options.Ambience, fade: false, 0);
    }

    /// <summary>Seconds rendered.</summary>
    public double RenderedSeconds => RenderedSamples / (double)SampleRate;

    /// <summary>Samples a channel rendered.</summary>
    public long RenderedSamples { get; private set; }

    internal Listener ListenerNow { get; private set; }

    /// <summary>Puts an event on the track. One that lies in the past sounds at once.</summary>
    /// <exception cref="ArgumentException">A value is not finite, or <see cref="MaximumPendingEvents"/> wait.</exception>
    public void Schedule(in SoundEvent e)
    {
        if (!double.IsFinite(e.Seconds) || !float.IsFinite(e.ImpulseNs) || !float.IsFinite(e.SizeM) || !float.IsFinite(e.Position.LengthSquared()) || !Enum.IsDefined(e.Kind))
        {
            throw new ArgumentException($"The sound event {e} has a value that is not finite or a kind that is not known.", nameof(e));
        }

        Enqueue(new Pending { Event = e });
    }

    /// <summary>Puts recorded sound on the track: a spoken line.</summary>
    /// <param name="mono48k">Samples at 48 kHz, −1…1; kept, not copied.</param>
    /// <param name="seconds">Time of the first sample.</param>
    /// <param name="position">World position; null is heard in the middle without distance.</param>
    /// <param name="gain">Factor.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public void AddClip(float[] mono48k, double seconds, Vector3? position, float gain = 1)
    {
        ArgumentNullException.ThrowIfNull(mono48k);
        if (!double.IsFinite(seconds) || !float.IsFinite(gain) || !float.IsFinite((position ?? default).LengthSquared()))
        {
            throw new ArgumentException($"A clip at {seconds} s with gain {gain} is refused: its values must be finite.", nameof(seconds));
        }

        Enqueue(new Pending { Event = new SoundEvent { Seconds = seconds, Position = position ?? default }, Clip = mono48k, Level = gain, Around = position is null });
    }

    /// <summary>Adds a continuous source, silent until its first <see cref="SetSource"/>.</summary>
    public SourceHandle AddSource(SourceKind kind)
    {
        _sources.Add(new Source(kind, Chance.Derive(_options.Seed, 1000UL + (ulong)_sources.Count)));
        return new SourceHandle(_sources.Count - 1);
    }

    /// <summary>Sets what a source does from a time on; between two times it slides.</summary>
    /// <exception cref="ArgumentException">The source is not of this track or a value is not finite.</exception>
    public void SetSource(SourceHandle source, double seconds, in SourceState state)
    {
        if ((uint)source.Index >= (uint)_sources.Count || !float.IsFinite(state.Level) || !float.IsFinite(state.Rate) || !double.IsFinite(seconds)
            || !float.IsFinite((state.Position ?? default).LengthSquared()) || !(state.SizeM > 0))
        {
            throw new ArgumentException($"Source {source.Index} with {state} is refused: it must be of this track, and its values finite.", nameof(source));
        }

        _sources[source.Index].Set(seconds, state with { Level = Math.Clamp(state.Level, 0, 4) });
    }

    /// <summary>Moves the ears from a time on; between two times they slide. Times are given in ascending order.</summary>
    /// <exception cref="ArgumentException">A value is not finite or the time goes back.</exception>
    public void SetListener(double seconds, in Listener listener)
    {
        if (!float.IsFinite(listener.Position.LengthSquared()) || !float.IsFinite(listener.Right.LengthSquared())
            || !double.IsFinite(seconds) || (_listeners.Count > 0 && seconds < _listeners[^1].Seconds))
        {
            throw new ArgumentException($"The listener {listener} at {seconds} s is refused: it must be finite, and no earlier than the one before.", nameof(listener));
        }

        _listeners.Add((seconds, listener));
    }

    /// <summary>Fades over to another place from a time on: the next shot. Times are given in ascending order.</summary>
    /// <exception cref="ArgumentException">The time is not finite or goes back.</exception>
    public void SetAmbience(double seconds, Ambience ambience)
    {
        ArgumentNullException.ThrowIfNull(ambience);
        if (!double.IsFinite(seconds) || (_ambiences.Count > 0 && seconds < _ambiences[^1].Seconds))
        {
            throw new ArgumentException($"An ambience from {seconds} s on is refused: the time must be finite, and no earlier than the one before.", nameof(seconds));
        }

        _ambiences.Add((seconds, ambience));
    }

    /// <summary>Renders the next samples.</summary>
    /// <param name="interleavedStereo">Left and right in turn, an even number of floats; −1…1, never above −1 dBFS.</param>
    public void Render(Span<float> interleavedStereo)
    {
        if (interleavedStereo.Length % 2 != 0)
        {
            throw new ArgumentException("Stereo needs an even number of samples.", nameof(interleavedStereo));
        }

        RenderedSamples += interleavedStereo.Length / 2;
        while (interleavedStereo.Length > 0)
        {
            if (_used == _output.Length)
            {
                RenderTick();
                _used = 0;
            }

            int count = Math.Min(_output.Length - _used, interleavedStereo.Length);
            _output.AsSpan(_used, count).CopyTo(interleavedStereo);
            _used += count;
            interleavedStereo = interleavedStereo[count..];
        }
    }

    /// <summary>A voice for an event of this tick: a free one, or the quietest.</summary>
    internal Voice TakeVoice(int offset, Vector3? position, float gain, ulong seed)
    {
        Voice taken = _voices[0];
        foreach (Voice voice in _voices)
        {
            if (!voice.IsActive)
            {
                taken = voice;
                break;
            }

            if (voice.Loudness < taken.Loudness)
            {
                taken = voice;
            }
        }

        taken.Begin(offset, position, gain, seed);
        return taken;
    }

    /// <summary>An event that another one brings with it.</summary>
    internal void ScheduleShard(in SoundEvent e) => Enqueue(new Pending { Event = e });

    internal void ScheduleBurst(in SoundEvent e, in NoiseBurst burst) => Enqueue(new Pending { Event = e, Burst = burst });

    internal void ScheduleTone(in SoundEvent e, in Tone tone) => Enqueue(new Pending { Event = e, Tone = tone });

    private void Enqueue(in Pending pending)
    {
        if (_pending.Count >= MaximumPendingEvents)
        {
            throw new ArgumentException($"{MaximumPendingEvents} sound events wait already; render before more are scheduled.", nameof(pending));
        }

        long sample = (long)Math.Round(Math.Clamp(pending.Event.Seconds, 0, 1e7) * SampleRate);
        _pending.Enqueue(pending, (sample, _order++));
    }

    private void RenderTick()
    {
        _mix.Clear();

        // The mix is one tick behind the output, which the limiter holds for another.
        if (_tick >= 0)
        {
            double seconds = _tick * (double)Tick / SampleRate;
            MoveListener(seconds);
            MoveAmbience(seconds);
            foreach (Source source in _bed)
            {
                source.Render(this, seconds, _mix);
            }

            foreach (Source source in _sources)
            {
                source.Render(this, seconds, _mix);
            }

            StartEvents(_tick * Tick);
            foreach (Voice voice in _voices)
            {
                if (voice.IsActive)
                {
                    voice.Render(ListenerNow, _mix);
                }
            }

            _reverberator.Run(_mix);
        }

        _tick++;
        _mastering.Run(_mix, _output);
    }

    private void StartEvents(long from)
    {
        while (_pending.TryPeek(out Pending pending, out (long Sample, long Order) when) && when.Sample < from + Tick)
        {
            _pending.Dequeue();
            int offset = (int)Math.Max(0, when.Sample - from);
            Vector3 position = pending.Event.Position;

            // By what and where it is, not by when it was told.
            ulong what = ((ulong)pending.Event.Kind << 32) ^ BitConverter.SingleToUInt32Bits(position.X + (3f * position.Y) + (7f * position.Z));
            ulong seed = Chance.Derive(Chance.Derive(_options.Seed, (ulong)when.Sample), what);
            if (pending.Clip is not null)
            {
                TakeVoice(offset, pending.Around ? null : position, pending.Level, seed).SetClip(pending.Clip);
            }
            else if (pending.Burst.Level > 0)
            {
                TakeVoice(offset, position, 1, seed).SetBurst(pending.Burst);
            }
            else if (pending.Tone.Level > 0)
            {
                TakeVoice(offset, position, 1, seed).SetTone(pending.Tone);
            }
            else if (MayStart(when.Sample, pending.Event))
            {
                EventVoices.Start(this, pending.Event, offset, seed);
            }
        }
    }

    /// <summary>A heap that collapses must not sound like a machine gun: few contacts start within a moment.</summary>
    private bool MayStart(long sample, in SoundEvent e)
    {
        if (e.Kind is not (SoundEventKind.Contact or SoundEventKind.Scrape))
        {
            return true;
        }

        long gate = sample / (long)(GateSeconds * SampleRate);
        if (gate != _gate)
        {
            _gate = gate;
            _startsInGate = 0;
        }

        return ++_startsInGate <= StartsPerGate;
    }

    private void MoveListener(double seconds)
    {
        while (_listener < _listeners.Count && _listeners[_listener].Seconds <= seconds)
        {
            _listener++;
        }

        if (_listener == 0)
        {
            if (_listeners.Count > 0)
            {
                ListenerNow = _listeners[0].Listener;
            }

            return;
        }

        (double from, Listener a) = _listeners[_listener - 1];
        ListenerNow = a;
        if (_listener < _listeners.Count)
        {
            (double to, Listener b) = _listeners[_listener];
            float t = (float)((seconds - from) / Math.Max(1e-6, to - from));
            ListenerNow = new Listener(Vector3.Lerp(a.Position, b.Position, t), Vector3.Lerp(a.Right, b.Right, t));
        }
    }

    private void MoveAmbience(double seconds)
    {
        while (_ambience < _ambiences.Count && _ambiences[_ambience].Seconds <= seconds)
        {
            Begin(_ambiences[_ambience++].Ambience, fade: true, seconds);
        }

        for (int i = _bed.Count - 1; i >= 0; i--)
        {
            if (_bed[i].IsOver)
            {
                _bed.RemoveAt(i);
            }
        }
    }

    private void Begin(Ambience ambience, bool fade, double seconds)
    {
        foreach (Source old in _bed)
        {
            old.FadeOut(AmbienceFadeSeconds);
        }

        foreach (AmbienceLayer layer in ambience.Layers)
        {
            var source = new Source(layer.Kind, Chance.Derive(_options.Seed, 100UL + (ulong)layer.Kind));
            source.Set(seconds, new SourceState(layer.Level, layer.Rate));
            if (fade)
            {
                source.FadeIn(AmbienceFadeSeconds);
            }

            _bed.Add(source);
        }

        _reverberator.Set(ambience.Reverberation);
    }

    private struct Pending
    {
        public SoundEvent Event;
        public NoiseBurst Burst;
        public Tone Tone;
        public float[]? Clip;
        public float Level;
        public bool Around;
    }
}
