namespace Lucarne.Diorama.Language;

internal enum TokenKind : byte
{
    /// <summary>A word or a part of one: "boat", "l'", "'s".</summary>
    Word,

    /// <summary>Digits: "100", "1,000".</summary>
    Number,

    /// <summary>An emoji or another pictograph.</summary>
    Pictograph,

    /// <summary>A cast: "@handle".</summary>
    Handle,

    /// <summary>Quoted text, its marks included.</summary>
    Quote,

    /// <summary>Comma, full stop, colon…; a line feed counts as a full stop.</summary>
    Punctuation,

    /// <summary>"[0-3s]", "[5.0s]".</summary>
    ShotMark,

    /// <summary>An HTML tag or entity: skipped.</summary>
    Markup,
}

/// <summary>A stretch of the prompt.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, UTF-16 code units.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Key">What the lexicon is asked for; for a quote, the text without its marks; for a handle, the name without its at sign.</param>
/// <param name="From">Shot marks: first number in seconds. Numbers: the value.</param>
/// <param name="To">Shot marks: second number in seconds; NaN when there is only one.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Key, double From = double.NaN, double To = double.NaN)
{
    public int End => Start + Length;
}
