using System.Numerics;
using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Sound;

internal delegate float SourceDrive(in SourceState state, double seconds, ulong seed);

internal delegate int SourcePartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials);

internal delegate void SourceGrain(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance);

/// <summary>Noise through one filter, both wandering.</summary>
/// <param name="Pass">Filter: <c>l</c>ow, <c>b</c>and or <c>h</c>igh pass.</param>
/// <param name="Hertz">Cutoff or centre.</param>
/// <param name="Q">Resonance.</param>
/// <param name="Level">Gain.</param>
/// <param name="WanderHertz">Features of the wandering a second.</param>
/// <param name="HertzWander">Share by which the frequency wanders.</param>
/// <param name="LevelWander">Share by which the level wanders.</param>
/// <param name="HertzByRate">Growth of the frequency with the rate.</param>
/// <param name="LevelByRate">Growth of the level with the rate.</param>
/// <param name="Drive">Envelope; null is steady.</param>
internal readonly record struct NoiseLayer(
    char Pass, float Hertz, float Q, float Level, float WanderHertz = 0.3f, float HertzWander = 0, float LevelWander = 0,
    float HertzByRate = 0, float LevelByRate = 0, SourceDrive? Drive = null);

/// <summary>What a kind of source is made of.</summary>
internal sealed class SourceRecipe
{
    private static readonly SourceRecipe[] Table = [.. Enum.GetValues<SourceKind>().Select(Make)];

    public float Level { get; private init; } = 1;

    /// <summary>At most three.</summary>
    public NoiseLayer[] Noise { get; private init; } = [];

    public SourcePartials? Partials { get; private init; }

    public SourceDrive? GrainsPerSecond { get; private init; }

    public SourceGrain? Grain { get; private init; }

    public static SourceRecipe Of(SourceKind kind) => Table[(int)kind];

