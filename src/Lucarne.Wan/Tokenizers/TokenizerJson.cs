using System.Collections.Immutable;
using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tokenizers;

/// <summary>Reads a unigram model from <c>tokenizer.json</c>, the layout of the tokenizers library.</summary>
internal static class TokenizerJson
{
    private const int MaxFileBytes = 64 << 20;
    private const int MaxPieces = 1 << 20;

    /// <exception cref="WeightFileException">It is not one, or states a step that is not run.</exception>
    public static SentencePieceModel Load(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists || file.Length > MaxFileBytes)
            {
                throw new WeightFileException(path, file.Exists ? $"it has {file.Length} bytes, more than a tokenizer's {MaxFileBytes}." : "there is no such file.");
            }

            using FileStream stream = file.OpenRead();
            using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = 32 });
            return Read(document.RootElement, path);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new WeightFileException(path, $"it is not a tokenizer.json of a unigram model ({exception.Message})");
        }
    }

    private static SentencePieceModel Read(JsonElement root, string path)
    {
        JsonElement model = root.GetProperty("model");
        if (model.TryGetProperty("type", out JsonElement type) && type.GetString() != "Unigram")
        {
            throw new WeightFileException(path, $"its model is {type.GetString()}; Unigram is run.");
        }

        bool fallback = model.TryGetProperty("byte_fallback", out JsonElement bytes) && bytes.ValueKind == JsonValueKind.True;
        int unknown = model.GetProperty("unk_id").GetInt32();
        HashSet<string> special = new(StringComparer.Ordinal);
        if (root.TryGetProperty("added_tokens", out JsonElement added) && added.ValueKind == JsonValueKind.Array)
        {
            special.UnionWith(added.EnumerateArray().Select(token => token.GetProperty("content").GetString()!));
        }

        JsonElement vocabulary = model.GetProperty("vocab");
        if (vocabulary.GetArrayLength() > MaxPieces || unknown < 0 || unknown >= vocabulary.GetArrayLength())
        {
            throw new WeightFileException(path, $"it has {vocabulary.GetArrayLength()} pieces and the unknown one is {unknown}; at most {MaxPieces} pieces, the unknown one among them, are read.");
        }

        ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>(vocabulary.GetArrayLength());
        foreach (JsonElement item in vocabulary.EnumerateArray())
        {
            string text = item[0].GetString()!;
            PieceKind kind = pieces.Count == unknown ? PieceKind.Unknown
                : fallback && text is ['<', '0', 'x', _, _, '>'] ? PieceKind.Byte
                : special.Contains(text) ? PieceKind.Control
                : PieceKind.Normal;
            pieces.Add(new Piece(text, (float)item[1].GetDouble(), kind));
        }

        Normaliser normaliser = default;
        if (root.TryGetProperty("normalizer", out JsonElement steps) && steps.ValueKind == JsonValueKind.Object)
        {
            normaliser = ReadNormaliser(steps, normaliser, path);
        }

        return new SentencePieceModel
        {
            Pieces = pieces.MoveToImmutable(),
            UnknownId = unknown,
            ByteFallback = fallback,
            CharacterMap = normaliser.Map,
            RemovesExtraSpaces = normaliser.RemovesSpaces,
            AddsSpaceBefore = root.TryGetProperty("pre_tokenizer", out JsonElement cut) && cut.ValueKind == JsonValueKind.Object && AddsSpace(cut),
        };
    }

    private static Normaliser ReadNormaliser(JsonElement step, Normaliser soFar, string path)
    {
        switch (step.GetProperty("type").GetString())
        {
            case "Sequence":
                foreach (JsonElement part in step.GetProperty("normalizers").EnumerateArray())
                {
                    soFar = ReadNormaliser(part, soFar, path);
                }

                return soFar;
            case "Precompiled":
                return step.TryGetProperty("precompiled_charsmap", out JsonElement map) && map.ValueKind == JsonValueKind.String
                    ? soFar with { Map = map.GetBytesFromBase64() }
                    : soFar;
            case "Strip" or "Replace":
                // Space at the end, and runs of spaces: the two halves of SentencePiece's remove_extra_whitespaces.
                return soFar with { RemovesSpaces = true };
            case { } other:
                throw new WeightFileException(path, $"its normaliser {other} is not run; Precompiled, Strip and Replace are.");
            default:
                throw new WeightFileException(path, "its normaliser has no type.");
        }
    }

    private static bool AddsSpace(JsonElement step)
    {
        if (step.TryGetProperty("pretokenizers", out JsonElement parts))
        {
            return parts.EnumerateArray().Any(AddsSpace);
        }

        return step.GetProperty("type").GetString() == "Metaspace"
            && (step.TryGetProperty("prepend_scheme", out JsonElement scheme) ? scheme.GetString() != "never" : !step.TryGetProperty("add_prefix_space", out JsonElement add) || add.GetBoolean());
    }

    private readonly record struct Normaliser(ReadOnlyMemory<byte> Map, bool RemovesSpaces);
}
