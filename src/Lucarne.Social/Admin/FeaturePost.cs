using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Moderation;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Admin;

/// <summary>Puts posts before everyone on the explore page, and takes them back. Each change is written to the audit log.</summary>
internal sealed class FeaturePost(LucarneContext db, AuditLog audit, TimeProvider time)
{
    /// <summary>Features a post that everyone may find, or takes that back; doing it again changes nothing.</summary>
    /// <param name="administratorId">Who decides it.</param>
    /// <param name="postId">The post.</param>
    /// <param name="featured">True to feature it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The post as the administrator sees it, or <see cref="PostsErrors.PostNotFound"/>.</returns>
    public async Task<Outcome<PostView>> RunAsync(Guid administratorId, Guid postId, bool featured, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        IQueryable<Post> open = featured ? PostQueries.ListedTo(db, null).Where(p => p.Visibility == Visibility.Public) : PostQueries.VisibleTo(db, administratorId);
        if (!await open.AnyAsync(p => p.Id == postId, cancel))
        {
            return PostsErrors.PostNotFound;
        }

        DateTimeOffset? now = featured ? time.GetUtcNow() : null;
        if (await db.Posts.Where(p => p.Id == postId && p.FeaturedAt == null == featured).ExecuteUpdateAsync(set => set.SetProperty(p => p.FeaturedAt, now), cancel) > 0)
        {
            await audit.AddAsync(administratorId, featured ? "post_featured" : "post_unfeatured", $"post:{postId}", null, cancel);
            await db.SaveChangesAsync(cancel);
        }

        Post post = await db.Posts.AsNoTracking().SingleAsync(p => p.Id == postId, cancel);
        PostView view = (await PostQueries.DescribeAsync(db, [post], administratorId, cancel))[0];
        await transaction.CommitAsync(cancel);
        return view;
    }
}
