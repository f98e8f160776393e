using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Search;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>What a viewer wants to meet, and what not: moods, wishes for less, and muted words.</summary>
internal sealed class ViewerWishes
{
    /// <summary>Someone who has wished nothing.</summary>
    public static readonly ViewerWishes None = new([]);

    private readonly HashSet<Guid> _posts;
    private readonly HashSet<Guid> _roots;
    private readonly HashSet<Guid> _authors;
    private readonly List<string[]> _topics;
    private readonly List<string[]> _muted;

    private ViewerWishes(IReadOnlyList<Wish> wishes)
    {
        _posts = [.. wishes.Where(w => w.Kind == SteerKind.Post).Select(w => w.PostId).OfType<Guid>()];
        _roots = [.. wishes.Where(w => w.Kind == SteerKind.Post).Select(w => w.RootId).OfType<Guid>()];
        _authors = [.. wishes.Where(w => w.Kind == SteerKind.Author).Select(w => w.AuthorId).OfType<Guid>()];
        _topics = [.. wishes.Where(w => w.Kind == SteerKind.Topic).Select(w => SearchText.Stems(w.Words)).Where(stems => stems.Length > 0)];
        FeedMoods = [.. wishes.Where(w => w.Kind == SteerKind.Mood).OrderByDescending(w => w.Id).Select(w => new FeedMood(w.Id, w.Words!))];
        Moods = [.. FeedMoods.Select(mood => MoodWords.Read(mood.Words))];
        _topics.AddRange(Moods.SelectMany(mood => mood.Unwanted));
        _muted = [.. wishes.Where(w => w.Kind is null).Select(w => SearchText.Stems(w.Words)).Where(stems => stems.Length > 0)];
    }

    /// <summary>Moods as their owner reads them, newest first.</summary>
    public IReadOnlyList<FeedMood> FeedMoods { get; }

    /// <summary>The same moods, understood.</summary>
    public IReadOnlyList<MoodWords> Moods { get; }

    /// <summary>True where the words of posts have to be read.</summary>
    public bool NeedsWords => _topics.Count > 0 || _muted.Count > 0 || Moods.Count > 0;

    /// <summary>True where some words are muted.</summary>
    public bool MutesWords => _muted.Count > 0;

    /// <summary>Puts together what a viewer has wished.</summary>
    public static ViewerWishes Of(IReadOnlyList<Wish> wishes) => wishes.Count == 0 ? None : new ViewerWishes(wishes);

    /// <summary>True for a post that the viewer has sent away, with its family.</summary>
    public bool SentAway(Guid postId, Guid rootId) => _posts.Contains(postId) || _roots.Contains(rootId);

    /// <summary>True for what the viewer wants less of: an author, or words.</summary>
    /// <param name="authorId">Author of the post.</param>
    /// <param name="stems">Stems of its words (<see cref="SearchText.Stems"/>); null where they were not needed.</param>
    public bool Less(Guid authorId, IReadOnlySet<string>? stems) => _authors.Contains(authorId) || (stems is not null && _topics.Exists(stems.IsSupersetOf));

    /// <summary>How much of a mood of the viewer's a post answers, 0 to 1.</summary>
    /// <param name="stems">Stems of its words; null where they were not needed.</param>
    /// <param name="topics">Stems of the names of its topics; null for none.</param>
    public double MoodFit(IReadOnlySet<string>? stems, IReadOnlySet<string>? topics) => stems is null ? 0 : Moods.Select(mood => mood.Fit(stems, topics)).DefaultIfEmpty().Max();

    /// <summary>True for what holds a muted word, or all words of a muted phrase.</summary>
    public bool Muted(IReadOnlySet<string>? stems) => stems is not null && _muted.Exists(stems.IsSupersetOf);

    /// <summary>Stems of the words of posts: title, caption and prompt.</summary>
    public static async Task<Dictionary<Guid, IReadOnlySet<string>>> ReadStemsAsync(LucarneContext db, IReadOnlyCollection<Guid> postIds, CancellationToken cancel)
    {
        var texts = await db.Posts.Where(p => postIds.Contains(p.Id))
            .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new { p.Id, p.Title, p.Caption, g.Prompt }).ToListAsync(cancel);
        return texts.ToDictionary(t => t.Id, IReadOnlySet<string> (t) => SearchText.Stems($"{t.Title} {t.Caption} {t.Prompt}").ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Stems of the names of the topics of posts, in English and French; posts without topics are left out.</summary>
    public static async Task<Dictionary<Guid, IReadOnlySet<string>>> ReadTopicStemsAsync(LucarneContext db, IReadOnlyCollection<Guid> postIds, CancellationToken cancel)
    {
        List<PostTopic> topics = await db.PostTopics.AsNoTracking().Where(t => postIds.Contains(t.PostId)).ToListAsync(cancel);
        return topics.GroupBy(t => t.PostId).ToDictionary(
            g => g.Key,
            IReadOnlySet<string> (g) => g.Select(t => TopicTable.View(t.Topic).Name).SelectMany(name => SearchText.Stems($"{name.En} {name.Fr}")).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>One wish, or one muted word or phrase.</summary>
/// <param name="Kind">What the wish is about; null for muted words.</param>
/// <param name="PostId">The post that it was said of.</param>
/// <param name="RootId">That post's family.</param>
/// <param name="AuthorId">Whom to see less of.</param>
/// <param name="Words">Words to see now, to see less of, or not at all.</param>
/// <param name="Id">The wish, or the muted word.</param>
internal sealed record Wish(SteerKind? Kind, Guid? PostId, Guid? RootId, Guid? AuthorId, string? Words, Guid Id);

/// <summary>Reads what viewers wish for, and what they do not want to meet. For each page anew: a wish holds from the next one on.</summary>
internal sealed class WishReads(PreparedReads reads)
{
    private static readonly ReadStatement s_ofViewer = ReadStatement.Of("""
        SELECT "Kind", "PostId", "RootId", "AuthorId", "Words", "Id" FROM "FeedSteers" WHERE "AccountId" = @p0 AND "ExpiresAt" > @p1
        UNION ALL SELECT -1, NULL, NULL, NULL, "Text", "Id" FROM "MutedWords" WHERE "AccountId" = @p0 AND ("Until" IS NULL OR "Until" > @p1)
        """, 2);

    /// <summary>The wishes of a viewer; none when signed out.</summary>
    public async Task<ViewerWishes> ReadAsync(Guid? viewerId, DateTimeOffset now, CancellationToken cancel)
        => viewerId is not Guid viewer ? ViewerWishes.None
            : ViewerWishes.Of(await reads.ReadAsync(s_ofViewer, static row => new Wish(
                row.GetInt32(0) is >= 0 and int kind ? (SteerKind)kind : null,
                row.IsDBNull(1) ? null : row.GetGuid(1),
                row.IsDBNull(2) ? null : row.GetGuid(2),
                row.IsDBNull(3) ? null : row.GetGuid(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.GetGuid(5)), cancel, viewer, now.ToUnixTimeMilliseconds()));
}
