using System.Numerics;

namespace Lucarne.Diorama.Rendering;

/// <summary>How a surface looks: metallic-roughness shading with a procedural pattern evaluated in object space.</summary>
public sealed record Material
{
    /// <summary>Linear RGB albedo, 0…1.</summary>
    public Vector3 BaseColour { get; init; } = new(0.8f);

    /// <summary>Second linear RGB colour of <see cref="Pattern"/> (grain, mortar, veins, stripes).</summary>
    public Vector3 SecondColour { get; init; } = new(0.4f);

    /// <summary>0.02 mirror … 1 chalk.</summary>
    public float Roughness { get; init; } = 0.6f;

    /// <summary>0 dielectric, 1 metal.</summary>
    public float Metallic { get; init; }

    /// <summary>Linear RGB radiance that the surface gives off, in units where a sunlit white wall is about 1.</summary>
    public Vector3 Emission { get; init; }

    /// <summary>0 opaque … 1 clear: glass and ice. Drawn after the opaque surfaces with refraction tint and a Fresnel highlight.</summary>
    public float Transmission { get; init; }

    /// <summary>0 none … 1: light that wraps and bleeds through (leaves, wax, snow, skin, petals).</summary>
    public float Subsurface { get; init; }

    /// <summary>0 none … 1: soft rim of cloth, fur and grass.</summary>
    public float Sheen { get; init; }

    /// <summary>0 none … 1: clear lacquer over the base (car paint, glazed ceramic, wet rubber).</summary>
    public float Clearcoat { get; init; }

    /// <summary>Procedural pattern.</summary>
    public SurfacePattern Pattern { get; init; }

    /// <summary>Size of one repeat of the pattern, in metres.</summary>
    public float PatternScaleM { get; init; } = 0.5f;

    /// <summary>Height of the pattern's relief for normal perturbation, 0 flat … 1 strong.</summary>
    public float Relief { get; init; }

    /// <summary>How much wind moves the vertices, 0 rigid … 1 grass tip; the amount grows with height above the instance's origin.</summary>
    public float Sway { get; init; }

    /// <summary>Both sides are drawn and lit (leaves, flags, sails, paper).</summary>
    public bool TwoSided { get; init; }
}

/// <summary>Procedural surface patterns.</summary>
public enum SurfacePattern
{
    /// <summary>One colour.</summary>
    None,
    /// <summary>Boards with grain along X.</summary>
    Wood,
    /// <summary>Turbulent veins.</summary>
    Marble,
    /// <summary>Running-bond courses with mortar in the second colour.</summary>
    Brick,
    /// <summary>Squares of the two colours.</summary>
    Checker,
    /// <summary>Square tiles with joints in the second colour.</summary>
    Tiles,
    /// <summary>Fine grains (sand, sugar, asphalt).</summary>
    Grain,
    /// <summary>Soft blotches of the two colours (grass, earth, moss).</summary>
    Mottled,
    /// <summary>Cracked stone or bark.</summary>
    Rock,
    /// <summary>Weave.</summary>
    Fabric,
    /// <summary>Stripes along Y.</summary>
    Stripes,
    /// <summary>Round spots.</summary>
    Dots,
    /// <summary>Windows on a façade; lit ones take <see cref="Material.Emission"/>, by a hash of the cell.</summary>
    Windows,
    /// <summary>Brushed metal.</summary>
    Brushed,
    /// <summary>Short strands: fur, pile, lawn.</summary>
    Fur,
    /// <summary>Sparkling snow.</summary>
    Snow,
}
