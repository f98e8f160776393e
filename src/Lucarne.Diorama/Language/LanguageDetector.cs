namespace Lucarne.Diorama.Language;

/// <summary>Tells English from French by the words that each lexicon knows; function words weigh most.</summary>
internal static class LanguageDetector
{
    /// <returns><c>en</c> or <c>fr</c>; null when no word belongs to either.</returns>
    public static string? Detect(List<Token> tokens)
    {
        var (english, french) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word)
            {
                english += Weight(Lexicon.English, token.Key);
                french += Weight(Lexicon.French, token.Key);
            }
        }

        return english == 0 && french == 0 ? null : french > english ? "fr" : "en";
    }

    private static int Weight(Lexicon lexicon, string key) =>
        lexicon.Find(key) is not { } senses ? 0 : senses.Any(sense => sense.Class is >= WordClass.Determiner and not WordClass.Measure) ? 3 : 1;
}
