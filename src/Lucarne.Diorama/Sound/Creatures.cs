using Lucarne.Diorama.Motion;

namespace Lucarne.Diorama.Sound;

/// <summary>Voices of animals and machines: a bent tone through moving formants.</summary>
internal static class Creatures
{
    public static void Start(SoundTrack track, in SoundEvent e, int offset, ulong seed, float usual, float size, ref Chance chance)
    {
        float vary = chance.Between(0.93f, 1.07f);
        switch (e.Kind)
        {
            case SoundEventKind.Bark:
                float deep = vary * MathF.Pow(0.6f / size, 0.4f);
                EventVoices.Chirp(track, e, offset, seed, new Tone
                {
                    Level = 0.55f * usual,
                    FromHertz = 300 * deep,
                    PeakHertz = 520 * deep,
                    ToHertz = 190 * deep,
                    Seconds = 0.17f,
                    Harmonics = 0.85f,
                    Breath = 0.25f,
                    Formant1 = 550 * deep,
                    FormantTo1 = 850 * deep,
                    Formant2 = 1100 * deep,
                    FormantTo2 = 1500 * deep,
                    Formant3 = 2700,
                });
                EventVoices.Burst(track, e, offset, seed ^ 1, 0.16f * usual, 1300 * deep, 900, 1.2f, 0.006f, 0.14f, 0.3f);
                break;
            case SoundEventKind.Meow:
                EventVoices.Chirp(track, e, offset, seed, new Tone
                {
                    Level = 0.4f * usual,
                    FromHertz = 480 * vary,
                    PeakHertz = 780 * vary,
                    ToHertz = 420 * vary,
                    Seconds = 0.75f,
                    Harmonics = 0.8f,
                    Breath = 0.05f,
                    Vibrato = 0.012f,
                    VibratoHertz = 7,
                    Formant1 = 420,
                    FormantTo1 = 950,
                    Formant2 = 2300,
                    FormantTo2 = 1400,
                    Formant3 = 3400,
                });
                break;
            case SoundEventKind.Chirp:
                float high = chance.Between(2300, 4600);
                EventVoices.Chirp(track, e, offset, seed, new Tone
                {
                    Level = 0.09f * usual,
                    FromHertz = high,
                    PeakHertz = high * chance.Between(1.05f, 1.5f),
                    ToHertz = high * chance.Between(0.7f, 1.1f),
                    Seconds = chance.Between(0.05f, 0.14f),
                    Vibrato = 0.02f,
                    VibratoHertz = chance.Between(20, 50),
                });
                break;
            case SoundEventKind.Gull:
                EventVoices.Chirp(track, e, offset, seed, new Tone
                {
                    Level = 0.2f * usual,
                    FromHertz = 850 * vary,
                    PeakHertz = 1350 * vary,
                    ToHertz = 800 * vary,
                    Seconds = chance.Between(0.28f, 0.5f),
                    Harmonics = 0.7f,
                    Breath = 0.12f,
                    Vibrato = 0.03f,
                    VibratoHertz = 11,
                    Formant1 = 1400,
                    FormantTo1 = 1700,
                    Formant2 = 2900,
                    FormantTo2 = 2600,
                    Formant3 = 4200,
                });
                break;
            case SoundEventKind.Horn:
                float low = Math.Clamp(420f / MathF.Sqrt(size), 70f, 520f);
                EventVoices.Chirp(track, e, offset, seed, new Tone { Level = 0.22f * usual, FromHertz = low, ToHertz = low, Seconds = 0.9f, Harmonics = 0.75f });
                EventVoices.Chirp(track, e, offset, seed ^ 1, new Tone { Level = 0.18f * usual, FromHertz = low * 1.26f, ToHertz = low * 1.26f, Seconds = 0.9f, Harmonics = 0.75f });
                break;
            case SoundEventKind.Beep:
                float tone = 700 * chance.Between(0.8f, 1.8f);
                EventVoices.Chirp(track, e, offset, seed, new Tone { Level = 0.14f * usual, FromHertz = tone, ToHertz = tone * chance.Between(0.9f, 1.3f), Seconds = 0.12f, Harmonics = 0.3f });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(e), e.Kind, "Not a creature or machine.");
        }
    }
}
