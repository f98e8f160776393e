using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Reads one post; public and unlisted ones are open to whoever knows the id.</summary>
internal sealed class ReadPost(LucarneContext db)
{
    public async Task<Outcome<PostView>> RunAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        return post is null ? PostsErrors.PostNotFound : (await PostQueries.DescribeAsync(db, [post], viewerId, cancel))[0];
    }
}
