using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>The post that a remix starts from.</summary>
internal static class RemixSource
{
    /// <summary>What made the post, where the account may remix it; else <see cref="PostsErrors.PostNotFound"/> or <see cref="PostsErrors.RemixNotAllowed"/>.</summary>
    public static async Task<Outcome<Generation>> FindAsync(LucarneContext db, Guid accountId, Guid postId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId && p.RemovedAt == null, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        bool allowed = post.AuthorId == accountId || post.RemixAudience == Audience.Everyone
            || (post.RemixAudience == Audience.Followers && await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == post.AuthorId, cancel));
        return allowed ? await db.Generations.AsNoTracking().SingleAsync(g => g.Id == post.GenerationId, cancel) : PostsErrors.RemixNotAllowed;
    }

    /// <summary>A request with whatever it leaves open taken from the film that it remixes. An edit has neither engine nor seed to take.</summary>
    public static CreateGenerationRequest Fill(CreateGenerationRequest request, Generation source) => request with
    {
        Size = request.Size ?? new VideoSize(source.Width, source.Height).ToString(),
        Fps = request.Fps ?? source.Fps,
        Seconds = request.Seconds ?? source.Format.Seconds,
        Style = request.Style ?? source.Style,
        Seed = request.Seed ?? (source.EditJson is null ? source.Seed : null),
        Engine = request.Engine ?? (source.Engine == EditDocument.EngineId ? null : source.Engine),
    };
}
