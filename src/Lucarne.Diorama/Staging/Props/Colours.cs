using System.Collections.Frozen;
using System.Numerics;

namespace Lucarne.Diorama.Staging.Props;

/// <summary>Colour identifiers of screenplays as linear RGB.</summary>
public static class Colours
{
    private static readonly FrozenDictionary<string, Vector3> ByName = new Dictionary<string, uint>(StringComparer.Ordinal)
    {
        ["red"] = 0xC81E1E,
        ["crimson"] = 0xA5122A,
        ["scarlet"] = 0xD62415,
        ["burgundy"] = 0x6B1426,
        ["maroon"] = 0x6B1A1A,
        ["orange"] = 0xEB6A12,
        ["amber"] = 0xF0A01E,
        ["peach"] = 0xF5B48C,
        ["coral"] = 0xF0705A,
        ["salmon"] = 0xF08A78,
        ["russet"] = 0xA9441B,
        ["ginger"] = 0xC2601E,
        ["rust"] = 0x9C4A22,
        ["yellow"] = 0xF5C518,
        ["golden"] = 0xD9A032,
        ["gold"] = 0xD9A032,
        ["blond"] = 0xD9B46A,
        ["cream"] = 0xF2E6C8,
        ["beige"] = 0xD8C4A0,
        ["ivory"] = 0xF0E8D6,
        ["sand"] = 0xD8BE8C,
        ["green"] = 0x2E9E3F,
        ["lime"] = 0x8CCB2A,
        ["olive"] = 0x707A2E,
        ["emerald"] = 0x0E8A5A,
        ["mint"] = 0x9ADFC0,
        ["khaki"] = 0x9A9060,
        ["teal"] = 0x13807E,
        ["turquoise"] = 0x2CC0BC,
        ["cyan"] = 0x22BFD6,
        ["aqua"] = 0x50CCC8,
        ["blue"] = 0x1F55C8,
        ["navy"] = 0x16234F,
        ["indigo"] = 0x3A2C8C,
        ["azure"] = 0x3F96E0,
        ["sky-blue"] = 0x78BDEB,
        ["purple"] = 0x6E2C9C,
        ["violet"] = 0x7A3FC0,
        ["lilac"] = 0xBDA0DC,
        ["lavender"] = 0xB8AEE0,
        ["mauve"] = 0xA87CA8,
        ["magenta"] = 0xC82486,
        ["pink"] = 0xF08CB4,
        ["rose"] = 0xE0607E,
        ["brown"] = 0x6E4224,
        ["tan"] = 0xBE9468,
        ["chestnut"] = 0x74381C,
        ["chocolate"] = 0x4A2814,
        ["copper"] = 0xB4653A,
        ["bronze"] = 0x8C6A38,
        ["white"] = 0xF0EFEA,
        ["black"] = 0x17181B,
        ["grey"] = 0x84878C,
        ["gray"] = 0x84878C,
        ["silver"] = 0xC4C8CC,
        ["transparent"] = 0xE6F0F2,
        ["clear"] = 0xE6F0F2,
    }.ToFrozenDictionary(p => p.Key, p => Hex(p.Value), StringComparer.Ordinal);

    private static readonly uint[] Bright = [0xD8352A, 0xF2B632, 0x2F7FD0, 0x46A85A, 0xE8743A, 0x8B55C0, 0x2FB5B0, 0xE87AA8];

    /// <summary>All colour names without a prefix.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Linear RGB of an sRGB colour written 0xRRGGBB.</summary>
    public static Vector3 Hex(uint rgb) => new(Linear((rgb >> 16) & 255), Linear((rgb >> 8) & 255), Linear(rgb & 255));

    /// <summary>Linear RGB of a colour identifier, with the prefixes <c>dark-</c>, <c>light-</c>, <c>pale-</c>, <c>bright-</c>, <c>deep-</c>; null for an unknown name.</summary>
    public static Vector3? Named(string name)
    {
        if (ByName.TryGetValue(name, out Vector3 colour))
        {
            return colour;
        }

        int dash = name.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !ByName.TryGetValue(name[(dash + 1)..], out colour))
        {
            return null;
        }

        return name[..dash] switch
        {
            "dark" or "deep" => colour * 0.35f,
            "light" or "pale" => Vector3.Lerp(colour, Vector3.One, 0.5f),
            "bright" or "vivid" => Vector3.Min(colour * 1.25f, Vector3.One),
            _ => colour,
        };
    }

    /// <summary>A colour of the toy-box palette, by index.</summary>
    public static Vector3 FromPalette(int index) => Hex(Bright[(index & int.MaxValue) % Bright.Length]);

    private static float Linear(uint channel)
    {
        float c = channel / 255f;
        return c <= 0.04045f ? c / 12.92f : MathF.Pow((c + 0.055f) / 1.055f, 2.4f);
    }
}
