using Lucarne.Social.Accounts;
using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Reactions;
using Lucarne.Social.Text;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Lucarne.Social.Posts;

/// <summary>A post, as one viewer sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">Who published it.</param>
/// <param name="Title">One line; null for none.</param>
/// <param name="Caption">Text under the video; null for none.</param>
/// <param name="CaptionFacets">Mentions, links and tags of the caption.</param>
/// <param name="AltText">What is seen, for those who don't see it; null for none.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="Engine">Id of the engine that made it.</param>
/// <param name="FromPicture">True where the video starts from a picture that its author brought; which one, is the author's alone to know.</param>
/// <param name="Video">The video.</param>
/// <param name="Visibility">Who finds it.</param>
/// <param name="RemixAudience">Who may remix it.</param>
/// <param name="CommentAudience">Who may comment on it.</param>
/// <param name="DownloadAudience">Who may download it.</param>
/// <param name="RemixOf">The post that it was remixed from; null for an original.</param>
/// <param name="Counts">How it fares.</param>
/// <param name="MyReaction">What the viewer thinks of it; null for nothing yet.</param>
/// <param name="CanRemix">True where the viewer may remix it.</param>
/// <param name="CanComment">True where the viewer may comment on it.</param>
/// <param name="CanDownload">True where the viewer may download it; it can be watched either way.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="EditedAt">When its text was last edited; null when never.</param>
/// <param name="Removed">True where an administrator took it away: only its author sees it.</param>
/// <param name="Reposted">True where the viewer has reposted it.</param>
/// <param name="Bookmarked">True where the viewer keeps it.</param>
/// <param name="CaptionTracks">Captions that its author wrote, by language; they take the place of <c>video.captionsUrl</c>.</param>
/// <param name="ShareUrl">Path of its page, for anyone to open.</param>
/// <param name="Mine">True for its author.</param>
/// <param name="Topics">What it is about, the most telling first, at most three; found out from its film.</param>
/// <param name="Emoji">A picture for it: that of its first topic, or of a film.</param>
/// <param name="Phrase">A few words of its prompt to find it and its like by; empty where the prompt holds no words.</param>
/// <param name="Featured">True where an administrator has put it before everyone.</param>
public sealed record PostView(
    Guid Id, AuthorView Author, string? Title, string? Caption, IReadOnlyList<TextFacet> CaptionFacets, string? AltText, string Prompt, string Engine, bool FromPicture,
    VideoView Video, Visibility Visibility, Audience RemixAudience, Audience CommentAudience, Audience DownloadAudience, PostReference? RemixOf, PostCounts Counts,
    ReactionKind? MyReaction, bool CanRemix, bool CanComment, bool CanDownload, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, bool Removed,
    bool Reposted, bool Bookmarked, IReadOnlyList<CaptionTrack> CaptionTracks, string ShareUrl, bool Mine,
    IReadOnlyList<TopicView> Topics, string Emoji, string Phrase, bool Featured);

/// <summary>Captions in one language.</summary>
/// <param name="Language">Language tag (BCP 47), lower case.</param>
/// <param name="Url">WebVTT.</param>
public sealed record CaptionTrack(string Language, string Url);

/// <summary>A post that another one names.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">Who published it; null where the post is gone or hidden from the viewer.</param>
public sealed record PostReference(Guid Id, AuthorView? Author);

/// <summary>How a post fares.</summary>
/// <param name="Views">Views that lasted.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Dislikes">Dislikes; null for all but the author.</param>
/// <param name="Comments">Comments, answers included.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Remixes">Published remixes made directly from it.</param>
/// <param name="Shares">Times that its link was shared, once a day for each account.</param>
public sealed record PostCounts(int Views, int Likes, int? Dislikes, int Comments, int Reposts, int Remixes, int Shares);

