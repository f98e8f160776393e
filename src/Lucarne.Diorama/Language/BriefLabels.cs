namespace Lucarne.Diorama.Language;

/// <summary>The names of a brief's lines: "Camera: …", "Lumière : …".</summary>
internal static class BriefLabels
{
    private static readonly string[] Labels = ["subject", "setting", "look", "style", "camera", "light", "action", "sujet", "décor", "caméra", "lumière"];
    private static readonly string[] Heard = ["sound", "son", "audio"];

    /// <summary>The items without the names of lines, and without lines about sound: what is heard comes from what is seen. All of those are ignored.</summary>
    public static List<Item> Without(List<Item> items, string text)
    {
        List<Item> rest = new(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var heard = Heard.Contains(items[i].Token.Key);
            if ((heard || Labels.Contains(items[i].Token.Key)) && Begins(text, items[i].Start) && i + 1 < items.Count && items[i + 1].Token is { Kind: TokenKind.Punctuation, Key: ":" })
            {
                items[i].Ignored = true;
                items[++i].Ignored = true;
                while (heard && i + 1 < items.Count && items[i + 1].Token.Kind != TokenKind.ShotMark && !text.AsSpan(items[i].End, items[i + 1].Start - items[i].End).Contains('\n') && text[items[i + 1].Start] != '\n')
                {
                    items[++i].Ignored = true;
                }
            }
            else
            {
                rest.Add(items[i]);
            }
        }

        return rest;
    }

    /// <summary>Whether a line begins there.</summary>
    public static bool Begins(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ')
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }
}
