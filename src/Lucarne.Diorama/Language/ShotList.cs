namespace Lucarne.Diorama.Language;

/// <summary>Where the prompt cuts from shot to shot.</summary>
internal static class ShotList
{
    internal sealed record Part(List<Item> Items, double Start, double End);

    /// <returns>The items before the first mark, which speak of the whole film, and one part a shot; at least one part.</returns>
    public static (List<Item> Opening, List<Part> Parts) Split(List<Item> items, double seconds)
    {
        var pieces = new List<(double From, double To, List<Item> Items)>();
        var opening = new List<Item>();
        var current = opening;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Token.Kind == TokenKind.ShotMark)
            {
                item.Mark("timing", "shot");
                Begin(item.Token.From, item.Token.To);
            }
            else if (item.Has(WordClass.ShotBreak) && current.Exists(earlier => earlier.IsWord))
            {
                item.Mark("timing", "cut");
                Begin(double.NaN, double.NaN);
            }
            else if (IsNumbered(items, i))
            {
                item.Mark("timing", "shot");
                items[i + 1].Mark("timing", "shot");
                Begin(double.NaN, double.NaN);
                i += 2;
            }
            else
            {
                current.Add(item);
            }
        }

        if (pieces.Count == 0)
        {
            return ([], [new Part(opening, 0, seconds)]);
        }

        if (double.IsNaN(pieces[0].From) && opening.Exists(item => item.IsWord))
        {
            pieces.Insert(0, (double.NaN, double.NaN, opening));
            opening = [];
        }

        return (opening, Time(pieces, seconds));

        void Begin(double from, double to)
        {
            if (pieces.Count < PromptReader.MaxShots - 1)
            {
                current = [];
                pieces.Add((from, to, current));
            }
        }
    }

    /// <summary>"Shot 2:", "Plan 1 :".</summary>
    private static bool IsNumbered(List<Item> items, int i) =>
        i + 2 < items.Count && items[i].Token.Key is "shot" or "scene" or "plan" or "scène" && items[i + 1].Token.Kind == TokenKind.Number &&
        items[i + 2].Token is { Kind: TokenKind.Punctuation, Key: ":" or "." or "-" or "–" or "—" };

    private static List<Part> Time(List<(double From, double To, List<Item> Items)> pieces, double seconds)
    {
        var starts = new double[pieces.Count + 1];
        if (pieces.TrueForAll(piece => double.IsNaN(piece.From)))
        {
            for (var i = 0; i <= pieces.Count; i++)
            {
                starts[i] = seconds * i / pieces.Count;
            }
        }
        else
        {
            var lengths = double.IsNaN(pieces[0].To) && pieces[0].From > 0;
            double at = 0;
            for (var i = 0; i < pieces.Count; i++)
            {
                var (from, to, _) = pieces[i];
                starts[i] = i == 0 ? 0 : at;
                if (!double.IsNaN(to))
                {
                    at = Math.Max(at + MinimumSeconds, to);
                }
                else if (lengths && from > 0)
                {
                    at += from;
                }
                else
                {
                    var next = i + 1 < pieces.Count ? pieces[i + 1].From : seconds;
                    at = next > at ? next : at + MinimumSeconds;
                }
            }

            starts[^1] = at;
            var scale = at > seconds ? seconds / at : 1;
            for (var i = 0; i < pieces.Count; i++)
            {
                starts[i] *= scale;
            }

            starts[^1] = seconds;
        }

        return [.. pieces.Select((piece, i) => new Part(piece.Items, starts[i], starts[i + 1]))];
    }

    private const double MinimumSeconds = 0.5;
}
