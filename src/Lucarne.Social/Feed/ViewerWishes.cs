using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Search;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>What a viewer does not want to meet: wishes for less, and muted words.</summary>
internal sealed class ViewerWishes
{
    /// <summary>Someone who has wished nothing.</summary>
    public static readonly ViewerWishes None = new([], []);

    private readonly HashSet<Guid> _posts;
    private readonly HashSet<Guid> _roots;
    private readonly HashSet<Guid> _authors;
    private readonly List<string[]> _topics;
    private readonly List<string[]> _muted;

    private ViewerWishes(IReadOnlyList<FeedSteer> steers, IReadOnlyList<string> mutedWords)
    {
        _posts = [.. steers.Where(s => s.Kind == SteerKind.Post).Select(s => s.PostId).OfType<Guid>()];
        _roots = [.. steers.Where(s => s.Kind == SteerKind.Post).Select(s => s.RootId).OfType<Guid>()];
        _authors = [.. steers.Where(s => s.Kind == SteerKind.Author).Select(s => s.AuthorId).OfType<Guid>()];
        _topics = [.. steers.Where(s => s.Words is not null).Select(s => SearchText.Stems(s.Words!)).Where(stems => stems.Length > 0)];
        _muted = [.. mutedWords.Select(SearchText.Stems).Where(stems => stems.Length > 0)];
    }

    /// <summary>True where the words of posts have to be read.</summary>
    public bool NeedsWords => _topics.Count > 0 || _muted.Count > 0;

    /// <summary>True where some words are muted.</summary>
    public bool MutesWords => _muted.Count > 0;

    /// <summary>Reads them.</summary>
    public static async Task<ViewerWishes> ReadAsync(LucarneContext db, Guid? viewerId, DateTimeOffset now, CancellationToken cancel)
    {
        if (viewerId is not Guid viewer)
        {
            return None;
        }

        List<FeedSteer> steers = await db.FeedSteers.AsNoTracking().Where(s => s.AccountId == viewer && s.ExpiresAt > now).ToListAsync(cancel);
        List<string> muted = await db.MutedWords.Where(w => w.AccountId == viewer && (w.Until == null || w.Until > now)).Select(w => w.Text).ToListAsync(cancel);
        return steers.Count == 0 && muted.Count == 0 ? None : new ViewerWishes(steers, muted);
    }

    /// <summary>True for a post that the viewer has sent away, with its family.</summary>
    public bool SentAway(Guid postId, Guid rootId) => _posts.Contains(postId) || _roots.Contains(rootId);

    /// <summary>True for what the viewer wants less of: an author, or words.</summary>
    /// <param name="authorId">Author of the post.</param>
    /// <param name="stems">Stems of its words (<see cref="SearchText.Stems"/>); null where they were not needed.</param>
    public bool Less(Guid authorId, IReadOnlySet<string>? stems) => _authors.Contains(authorId) || (stems is not null && _topics.Exists(stems.IsSupersetOf));

    /// <summary>True for what holds a muted word, or all words of a muted phrase.</summary>
    public bool Muted(IReadOnlySet<string>? stems) => stems is not null && _muted.Exists(stems.IsSupersetOf);

    /// <summary>Stems of the words of posts: title, caption and prompt.</summary>
    public static async Task<Dictionary<Guid, IReadOnlySet<string>>> ReadStemsAsync(LucarneContext db, IReadOnlyCollection<Guid> postIds, CancellationToken cancel)
    {
        var texts = await db.Posts.Where(p => postIds.Contains(p.Id))
            .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new { p.Id, p.Title, p.Caption, g.Prompt }).ToListAsync(cancel);
        return texts.ToDictionary(t => t.Id, IReadOnlySet<string> (t) => SearchText.Stems($"{t.Title} {t.Caption} {t.Prompt}").ToHashSet(StringComparer.Ordinal));
    }
}
