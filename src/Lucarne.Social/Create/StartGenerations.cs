using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>Queues generations of an account: their rows and their drafts are saved in one transaction, then a worker is told.</summary>
internal sealed class StartGenerations(LucarneContext db, GenerationService studio, KeepFirstImages pictures, ReadGenerations read, IOptions<SocialOptions> options, TimeProvider time)
{
    /// <summary>Queues one generation, or several variants that differ by their seed.</summary>
    /// <param name="wanted">What to make, for which account.</param>
    /// <param name="variants">1 to <see cref="CreateGeneration.MaxVariants"/>. Variants of a given seed take the seeds after it.</param>
    /// <param name="remixOfId">The post that it starts from; null for none.</param>
    /// <param name="firstImageId">The account's picture that it starts from; null for none.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The first generation, or why there is none: then nothing was queued.</returns>
    public async Task<Outcome<GenerationView>> RunAsync(GenerationRequest wanted, int variants = 1, Guid? remixOfId = null, Guid? firstImageId = null, CancellationToken cancel = default)
    {
        Guid accountId = wanted.OwnerId;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TooManyAsync(accountId, variants, cancel) is { } full)
        {
            return full;
        }

        if (firstImageId is Guid picture)
        {
            if (!(await pictures.TakeAsync(accountId, picture, cancel)).TryGet(out FirstImage? firstImage, out Problem? gone))
            {
                return gone;
            }

            wanted = wanted with { FirstImage = firstImage };
        }

        Guid? batchId = variants > 1 ? Guid.CreateVersion7(time.GetUtcNow()) : null;
        (Generation Generation, Guid DraftId)? first = null;
        for (int i = 0; i < variants; i++)
        {
            CreateOutcome outcome = studio.Create(db, wanted with { BatchId = batchId, Seed = wanted.Seed is long seed ? (seed + i) % (CreateGeneration.MaxSeed + 1) : null });
            if (!outcome.Created)
            {
                return CreateErrors.Of(outcome.Refusal);
            }

            Generation generation = outcome.Generation;
            Draft draft = new()
            {
                Id = Guid.CreateVersion7(generation.CreatedAt),
                OwnerId = accountId,
                GenerationId = generation.Id,
                RemixOfId = remixOfId,
                CreatedAt = generation.CreatedAt,
            };
            db.Drafts.Add(draft);
            first ??= (generation, draft.Id);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        studio.Announce();
        return await read.DescribeAsync(first!.Value.Generation, first.Value.DraftId, postId: null, cancel);
    }

    /// <summary>Queues one generation that the caller adds to the context, with its draft.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="create">Adds the generation, or refuses.</param>
    /// <param name="draftOf">The draft that the generation fills.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, Func<Task<Outcome<Generation>>> create, Func<Generation, Draft> draftOf, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await TooManyAsync(accountId, 1, cancel) is { } full)
        {
            return full;
        }

        if (!(await create()).TryGet(out Generation? generation, out Problem? problem))
        {
            return problem;
        }

        Draft draft = draftOf(generation);
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        studio.Announce();
        return await read.DescribeAsync(generation, draft.Id, postId: null, cancel);
    }

    /// <summary>Why the account can't have more in the works; null where it can. Within the transaction that adds them.</summary>
    private async Task<Problem?> TooManyAsync(Guid accountId, int wanted, CancellationToken cancel)
    {
        await db.LockAccountAsync(accountId, cancel);
        int active = await db.Generations.CountAsync(
            g => g.OwnerId == accountId && (g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.InProgress), cancel);
        return active + wanted > options.Value.ActiveGenerationsPerAccount ? CreateErrors.TooMany(active, options.Value.ActiveGenerationsPerAccount) : null;
    }

    /// <summary>A seed for what names none.</summary>
    public long DrawSeed() => BitConverter.ToUInt32(Guid.CreateVersion7(time.GetUtcNow()).ToByteArray(bigEndian: true), 12);
}
