using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.MediaFiles;

/// <summary>Sends stored files: those of posts to whoever may open the post, those of drafts to their owner, those of profiles to all.</summary>
internal sealed class ReadMedia(LucarneContext db, MediaStore store)
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>Sends the file with this name, <c>HASH.ext</c>.</summary>
    public async Task<Results<PhysicalFileHttpResult, ProblemResult>> RunAsync(string fileName, HttpContext http, CancellationToken cancel)
    {
        if (!MediaReference.TryParse(fileName, out MediaReference reference))
        {
            return new ProblemResult(MediaErrors.MediaNotFound);
        }

        Guid? viewerId = http.User.FindAccountId();
        Guid viewer = viewerId ?? Guid.Empty;
        IQueryable<Post> open = PostQueries.VisibleTo(db, viewerId: null);
        // Administrators have to see what they decide about.
        IQueryable<Post> visible = http.User.IsInRole(Identities.AdministratorRole)
            ? db.Posts.Where(p => PostQueries.VisibleTo(db, viewerId).Any(v => v.Id == p.Id) || db.Cases.Any(c => c.TargetId == p.Id))
            : PostQueries.VisibleTo(db, viewerId);
        // The same bytes may belong to several generations: one that the viewer may see is enough, and a published one is best.
        var found = await db.Artefacts
            .Where(a => a.Sha256 == reference.Sha256 && a.Extension == reference.Extension)
            .Join(db.Generations, a => a.GenerationId, g => g.Id, (_, generation) => new
            {
                Open = open.Any(p => p.GenerationId == generation.Id),
                Visible = generation.OwnerId == viewer || visible.Any(p => p.GenerationId == generation.Id),
            })
            .Where(f => f.Open || f.Visible)
            .OrderByDescending(f => f.Open)
            .FirstOrDefaultAsync(cancel);
        if (found is null && await IsOfProfileAsync(reference.ToString(), cancel))
        {
            found = new { Open = true, Visible = true };
        }

        if (found is null || store.Find(reference) is not { } path)
        {
            return new ProblemResult(MediaErrors.MediaNotFound);
        }

        // Files that everyone may see never change, so that caches may keep them; the rest stays between the viewer and the server.
        http.Response.GetTypedHeaders().CacheControl = found.Open
            ? new CacheControlHeaderValue { Public = true, MaxAge = OneYear, Extensions = { new NameValueHeaderValue("immutable") } }
            : new CacheControlHeaderValue { Private = true, NoCache = true };
        http.Response.Headers["Cross-Origin-Resource-Policy"] = found.Open ? "cross-origin" : "same-origin";
        return TypedResults.PhysicalFile(
            path, MediaTypes.Of(reference.Extension), entityTag: new EntityTagHeaderValue($"\"{reference.Sha256}\""), enableRangeProcessing: true);
    }

    private Task<bool> IsOfProfileAsync(string file, CancellationToken cancel)
        => db.Accounts.AnyAsync(a => (a.Picture == file || a.Cover == file) && a.ClosedAt == null && a.SuspendedAt == null, cancel);
}
