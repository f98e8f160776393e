using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>Procedural patterns, evaluated in object space.</summary>
internal static unsafe class SurfacePatterns
{
    public static void Apply(ShadingContext context, FragmentBlock f, int begin, int i, VI mask, in Surface s)
    {
    }
}