/// <summary>Who sees which posts, and how: the one place that decides it.</summary>
internal static class PostQueries
{
    /// <summary>Posts that a viewer may open when they have the link: its author's own, those public or unlisted, and the followers' ones of those they follow;
    /// never one that was removed, whose author is closed or suspended, or where either of the two blocks the other.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<Post> VisibleTo(LucarneContext db, Guid? viewerId)
    {
        IQueryable<Post> standing = db.Posts.Where(p => p.RemovedAt == null && db.Accounts.Any(a => a.Id == p.AuthorId && a.ClosedAt == null && a.SuspendedAt == null));
        if (viewerId is not Guid viewer)
        {
            return standing.Where(p => p.Visibility == Visibility.Public || p.Visibility == Visibility.Unlisted);
        }

        return db.Posts.Where(p => p.AuthorId == viewer
            || (p.RemovedAt == null
                && db.Accounts.Any(a => a.Id == p.AuthorId && a.ClosedAt == null && a.SuspendedAt == null)
                && (p.Visibility == Visibility.Public || p.Visibility == Visibility.Unlisted
                    || (p.Visibility == Visibility.Followers && db.Follows.Any(f => f.FollowerId == viewer && f.FolloweeId == p.AuthorId)))
                && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == p.AuthorId) || (b.BlockerId == p.AuthorId && b.BlockedId == viewer))));
    }

    /// <summary>Accounts that may open a post: <see cref="VisibleTo"/>, asked from the other side.</summary>
    /// <param name="db">The database.</param>
    /// <param name="post">A post that stands, of an author in good standing.</param>
    public static IQueryable<Account> ReadersOf(LucarneContext db, Post post)
    {
        Guid author = post.AuthorId;
        IQueryable<Account> met = db.Accounts.Where(a => a.Id == author
            || !db.Blocks.Any(b => (b.BlockerId == a.Id && b.BlockedId == author) || (b.BlockerId == author && b.BlockedId == a.Id)));
        return post.Visibility switch
        {
            Visibility.Public or Visibility.Unlisted => met,
            Visibility.Followers => met.Where(a => a.Id == author || db.Follows.Any(f => f.FollowerId == a.Id && f.FolloweeId == author)),
            _ => met.Where(a => a.Id == author),
        };
    }

    /// <summary>Posts that may be shown to a viewer who did not ask for them by link: as <see cref="VisibleTo"/>, without unlisted, private and removed ones, nor those of accounts that the viewer mutes.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<Post> ListedTo(LucarneContext db, Guid? viewerId)
    {
        IQueryable<Post> listed = VisibleTo(db, viewerId).Where(p => p.RemovedAt == null && (p.Visibility == Visibility.Public || p.Visibility == Visibility.Followers));
        return viewerId is Guid viewer ? listed.Where(p => !db.Mutes.Any(m => m.MuterId == viewer && m.MutedId == p.AuthorId)) : listed;
    }

    /// <summary>References to posts by id, without their authors where the viewer may not open them.</summary>
    public static async Task<Dictionary<Guid, PostReference>> ReferencesAsync(LucarneContext db, IReadOnlyCollection<Guid> ids, Guid? viewerId, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        Dictionary<Guid, Guid> authorIds = await VisibleTo(db, viewerId).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.AuthorId, cancel);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, authorIds.Values, cancel);
        return ids.Distinct().ToDictionary(id => id, id => new PostReference(id, authorIds.TryGetValue(id, out Guid author) ? authors[author] : null));
    }

    /// <summary>Views of <paramref name="posts"/>, in its order, within the context's transaction.</summary>
    /// <param name="db">The database.</param>
    /// <param name="posts">Posts that the viewer may see, ordered and limited.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<PostView>> DescribeAsync(LucarneContext db, IReadOnlyList<Post> posts, Guid? viewerId, CancellationToken cancel)
    {
        Guid[] ids = [.. posts.Select(p => p.Id)];
        Dictionary<Guid, PostRow> rows = await PostRow.Of(db, db.Posts.Where(p => ids.Contains(p.Id)), viewerId).ToDictionaryAsync(r => r.Id, cancel);
        return await DescribeAsync(db, [.. ids.Where(rows.ContainsKey).Select(id => rows[id])], viewerId, cancel);
    }

    /// <summary>Views of <paramref name="rows"/>, in its order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="rows">Posts that the viewer may see, as that viewer finds them.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<PostView>> DescribeAsync(LucarneContext db, IReadOnlyList<PostRow> rows, Guid? viewerId, CancellationToken cancel)
    {
        Dictionary<Guid, Film> films = await db.GetService<Films>().FindAsync(db, rows.Select(r => r.GenerationId), cancel);
        Dictionary<Guid, AuthorView> authors = rows.DistinctBy(r => r.AuthorId).ToDictionary(r => r.AuthorId, r => r.Author);
        Guid[] others = [.. rows.Select(r => r.ParentAuthorId).OfType<Guid>().Where(id => !authors.ContainsKey(id)).Distinct()];
        foreach ((Guid id, AuthorView author) in others.Length == 0 ? [] : await db.GetService<PostReads>().AuthorsAsync(others, cancel))
        {
            authors[id] = author;
        }

        Guid[] captioned = [.. rows.Where(r => r.Captioned).Select(r => r.Id)];
        ILookup<Guid, CaptionTrack> captions = (captioned.Length == 0 ? []
                : await db.PostCaptions.Where(c => captioned.Contains(c.PostId)).OrderBy(c => c.Language).Select(c => new { c.PostId, c.Language, c.UpdatedAt }).ToListAsync(cancel))
            .ToLookup(c => c.PostId, c => new CaptionTrack(c.Language, $"/api/posts/{c.PostId}/captions/{c.Language}?v={c.UpdatedAt.ToUnixTimeMilliseconds()}"));
        return [.. rows.Select(row => Describe(row, films[row.GenerationId], row.ParentAuthorId is Guid id ? authors.GetValueOrDefault(id) : null, [.. captions[row.Id]], viewerId))];
    }

    private static PostView Describe(PostRow row, Film film, AuthorView? parentAuthor, CaptionTrack[] captions, Guid? viewerId)
    {
        bool mine = viewerId == row.AuthorId;
        return new PostView(
            row.Id, row.Author, row.Title, row.Caption, TextFacets.Find(row.Caption), row.AltText, film.Prompt, film.Engine, film.FromPicture, film.Video,
            row.Visibility, row.RemixAudience, row.CommentAudience, row.DownloadAudience,
            row.ParentId is Guid parent ? new PostReference(parent, parentAuthor) : null,
            new PostCounts(row.Views, row.Likes, mine ? row.Dislikes : null, row.Comments, row.Reposts, row.Remixes, row.Shares),
            row.MyReaction, Allows(row.RemixAudience), Allows(row.CommentAudience), row.DownloadAudience == Audience.Everyone || Allows(row.DownloadAudience),
            row.CreatedAt, row.EditedAt, row.RemovedAt is not null,
            row.Reposted, row.Bookmarked, captions, $"/p/{row.Id}", mine,
            film.Topics.Topics, film.Topics.Emoji, film.Topics.Phrase, row.Featured);

        bool Allows(Audience audience) => viewerId is not null && (mine || audience switch
        {
            Audience.Everyone => true,
            Audience.Followers => row.Followed,
            _ => false,
        });
    }
}
