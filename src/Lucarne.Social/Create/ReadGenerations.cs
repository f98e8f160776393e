using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>Reads an account's generations, once or as they go on.</summary>
internal sealed class ReadGenerations(LucarneContext db, GenerationService studio)
{
    /// <summary>Name of the server-sent events.</summary>
    public const string EventName = "generation";

    /// <summary>Most generations of the list; active ones are few by limit.</summary>
    private const int MaxListed = 50;

    /// <summary>The account's latest generations, newest first.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="activeOnly">True leaves out those that have ended.</param>
    /// <param name="batchId">Only the variants of this batch; null for all.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<GenerationView>> ListAsync(Guid accountId, bool activeOnly, Guid? batchId, CancellationToken cancel)
    {
        IQueryable<Generation> mine = db.Generations.AsNoTracking().Where(g => g.OwnerId == accountId);
        if (activeOnly)
        {
            mine = mine.Where(g => g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.InProgress);
        }

        if (batchId is not null)
        {
            mine = mine.Where(g => g.BatchId == batchId);
        }

        List<Generation> generations = await mine.OrderByDescending(g => g.Id).Take(MaxListed).ToListAsync(cancel);
        return await DescribeAsync(generations, cancel);
    }

    /// <summary>One generation of the account, or <see cref="CreateErrors.GenerationNotFound"/>.</summary>
    public async Task<Outcome<GenerationView>> FindAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Generation? generation = await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.OwnerId == accountId, cancel);
        return generation is null ? CreateErrors.GenerationNotFound : (await DescribeAsync([generation], cancel))[0];
    }

    /// <summary>Views of rows, with live progress.</summary>
    public async Task<IReadOnlyList<GenerationView>> DescribeAsync(IReadOnlyList<Generation> generations, CancellationToken cancel)
    {
        Guid[] ids = [.. generations.Select(g => g.Id)];
        Dictionary<Guid, Guid> drafts = await db.Drafts.Where(d => ids.Contains(d.GenerationId)).ToDictionaryAsync(d => d.GenerationId, d => d.Id, cancel);
        Dictionary<Guid, Guid> posts = await db.Posts.Where(p => ids.Contains(p.GenerationId)).ToDictionaryAsync(p => p.GenerationId, p => p.Id, cancel);
        IReadOnlyList<GenerationSnapshot> snapshots = await studio.DescribeAsync(generations, cancel);
        return [.. generations.Zip(snapshots, (generation, snapshot) => GenerationView.Of(generation, snapshot, Find(drafts, generation.Id), Find(posts, generation.Id)))];
    }

    /// <summary>The view of one row whose draft is known.</summary>
    public async Task<GenerationView> DescribeAsync(Generation generation, Guid? draftId, Guid? postId, CancellationToken cancel)
        => GenerationView.Of(generation, (await studio.DescribeAsync([generation], cancel))[0], draftId, postId);

    /// <summary>The generation at present, then at every change, until it has ended.</summary>
    /// <param name="first">From <see cref="FindAsync"/>.</param>
    /// <param name="cancel">Ends the stream.</param>
    public async IAsyncEnumerable<SseItem<GenerationView>> WatchAsync(GenerationView first, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (GenerationSnapshot snapshot in studio.WatchAsync(first.Id, cancel))
        {
            // Times and ids of an ended generation come from its row; while it runs, only the snapshot's own members change.
            GenerationView? view = snapshot.Status == GenerationStatus.InProgress && first.StartedAt is not null
                ? first.At(snapshot)
                : await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == first.Id, cancel) is { } row
                    ? first = GenerationView.Of(row, snapshot, first.DraftId, first.PostId)
                    : null;
            if (view is null)
            {
                yield break;
            }

            yield return new SseItem<GenerationView>(view, EventName);
        }
    }

    private static Guid? Find(Dictionary<Guid, Guid> ids, Guid generationId) => ids.TryGetValue(generationId, out Guid id) ? id : null;
}
