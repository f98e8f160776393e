using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tokenizers;

/// <summary>Kinds of pieces, as the SentencePiece model numbers them.</summary>
public enum PieceKind
{
    /// <summary>A piece of text.</summary>
    Normal = 1,

    /// <summary>Stands for text that no piece covers.</summary>
    Unknown = 2,

    /// <summary>Never found in text: padding, end.</summary>
    Control = 3,

    /// <summary>Found in text whole, before anything else.</summary>
    UserDefined = 4,

    /// <summary>Not used.</summary>
    Unused = 5,

    /// <summary>One byte of UTF-8, for text that no piece covers.</summary>
    Byte = 6,
}

/// <summary>A piece of a vocabulary.</summary>
/// <param name="Text">Its text, with ▁ for a space.</param>
/// <param name="Score">Logarithm of its probability.</param>
/// <param name="Kind">Its kind.</param>
public readonly record struct Piece(string Text, float Score, PieceKind Kind);

/// <summary>A SentencePiece unigram model, read from <c>spiece.model</c> or built from <c>tokenizer.json</c>.</summary>
public sealed record SentencePieceModel
{
    private const int MaxFileBytes = 64 << 20;
    private const int MaxPieces = 1 << 20;

    /// <summary>Pieces by id.</summary>
    public required ImmutableArray<Piece> Pieces { get; init; }

    /// <summary>Id of the unknown piece.</summary>
    public required int UnknownId { get; init; }

    /// <summary>True when text that no piece covers becomes pieces of its UTF-8 bytes.</summary>
    public bool ByteFallback { get; init; }

    /// <summary>The normaliser's map: a double-array trie and its replacements; empty for none.</summary>
    public ReadOnlyMemory<byte> CharacterMap { get; init; }

    /// <summary>True to put a space before the text.</summary>
    public bool AddsSpaceBefore { get; init; } = true;

    /// <summary>True to drop spaces at both ends and to make runs of them one.</summary>
    public bool RemovesExtraSpaces { get; init; } = true;

    /// <summary>Reads a <c>spiece.model</c>.</summary>
    /// <exception cref="WeightFileException">It is not one, or not a unigram model.</exception>
    public static SentencePieceModel Load(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length > MaxFileBytes)
        {
            throw new WeightFileException(path, file.Exists ? $"it has {file.Length} bytes, more than a tokenizer's {MaxFileBytes}." : "there is no such file.");
        }

        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new WeightFileException(path, "it is not a SentencePiece model.");
        }
    }

    /// <summary>Reads a <c>tokenizer.json</c>.</summary>
    /// <exception cref="WeightFileException">It is not one, not a unigram model, or it normalises in a way that is not run.</exception>
    public static SentencePieceModel LoadJson(string path) => TokenizerJson.Load(path);

    // sentencepiece_model.proto: pieces = 1 {piece = 1, score = 2, type = 3}, trainer_spec = 2 {model_type = 3, byte_fallback = 35, unk_id = 40},
    // normalizer_spec = 3 {precompiled_charsmap = 2, add_dummy_prefix = 3, remove_extra_whitespaces = 4}.
    private static SentencePieceModel Parse(byte[] bytes, string path)
    {
        ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>();
        ReadOnlyMemory<byte> map = default;
        bool fallback = false, spaceBefore = true, removeSpaces = true;
        ulong kind = 1;
        ProtoReader reader = new(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    pieces.Add(ReadPiece(reader.Message()));
                    if (pieces.Count > MaxPieces)
                    {
                        throw new WeightFileException(path, $"it has more than {MaxPieces} pieces.");
                    }

                    break;
                case 2:
                    for (ProtoReader trainer = reader.Message(); trainer.Next();)
                    {
                        kind = trainer.Field == 3 ? trainer.Number : kind;
                        fallback = trainer.Field == 35 ? trainer.Number != 0 : fallback;
                    }

                    break;
                case 3:
                    for (ProtoReader normalizer = reader.Message(); normalizer.Next();)
                    {
                        map = normalizer.Field == 2 ? normalizer.Bytes : map;
                        spaceBefore = normalizer.Field == 3 ? normalizer.Number != 0 : spaceBefore;
                        removeSpaces = normalizer.Field == 4 ? normalizer.Number != 0 : removeSpaces;
                    }

                    break;
                default:
                    break;
            }
        }

        int unknown = pieces.FindIndexOf(p => p.Kind == PieceKind.Unknown);
        return kind == 1 && unknown >= 0
            ? new SentencePieceModel { Pieces = pieces.ToImmutable(), UnknownId = unknown, ByteFallback = fallback, CharacterMap = map, AddsSpaceBefore = spaceBefore, RemovesExtraSpaces = removeSpaces }
            : throw new WeightFileException(path, "it is not a unigram model with an unknown piece.");
    }

    private static Piece ReadPiece(ProtoReader reader)
    {
        string text = string.Empty;
        float score = 0;
        PieceKind kind = PieceKind.Normal;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    text = Encoding.UTF8.GetString(reader.Bytes.Span);
                    break;
                case 2:
                    score = BinaryPrimitives.ReadSingleLittleEndian(reader.Bytes.Span);
                    break;
                case 3:
                    kind = (PieceKind)reader.Number;
                    break;
                default:
                    break;
            }
        }

        return new Piece(text, score, kind);
    }

    /// <summary>Walks the fields of a protocol-buffers message.</summary>
    private struct ProtoReader(ReadOnlyMemory<byte> bytes)
    {
        private int _position;

        public int Field { get; private set; }

        public ulong Number { get; private set; }

        public ReadOnlyMemory<byte> Bytes { get; private set; }

        public readonly ProtoReader Message() => new(Bytes);

        public bool Next()
        {
            if (_position >= bytes.Length)
            {
                return false;
            }

            ulong tag = Varint();
            Field = checked((int)(tag >> 3));
            switch (tag & 7)
            {
                case 0:
                    Number = Varint();
                    break;
                case 1:
                    Take(8);
                    break;
                case 2:
                    Take(checked((int)Varint()));
                    break;
                case 5:
                    Take(4);
                    break;
                default:
                    throw new OverflowException($"wire type {tag & 7}");
            }

            return true;
        }

        private void Take(int length)
        {
            Bytes = bytes.Slice(_position, length);
            _position += length;
        }

        private ulong Varint()
        {
            ulong value = 0;
            for (int shift = 0; shift < 64; shift += 7)
            {
                byte part = bytes.Span[_position++];
                value |= (ulong)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return value;
                }
            }

            throw new OverflowException("a varint of more than ten bytes");
        }
    }
}

file static class Builders
{
    public static int FindIndexOf(this ImmutableArray<Piece>.Builder pieces, Func<Piece, bool> match)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            if (match(pieces[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
