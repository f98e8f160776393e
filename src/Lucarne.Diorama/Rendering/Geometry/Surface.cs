using System.Numerics;
using System.Runtime.InteropServices;

namespace Lucarne.Diorama.Rendering.Geometry;

/// <summary>One material on one instance, as the shader reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Surface
{
    public Vector3 BaseColour;
    public Vector3 SecondColour;
    public Vector3 Emission;
    public float Roughness;
    public float Metallic;
    public float Transmission;
    public float Subsurface;
    public float Sheen;
    public float Clearcoat;
    public float Relief;
    public SurfacePattern Pattern;

    /// <summary>Pattern repeats a metre.</summary>
    public float PatternFrequency;

    /// <summary>0…1 from the instance's variation.</summary>
    public float Variation;

    public uint VariationBits;

    public bool TwoSided;

    /// <summary>Radius of the instance in metres: how far glass bends what is behind it.</summary>
    public float RadiusM;

    /// <summary>Rows that take a lens-relative world position to object space in metres (scale undone).</summary>
    public Vector4 ToObjectX;
    public Vector4 ToObjectY;
    public Vector4 ToObjectZ;

    public static Surface From(Material material, in Instance instance, in Matrix4x4 relativeWorld, float radiusM)
    {
        uint bits = instance.Variation * 0x9E3779B1u;
        bits ^= bits >> 15;
        Surface surface = new()
        {
            BaseColour = Clean(material.BaseColour, 0, 1),
            SecondColour = Clean(material.SecondColour, 0, 1),
            Emission = Clean(material.Emission, 0, 1000),
            Roughness = Clean(material.Roughness, 0.02f, 1),
            Metallic = Clean(material.Metallic, 0, 1),
            Transmission = Clean(material.Transmission, 0, 1),
            Subsurface = Clean(material.Subsurface, 0, 1),
            Sheen = Clean(material.Sheen, 0, 1),
            Clearcoat = Clean(material.Clearcoat, 0, 1),
            Relief = Clean(material.Relief, 0, 1),
            Pattern = material.Pattern,
            PatternFrequency = 1f / Clean(material.PatternScaleM, 0.001f, 1000f),
            VariationBits = bits,
            Variation = (bits & 0xFFFF) / 65535f,
            TwoSided = material.TwoSided,
            RadiusM = radiusM,
        };
        if (Matrix4x4.Invert(relativeWorld, out Matrix4x4 inverse))
        {
            float sx = new Vector3(relativeWorld.M11, relativeWorld.M12, relativeWorld.M13).Length();
            float sy = new Vector3(relativeWorld.M21, relativeWorld.M22, relativeWorld.M23).Length();
            float sz = new Vector3(relativeWorld.M31, relativeWorld.M32, relativeWorld.M33).Length();
            surface.ToObjectX = new Vector4(inverse.M11, inverse.M21, inverse.M31, inverse.M41) * sx;
            surface.ToObjectY = new Vector4(inverse.M12, inverse.M22, inverse.M32, inverse.M42) * sy;
            surface.ToObjectZ = new Vector4(inverse.M13, inverse.M23, inverse.M33, inverse.M43) * sz;
        }

        return surface;
    }

    private static float Clean(float value, float min, float max) => float.IsNaN(value) ? min : Math.Clamp(value, min, max);

    private static Vector3 Clean(Vector3 value, float min, float max) =>
        new(Clean(value.X, min, max), Clean(value.Y, min, max), Clean(value.Z, min, max));
}
