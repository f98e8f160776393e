using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>How to publish a draft.</summary>
/// <param name="Title">At most 100 characters.</param>
/// <param name="Caption">At most 2,000 characters.</param>
/// <param name="AltText">What is seen, for those who don't see it; at most 1,000 characters.</param>
/// <param name="Visibility">Who finds it; <c>public</c> when absent.</param>
public sealed record PublishDraftRequest(string? Title = null, string? Caption = null, string? AltText = null, Visibility Visibility = Visibility.Public);

/// <summary>Turns a finished draft into a post, in one transaction.</summary>
internal sealed class PublishDraft(LucarneContext db, TimeProvider time)
{
    public async Task<Outcome<PostView>> RunAsync(Guid accountId, Guid draftId, PublishDraftRequest request, CancellationToken cancel)
    {
        string? title = Clean(request.Title, TextHygiene.CleanLine);
        string? caption = Clean(request.Caption, TextHygiene.CleanParagraphs);
        string? altText = Clean(request.AltText, TextHygiene.CleanParagraphs);
        if (title?.Length > Post.TitleMaxLength)
        {
            return PostsErrors.TitleTooLong.For("title");
        }

        if (caption?.Length > Post.CaptionMaxLength)
        {
            return PostsErrors.CaptionTooLong.For("caption");
        }

        if (altText?.Length > Post.AltTextMaxLength)
        {
            return PostsErrors.AltTextTooLong.For("altText");
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
            Title = title,
            Caption = caption,
            AltText = altText,
            Visibility = request.Visibility,
            ParentId = draft.RemixOfId,
            RootId = draft.RemixOfId is Guid parent ? await FindRootAsync(parent, cancel) : id,
            CreatedAt = now,
        };
        db.Posts.Add(post);
        if (post.ParentId is Guid parentId)
        {
            await db.Posts.Where(p => p.Id == parentId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1), cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>The root of a remix; the parent itself when that is gone.</summary>
    private async Task<Guid> FindRootAsync(Guid parentId, CancellationToken cancel)
        => await db.Posts.Where(p => p.Id == parentId).Select(p => (Guid?)p.RootId).SingleOrDefaultAsync(cancel) ?? parentId;

    private static string? Clean(string? typed, Func<string, string> clean)
        => typed is null || clean(typed) is not { Length: > 0 } text ? null : text;
}
