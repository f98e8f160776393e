using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>Posts that the viewer may find, newest first. Pages are cut by id, so posts that arrive in between shift nothing.</summary>
internal sealed class ReadLatestFeed(LucarneContext db, CursorCodec cursors)
{
    private const string List = "feed:latest";

    public async Task<Outcome<Page<PostView>>> RunAsync(Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!PageRequest.Read(cursors, List, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Post> posts = PostQueries.ListedTo(db, viewerId).AsNoTracking();
        if (page.Before is Guid before)
        {
            posts = posts.Where(p => p.Id.CompareTo(before) < 0);
        }

        List<Post> rows = await posts.OrderByDescending(p => p.Id).Take(page.Limit + 1).ToListAsync(cancel);
        IReadOnlyList<PostView> views = await PostQueries.DescribeAsync(db, [.. rows.Take(page.Limit)], viewerId, cancel);
        Dictionary<Guid, PostView> byId = views.ToDictionary(v => v.Id);
        return page.Cut(cursors, List, rows, row => row.Id, row => byId[row.Id]);
    }
}
