using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>How common surfaces look, given their colour in linear RGB.</summary>
public static class Finishes
{
    /// <summary>Soft-touch rubber.</summary>
    public static Material Rubber(Vector3 c) => new() { BaseColour = c, Roughness = 0.42f, Clearcoat = 0.25f };

    /// <summary>Moulded plastic.</summary>
    public static Material Plastic(Vector3 c) => new() { BaseColour = c, Roughness = 0.32f, Clearcoat = 0.35f, Subsurface = 0.1f };

    /// <summary>Car lacquer.</summary>
    public static Material Lacquer(Vector3 c) => new() { BaseColour = c, Roughness = 0.35f, Metallic = 0.1f, Clearcoat = 1f };

    /// <summary>Plain matt paint, plaster, dry clay.</summary>
    public static Material Matt(Vector3 c) => new() { BaseColour = c, Roughness = 0.85f };

    /// <summary>Satin paint on wood or metal.</summary>
    public static Material Satin(Vector3 c) => new() { BaseColour = c, Roughness = 0.45f, Clearcoat = 0.2f };

    /// <summary>Plaster or concrete with fine grain.</summary>
    public static Material Plaster(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.86f, Roughness = 0.9f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.8f, Relief = 0.1f };

    /// <summary>Wood with visible grain.</summary>
    public static Material Wood(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.6f, Roughness = 0.5f, Clearcoat = 0.15f, Pattern = SurfacePattern.Wood, PatternScaleM = 0.25f, Relief = 0.15f };

    /// <summary>Bare metal.</summary>
    public static Material Metal(Vector3 c) => new() { BaseColour = c, Roughness = 0.3f, Metallic = 1f };

    /// <summary>Bright plated metal.</summary>
    public static Material Chrome(Vector3 c) => new() { BaseColour = Vector3.Max(c, new Vector3(0.55f)), Roughness = 0.1f, Metallic = 1f };

    /// <summary>Brushed or cast metal.</summary>
    public static Material Brushed(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.75f, Roughness = 0.42f, Metallic = 0.9f, Pattern = SurfacePattern.Brushed, PatternScaleM = 0.1f };

    /// <summary>Dark forged iron.</summary>
    public static Material Iron(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.7f, Roughness = 0.55f, Metallic = 0.85f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.02f, Relief = 0.2f };

    /// <summary>Clear glass.</summary>
    public static Material Glass(Vector3 c) => new() { BaseColour = c, Roughness = 0.05f, Transmission = 0.85f, Clearcoat = 1f };

    /// <summary>Window pane seen from outside: dark and mirroring.</summary>
    public static Material Pane(Vector3 c) => new() { BaseColour = c, Roughness = 0.06f, Clearcoat = 1f, Metallic = 0.2f };

    /// <summary>Glazed ceramic or porcelain.</summary>
    public static Material Ceramic(Vector3 c) => new() { BaseColour = c, Roughness = 0.25f, Clearcoat = 0.9f, Subsurface = 0.1f };

    /// <summary>Rough stone.</summary>
    public static Material Stone(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.7f, Roughness = 0.9f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.5f, Relief = 0.5f };

    /// <summary>Polished veined marble.</summary>
    public static Material Marble(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.45f, Roughness = 0.18f, Clearcoat = 0.6f, Subsurface = 0.1f, Pattern = SurfacePattern.Marble, PatternScaleM = 0.5f };

    /// <summary>Bricks with pale mortar.</summary>
    public static Material Brick(Vector3 c) => new() { BaseColour = c, SecondColour = new Vector3(0.55f, 0.5f, 0.44f), Roughness = 0.88f, Pattern = SurfacePattern.Brick, PatternScaleM = 0.25f, Relief = 0.5f };

    /// <summary>Woven cloth.</summary>
    public static Material Cloth(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.8f, Roughness = 0.9f, Sheen = 0.4f, Subsurface = 0.1f, Pattern = SurfacePattern.Fabric, PatternScaleM = 0.02f };

    /// <summary>Sailcloth, balloon silk, flags: thin, two-sided and glowing against the light.</summary>
    public static Material Canvas(Vector3 c) => new() { BaseColour = c, Roughness = 0.75f, Subsurface = 0.55f, Sheen = 0.1f, TwoSided = true };

    /// <summary>Paper or card.</summary>
    public static Material Paper(Vector3 c) => new() { BaseColour = c, Roughness = 0.95f, Subsurface = 0.3f, TwoSided = true };

    /// <summary>Leather.</summary>
    public static Material Leather(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.8f, Roughness = 0.5f, Sheen = 0.1f, Pattern = SurfacePattern.Grain, PatternScaleM = 0.01f, Relief = 0.2f };

    /// <summary>Leaves and petals.</summary>
    public static Material Leaf(Vector3 c) => new() { BaseColour = c, SecondColour = c * new Vector3(0.7f, 0.78f, 0.6f), Roughness = 0.65f, Subsurface = 0.6f, TwoSided = true, Sway = 0.35f, Pattern = SurfacePattern.Mottled, PatternScaleM = 0.6f };

