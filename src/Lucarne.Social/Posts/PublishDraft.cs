using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Social.Lineage;
using Lucarne.Social.Profiles;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>How to publish a draft.</summary>
/// <param name="Title">At most 100 characters.</param>
/// <param name="Caption">At most 2,000 characters. Those whom it mentions are notified.</param>
/// <param name="AltText">What is seen, for those who don't see it; at most 1,000 characters.</param>
/// <param name="Visibility">Who finds it; <c>public</c> when absent.</param>
/// <param name="RemixAudience">Who may remix it; <c>everyone</c> when absent.</param>
/// <param name="CommentAudience">Who may comment on it; <c>everyone</c> when absent.</param>
/// <param name="DownloadAudience">Who may download it; <c>everyone</c> when absent.</param>
public sealed record PublishDraftRequest(
    string? Title = null, string? Caption = null, string? AltText = null, Visibility Visibility = Visibility.Public,
    Audience RemixAudience = Audience.Everyone, Audience CommentAudience = Audience.Everyone, Audience DownloadAudience = Audience.Everyone);

/// <summary>Turns a finished draft into a post, in one transaction.</summary>
internal sealed class PublishDraft(LucarneContext db, PostAnnouncer announcer, TimeProvider time)
{
    /// <summary>Publishes.</summary>
    /// <param name="accountId">Whose draft it is.</param>
    /// <param name="draftId">The draft.</param>
    /// <param name="request">How.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="alongside">Adds rows of the caller's to the same transaction, once the post's own are saved.</param>
    public async Task<Outcome<PostView>> RunAsync(
        Guid accountId, Guid draftId, PublishDraftRequest request, CancellationToken cancel, Func<Post, Task>? alongside = null)
    {
        if (!PostText.Read(request.Title, request.Caption, request.AltText).TryGet(out PostText? text, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Draft? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.OwnerId == accountId, cancel);
        if (draft is null)
        {
            return await db.Posts.AnyAsync(p => p.DraftId == draftId && p.AuthorId == accountId, cancel)
                ? DraftsErrors.DraftAlreadyPublished
                : DraftsErrors.DraftNotFound;
        }

        if (!await db.Generations.AnyAsync(g => g.Id == draft.GenerationId && g.Status == GenerationStatus.Completed, cancel))
        {
            return DraftsErrors.DraftNotFinished;
        }

        // Of two requests at the same moment, the one that deletes the row publishes.
        if (await db.Drafts.Where(d => d.Id == draftId).ExecuteDeleteAsync(cancel) == 0)
        {
            return DraftsErrors.DraftAlreadyPublished;
        }

        DateTimeOffset now = time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        Post post = new()
        {
            Id = id,
            AuthorId = accountId,
            DraftId = draft.Id,
            GenerationId = draft.GenerationId,
            Title = text.Title,
            Caption = text.Caption,
            AltText = text.AltText,
            Visibility = request.Visibility,
            RemixAudience = request.RemixAudience,
            CommentAudience = request.CommentAudience,
            DownloadAudience = request.DownloadAudience,
            ParentId = draft.RemixOfId,
            RootId = draft.RemixOfId is Guid parent ? await FindRootAsync(parent, cancel) : id,
            CreatedAt = now,
        };
        db.Posts.Add(post);
        db.Lineage.Add(new LineageEntry { PostId = id, ParentId = post.ParentId, RootId = post.RootId, PublishedAt = now });
        await db.SaveChangesAsync(cancel);
        if (post.ParentId is Guid parentId)
        {
            await db.Posts.Where(p => p.Id == parentId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1), cancel);
        }

        await announcer.PublishedAsync(post, cancel);
        await (alongside?.Invoke(post) ?? Task.CompletedTask);
        await db.SaveChangesAsync(cancel);
        string prompt = await db.Generations.Where(g => g.Id == post.GenerationId).Select(g => g.Prompt).SingleAsync(cancel);
        await RecordMentions.RunAsync(db, post, prompt, cancel);
        await transaction.CommitAsync(cancel);
        return (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>The root of a remix; the parent itself when nothing is known of it.</summary>
    private async Task<Guid> FindRootAsync(Guid parentId, CancellationToken cancel)
        => await db.Lineage.Where(l => l.PostId == parentId).Select(l => (Guid?)l.RootId).SingleOrDefaultAsync(cancel) ?? parentId;
}
