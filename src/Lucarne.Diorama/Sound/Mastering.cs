namespace Lucarne.Diorama.Sound;

/// <summary>The end of the chain: no direct current, a slow ride towards the target loudness, and a limiter that looks one tick ahead.</summary>
internal sealed class Mastering
{
    /// <summary>Highest sample, −1.2 dBFS.</summary>
    public const float Ceiling = 0.871f;

    private const float TargetPower = 0.03f;
    private const float InputGain = 1.6f;
    private readonly float[] _heldLeft = new float[SoundTrack.Tick];
    private readonly float[] _heldRight = new float[SoundTrack.Tick];
    private float _inLeft, _inRight, _outLeft, _outRight, _bassLeft, _bassRight, _midLeft, _midRight;
    private float _power, _ride = 1.3f, _gain = 1, _heldGain = 1;

    /// <summary>Takes a tick of mix and gives the tick before it, limited.</summary>
    /// <param name="mix">Both channels.</param>
    /// <param name="output">Interleaved stereo of one tick.</param>
    public void Run(MixBus mix, Span<float> output)
    {
        float sum = 0, peak = 0, from = _ride;
        Ride();
        float slope = (_ride - from) / SoundTrack.Tick;
        for (int i = 0; i < SoundTrack.Tick; i++)
        {
            float l = InputGain * mix.Left[i], r = InputGain * mix.Right[i];

            // A high pass at 20 Hz.
            _outLeft = l - _inLeft + (0.9974f * _outLeft);
            _outRight = r - _inRight + (0.9974f * _outRight);
            (_inLeft, _inRight) = (l, r);

            // Loudness hears less below 100 Hz and 4 dB more above 1.5 kHz, about as ITU-R BS.1770 weighs it.
            _bassLeft += 0.013f * (_outLeft - _bassLeft);
            _bassRight += 0.013f * (_outRight - _bassRight);
            _midLeft += 0.178f * (_outLeft - _midLeft);
            _midRight += 0.178f * (_outRight - _midRight);
            float hl = (1.58f * _outLeft) - (0.58f * _midLeft) - (0.6f * _bassLeft), hr = (1.58f * _outRight) - (0.58f * _midRight) - (0.6f * _bassRight);
            sum += (hl * hl) + (hr * hr);
            float ride = from + (slope * (i + 1));
            mix.Left[i] = _outLeft * ride;
            mix.Right[i] = _outRight * ride;
            peak = MathF.Max(peak, MathF.Max(MathF.Abs(mix.Left[i]), MathF.Abs(mix.Right[i])));
        }

        _power += 0.0006f * ((sum / SoundTrack.Tick) - _power);

        // The held tick's gain slides to what both it and the coming tick can bear, so no sample passes the ceiling.
        float bearable = peak > Ceiling ? Ceiling / peak : 1;
        float next = MathF.Min(MathF.Min(bearable, _heldGain), _gain + (0.004f * (1 - _gain)));
        float gainSlope = (next - _gain) / SoundTrack.Tick;
        for (int i = 0; i < SoundTrack.Tick; i++)
        {
            float gain = _gain + (gainSlope * i);
            output[2 * i] = _heldLeft[i] * gain;
            output[(2 * i) + 1] = _heldRight[i] * gain;
        }

        _gain = next;
        _heldGain = bearable;
        mix.Left.CopyTo(_heldLeft, 0);
        mix.Right.CopyTo(_heldRight, 0);
    }

    /// <summary>Moves the level a little towards the target: quiet places stay quieter than storms, yet are heard on a phone.</summary>
    private void Ride()
    {
        if (_power < 1e-7f)
        {
            return;
        }

        float wanted = Math.Clamp(MathF.Pow(TargetPower / _power, 0.3f), 0.4f, 3f);
        float step = wanted > _ride ? 1.0003f : 0.9994f;
        _ride = wanted > _ride ? MathF.Min(wanted, _ride * step) : MathF.Max(wanted, _ride * step);
    }
}
