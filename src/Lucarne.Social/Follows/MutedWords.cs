using System.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>Leaves out what holds a word that the viewer mutes: for feeds, lists and notifications, after the database has chosen the rows.</summary>
internal sealed class MutedWords(LucarneContext db, TimeProvider time)
{
    /// <summary>The filter of a viewer, in one query.</summary>
    /// <param name="viewerId">Who looks; null when signed out, for a filter that hides nothing.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<MutedWordFilter> ReadFilterAsync(Guid? viewerId, CancellationToken cancel)
    {
        if (viewerId is not Guid viewer)
        {
            return MutedWordFilter.Nothing;
        }

        DateTimeOffset now = time.GetUtcNow();
        List<string> words = await db.MutedWords.Where(w => w.AccountId == viewer && (w.Until == null || w.Until > now)).Select(w => w.Text).ToListAsync(cancel);
        return words.Count == 0 ? MutedWordFilter.Nothing : new MutedWordFilter(words);
    }

    /// <summary>The posts whose title, caption and prompt hold no word that the viewer mutes, in their order. The viewer's own always stay.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="posts">A page of posts or a few: their prompts are read in one query.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Post>> FilterAsync(Guid? viewerId, IReadOnlyList<Post> posts, CancellationToken cancel)
    {
        MutedWordFilter filter = await ReadFilterAsync(viewerId, cancel);
        if (filter.IsEmpty || posts.Count == 0)
        {
            return posts;
        }

        Guid[] ids = [.. posts.Select(p => p.GenerationId)];
        Dictionary<Guid, string> prompts = await db.Generations.Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Prompt, cancel);
        return [.. posts.Where(p => p.AuthorId == viewerId || !filter.Hides(p.Title, p.Caption, prompts.GetValueOrDefault(p.GenerationId)))];
    }
}

/// <summary>Finds muted words in texts: whole words and phrases, whatever their case and accents; anywhere in scripts that put no spaces between words, and for symbols.</summary>
/// <remarks>A text is read once, whatever the number of muted words.</remarks>
internal sealed class MutedWordFilter
{
    /// <summary>Hides nothing.</summary>
    public static readonly MutedWordFilter Nothing = new([]);

    private readonly ILookup<string, string[]> _phrases;
    private readonly string[] _anywhere;

    /// <param name="words">Words and phrases.</param>
    public MutedWordFilter(IEnumerable<string> words)
    {
        List<string[]> phrases = [];
        List<string> anywhere = [];
        foreach (string word in words)
        {
            string folded = TextFolding.Fold(word);
            string[] parts = [.. Split(folded)];
            if (parts.Length == 0 || folded.EnumerateRunes().Any(IsUnspaced))
            {
                anywhere.Add(folded);
            }
            else
            {
                phrases.Add(parts);
            }
        }

        _phrases = phrases.ToLookup(p => p[0], StringComparer.Ordinal);
        _anywhere = [.. anywhere.Where(a => a.Length > 0)];
    }

    /// <summary>True when it hides nothing at all.</summary>
    public bool IsEmpty => _phrases.Count == 0 && _anywhere.Length == 0;

    /// <summary>True when one of the texts holds a muted word.</summary>
    public bool Hides(params ReadOnlySpan<string?> texts)
    {
        if (IsEmpty)
        {
            return false;
        }

        foreach (string? text in texts)
        {
            if (!string.IsNullOrEmpty(text) && Holds(TextFolding.Fold(text)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(string folded)
    {
        if (Array.Exists(_anywhere, word => folded.Contains(word, StringComparison.Ordinal)))
        {
            return true;
        }

        if (_phrases.Count == 0)
        {
            return false;
        }

        List<string> words = Split(folded);
        for (int at = 0; at < words.Count; at++)
        {
            foreach (string[] phrase in _phrases[words[at]])
            {
                if (phrase.Length <= words.Count - at && phrase.AsSpan().SequenceEqual(words.Slice(at, phrase.Length).ToArray()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static List<string> Split(string folded)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            bool inWord = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || (char.IsSurrogate(folded[i]) && Rune.TryGetRuneAt(folded, char.IsLowSurrogate(folded[i]) ? i - 1 : i, out Rune rune) && Rune.IsLetterOrDigit(rune)));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(folded[start..i]);
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, Japanese, Chinese.</summary>
    private static bool IsUnspaced(Rune rune)
        => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
