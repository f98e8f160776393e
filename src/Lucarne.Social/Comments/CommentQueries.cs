using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>Whether a comment can be read.</summary>
public enum CommentState
{
    /// <summary>It stands.</summary>
    [JsonStringEnumMemberName("standing")]
    Standing,

    /// <summary>Its author took it back; answers to it remain.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,

    /// <summary>The author of the post hid it. The text is there for the two of them only.</summary>
    [JsonStringEnumMemberName("hidden")]
    Hidden,
}

/// <summary>A comment, as one viewer sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="PostId">The post that it stands under.</param>
/// <param name="ThreadId">The comment that opened its thread; its own id where that is itself.</param>
/// <param name="ParentId">The comment that it answers; null for one on the post itself.</param>
/// <param name="Answering">Who wrote the answer that this one answers; null where it answers the thread's first comment, or that answer is gone.</param>
/// <param name="State">Whether it can be read.</param>
/// <param name="Author">Who wrote it; null where it can't be read.</param>
/// <param name="Text">What it says; empty where it can't be read.</param>
/// <param name="Facets">Mentions, links and tags of the text.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">When its text was last changed; null when never.</param>
/// <param name="Likes">Number of likes.</param>
/// <param name="Answers">Number of answers in its thread; 0 for an answer.</param>
/// <param name="Liked">True where the viewer likes it.</param>
/// <param name="LikedByAuthor">True where the author of the post likes it.</param>
/// <param name="ByAuthor">True where the author of the post wrote it.</param>
/// <param name="Pinned">True where the author of the post pinned it.</param>
/// <param name="Mine">True for who wrote it.</param>
public sealed record CommentView(
    Guid Id, Guid PostId, Guid ThreadId, Guid? ParentId, AuthorView? Answering, CommentState State, AuthorView? Author, string Text, IReadOnlyList<TextFacet> Facets,
    DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, int Likes, int Answers, bool Liked, bool LikedByAuthor, bool ByAuthor, bool Pinned, bool Mine);

/// <summary>A comment on a post with the beginning of its answers.</summary>
/// <param name="Comment">The comment that opened the thread.</param>
/// <param name="Answers">The first answers, oldest first.</param>
/// <param name="Next">Cursor of the answers that follow; null where there are no more.</param>
public sealed record CommentThreadView(CommentView Comment, IReadOnlyList<CommentView> Answers, string? Next);

