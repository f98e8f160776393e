using System.Numerics;

namespace Lucarne.Diorama.Physics;

public sealed partial class Shape
{
    /// <summary>Most samples of a height field.</summary>
    public const int MaximumHeightSamples = 4_194_304;

    private float[] _heights = [];
    private int _columns, _rows;
    private float _spacingM;

    /// <summary>Height of the highest sample, metres.</summary>
    internal float HighestM { get; private init; }

    /// <summary>Smooth ground, centred on the local XZ origin; solid below, and level beyond its rim. Static and upright only.</summary>
    /// <param name="heightsM">Heights in metres, [rows, columns] row by row: columns run along +X, rows along +Z.</param>
    /// <param name="columns">Samples along X, at least 2.</param>
    /// <param name="rows">Samples along Z, at least 2.</param>
    /// <param name="spacingM">Distance between neighbours, metres.</param>
    /// <remarks>
    /// Bodies touch it with their corners, ends and rims, against the slope below each: features of the ground much smaller than a body are not felt.
    /// </remarks>
    public static Shape HeightField(ReadOnlySpan<float> heightsM, int columns, int rows, float spacingM)
    {
        CheckSize(spacingM, "A height field's spacing");
        if (columns < 2 || rows < 2 || (long)columns * rows > MaximumHeightSamples || heightsM.Length != columns * rows)
        {
            throw new PhysicsException(
                $"A height field of {heightsM.Length} samples for {columns} columns and {rows} rows is refused; give columns × rows samples, at least 2 × 2 and at most {MaximumHeightSamples}.");
        }

        float highest = heightsM[0];
        foreach (float h in heightsM)
        {
            highest = MathF.Max(highest, h);
            if (!float.IsFinite(h) || MathF.Abs(h) > MaximumSizeM)
            {
                throw new PhysicsException($"A height of {h} m is refused; heights must be finite and within {MaximumSizeM} m.");
            }
        }

        return new Shape(ShapeKind.HeightField) { _heights = heightsM.ToArray(), _columns = columns, _rows = rows, _spacingM = spacingM, HighestM = highest };
    }

    /// <summary>Height and upward unit normal of the ground at a local X and Z.</summary>
    internal float HeightAt(float x, float z, out Vector3 normal)
    {
        float u = Math.Clamp((x / _spacingM) + ((_columns - 1) * 0.5f), 0, _columns - 1.0001f);
        float v = Math.Clamp((z / _spacingM) + ((_rows - 1) * 0.5f), 0, _rows - 1.0001f);
        int i = (int)u, j = (int)v;
        float fu = u - i, fv = v - j;
        float h00 = Sample(i, j), h10 = Sample(i + 1, j), h01 = Sample(i, j + 1), h11 = Sample(i + 1, j + 1);
        float height = float.Lerp(float.Lerp(h00, h10, fu), float.Lerp(h01, h11, fu), fv);

        // Slopes at the four corners by central differences, blended: the normal has no jumps at cell borders.
        Vector2 s00 = Slope(i, j), s10 = Slope(i + 1, j), s01 = Slope(i, j + 1), s11 = Slope(i + 1, j + 1);
        Vector2 slope = Vector2.Lerp(Vector2.Lerp(s00, s10, fu), Vector2.Lerp(s01, s11, fu), fv);
        normal = Vector3.Normalize(new Vector3(-slope.X, 1, -slope.Y));
        return height;
    }

    private float Sample(int i, int j) => _heights[(Math.Clamp(j, 0, _rows - 1) * _columns) + Math.Clamp(i, 0, _columns - 1)];

    private Vector2 Slope(int i, int j)
        => new Vector2(Sample(i + 1, j) - Sample(i - 1, j), Sample(i, j + 1) - Sample(i, j - 1)) / (2f * _spacingM);
}
