using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>Sends the owner the HLS stream of a generation, while it is made and after.</summary>
internal sealed class ReadLiveStream(LucarneContext db, GenerationService studio)
{
    public async Task<Results<PhysicalFileHttpResult, ProblemResult>> RunAsync(Guid accountId, Guid id, string file, HttpContext http, CancellationToken cancel)
    {
        if (!await db.Generations.AnyAsync(g => g.Id == id && g.OwnerId == accountId, cancel))
        {
            return new ProblemResult(CreateErrors.GenerationNotFound);
        }

        if (await studio.FindStreamFileAsync(id, file, cancel) is not { } found)
        {
            return new ProblemResult(CreateErrors.StreamNotFound);
        }

        // A generation that is taken up again after a crash names its segments anew, so that not even those may be kept for long.
        http.Response.Headers.CacheControl = found.IsFinal ? "private, max-age=60" : "private, no-store";
        return TypedResults.PhysicalFile(found.Path, found.ContentType, enableRangeProcessing: found.IsFinal);
    }
}