    private static SourceRecipe Make(SourceKind kind) => kind switch
    {
        SourceKind.Engine => new()
        {
            Noise = [new('l', 320, 0.7f, 0.35f, 9f, 0, 0.3f, 0.0002f), new('b', 1400, 0.8f, 0.05f, 13f, 0, 0.4f, 0.0002f)],
            Partials = EnginePartials,
            Level = 0.36f,
        },
        SourceKind.Motor => new() { Noise = [new('b', 2400, 1f, 0.04f)], Partials = MotorPartials, Level = 0.3f },
        SourceKind.Rocket => new()
        {
            Noise = [new('l', 130, 0.6f, 2.6f, 6f, 0.2f, 0.3f), new('b', 700, 0.4f, 0.5f, 11f, 0.3f, 0.35f), new('h', 3500, 0.5f, 0.07f, 19f, 0, 0.5f)],
            Level = 0.7f,
        },
        SourceKind.Fire => new()
        {
            Noise = [new('l', 190, 0.6f, 1.5f, 2.5f, 0.2f, 0.45f), new('b', 900, 0.6f, 0.14f, 5f, 0.3f, 0.5f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 14f * MathF.Max(0.1f, 1 + Chance.Wander(seed, t * 1.3)),
            Grain = Crackle,
            Level = 0.4f,
        },
        SourceKind.Wind => new()
        {
            Noise =
            [
                new('b', 260, 1.1f, 0.50f, 0.35f, 0.45f, 0.55f, 0.8f, 1.6f), new('b', 620, 2.2f, 0.10f, 0.5f, 0.4f, 0.8f, 0.6f, 2.2f),
                new('l', 90, 0.7f, 0.5f, 0.25f, 0, 0.6f, 0, 1.5f),
            ],
            Level = 0.22f,
        },
        SourceKind.Rain => new()
        {
            Noise = [new('b', 3800, 0.35f, 0.28f, 0.4f, 0.08f, 0.12f, 0.2f, 1.2f), new('l', 420, 0.6f, 0.10f, 0.5f, 0, 0.2f, 0, 2.5f), new('h', 8000, 0.6f, 0.05f, 0.5f, 0, 0.2f, 0, 0.8f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 6f + (30f * s.Rate),
            Grain = RainDrop,
            Level = 0.20f,
        },
        SourceKind.Sea => new()
        {
            Noise =
            [
                new('l', 140, 0.6f, 1.4f, 0.15f, 0.2f, 0.4f), new('b', 520, 0.4f, 0.75f, 0.2f, 0.2f, 0.2f, 0, 0, Swell),
                new('h', 2600, 0.5f, 0.11f, 0.3f, 0.1f, 0.2f, 0, 0, Wash),
            ],
            Level = 0.32f,
        },
        SourceKind.Lapping => new()
        {
            Noise = [new('b', 420, 0.8f, 0.5f, 0.9f, 0.3f, 0.9f), new('l', 130, 0.6f, 0.5f, 0.3f, 0, 0.4f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 1.6f * MathF.Max(0, 1 + (1.5f * Chance.Wander(seed, t * 0.7))),
            Grain = Bubble,
            Level = 0.22f,
        },
        SourceKind.Stream => new()
        {
            Noise = [new('b', 900, 0.5f, 0.35f, 3f, 0.25f, 0.25f), new('b', 2800, 0.6f, 0.14f, 4f, 0.2f, 0.3f), new('l', 240, 0.7f, 0.3f, 1.5f, 0, 0.3f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 16f,
            Grain = Bubble,
            Level = 0.28f,
        },
        SourceKind.Rolling => new()
        {
            Noise = [new('l', 170, 0.8f, 1.1f, 7f, 0.1f, 0.4f, 0.12f, 0, RollDrive), new('b', 700, 0.8f, 0.20f, 14f, 0.2f, 0.5f, 0.10f, 0, RollDrive)],
            Level = 0.5f,
        },
        SourceKind.Sliding => new()
        {
            Noise = [new('b', 1100, 0.7f, 0.45f, 12f, 0.2f, 0.5f, 0.15f, 0, RollDrive), new('b', 3200, 0.9f, 0.16f, 17f, 0.2f, 0.5f, 0.08f, 0, RollDrive)],
            Level = 0.4f,
        },
        SourceKind.Flapping => new() { Noise = [new('b', 480, 0.7f, 0.9f, 1f, 0.1f, 0.2f, 0, 0, Beats), new('b', 1700, 0.8f, 0.15f, 2f, 0.1f, 0.3f, 0, 0, Beats)], Level = 0.4f },
        SourceKind.Crowd => new()
        {
            Noise = [new('b', 480, 0.9f, 0.5f, 3.5f, 0.3f, 0.3f), new('b', 1150, 1.2f, 0.25f, 5f, 0.3f, 0.4f), new('b', 2500, 0.9f, 0.08f, 2f, 0.2f, 0.4f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 5f,
            Grain = Shout,
            Level = 0.34f,
        },
        SourceKind.City => new()
        {
            Noise = [new('l', 110, 0.7f, 1.5f, 0.3f, 0.2f, 0.35f), new('b', 480, 0.4f, 0.14f, 0.22f, 0.3f, 0.5f), new('b', 1300, 0.5f, 0.05f, 0.15f, 0.4f, 0.95f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 0.12f,
            Grain = PassingCar,
            Level = 0.28f,
        },
        SourceKind.Crickets => new() { Noise = [new('b', 4600, 8f, 0.02f)], Partials = CricketPartials, Level = 0.20f },
        SourceKind.Birds => new()
        {
            Noise = [new('h', 2500, 0.5f, 0.004f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 0.8f,
            Grain = Song,
            Level = 0.6f,
        },
        SourceKind.Gulls => new()
        {
            Noise = [new('h', 2500, 0.5f, 0.002f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 0.35f,
            Grain = GullCall,
            Level = 0.7f,
        },
        SourceKind.Leaves => new() { Noise = [new('b', 3300, 0.5f, 0.20f, 0.5f, 0.2f, 0.8f, 0.2f, 1f), new('b', 1200, 0.6f, 0.12f, 0.7f, 0.2f, 0.8f, 0.2f, 1f)], Level = 0.18f },
        SourceKind.Chimes => new()
        {
            Noise = [new('h', 6000, 0.5f, 0.002f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 1.1f,
            Grain = Chime,
            Level = 0.5f,
        },
        SourceKind.Room => new() { Noise = [new('l', 120, 0.6f, 0.5f, 0.2f, 0, 0.2f), new('b', 500, 0.4f, 0.03f, 0.2f, 0, 0.2f)], Level = 0.36f },
        SourceKind.Cave => new()
        {
            Noise = [new('l', 95, 0.8f, 0.9f, 0.2f, 0.2f, 0.4f), new('b', 320, 2f, 0.05f, 0.3f, 0.3f, 0.6f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 0.9f,
            Grain = Drip,
            Level = 0.42f,
        },
        SourceKind.UnderWater => new()
        {
            Noise = [new('l', 190, 0.9f, 1.2f, 0.4f, 0.35f, 0.4f), new('b', 420, 1.5f, 0.08f, 0.6f, 0.3f, 0.7f)],
            GrainsPerSecond = static (in SourceState s, double t, ulong seed) => 5f * MathF.Max(0, Chance.Wander(seed, t * 0.5)),
            Grain = Bubble,
            Level = 0.4f,
        },
        SourceKind.Space => new() { Noise = [new('l', 80, 0.8f, 0.6f, 0.15f, 0.2f, 0.4f), new('b', 900, 3f, 0.012f, 0.2f, 0.4f, 0.8f)], Partials = SpacePartials, Level = 0.36f },
        SourceKind.Pad => new() { Partials = PadPartials, Level = 0.25f },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No recipe."),
    };

    private static int EnginePartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials)
    {
        // Four strokes, four cylinders: two firings a turn, and a weaker half order that makes it throb.
        float turn = Math.Clamp(state.Rate, 100, 12_000) / 60f * (1 + (0.012f * Chance.Noise(seed, seconds * 7)));
        float level = 0.30f;
        for (int i = 0; i < 14; i++)
        {
            float order = (i + 1) * 0.5f;
            partials[i] = (turn * order, level * (i % 4 == 3 ? 1f : i % 2 == 1 ? 0.55f : 0.22f) * (1 + (0.25f * Chance.Noise(seed + (ulong)i, seconds * 11))));
            level *= 0.86f;
        }

        return 14;
    }

    private static int MotorPartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials)
    {
        float hertz = Math.Clamp(state.Rate, 20, 4000) * (1 + (0.004f * Chance.Noise(seed, seconds * 5)));
        ReadOnlySpan<float> levels = [0.25f, 0.12f, 0.16f, 0.05f, 0.07f, 0.03f];
        for (int i = 0; i < levels.Length; i++)
        {
            partials[i] = (hertz * (i + 1), levels[i]);
        }

        return levels.Length;
    }

    private static int CricketPartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials)
    {
        for (int i = 0; i < 5; i++)
        {
            // Each sings three or four pulses, then rests.
            double period = 0.55 + (0.13 * i), phase = (seconds + (i * 0.37)) % period;
            float pulse = phase < 0.19 ? MathF.Max(0, MathF.Sin(MathF.PI * (float)(phase % 0.05 / 0.05))) : 0;
            partials[i] = (4100 + (190 * i) + (20 * Chance.Noise(seed + (ulong)i, seconds)), 0.16f * pulse * pulse * (0.4f + (0.15f * i)));
        }

        return 5;
    }

    private static int SpacePartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials)
    {
        ReadOnlySpan<float> hertz = [55, 55.4f, 82.5f, 110.3f, 164.9f, 220.7f, 329.8f, 330.9f];
        for (int i = 0; i < hertz.Length; i++)
        {
            partials[i] = (hertz[i], 0.20f / (1 + (i * 0.5f)) * (0.6f + (0.4f * Chance.Noise(seed + (ulong)i, seconds * 0.15))));
        }

        return hertz.Length;
    }

    private static int PadPartials(in SourceState state, double seconds, ulong seed, Span<(float Hertz, float Level)> partials)
    {
        // Four chords of a slow, hopeful turn, each voice fading over to the next.
        ReadOnlySpan<float> chords = [130.81f, 196f, 261.63f, 329.63f, 110f, 164.81f, 261.63f, 329.63f, 87.31f, 174.61f, 261.63f, 349.23f, 98f, 196f, 246.94f, 293.66f];
        double turn = seconds / 5.0;
        int chord = (int)turn % 4, next = (chord + 1) % 4;
        float blend = Math.Clamp(((float)(turn - Math.Floor(turn)) - 0.7f) / 0.3f, 0, 1);
        for (int i = 0; i < 4; i++)
        {
            float breathe = 0.10f * (0.75f + (0.25f * Chance.Noise(seed + (ulong)i, seconds * 0.4)));
            partials[i * 4] = (chords[(chord * 4) + i], breathe * (1 - blend));
            partials[(i * 4) + 1] = (chords[(chord * 4) + i] * 2.003f, 0.25f * breathe * (1 - blend));
            partials[(i * 4) + 2] = (chords[(next * 4) + i], breathe * blend);
            partials[(i * 4) + 3] = (chords[(next * 4) + i] * 2.003f, 0.25f * breathe * blend);
        }

        return 16;
    }

    private static float Swell(in SourceState state, double seconds, ulong seed)
    {
        double phase = (seconds / 7.3) + (0.15 * Chance.Noise(seed, seconds * 0.1));
        float a = 0.5f + (0.5f * MathF.Sin(MathF.Tau * (float)(phase % 1))), b = 0.5f + (0.5f * MathF.Sin(MathF.Tau * (float)((phase * 0.618) % 1)));
        return 0.25f + (0.75f * a * a) + (0.35f * b * b);
    }

    private static float Wash(in SourceState state, double seconds, ulong seed)
    {
        float swell = Swell(state, seconds - 0.9, seed);
        return swell * swell;
    }

    private static float RollDrive(in SourceState state, double seconds, ulong seed)
    {
        MaterialVoice voice = MaterialVoice.Of(state.Material);
        float speed = Math.Clamp(state.Rate, 0, 30);

        // A roll repeats its unevenness once a turn.
        float turns = speed / (MathF.PI * MathF.Max(0.02f, state.SizeM));
        float lump = 0.75f + (0.25f * MathF.Sin(MathF.Tau * (float)(seconds * Math.Min(turns, 12) % 1)));
        return MathF.Min(1.5f, 0.6f * MathF.Sqrt(speed)) * lump * (0.4f + (0.6f * MathF.Min(1, voice.Noise + voice.Brightness - 0.2f)));
    }

    private static float Beats(in SourceState state, double seconds, ulong seed)
    {
        float phase = (float)(seconds * Math.Clamp(state.Rate, 0.2f, 60f) % 1);
        float stroke = MathF.Max(0, MathF.Sin(MathF.Tau * phase));
        return (stroke * stroke) + 0.08f;
    }

    private static void Crackle(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        float strong = chance.Unit() * chance.Unit();
        track.ScheduleBurst(
            new SoundEvent { Seconds = seconds, Position = position + (chance.InBall() * 0.3f) },
            new NoiseBurst { Level = level * (0.3f + (1.1f * strong)), FromHertz = chance.Between(1200, 6000), ToHertz = 1500, Q = 1.2f, RiseSeconds = 0.0004f, FallSeconds = 0.008f + (0.03f * strong) });
    }

    private static void RainDrop(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
        => track.ScheduleBurst(
            new SoundEvent { Seconds = seconds, Position = position },
            new NoiseBurst { Level = level * chance.Between(0.3f, 1.2f), FromHertz = chance.Between(1800, 7000), ToHertz = 1500, Q = 2.5f, RiseSeconds = 0.0005f, FallSeconds = 0.025f });

    private static void Bubble(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        float hertz = chance.Between(280, 1300);
        track.ScheduleTone(
            new SoundEvent { Seconds = seconds, Position = position },
            new Tone { Level = level * chance.Between(0.1f, 0.5f), FromHertz = hertz, ToHertz = hertz * chance.Between(1.2f, 1.9f), Seconds = chance.Between(0.03f, 0.09f) });
    }

    private static void Drip(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        float hertz = chance.Between(600, 1500);
        track.ScheduleTone(
            new SoundEvent { Seconds = seconds, Position = position },
            new Tone { Level = level * chance.Between(0.15f, 0.45f), FromHertz = hertz, ToHertz = hertz * 2.2f, Seconds = 0.06f });
    }

    private static void Shout(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        float pitch = chance.Between(140, 420);
        track.ScheduleTone(
            new SoundEvent { Seconds = seconds, Position = position },
            new Tone
            {
                Level = level * chance.Between(0.2f, 0.7f),
                FromHertz = pitch,
                PeakHertz = pitch * chance.Between(1.1f, 1.5f),
                ToHertz = pitch * 0.9f,
                Seconds = chance.Between(0.25f, 0.8f),
                Harmonics = 0.85f,
                Breath = 0.15f,
                Formant1 = chance.Between(450, 800),
                FormantTo1 = 650,
                Formant2 = chance.Between(900, 1900),
                FormantTo2 = 1300,
                Formant3 = 2600,
            });
    }

    private static void PassingCar(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
        => track.ScheduleBurst(
            new SoundEvent { Seconds = seconds, Position = position },
            new NoiseBurst { Level = level * chance.Between(0.5f, 1.2f), FromHertz = 420, ToHertz = 260, Q = 0.5f, RiseSeconds = 1.6f, FallSeconds = 4f });

    private static void Song(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        position.Y += 4;
        int notes = 2 + chance.Below(5);
        float hertz = chance.Between(2200, 4800), glide = chance.Between(0.75f, 1.35f), apart = chance.Between(0.09f, 0.2f);
        float loud = level * chance.Between(0.08f, 0.3f);
        for (int i = 0; i < notes; i++)
        {
            float f = hertz * (i % 2 == 0 ? 1 : chance.Between(0.85f, 1.2f));
            track.ScheduleTone(
                new SoundEvent { Seconds = seconds + (i * apart), Position = position },
                new Tone { Level = loud, FromHertz = f, PeakHertz = f * glide, ToHertz = f * chance.Between(0.85f, 1.1f), Seconds = apart * 0.75f, Vibrato = 0.015f, VibratoHertz = 35 });
        }
    }

    private static void GullCall(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        position.Y += 6;
        int calls = 1 + chance.Below(4);
        for (int i = 0; i < calls; i++)
        {
            track.ScheduleShard(new SoundEvent { Kind = SoundEventKind.Gull, Seconds = seconds + (i * 0.42), Position = position * 2f, ImpulseNs = MathF.Pow(level, 2.5f) * 2f });
        }
    }

    private static void Chime(SoundTrack track, in SourceState state, Vector3 position, double seconds, float level, ref Chance chance)
    {
        // A pentatonic scale never clashes with itself.
        ReadOnlySpan<float> scale = [1046.5f, 1174.7f, 1318.5f, 1568f, 1760f, 2093f];
        track.ScheduleShard(new SoundEvent
        {
            Kind = SoundEventKind.Bell,
            Seconds = seconds,
            Position = position,
            SizeM = 260f / scale[chance.Below(scale.Length)],
            ImpulseNs = MathF.Pow(level * chance.Between(0.15f, 0.5f), 2.5f),
        });
    }
}
