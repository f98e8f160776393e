using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Moderation;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>What the author of a post has set for its comments.</summary>
/// <param name="Audience">Who may comment.</param>
/// <param name="SlowSeconds">Seconds that an account waits between two comments, 0 to 3,600; 0 for none.</param>
public sealed record CommentRulesView(Audience Audience, int SlowSeconds);

/// <summary>The rules of a post, and what they mean for the viewer.</summary>
/// <param name="Audience">Who may comment.</param>
/// <param name="SlowSeconds">Seconds that an account waits between two comments; 0 for none.</param>
/// <param name="CanComment">True where the viewer may comment.</param>
/// <param name="Mine">True for the author of the post, who moderates its comments.</param>
public sealed record CommentTermsView(Audience Audience, int SlowSeconds, bool CanComment, bool Mine);

/// <summary>How the author of a post keeps order under it: hides, pins, slows down, closes. For anyone else, the comment or post does not exist here.</summary>
internal sealed class ModerateComments(LucarneContext db, TimeProvider time)
{
    /// <summary>Hides a comment from all but its author and the post's, or shows it again.</summary>
    public async Task<Outcome<CommentView>> HideAsync(Guid accountId, Guid id, bool hidden, CancellationToken cancel)
    {
        if (await FindOnOwnPostAsync(accountId, id, cancel) is not (Comment comment, _))
        {
            return CommentsErrors.CommentNotFound;
        }

        if (!hidden && await db.Cases.AnyAsync(c => c.TargetKind == ReportTargetKind.Comment && c.TargetId == id && c.DecidedAt != null && c.Decision != Decision.Dismissed, cancel))
        {
            return CommentsErrors.CommentRemoved;
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await SetHiddenAsync(comment, hidden, cancel);
            await transaction.CommitAsync(cancel);
        }

        return await DescribeAsync(accountId, id, cancel);
    }

    /// <summary>Hides a comment or shows it again, whoever decides so; in the caller's transaction.</summary>
    public async Task SetHiddenAsync(Comment comment, bool hidden, CancellationToken cancel)
    {
        Guid id = comment.Id;
        await CommentQueries.LockAsync(db, comment.PostId, cancel);
        DateTimeOffset? since = hidden ? time.GetUtcNow() : null;
        int changed = await db.Comments.Where(c => c.Id == id && c.AuthorId != null && (hidden ? c.HiddenAt == null : c.HiddenAt != null))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.HiddenAt, since), cancel);
        if (changed == 1)
        {
            await CommentQueries.CountAsync(db, comment, hidden ? -1 : 1, cancel);
            await db.CommentRules.Where(r => hidden && r.PinnedId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedId, (Guid?)null), cancel);
        }
    }

    /// <summary>Pins a comment in place of the one that was pinned, or unpins it.</summary>
    public async Task<Outcome<CommentView>> PinAsync(Guid accountId, Guid id, bool pinned, CancellationToken cancel)
    {
        if (await FindOnOwnPostAsync(accountId, id, cancel) is not (Comment comment, Post post))
        {
            return CommentsErrors.CommentNotFound;
        }

        if (pinned && comment is not { ParentId: null, HiddenAt: null })
        {
            return CommentsErrors.CommentNotPinnable;
        }

        if (pinned)
        {
            await MakeRulesAsync(post.Id, cancel);
            await db.CommentRules.Where(r => r.PostId == post.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedId, id), cancel);
        }
        else
        {
            await db.CommentRules.Where(r => r.PostId == post.Id && r.PinnedId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.PinnedId, (Guid?)null), cancel);
        }

        return await DescribeAsync(accountId, id, cancel);
    }

    /// <summary>The rules of a post that the viewer may open.</summary>
    public async Task<Outcome<CommentTermsView>> ReadRulesAsync(Guid? viewerId, Guid postId, CancellationToken cancel)
    {
        if (await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel) is not { } post)
        {
            return PostsErrors.PostNotFound;
        }

        int slowSeconds = await db.CommentRules.Where(r => r.PostId == postId).Select(r => r.SlowSeconds).SingleOrDefaultAsync(cancel);
        bool canComment = viewerId is Guid viewer && await CommentQueries.RefuseAsync(db, post, viewer, cancel) is null;
        return new CommentTermsView(post.CommentAudience, slowSeconds, canComment, post.AuthorId == viewerId);
    }

    /// <summary>Sets the rules of one's own post; <see cref="Audience.Nobody"/> closes its comments.</summary>
    public async Task<Outcome<CommentRulesView>> SetRulesAsync(Guid accountId, Guid postId, CommentRulesView rules, CancellationToken cancel)
    {
        if (rules.SlowSeconds is < 0 or > CommentRules.MaxSlowSeconds)
        {
            return CommentsErrors.SlowSecondsInvalid.For("slowSeconds");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Posts.Where(p => p.Id == postId && p.AuthorId == accountId).ExecuteUpdateAsync(set => set.SetProperty(p => p.CommentAudience, rules.Audience), cancel) == 0)
        {
            return PostsErrors.PostNotFound;
        }

        await MakeRulesAsync(postId, cancel);
        await db.CommentRules.Where(r => r.PostId == postId).ExecuteUpdateAsync(set => set.SetProperty(r => r.SlowSeconds, rules.SlowSeconds), cancel);
        await transaction.CommitAsync(cancel);
        return rules;
    }

    private async Task<(Comment Comment, Post Post)?> FindOnOwnPostAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await CommentQueries.FindAsync(db, id, accountId, cancel) is (Comment { AuthorId: not null } comment, Post post) && post.AuthorId == accountId ? (comment, post) : null;

    private async Task<Outcome<CommentView>> DescribeAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await CommentQueries.FindAsync(db, id, accountId, cancel) is (Comment comment, Post post)
            ? (await CommentQueries.DescribeAsync(db, post, [comment], accountId, cancel))[0]
            : CommentsErrors.CommentNotFound;

    private Task MakeRulesAsync(Guid postId, CancellationToken cancel)
        => db.Database.ExecuteSqlAsync($"""INSERT INTO "CommentRules" ("PostId", "SlowSeconds") VALUES ({postId}, 0) ON CONFLICT DO NOTHING""", cancel);
}
