using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Deletes one's own post with its video, for good. Its place in the lineage stays, without a name.</summary>
internal sealed class DeletePost(LucarneContext db, GenerationService studio)
{
    /// <summary>Null when it is gone, or <see cref="PostsErrors.PostNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == accountId, cancel);
        if (post is null || await studio.DeleteAsync(accountId, post.GenerationId, cancel) is not null)
        {
            return PostsErrors.PostNotFound;
        }

        // Of two requests at the same moment, the studio lets one delete: it alone comes here.
        await db.Posts.Where(p => p.Id == post.ParentId && p.Remixes > 0).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes - 1), cancel);
        return null;
    }
}