/// <summary>Who sees which comments, and how: the one place that decides it.</summary>
internal static class CommentQueries
{
    /// <summary>Comments of a post that a viewer may see: never those of accounts that are closed or suspended, that the viewer mutes, or where either blocks the other.
    /// A deleted or hidden one is among them only where its thread goes on below it, or where the viewer is its author or the post's.</summary>
    /// <param name="db">The database.</param>
    /// <param name="post">A post that the viewer may open.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<Comment> VisibleTo(LucarneContext db, Post post, Guid? viewerId)
    {
        Guid viewer = viewerId ?? Guid.Empty;
        bool mayReadHidden = viewerId == post.AuthorId;
        IQueryable<Comment> comments = db.Comments.Where(c => c.PostId == post.Id
            && ((c.AuthorId == null && c.Answers > 0) || db.Accounts.Any(a => a.Id == c.AuthorId && a.ClosedAt == null && a.SuspendedAt == null))
            && (c.HiddenAt == null || mayReadHidden || c.AuthorId == viewer || c.Answers > 0));
        return viewerId is null
            ? comments
            : comments.Where(c => c.AuthorId == null || c.AuthorId == viewer
                || (!db.Mutes.Any(m => m.MuterId == viewer && m.MutedId == c.AuthorId)
                    && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == c.AuthorId) || (b.BlockerId == c.AuthorId && b.BlockedId == viewer))));
    }

    /// <summary>A comment that the viewer may see, with its post; null otherwise.</summary>
    public static async Task<(Comment Comment, Post Post)?> FindAsync(LucarneContext db, Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Guid? postId = await db.Comments.Where(c => c.Id == id).Select(c => (Guid?)c.PostId).SingleOrDefaultAsync(cancel);
        Post? post = postId is null ? null : await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
        Comment? comment = post is null ? null : await VisibleTo(db, post, viewerId).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        return comment is null ? null : (comment, post!);
    }

    /// <summary>Why an account may not comment on a post that it may open; null where it may.</summary>
    public static async Task<Problem?> RefuseAsync(LucarneContext db, Post post, Guid accountId, CancellationToken cancel) => post.AuthorId == accountId ? null : post.CommentAudience switch
    {
        Audience.Everyone => null,
        Audience.Followers => await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == post.AuthorId, cancel) ? null : CommentsErrors.CommentsForFollowers,
        _ => CommentsErrors.CommentsClosed,
    };

    /// <summary>Holds a post's row until the transaction ends, so that what happens under one post happens in turn; false where the post is gone.</summary>
    public static async Task<bool> LockAsync(LucarneContext db, Guid postId, CancellationToken cancel)
        => await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Comments, p => p.Comments), cancel) == 1;

    /// <summary>Counts a comment in or out: on its post, and on its thread where it is an answer.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="comment">The comment.</param>
    /// <param name="by">1 or -1.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task CountAsync(LucarneContext db, Comment comment, int by, CancellationToken cancel)
    {
        await db.Posts.Where(p => p.Id == comment.PostId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Comments, p => p.Comments + by), cancel);
        if (comment.ParentId is not null)
        {
            await db.Comments.Where(c => c.Id == comment.ThreadId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Answers, c => c.Answers + by).SetProperty(c => c.Rank, c => c.Rank + by), cancel);
        }
    }

    /// <summary>Views of <paramref name="comments"/>, in its order, in a fixed number of queries.</summary>
    /// <param name="db">The database.</param>
    /// <param name="post">The post that all of them stand under.</param>
    /// <param name="comments">Comments that the viewer may see.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<CommentView>> DescribeAsync(LucarneContext db, Post post, IReadOnlyList<Comment> comments, Guid? viewerId, CancellationToken cancel)
    {
        Guid viewer = viewerId ?? Guid.Empty;
        Guid[] ids = [.. comments.Select(c => c.Id)];
        Guid[] answered = [.. comments.Where(c => c.ParentId != c.ThreadId).Select(c => c.ParentId).OfType<Guid>().Distinct()];
        Dictionary<Guid, Guid> answeredAuthors = answered.Length == 0 ? []
            : await VisibleTo(db, post, viewerId).Where(c => answered.Contains(c.Id) && c.AuthorId != null && c.HiddenAt == null).ToDictionaryAsync(c => c.Id, c => c.AuthorId!.Value, cancel);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, [.. comments.Select(c => c.AuthorId).OfType<Guid>(), .. answeredAuthors.Values], cancel);
        var likes = await db.CommentLikes.Where(l => ids.Contains(l.CommentId) && (l.AccountId == viewer || l.AccountId == post.AuthorId))
            .Select(l => new { l.CommentId, l.AccountId }).ToListAsync(cancel);
        HashSet<Guid> liked = [.. likes.Where(l => l.AccountId == viewer).Select(l => l.CommentId)];
        HashSet<Guid> likedByAuthor = [.. likes.Where(l => l.AccountId == post.AuthorId).Select(l => l.CommentId)];
        Guid? pinned = await db.CommentRules.Where(r => r.PostId == post.Id).Select(r => r.PinnedId).SingleOrDefaultAsync(cancel);

        return [.. comments.Select(c =>
        {
            bool mine = c.AuthorId is not null && c.AuthorId == viewerId;
            CommentState state = c.AuthorId is null ? CommentState.Deleted : c.HiddenAt is not null ? CommentState.Hidden : CommentState.Standing;
            bool readable = state == CommentState.Standing || (state == CommentState.Hidden && (mine || viewerId == post.AuthorId));
            return new CommentView(
                c.Id, c.PostId, c.ThreadId, c.ParentId,
                c.ParentId is Guid parent && answeredAuthors.TryGetValue(parent, out Guid to) ? authors[to] : null,
                state, readable ? authors[c.AuthorId!.Value] : null, readable ? c.Text : "", readable ? TextFacets.Find(c.Text) : [],
                c.CreatedAt, readable ? c.EditedAt : null, readable ? c.Likes : 0, c.Answers,
                liked.Contains(c.Id), readable && likedByAuthor.Contains(c.Id), readable && c.AuthorId == post.AuthorId, pinned == c.Id, mine);
        })];
    }
}
