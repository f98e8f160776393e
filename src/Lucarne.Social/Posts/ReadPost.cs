using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Reads one post; who may open it, <see cref="PostQueries.VisibleTo"/> decides.</summary>
internal sealed class ReadPost(LucarneContext db)
{
    public async Task<Outcome<PostView>> RunAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        return post is null ? PostsErrors.PostNotFound : (await PostQueries.DescribeAsync(db, [post], viewerId, cancel))[0];
    }
}
