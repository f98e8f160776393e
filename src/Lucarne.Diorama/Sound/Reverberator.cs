using System.Runtime.Intrinsics;

namespace Lucarne.Diorama.Sound;

/// <summary>A feedback delay network of eight lines behind a Householder mixer, each dulled by a one-pole filter.</summary>
internal sealed class Reverberator
{
    private const int LineLength = 4096;
    private static readonly int[] Delays = [1117, 1327, 1531, 1787, 2017, 2311, 2593, 2879];

    private readonly float[] _lines = new float[8 * LineLength];
    private Vector256<float> _feedback, _damping, _state;
    private float _wet, _wetTarget;
    private int _write;

    public void Set(in Reverberation place)
    {
        Span<float> feedback = stackalloc float[8];
        for (int i = 0; i < 8; i++)
        {
            feedback[i] = MathF.Exp(-6.9078f * Delays[i] / (Math.Clamp(place.DecaySeconds, 0.05f, 20f) * SoundTrack.SampleRate));
        }

        _feedback = Vector256.Create<float>(feedback);
        _damping = Vector256.Create(1f - (0.85f * Math.Clamp(place.Damping, 0, 1)));
        _wetTarget = Math.Clamp(place.Wet, 0, 1);
    }

    /// <summary>Adds the reverberation of a tick's send to both channels.</summary>
    public void Run(MixBus mix)
    {
        var left = Vector256.Create(1f, -1, 1, -1, 1, 1, -1, -1) * 0.35f;
        var right = Vector256.Create(1f, 1, -1, -1, -1, 1, 1, -1) * 0.35f;
        float[] lines = _lines;
        for (int i = 0; i < SoundTrack.Tick; i++)
        {
            int at = _write;
            var outputs = Vector256.Create(
                lines[(at - Delays[0]) & (LineLength - 1)],
                lines[LineLength + ((at - Delays[1]) & (LineLength - 1))],
                lines[(2 * LineLength) + ((at - Delays[2]) & (LineLength - 1))],
                lines[(3 * LineLength) + ((at - Delays[3]) & (LineLength - 1))],
                lines[(4 * LineLength) + ((at - Delays[4]) & (LineLength - 1))],
                lines[(5 * LineLength) + ((at - Delays[5]) & (LineLength - 1))],
                lines[(6 * LineLength) + ((at - Delays[6]) & (LineLength - 1))],
                lines[(7 * LineLength) + ((at - Delays[7]) & (LineLength - 1))]);
            _state += _damping * ((outputs * _feedback) - _state);
            Vector256<float> back = _state - Vector256.Create(0.25f * Vector256.Sum(_state));

            // A constant far below hearing keeps the tails out of the slow denormal range.
            Vector256<float> input = back + Vector256.Create(mix.Send[i] + 1e-15f);
            for (int line = 0; line < 8; line++)
            {
                lines[(line * LineLength) + at] = input[line];
            }

            _wet += 0.0005f * (_wetTarget - _wet);
            mix.Left[i] += _wet * Vector256.Sum(outputs * left);
            mix.Right[i] += _wet * Vector256.Sum(outputs * right);
            _write = (at + 1) & (LineLength - 1);
        }
    }
}
