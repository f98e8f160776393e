using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>One text of a post.</summary>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Caption">Its caption; null for none.</param>
/// <param name="CaptionFacets">Mentions, links and tags of the caption.</param>
/// <param name="AltText">Its alternative text; null for none.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record PostRevisionView(string? Title, string? Caption, IReadOnlyList<TextFacet> CaptionFacets, string? AltText, DateTimeOffset WrittenAt);

/// <summary>Reads the edit history of a post, for whoever may open it.</summary>
internal sealed class ReadRevisions(LucarneContext db)
{
    /// <summary>All texts, the present one first.</summary>
    public async Task<Outcome<IReadOnlyList<PostRevisionView>>> RunAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        List<PostRevision> earlier = await db.PostRevisions.AsNoTracking().Where(r => r.PostId == id).OrderByDescending(r => r.Id).ToListAsync(cancel);
        PostRevisionView now = new(post.Title, post.Caption, TextFacets.Find(post.Caption), post.AltText, post.EditedAt ?? post.CreatedAt);
        return Outcome.Of<IReadOnlyList<PostRevisionView>>(
            [now, .. earlier.Select(r => new PostRevisionView(r.Title, r.Caption, TextFacets.Find(r.Caption), r.AltText, r.WrittenAt))]);
    }
}
