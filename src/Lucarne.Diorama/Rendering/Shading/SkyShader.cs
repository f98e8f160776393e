using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>The dome as the lens sees it.</summary>
internal static unsafe class SkyShader
{
    /// <summary>Colours the sky fragments of a block; surface fragments are left as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ShadingContext context, FragmentBlock f, int begin, int count)
    {
        View view = context.View;
        for (int i = begin; i < begin + count; i += VF.Count)
        {
            VI sky = Vector.Equals(Vector.Load(f.Triangle + i), VI.Zero);
            if (Vector.EqualsAll(sky, VI.Zero))
            {
                continue;
            }

            V3 direction = V3.Normalise(SurfaceShader.Ray(view, Vector.Load(f.X + i), Vector.Load(f.Y + i)));
            V3 colour = context.Sky.Dome(direction, VF.Zero);
            if (context.Fog.Any)
            {
                colour = V3.Lerp(context.Fog.InScatter(direction), colour, context.Fog.Transmittance(direction, F(FogModel.SkyDistanceM)));
            }

            SurfaceShader.Put(f.Red + i, sky, colour.X);
            SurfaceShader.Put(f.Green + i, sky, colour.Y);
            SurfaceShader.Put(f.Blue + i, sky, colour.Z);
        }
    }
}
