using System.Collections.Frozen;

namespace Lucarne.Social.Search;

/// <summary>Words that say nothing about what a text is about, in English and French, without accents.</summary>
internal static class Stopwords
{
    private static readonly FrozenSet<string> All = (
        "a an and are as at be but by for from has have he her his i if in into is it its me my no not of off on or our out over she so than that the their them then there these they this to "
        + "under up us was we were what when where which while who will with you your "
        + "au aux avec ce ces cet cette dans de des du elle elles en est et eux il ils je la le les leur leurs lui ma mais mes moi mon ne nos notre nous ou par pas pour qu que qui sa se ses "
        + "si son sont sous sur ta te tes toi ton tu un une vos votre vous c d j l m n s t y").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
