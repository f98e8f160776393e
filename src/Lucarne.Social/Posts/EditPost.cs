using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>A post's text and audiences, whole: what is absent or null is emptied.</summary>
/// <param name="Visibility">Who finds it.</param>
/// <param name="RemixAudience">Who may remix it.</param>
/// <param name="CommentAudience">Who may comment on it.</param>
/// <param name="Title">At most 100 characters; null for none.</param>
/// <param name="Caption">At most 2,000 characters; null for none. Those whom it mentions anew are notified.</param>
/// <param name="AltText">At most 1,000 characters; null for none.</param>
/// <param name="DownloadAudience">Who may download it; stays as it is when absent or null.</param>
public sealed record EditPostRequest(
    Visibility Visibility, Audience RemixAudience, Audience CommentAudience, string? Title = null, string? Caption = null, string? AltText = null, Audience? DownloadAudience = null);

/// <summary>Edits one's own post. The text that was is kept as a revision; a change of audience alone is no edit of the text.</summary>
internal sealed class EditPost(LucarneContext db, PostAnnouncer announcer, TimeProvider time)
{
    public async Task<Outcome<PostView>> RunAsync(Guid accountId, Guid id, EditPostRequest request, CancellationToken cancel)
    {
        if (!PostText.Read(request.Title, request.Caption, request.AltText).TryGet(out PostText? text, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Post? post = await db.Posts.SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == accountId, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        string? caption = post.Caption;
        if (new PostText(post.Title, post.Caption, post.AltText) != text)
        {
            await KeepRevisionAsync(post, cancel);
            (post.Title, post.Caption, post.AltText, post.EditedAt) = (text.Title, text.Caption, text.AltText, time.GetUtcNow());
        }

        (post.Visibility, post.RemixAudience, post.CommentAudience) = (request.Visibility, request.RemixAudience, request.CommentAudience);
        post.DownloadAudience = request.DownloadAudience ?? post.DownloadAudience;
        await db.SaveChangesAsync(cancel);
        await announcer.EditedAsync(post, caption, cancel);
        string prompt = await db.Generations.Where(g => g.Id == post.GenerationId).Select(g => g.Prompt).SingleAsync(cancel);
        await RecordMentions.RunAsync(db, post, prompt, cancel);
        await transaction.CommitAsync(cancel);
        await db.Entry(post).ReloadAsync(cancel);
        return (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    private async Task KeepRevisionAsync(Post post, CancellationToken cancel)
    {
        db.PostRevisions.Add(new PostRevision
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PostId = post.Id,
            Title = post.Title,
            Caption = post.Caption,
            AltText = post.AltText,
            WrittenAt = post.EditedAt ?? post.CreatedAt,
        });
        List<Guid> surplus = await db.PostRevisions.Where(r => r.PostId == post.Id).OrderByDescending(r => r.Id).Select(r => r.Id)
            .Skip(PostRevision.MaxKept - 1).ToListAsync(cancel);
        await db.PostRevisions.Where(r => surplus.Contains(r.Id)).ExecuteDeleteAsync(cancel);
    }
}
