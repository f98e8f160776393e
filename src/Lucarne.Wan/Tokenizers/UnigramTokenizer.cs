using System.Text;

namespace Lucarne.Wan.Tokenizers;

/// <summary>Cuts text into the most probable pieces of a unigram model.</summary>
/// <remarks>Kudo 2018; source for the details: sentencepiece, unigram_model.cc (EncodeOptimized) and sentencepiece_processor.cc. Linear in the text's length times the longest piece.</remarks>
public sealed class UnigramTokenizer
{
    private const float UnknownPenalty = 10;
    private readonly SentencePieceModel _model;
    private readonly TextNormalizer _normalizer;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly Dictionary<char, int> _longestFrom = [];
    private readonly int[] _byteIds = new int[256];
    private readonly float _unknownScore;
    private readonly float _highestScore;

    /// <summary>Builds a tokenizer on a model.</summary>
    public UnigramTokenizer(SentencePieceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _normalizer = new TextNormalizer(model);
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        float lowest = float.MaxValue, highest = float.MinValue;
        Array.Fill(_byteIds, model.UnknownId);
        for (int id = 0; id < model.Pieces.Length; id++)
        {
            Piece piece = model.Pieces[id];
            switch (piece.Kind)
            {
                case PieceKind.Normal or PieceKind.UserDefined when piece.Text.Length > 0:
                    ids.TryAdd(piece.Text, id);
                    _longestFrom[piece.Text[0]] = Math.Max(_longestFrom.GetValueOrDefault(piece.Text[0]), piece.Text.Length);
                    if (piece.Kind == PieceKind.Normal)
                    {
                        lowest = Math.Min(lowest, piece.Score);
                        highest = Math.Max(highest, piece.Score);
                    }

                    break;
                case PieceKind.Byte when piece.Text.Length == 6 && byte.TryParse(piece.Text.AsSpan(3, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out byte value):
                    _byteIds[value] = id;
                    break;
                default:
                    break;
            }
        }

        _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _unknownScore = lowest - UnknownPenalty;
        _highestScore = highest;
    }

    /// <summary>Cuts text into ids, without an end token.</summary>
    public List<int> Encode(string text) => Encode(text, _model.AddsSpaceBefore);

    /// <summary>Turns ids into text as SentencePiece does: control pieces are silent, the unknown one is <c> ⁇ </c>, bytes are put together, bad UTF-8 becomes U+FFFD.</summary>
    /// <exception cref="ArgumentException">An id is not of this model.</exception>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        List<byte> bytes = [];
        foreach (int id in ids)
        {
            Piece piece = id >= 0 && id < _model.Pieces.Length ? _model.Pieces[id] : throw new ArgumentException($"The id {id} is outside the {_model.Pieces.Length} pieces of this model.", nameof(ids));
            switch (piece.Kind)
            {
                case PieceKind.Control:
                    break;
                case PieceKind.Unknown:
                    bytes.AddRange(Encoding.UTF8.GetBytes(" ⁇ "));
                    break;
                case PieceKind.Byte:
                    bytes.Add((byte)Array.IndexOf(_byteIds, id));
                    break;
                default:
                    // The space that the normaliser put before the text goes.
                    string text = bytes.Count == 0 && piece.Text.StartsWith('▁') ? piece.Text[1..] : piece.Text;
                    bytes.AddRange(Encoding.UTF8.GetBytes(text.Replace('▁', ' ')));
                    break;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Cuts text into ids, without an end token, with or without a space put before it.</summary>
    internal List<int> Encode(string text, bool addsSpaceBefore)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<int> result = [];
        string normalized = _normalizer.Normalize(text, addsSpaceBefore);
        bool afterUnknown = false;
        foreach ((int start, int length, int id) in BestPath(normalized))
        {
            bool unknown = id == _model.UnknownId;
            if (!unknown)
            {
                result.Add(id);
            }
            else if (_model.ByteFallback)
            {
                result.AddRange(Encoding.UTF8.GetBytes(normalized.Substring(start, length)).Select(b => _byteIds[b]));
            }
            else if (!afterUnknown)
            {
                // A run of characters that no piece covers is one unknown.
                result.Add(id);
            }

            afterUnknown = unknown;
        }

        return result;
    }

    private List<(int Start, int Length, int Id)> BestPath(string text)
    {
        int n = text.Length;
        float[] best = new float[n + 1];
        int[] from = new int[n + 1], id = new int[n + 1];
        Array.Fill(from, -1);
        for (int start = 0; start < n;)
        {
            int character = char.IsSurrogatePair(text, start) ? 2 : 1;
            if (start == 0 || from[start] >= 0)
            {
                bool single = false;
                int longest = Math.Min(n - start, _longestFrom.GetValueOrDefault(text[start]));
                for (int length = 1; length <= longest; length++)
                {
                    if (_ids.TryGetValue(text.AsSpan(start, length), out int piece))
                    {
                        float score = _model.Pieces[piece].Kind == PieceKind.UserDefined ? (length * _highestScore) - 0.1f : _model.Pieces[piece].Score;
                        Relax(start, length, piece, best[start] + score, best, from, id);
                        single |= length == character;
                    }
                }

                if (!single)
                {
                    Relax(start, character, _model.UnknownId, best[start] + _unknownScore, best, from, id);
                }
            }

            start += character;
        }

        List<(int, int, int)> path = [];
        for (int end = n; end > 0; end = from[end])
        {
            path.Add((from[end], end - from[end], id[end]));
        }

        path.Reverse();
        return path;
    }

    private static void Relax(int start, int length, int piece, float score, float[] best, int[] from, int[] id)
    {
        int end = start + length;
        if (from[end] < 0 || score > best[end])
        {
            best[end] = score;
            from[end] = start;
            id[end] = piece;
        }
    }
}
