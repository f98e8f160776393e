using System.Buffers.Binary;
using System.Text;

namespace Lucarne.Wan.Tokenizers;

/// <summary>SentencePiece's normaliser: replaces characters by a precompiled map, tidies spaces and writes them as ▁.</summary>
/// <remarks>Source: sentencepiece, normalizer.cc. The map is a Darts double-array trie over UTF-8 bytes, then NUL-ended replacements.</remarks>
internal sealed class TextNormalizer
{
    private const string Space = "▁";
    private readonly SentencePieceModel _model;
    private readonly uint[] _trie;
    private readonly byte[] _replacements;
    private readonly byte[][] _userDefined;

    public TextNormalizer(SentencePieceModel model)
    {
        _model = model;
        _userDefined = [.. model.Pieces.Where(p => p.Kind == PieceKind.UserDefined && p.Text.Length > 0).Select(p => Encoding.UTF8.GetBytes(p.Text)).OrderByDescending(b => b.Length)];
        ReadOnlySpan<byte> map = model.CharacterMap.Span;
        if (map.Length < 4)
        {
            _trie = [];
            _replacements = [];
            return;
        }

        int bytes = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(map), (uint)(map.Length - 4));
        _trie = new uint[bytes / 4];
        for (int i = 0; i < _trie.Length; i++)
        {
            _trie[i] = BinaryPrimitives.ReadUInt32LittleEndian(map[(4 + (4 * i))..]);
        }

        _replacements = map[(4 + bytes)..].ToArray();
    }

    /// <summary>Normalises text; invalid UTF-16 becomes U+FFFD.</summary>
    /// <param name="text">Text.</param>
    /// <param name="addsSpaceBefore">True to put a space before it.</param>
    public string Normalize(string text, bool addsSpaceBefore)
    {
        ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(text);
        bool trim = _model.RemovesExtraSpaces;
        while (trim && !input.IsEmpty)
        {
            ReadOnlySpan<byte> first = Prefix(input, out int length);
            if (!first.SequenceEqual(" "u8))
            {
                break;
            }

            input = input[length..];
        }

        if (input.IsEmpty)
        {
            return string.Empty;
        }

        List<byte> output = new(input.Length + 3);
        byte[] space = Encoding.UTF8.GetBytes(Space);
        if (addsSpaceBefore)
        {
            output.AddRange(space);
        }

        bool afterSpace = trim;
        while (!input.IsEmpty)
        {
            ReadOnlySpan<byte> part = Prefix(input, out int length);
            while (afterSpace && part.StartsWith(" "u8))
            {
                part = part[1..];
            }

            foreach (byte b in part)
            {
                if (b == ' ')
                {
                    output.AddRange(space);
                }
                else
                {
                    output.Add(b);
                }
            }

            if (!part.IsEmpty)
            {
                afterSpace = part[^1] == ' ';
            }

            afterSpace &= trim;
            input = input[length..];
        }

        string result = Encoding.UTF8.GetString([.. output]);
        while (trim && (result.EndsWith('▁') || result.EndsWith(' ')))
        {
            result = result[..^1];
        }

        return result;
    }

    // The replacement of the longest mapped beginning, or one character as it is.
    private ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> input, out int length)
    {
        foreach (byte[] piece in _userDefined)
        {
            if (input.StartsWith(piece))
            {
                length = piece.Length;
                return input[..length];
            }
        }

        if (_trie.Length > 0 && LongestMatch(input) is ( > 0, int offset) match)
        {
            length = match.Item1;
            ReadOnlySpan<byte> rest = _replacements.AsSpan(Math.Min(offset, _replacements.Length));
            int end = rest.IndexOf((byte)0);
            return end < 0 ? rest : rest[..end];
        }

        Rune.DecodeFromUtf8(input, out _, out length);
        length = Math.Max(1, length);
        return input[..length];
    }

    // Darts-clone: unit bits 0-7 and 31 are the label (bit 31 marks a value), bit 8 says that a leaf follows, bits 10-30 the offset, bit 9 scales it by 256.
    private (int Length, int Value) LongestMatch(ReadOnlySpan<byte> input)
    {
        (int Length, int Value) best = (0, 0);
        uint position = 0;
        uint unit = _trie[0];
        position ^= Offset(unit);
        for (int i = 0; i < input.Length; i++)
        {
            position ^= input[i];
            if (position >= _trie.Length)
            {
                break;
            }

            unit = _trie[position];
            if ((unit & 0x800000FF) != input[i])
            {
                break;
            }

            position ^= Offset(unit);
            if (((unit >> 8) & 1) == 1 && position < _trie.Length)
            {
                best = (i + 1, (int)(_trie[position] & 0x7FFFFFFF));
            }
        }

        return best;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);
}
