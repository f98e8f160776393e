using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Sound;

/// <summary>Turns events into voices.</summary>
internal static class EventVoices
{
    /// <summary>Loudness of an impulse: a compressive law, so that a marble is heard beside an anvil.</summary>
    public static float Loudness(float impulseNs) => MathF.Min(1.4f, 0.62f * MathF.Pow(MathF.Max(0, impulseNs), 0.36f));

    /// <param name="track">Gives voices.</param>
    /// <param name="e">Event.</param>
    /// <param name="offset">Samples from the start of the tick.</param>
    /// <param name="seed">Seed of this event.</param>
    public static void Start(SoundTrack track, in SoundEvent e, int offset, ulong seed)
    {
        var chance = new Chance(seed);
        float size = Math.Clamp(e.SizeM, 0.005f, 200f);
        float usual = MathF.Min(2f, MathF.Pow(Math.Clamp(e.ImpulseNs, 0, 1e6f), 0.4f));
        switch (e.Kind)
        {
            case SoundEventKind.Contact:
                float loudness = Loudness(e.ImpulseNs);
                Strike(track, e.MaterialA, e.MaterialB, size, loudness, e.Position, offset, seed);
                break;
            case SoundEventKind.Scrape:
                MaterialVoice scraped = MaterialVoice.Of(e.MaterialB);
                Burst(track, e, offset, seed, 0.3f * usual, scraped.NoiseHertz * 0.8f, scraped.NoiseHertz * 1.2f, 1.2f, 0.04f, 0.15f + (0.2f * size), 0.6f);
                break;
            case SoundEventKind.Step:
                Strike(track, SurfaceMaterial.Flesh, e.MaterialB, 0.3f, 0.5f * usual, e.Position, offset, seed);
                MaterialVoice ground = MaterialVoice.Of(e.MaterialB);
                Burst(track, e, offset, seed ^ 1, 0.25f * usual * ground.Noise, ground.NoiseHertz, ground.NoiseHertz * 0.7f, 0.9f, 0.01f, 0.12f, 0.8f);
                break;
            case SoundEventKind.Splash:
                Splash(track, e, offset, usual, size, ref chance);
                break;
            case SoundEventKind.Whoosh:
                Burst(track, e, offset, seed, 0.5f * usual, 500f / MathF.Sqrt(size + 0.2f), 1100f / MathF.Sqrt(size + 0.2f), 1.6f, 0.15f, 0.3f, 0);
                break;
            case SoundEventKind.Thunder:
                Thunder(track, e, offset, seed, usual, size, ref chance);
                break;
            case SoundEventKind.Crack:
                Strike(track, e.MaterialA, e.MaterialB, size, 0.7f * usual, e.Position, offset, seed);
                for (int i = 0; i < 9; i++)
                {
                    double later = e.Seconds + (0.01 + (0.5 * chance.Unit() * chance.Unit()));
                    track.ScheduleShard(e with { Kind = SoundEventKind.Contact, Seconds = later, SizeM = size * chance.Between(0.08f, 0.3f), ImpulseNs = e.ImpulseNs * chance.Between(0.002f, 0.03f) });
                }

                break;
            case SoundEventKind.Spark:
                Burst(track, e, offset, seed, 0.35f * usual, 7000, 4000, 0.8f, 0.001f, 0.06f, 0.9f);
                Chirp(track, e, offset, seed ^ 1, new Tone { Level = 0.12f * usual, FromHertz = 3800 * chance.Between(0.8f, 1.3f), ToHertz = 900, Seconds = 0.16f, Tremolo = 0.8f, TremoloHertz = 60 });
                break;
            case SoundEventKind.Bell:
                Bell(track, e, offset, seed, size, usual);
                break;
            case SoundEventKind.Explosion:
                Burst(track, e, offset, seed, 1.6f * usual, 260, 60, 0.6f, 0.004f, 1.8f, 0.2f, lowPass: true);
                Burst(track, e, offset, seed ^ 1, 0.5f * usual, 2400, 500, 0.5f, 0.002f, 0.35f, 0.5f);
                break;
            case SoundEventKind.Drop:
                float pitch = 420f / MathF.Sqrt(size * 10f) * chance.Between(0.8f, 1.25f);
                Chirp(track, e, offset, seed, new Tone { Level = 0.22f * usual, FromHertz = pitch, ToHertz = pitch * 2.1f, Seconds = 0.07f });
                break;
            default:
                Creatures.Start(track, e, offset, seed, usual, size, ref chance);
                break;
        }
    }

