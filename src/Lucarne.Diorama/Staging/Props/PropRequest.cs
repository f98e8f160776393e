using System.Numerics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Modelling;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>How finely a prop is modelled.</summary>
public enum Detail
{
    /// <summary>Scenery at a distance: a few hundred triangles.</summary>
    Far,

    /// <summary>One of many.</summary>
    Many,

    /// <summary>A main subject: up to 6,000 triangles.</summary>
    Hero,
}

/// <summary>What is wanted of the prop library.</summary>
/// <param name="Concept">Concept of the vocabulary.</param>
public sealed record PropRequest(string Concept)
{
    /// <summary>Colour, material, size and other qualities.</summary>
    public Attributes Attributes { get; init; } = new();

    /// <summary>Lamps and windows are lit.</summary>
    public bool Dark { get; init; }

    /// <summary>How finely it is modelled.</summary>
    public Detail Detail { get; init; } = Detail.Hero;

    /// <summary>Which one of several alike: "colourful" things take their colour in turn, trees and people differ.</summary>
    public int Index { get; init; }

    /// <summary>Seed of the film.</summary>
    public ulong Seed { get; init; }

    /// <summary>True when the prompt gives the quality.</summary>
    public bool Has(string quality) => Attributes.Qualities.Contains(quality);

    /// <summary>True when the concept is one of these, or the prompt gives it as a quality.</summary>
    public bool Is(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Concept == name || Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Random numbers of this prop alone.</summary>
    public SeededRandom Random()
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in Concept)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return new SeededRandom(Seed ^ hash).Branch((uint)Index);
    }

    /// <summary>The main surface: the prompt's colour and material where it names them, else the usual ones.</summary>
    /// <param name="usualRgb">Usual colour, sRGB 0xRRGGBB.</param>
    /// <param name="usual">Usual finish.</param>
    public Material Main(uint usualRgb, Func<Vector3, Material> usual) => Surface(0, Colours.Hex(usualRgb), usual);

    /// <summary>The second surface: takes the prompt's second colour.</summary>
    public Material Second(uint usualRgb, Func<Vector3, Material> usual) =>
        Attributes.Colours.Length > 1 && ColourAt(1) is Vector3 second ? usual(second) : usual(Colours.Hex(usualRgb));

    /// <summary>The colour that the prompt names at a place in its list, if any.</summary>
    public Vector3? ColourAt(int place)
    {
        if (place >= Attributes.Colours.Length)
        {
            return null;
        }

        string name = Attributes.Colours[place];
        return name is "colourful" or "multicoloured" or "rainbow" ? Colours.FromPalette(Index + (place * 3)) : Colours.Named(name);
    }

    /// <summary>True when the prompt asks for many colours.</summary>
    public bool Colourful => Attributes.Colours.Any(c => c is "colourful" or "multicoloured" or "rainbow");

    private Material Surface(int place, Vector3 usualColour, Func<Vector3, Material> usual)
    {
        Vector3? asked = ColourAt(place);
        return Attributes.Material is string material && Finishes.OfMaterial(material) is var (finish, natural, _)
            ? finish(asked ?? natural)
            : usual(asked ?? usualColour);
    }
}
