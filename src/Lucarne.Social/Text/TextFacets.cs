using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Text;

/// <summary>A stretch of a text that leads somewhere.</summary>
/// <param name="Start">First UTF-16 code unit, as JavaScript counts.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="Value">The handle without its at sign, the absolute http(s) address, or the tag without its hash, in lower case.</param>
public sealed record TextFacet(int Start, int Length, TextFacetKind Kind, string Value);

/// <summary>Where a stretch of text leads.</summary>
public enum TextFacetKind
{
    [JsonStringEnumMemberName("mention")]
    Mention,

    [JsonStringEnumMemberName("link")]
    Link,

    [JsonStringEnumMemberName("tag")]
    Tag,
}

/// <summary>Finds mentions, links and tags in what people write: captions, comments, messages, biographies.</summary>
public static partial class TextFacets
{
    /// <summary>Most facets of a text; the rest stay plain.</summary>
    public const int Max = 50;

    /// <summary>The facets of a text, in its order and not overlapping.</summary>
    public static IReadOnlyList<TextFacet> Find(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        List<TextFacet> facets = [];
        foreach (Match match in Pattern().Matches(text))
        {
            if (facets.Count == Max)
            {
                break;
            }

            if (match.Groups["link"] is { Success: true } link)
            {
                string url = TrimLink(link.Value);
                if (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0)
                {
                    facets.Add(new TextFacet(link.Index, url.Length, TextFacetKind.Link, address.AbsoluteUri));
                }
            }
            else if (match.Groups["handle"] is { Success: true } handle)
            {
                string name = handle.Value.TrimEnd('.').ToLowerInvariant();
                facets.Add(new TextFacet(handle.Index - 1, name.Length + 1, TextFacetKind.Mention, name));
            }
            else if (match.Groups["tag"] is { Success: true } tag)
            {
                facets.Add(new TextFacet(tag.Index - 1, tag.Length + 1, TextFacetKind.Tag, tag.Value.ToLowerInvariant()));
            }
        }

        return facets;
    }

    /// <summary>Ids of the accounts that a text mentions, in its order; handles of nobody are left out.</summary>
    internal static async Task<IReadOnlyList<Guid>> FindMentionedAsync(LucarneContext db, string? text, CancellationToken cancel)
    {
        string[] handles = [.. Find(text).Where(f => f.Kind == TextFacetKind.Mention).Select(f => f.Value).Distinct(StringComparer.Ordinal)];
        if (handles.Length == 0)
        {
            return [];
        }

        Dictionary<string, Guid> ids = await db.Accounts.Where(a => handles.Contains(a.Handle)).ToDictionaryAsync(a => a.Handle, a => a.Id, StringComparer.Ordinal, cancel);
        return [.. handles.Where(ids.ContainsKey).Select(handle => ids[handle])];
    }

    /// <summary>Punctuation after an address belongs to the sentence, and so does a closing bracket that it does not open.</summary>
    private static string TrimLink(string url)
    {
        int end = url.Length;
        while (end > 0 && (".,;:!?'\"»…".Contains(url[end - 1], StringComparison.Ordinal) || (url[end - 1] == ')' && !url.AsSpan(0, end).Contains('('))))
        {
            end--;
        }

        return url[..end];
    }

    /// <summary>Linear in the text, which callers bound: nothing in it can match in two ways, so it needs no limit of time, which a busy machine would trip over.</summary>
    [GeneratedRegex(@"(?<link>https?://[^\s<>]{1,500})|(?<![\p{L}\p{N}_@/.])@(?<handle>[A-Za-z0-9_][A-Za-z0-9_.]{2,29})|(?<![\p{L}\p{N}_&/#])#(?<tag>[\p{L}\p{N}_]{1,50})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Pattern();
}
