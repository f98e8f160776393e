using System.Numerics;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>Where the shadow map looks: an orthographic view from the sun over what the camera sees.</summary>
/// <remarks>Its size moves in steps and its place in whole texels, so shadows do not crawl as the camera and things move.</remarks>
internal struct SunView
{
    public Vector3 Right;
    public Vector3 Up;
    public Vector3 Towards;

    /// <summary>Texels a metre.</summary>
    public float TexelsPerM;

    public float OffsetX;
    public float OffsetY;

    /// <summary>Side of the square map in texels.</summary>
    public int Size;

    /// <summary>Texel position of a lens-relative point; depth grows towards the sun, in metres.</summary>
    public readonly Vector3 Project(Vector3 p) => new(
        (Vector3.Dot(p, Right) * TexelsPerM) + OffsetX,
        (Vector3.Dot(p, Up) * TexelsPerM) + OffsetY,
        Vector3.Dot(p, Towards));

    public static SunView Fit(Vector3 sunDirection, in View view, Vector3 min, Vector3 max, float reachM, int size)
    {
        SunView sun = new() { Towards = View.Normalise(sunDirection, Vector3.UnitY), Size = size };
        sun.Right = Vector3.Normalize(Vector3.Cross(MathF.Abs(sun.Towards.Y) < 0.99f ? Vector3.UnitY : Vector3.UnitX, sun.Towards));
        sun.Up = Vector3.Cross(sun.Towards, sun.Right);

        // The part of the view that can show shadows, cut to the bounds of what is drawn
        Vector2 low = new(float.PositiveInfinity), high = new(float.NegativeInfinity);
        for (int corner = 0; corner < 8; corner++)
        {
            Vector3 p = view.Ray((corner & 1) == 0 ? 0 : view.Width, (corner & 2) == 0 ? 0 : view.Height) * ((corner & 4) == 0 ? 0 : reachM);
            Vector2 q = new(Vector3.Dot(p, sun.Right), Vector3.Dot(p, sun.Up));
            (low, high) = (Vector2.Min(low, q), Vector2.Max(high, q));
        }

        Vector2 boundsLow = new(float.PositiveInfinity), boundsHigh = new(float.NegativeInfinity);
        for (int corner = 0; corner < 8; corner++)
        {
            Vector3 p = new((corner & 1) == 0 ? min.X : max.X, (corner & 2) == 0 ? min.Y : max.Y, (corner & 4) == 0 ? min.Z : max.Z);
            Vector2 q = new(Vector3.Dot(p, sun.Right), Vector3.Dot(p, sun.Up));
            (boundsLow, boundsHigh) = (Vector2.Min(boundsLow, q), Vector2.Max(boundsHigh, q));
        }

        (low, high) = (Vector2.Max(low, boundsLow), Vector2.Min(high, boundsHigh));
        Vector2 extent = Vector2.Max(high - low, new Vector2(0.05f));
        float side = MathF.Max(extent.X, extent.Y) * 1.04f;
        side = MathF.Pow(2, MathF.Ceiling(MathF.Log2(side) * 4) / 4);
        sun.TexelsPerM = size / side;

        // Texels stay where they are in the world: the lens's own place is taken in double precision
        Vector2 centre = (low + high) * 0.5f;
        double texelX = Dot(view.Position, sun.Right) * sun.TexelsPerM, texelY = Dot(view.Position, sun.Up) * sun.TexelsPerM;
        double cornerX = Math.Floor(texelX + ((centre.X - (side * 0.5)) * sun.TexelsPerM)), cornerY = Math.Floor(texelY + ((centre.Y - (side * 0.5)) * sun.TexelsPerM));
        sun.OffsetX = (float)(texelX - cornerX);
        sun.OffsetY = (float)(texelY - cornerY);
        return sun;
    }

    private static double Dot(Vector3 a, Vector3 b) => ((double)a.X * b.X) + ((double)a.Y * b.Y) + ((double)a.Z * b.Z);
}
