using Lucarne.Social.Data;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>Deletes a draft with its generation and files, for good.</summary>
internal sealed class DeleteDraft(LucarneContext db, GenerationService studio, KeepFirstImages pictures)
{
    /// <summary>Null when it is gone, or <see cref="DraftsErrors.DraftNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Draft? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == accountId, cancel);
        if (draft is null)
        {
            return DraftsErrors.DraftNotFound;
        }

        Guid? picture = await db.Generations.Where(g => g.Id == draft.GenerationId).Select(g => g.FirstImageId).SingleOrDefaultAsync(cancel);

        // A refusal means that it has ended already, which is as good.
        await studio.CancelAsync(accountId, draft.GenerationId, cancel);
        if (await studio.DeleteAsync(accountId, draft.GenerationId, cancel) is not null)
        {
            return DraftsErrors.DraftNotFound;
        }

        await pictures.ReleaseAsync(picture, cancel);
        return null;
    }
}
