namespace Lucarne.Diorama.Language;

/// <summary>Finds the entries of the lexicon in the tokens, longest first.</summary>
internal static class ItemReader
{
    /// <param name="tokens">The whole prompt.</param>
    /// <param name="main">The lexicon of the prompt's language.</param>
    /// <param name="other">Asked for content words that <paramref name="main"/> does not know.</param>
    public static List<Item> Read(List<Token> tokens, Lexicon main, Lexicon other)
    {
        var items = new List<Item>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var token = tokens[i];
            if (token.Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Pictograph))
            {
                items.Add(new Item { Token = token, Start = token.Start, End = token.End, Senses = [], Ignored = token.Kind is TokenKind.Punctuation or TokenKind.Markup });
                i++;
                continue;
            }

            var (senses, count) = Longest(tokens, i, main);
            if (senses.Length == 0)
            {
                (senses, count) = Longest(tokens, i, other);
                senses = token.Key.Length >= 3 || token.Kind == TokenKind.Pictograph ? [.. senses.Where(sense => sense.Class < WordClass.Determiner)] : [];
                count = senses.Length == 0 ? 1 : count;
            }

            items.Add(new Item { Token = token, Start = token.Start, End = tokens[i + count - 1].End, Senses = senses });
            i += count;
        }

        return items;
    }

    private static (Sense[] Senses, int Count) Longest(List<Token> tokens, int at, Lexicon lexicon)
    {
        var most = Math.Min(lexicon.LongestFrom(tokens[at].Key), tokens.Count - at);
        var run = 1;
        while (run < most && tokens[at + run].Kind is TokenKind.Word or TokenKind.Number && Touches(tokens[at + run - 1], tokens[at + run]))
        {
            run++;
        }

        for (; run > 1; run--)
        {
            if (lexicon.Find(string.Join(' ', tokens.GetRange(at, run).Select(token => token.Key))) is { } phrase)
            {
                return (phrase, run);
            }
        }

        return (lexicon.Find(tokens[at].Key) ?? [], 1);
    }

    /// <summary>Only spaces or a hyphen stand between them: a comma would have been a token.</summary>
    private static bool Touches(Token left, Token right) => right.Start - left.End <= 4;
}
