using Lucarne.Social.Data;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Deletes one's own post with its video, for good. Its place in the lineage stays, without a name.</summary>
internal sealed class DeletePost(LucarneContext db, GenerationService studio, KeepFirstImages pictures)
{
    /// <summary>Null when it is gone, or <see cref="PostsErrors.PostNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == accountId, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        // The post goes with its generation, in the studio's own transaction. Its parent is told before, and told once, by cutting the tie: a crash in between leaves the
        // parent's number right, and the post to be deleted again. The lineage has its own row.
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (await db.Posts.Where(p => p.Id == id && p.ParentId != null).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, (Guid?)null), cancel) == 1)
            {
                await db.Posts.Where(p => p.Id == post.ParentId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes - 1), cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        Guid? picture = await db.Generations.Where(g => g.Id == post.GenerationId).Select(g => g.FirstImageId).SingleOrDefaultAsync(cancel);
        if (await studio.DeleteAsync(accountId, post.GenerationId, cancel) is not null)
        {
            return PostsErrors.PostNotFound;
        }

        await pictures.ReleaseAsync(picture, cancel);
        return null;
    }
}
