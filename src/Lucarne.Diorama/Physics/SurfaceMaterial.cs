namespace Lucarne.Diorama.Physics;

/// <summary>What a body's surface is made of: gives default density, friction and bounce, and the voice of its contacts.</summary>
public enum SurfaceMaterial : byte
{
    /// <summary>Seasoned timber.</summary>
    Wood,
    /// <summary>Vulcanised rubber.</summary>
    Rubber,
    /// <summary>Steel.</summary>
    Metal,
    /// <summary>Window or bottle glass.</summary>
    Glass,
    /// <summary>Granite, concrete, cobbles.</summary>
    Stone,
    /// <summary>Polished marble.</summary>
    Marble,
    /// <summary>Hard plastic.</summary>
    Plastic,
    /// <summary>Packed snow.</summary>
    Snow,
    /// <summary>Ice.</summary>
    Ice,
    /// <summary>Cloth, cushions, felt, fur.</summary>
    Fabric,
    /// <summary>Water's surface (for sounds; bodies float by <see cref="WaterVolume"/>).</summary>
    Water,
    /// <summary>Soil.</summary>
    Earth,
    /// <summary>Lawn and hay.</summary>
    Grass,
    /// <summary>Dry sand.</summary>
    Sand,
    /// <summary>Fired clay, porcelain.</summary>
    Ceramic,
    /// <summary>Bricks.</summary>
    Brick,
    /// <summary>Paper and cardboard.</summary>
    Paper,
    /// <summary>Living bodies, fruit, cake.</summary>
    Flesh,
    /// <summary>Feathers and leaves.</summary>
    Feather,
}

/// <summary>Mechanical defaults of a <see cref="SurfaceMaterial"/>.</summary>
/// <param name="DensityKgM3">Density, kg/m³.</param>
/// <param name="Friction">Coulomb coefficient μ; a pair takes the geometric mean.</param>
/// <param name="Restitution">Coefficient of restitution e, 0…1; a pair takes the geometric mean.</param>
/// <param name="RollingFriction">Rolling resistance coefficient (resisting force over normal force); a pair takes the larger.</param>
public readonly record struct MaterialProperties(float DensityKgM3, float Friction, float Restitution, float RollingFriction)
{
    private static readonly MaterialProperties[] Table = BuildTable();

    /// <summary>Defaults of <paramref name="material"/>: textbook densities, friction and bounce of everyday objects.</summary>
    public static MaterialProperties Of(SurfaceMaterial material) => Table[(int)material];

    private static MaterialProperties[] BuildTable()
    {
        var table = new MaterialProperties[Enum.GetValues<SurfaceMaterial>().Length];
        table[(int)SurfaceMaterial.Wood] = new(650, 0.45f, 0.50f, 0.004f);
        table[(int)SurfaceMaterial.Rubber] = new(1100, 0.90f, 0.85f, 0.010f);
        table[(int)SurfaceMaterial.Metal] = new(7800, 0.35f, 0.60f, 0.002f);
        table[(int)SurfaceMaterial.Glass] = new(2500, 0.30f, 0.70f, 0.002f);
        table[(int)SurfaceMaterial.Stone] = new(2600, 0.60f, 0.45f, 0.006f);
        table[(int)SurfaceMaterial.Marble] = new(2700, 0.40f, 0.60f, 0.003f);
        table[(int)SurfaceMaterial.Plastic] = new(1050, 0.40f, 0.60f, 0.005f);
        table[(int)SurfaceMaterial.Snow] = new(350, 0.30f, 0.05f, 0.050f);
        table[(int)SurfaceMaterial.Ice] = new(917, 0.05f, 0.35f, 0.002f);
        table[(int)SurfaceMaterial.Fabric] = new(250, 0.60f, 0.15f, 0.040f);
        table[(int)SurfaceMaterial.Water] = new(1000, 0.05f, 0.00f, 0.050f);
        table[(int)SurfaceMaterial.Earth] = new(1600, 0.65f, 0.15f, 0.030f);
        table[(int)SurfaceMaterial.Grass] = new(300, 0.55f, 0.25f, 0.040f);
        table[(int)SurfaceMaterial.Sand] = new(1600, 0.60f, 0.05f, 0.080f);
        table[(int)SurfaceMaterial.Ceramic] = new(2300, 0.40f, 0.50f, 0.004f);
        table[(int)SurfaceMaterial.Brick] = new(1900, 0.65f, 0.30f, 0.006f);
        table[(int)SurfaceMaterial.Paper] = new(700, 0.40f, 0.20f, 0.010f);
        table[(int)SurfaceMaterial.Flesh] = new(1000, 0.60f, 0.30f, 0.020f);
        table[(int)SurfaceMaterial.Feather] = new(60, 0.40f, 0.05f, 0.020f);
        return table;
    }
}
