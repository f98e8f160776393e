using System.Collections.Immutable;
using System.Text.Json;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tokenizers;

/// <summary>Token ids of a prompt, padded to a length.</summary>
/// <param name="Ids">Ids, the padding last.</param>
/// <param name="Attended">How many of them are the prompt and its end token.</param>
public readonly record struct TokenizedPrompt(ImmutableArray<int> Ids, int Attended);

/// <summary>The tokenizer of T5 models: SentencePiece between special tokens, an end token last, padding and truncation.</summary>
/// <remarks>Source: transformers, tokenization_t5.py, with <c>legacy=False</c>: text after a special token gets no space of its own.</remarks>
public sealed class T5Tokenizer
{
    private const string Unknown = "<unk>";
    private const string SentinelPrefix = "<extra_id_";
    private const char Space = '▁';
    private readonly UnigramTokenizer _pieces;
    private readonly ImmutableArray<KeyValuePair<string, int>> _special;
    private readonly int _unknownLength;

    /// <summary>Makes a tokenizer.</summary>
    /// <param name="model">Pieces.</param>
    /// <param name="special">Special tokens by their text, those that are pieces of the model included.</param>
    /// <exception cref="ArgumentException">There is no end or padding token.</exception>
    public T5Tokenizer(SentencePieceModel model, IReadOnlyDictionary<string, int> special)
    {
        ArgumentNullException.ThrowIfNull(special);
        _pieces = new UnigramTokenizer(model);
        _special = [.. special.Where(token => token.Key.Length > 0).OrderByDescending(token => token.Key.Length).ThenBy(token => token.Value)];
        EndId = special.TryGetValue("</s>", out int end) ? end : throw new ArgumentException("The tokenizer has no end token </s>.", nameof(special));
        PaddingId = special.TryGetValue("<pad>", out int padding) ? padding : throw new ArgumentException("The tokenizer has no padding token <pad>.", nameof(special));
        _unknownLength = _pieces.Encode(Unknown, addsSpaceBefore: false).Count;
    }

    /// <summary>Id of the end token.</summary>
    public int EndId { get; }

    /// <summary>Id of padding.</summary>
    public int PaddingId { get; }

    /// <summary>Opens a tokenizer folder: <c>spiece.model</c>, else <c>tokenizer.json</c>, with the special tokens that its other files state.</summary>
    /// <exception cref="WeightFileException">A file is broken, or neither is there.</exception>
    public static T5Tokenizer Load(string folder)
    {
        string pieces = Path.Combine(folder, "spiece.model"), json = Path.Combine(folder, "tokenizer.json");
        SentencePieceModel model = File.Exists(pieces) ? SentencePieceModel.Load(pieces) : SentencePieceModel.LoadJson(json);
        Dictionary<string, int> special = new(StringComparer.Ordinal);
        for (int id = 0; id < model.Pieces.Length; id++)
        {
            if (model.Pieces[id].Kind is PieceKind.Control or PieceKind.Unknown)
            {
                special.TryAdd(model.Pieces[id].Text, id);
            }
        }

        ReadAdded(Path.Combine(folder, "tokenizer_config.json"), special);
        try
        {
            return new T5Tokenizer(model, special);
        }
        catch (ArgumentException exception)
        {
            throw new WeightFileException(folder, exception.Message);
        }
    }

    /// <summary>Cuts text into ids with the end token last; never empty.</summary>
    public List<int> Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> ids = EncodeOpen(text);
        if (ids.Count == 0 || ids[^1] != EndId)
        {
            ids.Add(EndId);
        }

        return ids;
    }

    /// <summary>Cuts text into exactly a number of ids: the end is cut off or padding added.</summary>
    /// <param name="text">The prompt.</param>
    /// <param name="length">At least 1.</param>
    public TokenizedPrompt Encode(string text, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        List<int> ids = Encode(text);
        if (ids.Count > length)
        {
            ids.RemoveRange(length - 1, ids.Count - length + 1);
            ids.Add(EndId);
        }

        int attended = ids.Count;
        ids.AddRange(Enumerable.Repeat(PaddingId, length - attended));
        return new TokenizedPrompt([.. ids], attended);
    }

    private List<int> EncodeOpen(string text)
    {
        List<int> ids = [];
        if (text.Length == 0)
        {
            return ids;
        }

        List<(string Text, int Id)> parts = Split(Space + text.Replace(Space, ' '));
        for (int i = 0; i < parts.Count; i++)
        {
            (string part, int id) = parts[i];
            if (id >= 0)
            {
                ids.Add(id);
                continue;
            }

            // Sentinels take the spaces beside them.
            part = i > 0 && IsSentinel(parts[i - 1]) ? part.TrimStart() : part;
            part = i + 1 < parts.Count && IsSentinel(parts[i + 1]) ? part.TrimEnd() : part;

            // The space that was put before the text goes when a special token comes first.
            if (part.Length == 0 || (i == 0 && parts.Count > 1 && part is [Space]))
            {
                continue;
            }

            ids.AddRange(part[0] is Space or ' '
                ? _pieces.Encode(Unknown + part, addsSpaceBefore: false).Skip(_unknownLength)
                : _pieces.Encode(part, addsSpaceBefore: false));
        }

        return ids;
    }

    private static bool IsSentinel((string Text, int Id) part) => part.Id >= 0 && part.Text.StartsWith(SentinelPrefix, StringComparison.Ordinal);

    // Special tokens, each with its id, and the texts between them, with −1.
    private List<(string Text, int Id)> Split(string text)
    {
        List<(string, int)> parts = [];
        int start = 0;
        for (int at = 0; at < text.Length;)
        {
            KeyValuePair<string, int> found = text[at] == '<' ? _special.FirstOrDefault(token => string.CompareOrdinal(text, at, token.Key, 0, token.Key.Length) == 0) : default;
            if (found.Key is null)
            {
                at++;
                continue;
            }

            if (at > start)
            {
                parts.Add((text[start..at], -1));
            }

            parts.Add((found.Key, found.Value));
            at += found.Key.Length;
            start = at;
        }

        if (start < text.Length)
        {
            parts.Add((text[start..], -1));
        }

        return parts;
    }

    private static void ReadAdded(string path, Dictionary<string, int> special)
    {
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using JsonDocument document = JsonFile.Open(path);
            if (document.RootElement.TryGetProperty("added_tokens_decoder", out JsonElement added))
            {
                foreach (JsonProperty token in added.EnumerateObject())
                {
                    special[token.Value.GetProperty("content").GetString()!] = int.Parse(token.Name, System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new WeightFileException(path, $"it is not the configuration of a tokenizer ({exception.Message})");
        }
    }
}
