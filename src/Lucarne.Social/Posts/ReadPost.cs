using Lucarne.Social.Data;
using Lucarne.Social.Http;

namespace Lucarne.Social.Posts;

/// <summary>Reads one post; who may open it, <see cref="PostQueries.VisibleTo"/> decides.</summary>
internal sealed class ReadPost(LucarneContext db, PostReads posts)
{
    public async Task<Outcome<PostView>> RunAsync(Guid id, Guid? viewerId, CancellationToken cancel)
        => await posts.VisibleAsync(viewerId, id, cancel) is { } row
            ? (await PostQueries.DescribeAsync(db, [row], viewerId, cancel))[0]
            : PostsErrors.PostNotFound;
}