    /// <summary>A whole voice of one burst of noise.</summary>
    public static void Burst(
        SoundTrack track, in SoundEvent e, int offset, ulong seed, float level, float from, float to, float q, float rise, float fall, float grain, bool lowPass = false)
    {
        Voice voice = track.TakeVoice(offset, e.Position, level, seed);
        voice.SetBurst(new NoiseBurst { Level = 1, FromHertz = from, ToHertz = to, Q = q, RiseSeconds = rise, FallSeconds = fall, Grain = grain, LowPass = lowPass });
    }

    /// <summary>A whole voice of one tone.</summary>
    public static void Chirp(SoundTrack track, in SoundEvent e, int offset, ulong seed, in Tone tone)
        => track.TakeVoice(offset, e.Position, 1, seed).SetTone(tone);

    private static void Strike(SoundTrack track, SurfaceMaterial a, SurfaceMaterial b, float size, float loudness, Vector3 position, int offset, ulong seed)
    {
        if (loudness < 0.004f)
        {
            return;
        }

        var chance = new Chance(seed);
        MaterialVoice first = MaterialVoice.Of(a), second = MaterialVoice.Of(b);

        // The softer of the two sets how long they push; a hard blow pushes for less.
        float contact = MathF.Max(first.ContactSeconds, second.ContactSeconds) * MathF.Pow(MathF.Max(0.05f, loudness), -0.2f);
        Span<float> hertz = stackalloc float[ModalBank.Modes];
        Span<float> decays = stackalloc float[ModalBank.Modes];
        Span<float> gains = stackalloc float[ModalBank.Modes];
        FillModes(first, size, 1f, ref chance, hertz, decays, gains);

        // What it falls on is larger and held by its neighbours: lower, shorter, quieter.
        FillModes(second, MathF.Max(0.35f, size), 0.55f, ref chance, hertz[8..], decays[8..], gains[8..]);
        Voice voice = track.TakeVoice(offset, position, loudness, seed);
        voice.SetModes(new ModalBank(hertz, decays, gains), contact);
        MaterialVoice noisy = first.Noise > second.Noise ? first : second;
        float soften = 1f / (1f + (contact * 250f));
        voice.SetBurst(new NoiseBurst
        {
            Level = 0.9f * noisy.Noise * (noisy.NoiseSeconds > 0.03f ? 1f : soften),
            FromHertz = noisy.NoiseHertz,
            ToHertz = noisy.NoiseHertz * 0.7f,
            Q = 0.8f,
            RiseSeconds = 0.5f * contact,
            FallSeconds = noisy.NoiseSeconds * 3f,
            Grain = noisy.NoiseSeconds > 0.03f ? 0.7f : 0,
        });
    }

    private static void FillModes(
        MaterialVoice m, float size, float share, ref Chance chance, Span<float> hertz, Span<float> decays, Span<float> gains)
    {
        float fundamental = Math.Clamp(m.BaseHertz * MathF.Pow(0.1f / size, 0.7f), 35f, 6000f) * chance.Between(0.96f, 1.04f);
        float level = m.Level * share * 0.9f;
        for (int i = 0; i < 8; i++)
        {
            hertz[i] = fundamental * m.Ratios[i] * chance.Between(0.985f, 1.015f);
            decays[i] = m.DecaySeconds * MathF.Pow(MathF.Max(0.2f, size / 0.1f), 0.3f) * MathF.Pow(m.Ratios[i], -m.DecaySlope) * (share < 1 ? 0.6f : 1);
            gains[i] = level * chance.Between(0.6f, 1f);
            level *= m.Brightness;
        }
    }

