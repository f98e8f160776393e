using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Deletes one's own post with its video, for good.</summary>
internal sealed class DeletePost(LucarneContext db, GenerationService studio)
{
    /// <summary>Null when it is gone, or <see cref="PostsErrors.PostNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.AuthorId == accountId, cancel);
        return post is not null && await studio.DeleteAsync(accountId, post.GenerationId, cancel) is null ? null : PostsErrors.PostNotFound;
    }
}