    /// <summary>Stems and blades that bend in the wind.</summary>
    public static Material Stem(Vector3 c) => new() { BaseColour = c, Roughness = 0.7f, Subsurface = 0.35f, Sway = 0.35f, TwoSided = true };

    /// <summary>Bark.</summary>
    public static Material Bark(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.5f, Roughness = 0.95f, Pattern = SurfacePattern.Rock, PatternScaleM = 0.18f, Relief = 0.6f, Sway = 0.05f };

    /// <summary>Wax, soap, icing, flesh of fruit.</summary>
    public static Material Wax(Vector3 c) => new() { BaseColour = c, Roughness = 0.4f, Subsurface = 0.7f, Clearcoat = 0.15f };

    /// <summary>Skin of people and smooth animals.</summary>
    public static Material Skin(Vector3 c) => new() { BaseColour = c, Roughness = 0.5f, Subsurface = 0.55f, Sheen = 0.1f };

    /// <summary>Short fur.</summary>
    public static Material Fur(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.72f, Roughness = 0.9f, Sheen = 0.6f, Subsurface = 0.2f, Pattern = SurfacePattern.Fur, PatternScaleM = 0.03f, Relief = 0.25f };

    /// <summary>Snow.</summary>
    public static Material Snow(Vector3 c) => new() { BaseColour = c, SecondColour = c * new Vector3(0.85f, 0.9f, 1f), Roughness = 0.75f, Subsurface = 0.6f, Pattern = SurfacePattern.Snow, PatternScaleM = 0.05f, Relief = 0.2f };

    /// <summary>Ice.</summary>
    public static Material Ice(Vector3 c) => new() { BaseColour = c, SecondColour = Vector3.Lerp(c, Vector3.One, 0.5f), Roughness = 0.12f, Transmission = 0.35f, Subsurface = 0.5f, Clearcoat = 0.8f, Pattern = SurfacePattern.Marble, PatternScaleM = 1.2f };

    /// <summary>Straw, hay, wicker.</summary>
    public static Material Straw(Vector3 c) => new() { BaseColour = c, SecondColour = c * 0.6f, Roughness = 0.95f, Sheen = 0.2f, Pattern = SurfacePattern.Fur, PatternScaleM = 0.06f, Relief = 0.7f };

    /// <summary>A surface that gives off light.</summary>
    /// <param name="c">Linear RGB.</param>
    /// <param name="strength">Radiance in units of a sunlit white wall.</param>
    public static Material Glow(Vector3 c, float strength) => new() { BaseColour = c, Roughness = 0.6f, Emission = c * strength };

    /// <summary>The finish and natural colour of a material identifier; null for an unknown one.</summary>
    public static (Func<Vector3, Material> Finish, Vector3 Natural, Substance Substance)? OfMaterial(string material) => material switch
    {
        "rubber" => (Rubber, Colours.Hex(0x3A3A3E), Substance.Rubber),
        "wood" or "wooden" or "bamboo" => (Wood, Colours.Hex(0xB07A45), Substance.Wood),
        "metal" or "steel" or "tin" => (Brushed, Colours.Hex(0xA8ADB4), Substance.Metal),
        "iron" => (Iron, Colours.Hex(0x4A4C50), Substance.Metal),
        "chrome" or "silver" => (Chrome, Colours.Hex(0xD4D8DC), Substance.Metal),
        "gold" or "golden" => (Metal, Colours.Hex(0xE8B440), Substance.Metal),
        "copper" => (Metal, Colours.Hex(0xC8724A), Substance.Metal),
        "bronze" or "brass" => (Metal, Colours.Hex(0xB08848), Substance.Metal),
        "glass" or "crystal" => (Glass, Colours.Hex(0xD8ECEE), Substance.Glass),
        "ice" => (Ice, Colours.Hex(0xBFE2F0), Substance.Ice),
        "snow" => (Snow, Colours.Hex(0xF4F8FC), Substance.Snow),
        "stone" or "rock" or "concrete" or "granite" => (Stone, Colours.Hex(0x8C8A84), Substance.Stone),
        "marble" => (Marble, Colours.Hex(0xE4E0D8), Substance.Stone),
        "brick" => (Brick, Colours.Hex(0xA04A34), Substance.Stone),
        "ceramic" or "porcelain" or "clay" => (Ceramic, Colours.Hex(0xEDE8DE), Substance.Ceramic),
        "plastic" => (Plastic, Colours.Hex(0xD84A3A), Substance.Plastic),
        "paper" or "cardboard" or "origami" => (Paper, Colours.Hex(0xEDE4D2), Substance.Paper),
        "fabric" or "cloth" or "wool" or "felt" or "cotton" or "silk" or "velvet" => (Cloth, Colours.Hex(0xC8B8A0), Substance.Cloth),
        "leather" => (Leather, Colours.Hex(0x6E4428), Substance.Cloth),
        "wax" => (Wax, Colours.Hex(0xF0E2C0), Substance.Plastic),
        "chocolate" => (Wax, Colours.Hex(0x4A2814), Substance.Food),
        "straw" or "hay" or "wicker" => (Straw, Colours.Hex(0xD0A850), Substance.Hay),
        "sand" => (Matt, Colours.Hex(0xD8BE8C), Substance.Sand),
        _ => null,
    };
}
