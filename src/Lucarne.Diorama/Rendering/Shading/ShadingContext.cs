using System.Numerics;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>All that shading reads and nothing writes while it runs.</summary>
internal sealed class ShadingContext(SceneGeometry geometry, FrameTargets targets)
{
    public SceneGeometry Geometry { get; } = geometry;

    public FrameTargets Targets { get; } = targets;

    public SkyModel Sky { get; } = new();

    public FogModel Fog { get; } = new();

    /// <summary>Lamps with lens-relative positions, strongest first.</summary>
    public PointLight[] Lights { get; } = new PointLight[Renderer.MaxLights];

    public int LightCount { get; set; }

    public float Wetness { get; private set; }

    public float SnowCover { get; private set; }

    public float Seconds { get; private set; }

    public double SecondsExact { get; private set; }

    public int Seed { get; private set; }

    public Vector2 Wind { get; private set; }

    /// <summary>0…1, which also rings the puddles.</summary>
    public float Rain { get; private set; }

    public float Snow { get; private set; }

    public Water? Water { get; private set; }

    /// <summary>Waves of <see cref="Water"/>.</summary>
    public WaveField? Waves { get; private set; }

    public ref readonly View View => ref Geometry.View;

    public void Prepare(SceneFrame scene)
    {
        Sky.Prepare(scene.Sky);
        Fog.Prepare(scene.Fog, Sky, Geometry.View.Position.Y);
        Wetness = Unit(scene.Wetness);
        SnowCover = Unit(scene.SnowCover);
        SecondsExact = double.IsFinite(scene.Seconds) ? scene.Seconds : 0;
        Seconds = (float)(SecondsExact % 3600);
        Seed = (int)(scene.Seed ^ (scene.Seed >> 32)) & 0x3FFFFFFF;
        Wind = Geometry.Wind;
        Rain = Unit(scene.Precipitation.Rain);
        Snow = Unit(scene.Precipitation.Snow);
        if (!ReferenceEquals(Water, scene.Water) && !Equals(Water, scene.Water))
        {
            Waves = scene.Water is null ? null : new WaveField(scene.Water);
        }

        Water = scene.Water;
        PrepareLights(scene);
    }

    private static float Unit(float value) => float.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;

    /// <summary>Keeps the lights that matter most to the view.</summary>
    private void PrepareLights(SceneFrame scene)
    {
        LightCount = 0;
        Span<float> weights = stackalloc float[Renderer.MaxLights];
        foreach (PointLight light in scene.Lights)
        {
            PointLight near = light with { Position = light.Position - View.Position };
            float power = light.Colour.X + light.Colour.Y + light.Colour.Z;
            if (!View.IsFinite(near.Position) || !float.IsFinite(power) || !(power > 0) || !(light.RangeM > 0) || !float.IsFinite(light.RangeM) || !View.Sees(near.Position, light.RangeM))
            {
                continue;
            }

            float weight = power / (1 + (near.Position.LengthSquared() * 0.02f));
            int at = LightCount;
            while (at > 0 && weights[at - 1] < weight)
            {
                at--;
            }

            if (at == Renderer.MaxLights)
            {
                continue;
            }

            int last = Math.Min(LightCount, Renderer.MaxLights - 1);
            for (int i = last; i > at; i--)
            {
                (Lights[i], weights[i]) = (Lights[i - 1], weights[i - 1]);
            }

            (Lights[at], weights[at]) = (near, weight);
            LightCount = Math.Min(LightCount + 1, Renderer.MaxLights);
        }
    }
}
