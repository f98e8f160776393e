using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>A post, as anyone sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Author">Who published it.</param>
/// <param name="Title">One line; null for none.</param>
/// <param name="Caption">Text under the video; null for none.</param>
/// <param name="AltText">What is seen, for those who don't see it; null for none.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="Engine">Id of the engine that made it.</param>
/// <param name="Video">The video.</param>
/// <param name="Visibility">Who finds it.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="ShareUrl">Path of its page, for anyone to open.</param>
/// <param name="Mine">True for its author.</param>
public sealed record PostView(
    Guid Id, AuthorView Author, string? Title, string? Caption, string? AltText, string Prompt, string Engine,
    VideoView Video, Visibility Visibility, DateTimeOffset CreatedAt, string ShareUrl, bool Mine);

/// <summary>An account, as others see it.</summary>
/// <param name="Handle">Unique name, without the at sign.</param>
/// <param name="DisplayName">Name for people.</param>
public sealed record AuthorView(string Handle, string DisplayName);

/// <summary>Reads posts with their author and video, in two queries whatever their number.</summary>
internal static class PostQueries
{
    /// <summary>Views of <paramref name="posts"/>, in its order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="posts">Posts, ordered and limited.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<IReadOnlyList<PostView>> DescribeAsync(LucarneContext db, IReadOnlyList<Post> posts, Guid? viewerId, CancellationToken cancel)
    {
        Guid[] authorIds = [.. posts.Select(p => p.AuthorId).Distinct()];
        Guid[] generationIds = [.. posts.Select(p => p.GenerationId)];
        Dictionary<Guid, AuthorView> authors = await db.Accounts.Where(a => authorIds.Contains(a.Id))
            .Select(a => new { a.Id, View = new AuthorView(a.Handle, a.DisplayName) }).ToDictionaryAsync(a => a.Id, a => a.View, cancel);
        Dictionary<Guid, Generation> generations = await db.Generations.AsNoTracking().Where(g => generationIds.Contains(g.Id))
            .Include(g => g.Artefacts.Where(a => VideoView.Files.Contains(a.Name))).ToDictionaryAsync(g => g.Id, cancel);
        return [.. posts.Select(p => Describe(p, authors[p.AuthorId], generations[p.GenerationId], viewerId))];
    }

    private static PostView Describe(Post post, AuthorView author, Generation generation, Guid? viewerId) => new(
        post.Id, author, post.Title, post.Caption, post.AltText, generation.Prompt, generation.Engine,
        VideoView.Of(generation, generation.Artefacts) ?? throw new InvalidOperationException($"PostQueries: post {post.Id} has no completed video"),
        post.Visibility, post.CreatedAt, $"/p/{post.Id}", viewerId == post.AuthorId);
}
