using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.MediaFiles;

/// <summary>Sends stored files: those of posts to everyone, those of drafts to their owner.</summary>
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

        Guid viewer = http.User.FindAccountId() ?? Guid.Empty;
        // The same bytes may belong to several generations: one that the viewer may see is enough, and a published one is best.
        var found = await db.Artefacts
            .Where(a => a.Sha256 == reference.Sha256 && a.Extension == reference.Extension)
            .Join(db.Generations, a => a.GenerationId, g => g.Id, (_, generation) => new
            {
                Published = db.Posts.Any(p => p.GenerationId == generation.Id),
                Mine = generation.OwnerId == viewer,
            })
            .Where(f => f.Published || f.Mine)
            .OrderByDescending(f => f.Published)
            .FirstOrDefaultAsync(cancel);
        if (found is null || store.Find(reference) is not { } path)
        {
            return new ProblemResult(MediaErrors.MediaNotFound);
        }

        // Published files never change, so that caches may keep them; a draft stays between its owner and the server.
        http.Response.GetTypedHeaders().CacheControl = found.Published
            ? new CacheControlHeaderValue { Public = true, MaxAge = OneYear, Extensions = { new NameValueHeaderValue("immutable") } }
            : new CacheControlHeaderValue { Private = true, NoCache = true };
        http.Response.Headers["Cross-Origin-Resource-Policy"] = found.Published ? "cross-origin" : "same-origin";
        return TypedResults.PhysicalFile(
            path, MediaTypes.Of(reference.Extension), entityTag: new EntityTagHeaderValue($"\"{reference.Sha256}\""), enableRangeProcessing: true);
    }
}
