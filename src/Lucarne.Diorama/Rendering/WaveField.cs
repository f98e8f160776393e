using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering;

/// <summary>The moving surface of a <see cref="Water"/>: a pure function of place and time that the picture and floating bodies share.</summary>
/// <remarks>
/// A sum of <see cref="Components"/> travelling waves fanned around the wave direction, each with the speed of deep water
/// (ω² = g·k). Crests are sharpened by squaring, so the surface has narrow crests and wide troughs like the sea's.
/// From the deepest trough to the highest crest is at most <see cref="Water.WaveHeightM"/>.
/// </remarks>
public sealed class WaveField
{
    /// <summary>Waves in the sum.</summary>
    public const int Components = 6;

    private const double Gravity = 9.81;

    private readonly float[] _amplitudeM = new float[Components];
    private readonly float[] _turnsPerMetreX = new float[Components];
    private readonly float[] _turnsPerMetreZ = new float[Components];
    private readonly double[] _turnsPerSecond = new double[Components];
    private readonly double[] _phaseTurns = new double[Components];

    /// <summary>Prepares the waves of a body of water.</summary>
    public WaveField(Water water)
    {
        ArgumentNullException.ThrowIfNull(water);
        LevelM = water.LevelM;
        double heading = water.WaveDirection == Vector2.Zero ? 0 : Math.Atan2(water.WaveDirection.Y, water.WaveDirection.X);
        ReadOnlySpan<double> lengths = [1.0, 0.63, 0.41, 0.27, 0.17, 0.11];
        ReadOnlySpan<double> fan = [0.0, 0.45, -0.55, 0.95, -1.1, 0.25];
        ReadOnlySpan<double> shares = [0.38, 0.24, 0.16, 0.10, 0.07, 0.05];
        double longest = Math.Max(0.02, water.WaveLengthM);
        for (int i = 0; i < Components; i++)
        {
            double length = longest * lengths[i];
            _amplitudeM[i] = (float)(0.5 * Math.Max(0, water.WaveHeightM) * shares[i]);
            _turnsPerMetreX[i] = (float)(Math.Cos(heading + fan[i]) / length);
            _turnsPerMetreZ[i] = (float)(Math.Sin(heading + fan[i]) / length);
            _turnsPerSecond[i] = Math.Sqrt(Gravity * 2 * Math.PI / length) / (2 * Math.PI);
            _phaseTurns[i] = i * 0.381966;
        }
    }

    /// <summary>Mean level, Y in metres.</summary>
    public float LevelM { get; }

    /// <summary>Y of the surface in metres.</summary>
    public float Height(float x, float z, double seconds) => Sample(x, z, seconds).HeightM;

    /// <summary>Unit upward normal of the surface.</summary>
    public Vector3 Normal(float x, float z, double seconds) => Sample(x, z, seconds).Normal;

    /// <summary>Height (Y, metres), unit normal and vertical speed (metres a second) of the surface.</summary>
    public WaveSample Sample(float x, float z, double seconds)
    {
        double height = 0, slopeX = 0, slopeZ = 0, rise = 0;
        for (int i = 0; i < Components; i++)
        {
            double turns = (_turnsPerMetreX[i] * (double)x) + (_turnsPerMetreZ[i] * (double)z) + Phase(i, seconds);
            (double sin, double cos) = Math.SinCos(2 * Math.PI * turns);
            double half = 0.5 + (0.5 * sin);
            height += _amplitudeM[i] * ((2 * half * half) - 0.75);
            double slope = _amplitudeM[i] * 2 * half * cos * 2 * Math.PI;
            slopeX += slope * _turnsPerMetreX[i];
            slopeZ += slope * _turnsPerMetreZ[i];
            rise -= slope * _turnsPerSecond[i];
        }

        return new WaveSample((float)(LevelM + height), Vector3.Normalize(new Vector3((float)-slopeX, 1, (float)-slopeZ)), (float)rise);
    }

    /// <summary>Slopes (dy/dx, dy/dz) and height above the level at vectors of places; waves shorter than twice the footprint fade out.</summary>
    [MethodImpl(Kernel)]
    internal void SampleWide(VF x, VF z, double seconds, VF footprintM, out VF slopeX, out VF slopeZ, out VF height)
    {
        slopeX = VF.Zero;
        slopeZ = VF.Zero;
        height = VF.Zero;
        for (int i = 0; i < Components; i++)
        {
            float kx = _turnsPerMetreX[i], kz = _turnsPerMetreZ[i], a = _amplitudeM[i];
            float turnsPerMetre = MathF.Sqrt((kx * kx) + (kz * kz));
            VF turns = Fma(x, F(kx), Fma(z, F(kz), F(PhaseWithinTurn(i, seconds))));
            VF sin = SinTurns(turns), cos = SinTurns(turns + F(0.25f));
            VF half = Fma(F(0.5f), sin, F(0.5f));
            VF visible = Saturate(F(1.5f) - (footprintM * F(2f * turnsPerMetre)));
            VF slope = visible * half * cos * F(a * 4f * MathF.PI);
            slopeX = Fma(slope, F(kx), slopeX);
            slopeZ = Fma(slope, F(kz), slopeZ);
            height = Fma(F(a) * visible, Fma(half + half, half, F(-0.75f)), height);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Phase(int i, double seconds) => _phaseTurns[i] - (_turnsPerSecond[i] * seconds);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float PhaseWithinTurn(int i, double seconds)
    {
        double phase = Phase(i, seconds);
        return (float)(phase - Math.Floor(phase));
    }
}

/// <summary>The water's surface at one place and time.</summary>
/// <param name="HeightM">Y in metres.</param>
/// <param name="Normal">Unit upward normal.</param>
/// <param name="RiseMps">Vertical speed of the surface, metres a second.</param>
public readonly record struct WaveSample(float HeightM, Vector3 Normal, float RiseMps);
