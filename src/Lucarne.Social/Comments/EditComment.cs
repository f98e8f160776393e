using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>A comment's new text.</summary>
/// <param name="Text">1 to 1,000 characters, with mentions, links and tags.</param>
public sealed record EditCommentRequest(string Text);

/// <summary>Changes one's own comment. What it said before stays readable beside it; accounts that are newly mentioned are told.</summary>
internal sealed class EditComment(LucarneContext db, Notifier notifier, TimeProvider time)
{
    public async Task<Outcome<CommentView>> RunAsync(Guid accountId, Guid id, EditCommentRequest request, CancellationToken cancel)
    {
        if (!WriteComment.Clean(request.Text).TryGet(out string? text, out Problem? problem))
        {
            return problem;
        }

        if (await CommentQueries.FindAsync(db, id, accountId, cancel) is not (Comment seen, Post post) || seen.AuthorId != accountId)
        {
            return CommentsErrors.CommentNotFound;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Comment? comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == accountId, cancel);
        if (comment is null)
        {
            return CommentsErrors.CommentNotFound;
        }

        if (comment.Text != text)
        {
            DateTimeOffset now = time.GetUtcNow();
            Guid[] told = [.. await TextFacets.FindMentionedAsync(db, comment.Text, cancel)];
            Guid[] old = await db.CommentEdits.Where(e => e.CommentId == id).OrderByDescending(e => e.Id).Skip(CommentEdit.MaxKept - 1).Select(e => e.Id).ToArrayAsync(cancel);
            await db.CommentEdits.Where(e => old.Contains(e.Id)).ExecuteDeleteAsync(cancel);
            db.CommentEdits.Add(new CommentEdit { Id = Guid.CreateVersion7(now), CommentId = id, Text = comment.Text, CreatedAt = now });
            (comment.Text, comment.EditedAt) = (text, now);
            if (comment.HiddenAt is null)
            {
                await WriteComment.TellMentionedAsync(db, notifier, comment, told, cancel);
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return (await CommentQueries.DescribeAsync(db, post, [comment], accountId, cancel))[0];
    }
}