    private static void Splash(SoundTrack track, in SoundEvent e, int offset, float usual, float size, ref Chance chance)
    {
        ulong seed = chance.Next();
        float deep = 1f / MathF.Sqrt(MathF.Max(0.05f, size));
        Burst(track, e, offset, seed, 0.55f * usual, 900 * deep, 2600, 0.6f, 0.008f, 0.35f + (0.5f * MathF.Min(2, size)), 0.5f);
        Burst(track, e, offset, seed ^ 1, 0.5f * usual, 260 * deep, 140 * deep, 0.8f, 0.004f, 0.18f + (0.2f * MathF.Min(2, size)), 0, lowPass: true);
        for (int i = 0; i < 6; i++)
        {
            track.ScheduleShard(e with
            {
                Kind = SoundEventKind.Drop,
                Seconds = e.Seconds + 0.05 + (0.5 * chance.Unit()),
                SizeM = size * chance.Between(0.05f, 0.3f),
                ImpulseNs = MathF.Min(1, e.ImpulseNs) * chance.Between(0.05f, 0.5f),
            });
        }
    }

    private static void Thunder(SoundTrack track, in SoundEvent e, int offset, ulong seed, float usual, float size, ref Chance chance)
    {
        float far = Math.Clamp(size, 0.1f, 40f);
        if (far < 8)
        {
            Burst(track, e, offset, seed, 0.8f * usual / (1 + (0.3f * far)), 3200 / (1 + far), 700, 0.5f, 0.003f, 0.5f, 0.9f);
        }

        Burst(track, e, offset, seed ^ 1, 1.5f * usual / (1 + (0.08f * far)), 190, 55, 0.7f, 0.05f + (0.04f * far), 3.6f, 0.5f, lowPass: true);
        for (int i = 0; i < 3; i++)
        {
            int later = (int)(chance.Between(0.3f, 1.6f) * SoundTrack.SampleRate);
            track.ScheduleBurst(
                e with { Seconds = e.Seconds + (later / (double)SoundTrack.SampleRate) },
                new NoiseBurst { Level = 0.8f * usual * chance.Between(0.4f, 1f), FromHertz = 150, ToHertz = 50, Q = 0.7f, RiseSeconds = 0.15f, FallSeconds = 2.2f, Grain = 0.5f, LowPass = true });
        }
    }

    private static void Bell(SoundTrack track, in SoundEvent e, int offset, ulong seed, float size, float usual)
    {
        // Hum, prime, tierce, quint and nominal of a church bell; small ones ring the higher partials more.
        ReadOnlySpan<float> ratios = [0.5f, 1, 1.183f, 1.506f, 2, 2.514f, 2.662f, 3.011f, 4.166f, 5.433f, 6.796f, 0.501f, 1.003f, 1.186f, 2.004f, 3.016f];
        ReadOnlySpan<float> levels = [0.5f, 0.8f, 0.6f, 0.35f, 1, 0.4f, 0.35f, 0.5f, 0.35f, 0.25f, 0.15f, 0.3f, 0.5f, 0.3f, 0.6f, 0.3f];
        float prime = Math.Clamp(260f / size, 80f, 4200f);
        Span<float> hertz = stackalloc float[ModalBank.Modes];
        Span<float> decays = stackalloc float[ModalBank.Modes];
        Span<float> gains = stackalloc float[ModalBank.Modes];
        for (int i = 0; i < ModalBank.Modes; i++)
        {
            hertz[i] = prime * ratios[i];
            decays[i] = Math.Clamp(4.5f * MathF.Sqrt(size) / MathF.Sqrt(ratios[i]), 0.4f, 9f);
            gains[i] = 0.16f * levels[i] * usual;
        }

        track.TakeVoice(offset, e.Position, 1, seed).SetModes(new ModalBank(hertz, decays, gains), 0.0006f);
    }
}
