using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Sound;

/// <summary>How a material sounds when it is struck.</summary>
/// <param name="BaseHertz">Lowest mode of a piece of 0.1 m.</param>
/// <param name="DecaySeconds">Time of that mode to fall by 60 dB.</param>
/// <param name="DecaySlope">How much faster higher modes fall: decay ∝ (f/base)^−slope.</param>
/// <param name="Brightness">Level of each mode over the one below, 0…1.</param>
/// <param name="ContactSeconds">Length of the push of a light blow; soft things push long and so sound dull.</param>
/// <param name="Noise">Level of the burst of noise.</param>
/// <param name="NoiseHertz">Its centre.</param>
/// <param name="NoiseSeconds">Its length.</param>
/// <param name="Ratios">Mode frequencies over the base.</param>
/// <param name="Level">Loudness beside other materials.</param>
internal sealed record MaterialVoice(
    float BaseHertz, float DecaySeconds, float DecaySlope, float Brightness, float ContactSeconds,
    float Noise, float NoiseHertz, float NoiseSeconds, float[] Ratios, float Level)
{
    private static readonly float[] Bar = [1, 2.756f, 5.404f, 8.933f, 1.52f, 3.9f, 6.8f, 10.2f];
    private static readonly float[] Plate = [1, 1.59f, 2.14f, 2.65f, 3.6f, 4.06f, 5.13f, 6.4f];
    private static readonly float[] Membrane = [1, 1.593f, 2.135f, 2.295f, 2.653f, 2.917f, 3.155f, 3.5f];
    private static readonly float[] Shell = [1, 2.32f, 4.25f, 6.63f, 9.38f, 2.35f, 4.31f, 6.7f];
    private static readonly MaterialVoice[] Table = BuildTable();

    public static MaterialVoice Of(SurfaceMaterial material) => Table[(int)material];

    private static MaterialVoice[] BuildTable()
    {
        var t = new MaterialVoice[Enum.GetValues<SurfaceMaterial>().Length];
        t[(int)SurfaceMaterial.Wood] = new(430, 0.16f, 0.9f, 0.62f, 0.0009f, 0.30f, 1900, 0.012f, Bar, 1f);
        t[(int)SurfaceMaterial.Rubber] = new(105, 0.11f, 1.2f, 0.40f, 0.0045f, 0.10f, 330, 0.02f, Membrane, 1.5f);
        t[(int)SurfaceMaterial.Metal] = new(880, 1.5f, 0.45f, 0.92f, 0.0002f, 0.12f, 6500, 0.006f, Plate, 0.75f);
        t[(int)SurfaceMaterial.Glass] = new(1900, 0.55f, 0.6f, 0.80f, 0.0002f, 0.12f, 7000, 0.004f, Shell, 0.8f);
        t[(int)SurfaceMaterial.Stone] = new(900, 0.06f, 0.8f, 0.75f, 0.0004f, 0.55f, 2600, 0.012f, Plate, 1f);
        t[(int)SurfaceMaterial.Marble] = new(1500, 0.12f, 0.7f, 0.80f, 0.0003f, 0.30f, 4200, 0.006f, Plate, 0.9f);
        t[(int)SurfaceMaterial.Plastic] = new(640, 0.08f, 0.8f, 0.65f, 0.0006f, 0.25f, 2300, 0.008f, Plate, 0.9f);
        t[(int)SurfaceMaterial.Snow] = new(80, 0.04f, 1f, 0.25f, 0.006f, 1.10f, 1500, 0.09f, Membrane, 0.7f);
        t[(int)SurfaceMaterial.Ice] = new(1500, 0.16f, 0.7f, 0.82f, 0.0003f, 0.45f, 5200, 0.01f, Plate, 0.8f);
        t[(int)SurfaceMaterial.Fabric] = new(95, 0.06f, 1.2f, 0.30f, 0.006f, 0.35f, 420, 0.04f, Membrane, 1f);
        t[(int)SurfaceMaterial.Water] = new(220, 0.05f, 1f, 0.4f, 0.004f, 0.80f, 1800, 0.08f, Membrane, 0.8f);
        t[(int)SurfaceMaterial.Earth] = new(85, 0.07f, 1.2f, 0.30f, 0.004f, 0.60f, 480, 0.04f, Membrane, 1.2f);
        t[(int)SurfaceMaterial.Grass] = new(100, 0.05f, 1.2f, 0.25f, 0.005f, 0.55f, 2200, 0.07f, Membrane, 0.8f);
        t[(int)SurfaceMaterial.Sand] = new(90, 0.04f, 1.2f, 0.25f, 0.005f, 0.90f, 1500, 0.08f, Membrane, 0.8f);
        t[(int)SurfaceMaterial.Ceramic] = new(1250, 0.30f, 0.65f, 0.78f, 0.0003f, 0.22f, 5000, 0.006f, Shell, 0.85f);
        t[(int)SurfaceMaterial.Brick] = new(620, 0.06f, 0.9f, 0.65f, 0.0006f, 0.65f, 1900, 0.018f, Plate, 1f);
        t[(int)SurfaceMaterial.Paper] = new(330, 0.04f, 1.1f, 0.45f, 0.0015f, 0.70f, 3200, 0.03f, Membrane, 0.5f);
        t[(int)SurfaceMaterial.Flesh] = new(100, 0.08f, 1.2f, 0.30f, 0.006f, 0.30f, 420, 0.03f, Membrane, 1.1f);
        t[(int)SurfaceMaterial.Feather] = new(140, 0.03f, 1.2f, 0.25f, 0.006f, 0.25f, 2600, 0.05f, Membrane, 0.25f);
        return t;
    }
}
