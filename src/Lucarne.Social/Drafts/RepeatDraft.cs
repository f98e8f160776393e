using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>Makes a new draft of what an earlier one was asked for: another take with another seed, or a failed one once more.</summary>
internal sealed class RepeatDraft(LucarneContext db, GenerationService studio, StartGenerations start)
{
    /// <summary>Another take: everything the same but the seed.</summary>
    public Task<Outcome<GenerationView>> RerollAsync(Guid accountId, Guid draftId, CancellationToken cancel)
        => RunAsync(accountId, draftId, source => source.EditJson is not null ? DraftsErrors.EditHasNoTakes : null, newSeed: true, cancel);

    /// <summary>The same again, for a draft that failed or was cancelled; that one stays, with its reason.</summary>
    public Task<Outcome<GenerationView>> RetryAsync(Guid accountId, Guid draftId, CancellationToken cancel)
        => RunAsync(accountId, draftId, source => source.Status is GenerationStatus.Failed or GenerationStatus.Cancelled ? null : DraftsErrors.NothingToRetry, newSeed: false, cancel);

    private async Task<Outcome<GenerationView>> RunAsync(Guid accountId, Guid draftId, Func<Generation, Problem?> check, bool newSeed, CancellationToken cancel)
    {
        Draft? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.OwnerId == accountId, cancel);
        if (draft is null)
        {
            return DraftsErrors.DraftNotFound;
        }

        Generation source = await db.Generations.AsNoTracking().SingleAsync(g => g.Id == draft.GenerationId, cancel);
        if (check(source) is { } problem)
        {
            return problem;
        }

        return await start.RunAsync(
            accountId,
            () => Task.FromResult<Outcome<Generation>>(studio.Repeat(db, source, accountId, newSeed)),
            generation => new Draft
            {
                Id = Guid.CreateVersion7(generation.CreatedAt),
                OwnerId = accountId,
                GenerationId = generation.Id,
                Title = draft.Title,
                FolderId = draft.FolderId,
                RemixOfId = draft.RemixOfId,
                CreatedAt = generation.CreatedAt,
            },
            cancel);
    }
}
