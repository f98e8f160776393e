using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>What to say under a post.</summary>
/// <param name="Text">1 to 1,000 characters, with mentions, links and tags.</param>
/// <param name="AnswerTo">The comment that it answers; null for the post itself.</param>
public sealed record WriteCommentRequest(string Text, Guid? AnswerTo = null);

/// <summary>Writes a comment and tells those whom it concerns, in one transaction.</summary>
internal sealed class WriteComment(LucarneContext db, Notifier notifier, TimeProvider time)
{
    public async Task<Outcome<CommentView>> RunAsync(Guid accountId, Guid postId, WriteCommentRequest request, CancellationToken cancel)
    {
        if (!Clean(request.Text).TryGet(out string? text, out Problem? problem))
        {
            return problem;
        }

        if (await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel) is not { } post)
        {
            return PostsErrors.PostNotFound;
        }

        if (await CommentQueries.RefuseAsync(db, post, accountId, cancel) is { } closed)
        {
            return closed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await CommentQueries.LockAsync(db, postId, cancel))
        {
            return PostsErrors.PostNotFound;
        }

        Comment? parent = request.AnswerTo is not Guid parentId ? null
            : await CommentQueries.VisibleTo(db, post, accountId).AsNoTracking().SingleOrDefaultAsync(c => c.Id == parentId && c.AuthorId != null && (c.HiddenAt == null || post.AuthorId == accountId), cancel);
        if (request.AnswerTo is not null && parent is null)
        {
            return CommentsErrors.CommentNotFound.For("answerTo");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (post.AuthorId != accountId && await WaitAsync(accountId, postId, now, cancel) is { } slowed)
        {
            return slowed;
        }

        Guid id = Guid.CreateVersion7(now);
        Comment comment = new()
        {
            Id = id,
            PostId = postId,
            AuthorId = accountId,
            ParentId = parent?.Id,
            ThreadId = parent?.ThreadId ?? id,
            Text = text,
            CreatedAt = now,
        };
        db.Comments.Add(comment);
        await CommentQueries.CountAsync(db, comment, 1, cancel);
        await TellAsync(comment, post, parent?.AuthorId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (await CommentQueries.DescribeAsync(db, post, [comment], accountId, cancel))[0];
    }

    /// <summary>The text as it is kept, or why it can't be.</summary>
    public static Outcome<string> Clean(string typed) => TextHygiene.CleanParagraphs(typed) switch
    {
        { Length: 0 } => CommentsErrors.CommentEmpty.For("text"),
        { Length: > Comment.TextMaxLength } => CommentsErrors.CommentTooLong.For("text"),
        string text => text,
    };

    /// <summary>Tells the accounts that a text mentions, those left out whom <paramref name="told"/> names, and those who can't open the post.</summary>
    internal static async Task TellMentionedAsync(LucarneContext db, Notifier notifier, Comment comment, IReadOnlyCollection<Guid> told, CancellationToken cancel)
    {
        IReadOnlyList<Guid> mentioned = await TextFacets.FindMentionedAsync(db, comment.Text, cancel);
        foreach (Guid recipient in mentioned.Except(told).Take(Notifier.MaxMentionsTold))
        {
            if (await PostQueries.VisibleTo(db, recipient).AnyAsync(p => p.Id == comment.PostId, cancel))
            {
                await notifier.AddAsync(recipient, NotificationKind.Mention, comment.AuthorId, comment.PostId, comment.Id, text: comment.Text, cancel: cancel);
            }
        }
    }

    private async Task TellAsync(Comment comment, Post post, Guid? answered, CancellationToken cancel)
    {
        List<Guid> told = [];
        if (answered is Guid parentAuthor)
        {
            await notifier.AddAsync(parentAuthor, NotificationKind.Reply, comment.AuthorId, post.Id, comment.Id, text: comment.Text, cancel: cancel);
            told.Add(parentAuthor);
        }

        if (answered != post.AuthorId)
        {
            await notifier.AddAsync(post.AuthorId, NotificationKind.Comment, comment.AuthorId, post.Id, comment.Id, text: comment.Text, cancel: cancel);
            told.Add(post.AuthorId);
        }

        await TellMentionedAsync(db, notifier, comment, told, cancel);
    }

    /// <summary>How long the account has still to wait, where the post's author has slowed comments down.</summary>
    private async Task<Problem?> WaitAsync(Guid accountId, Guid postId, DateTimeOffset now, CancellationToken cancel)
    {
        int slowSeconds = await db.CommentRules.Where(r => r.PostId == postId).Select(r => r.SlowSeconds).SingleOrDefaultAsync(cancel);
        if (slowSeconds == 0)
        {
            return null;
        }

        DateTimeOffset? last = await db.Comments.Where(c => c.AuthorId == accountId && c.PostId == postId).OrderByDescending(c => c.Id).Select(c => (DateTimeOffset?)c.CreatedAt).FirstOrDefaultAsync(cancel);
        return last is DateTimeOffset then && then.AddSeconds(slowSeconds) is DateTimeOffset free && free > now
            ? CommentsErrors.CommentsSlowed with { RetryAfterSeconds = (int)Math.Ceiling((free - now).TotalSeconds) }
            : null;
    }
}
