using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>A draft, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Generation">What makes it.</param>
/// <param name="Video">The finished video; null before.</param>
/// <param name="Read">True once its owner has opened the finished video.</param>
/// <param name="CreatedAt">When it was asked for.</param>
public sealed record DraftView(Guid Id, GenerationView Generation, VideoView? Video, bool Read, DateTimeOffset CreatedAt);

/// <summary>Reads an account's drafts.</summary>
internal sealed class ReadDrafts(LucarneContext db, ReadGenerations generations, CursorCodec cursors, TimeProvider time)
{
    /// <summary>One page, newest first.</summary>
    public async Task<Outcome<Page<DraftView>>> ListAsync(Guid accountId, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"drafts:{accountId}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Draft> mine = db.Drafts.AsNoTracking().Where(d => d.OwnerId == accountId);
        if (page.Before is Guid before)
        {
            mine = mine.Where(d => d.Id.CompareTo(before) < 0);
        }

        List<Draft> rows = await mine.OrderByDescending(d => d.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, DraftView> views = (await DescribeAsync(rows, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>One draft, or <see cref="DraftsErrors.DraftNotFound"/>.</summary>
    public async Task<Outcome<DraftView>> FindAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        Draft? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.OwnerId == accountId, cancel);
        return draft is null ? DraftsErrors.DraftNotFound : (await DescribeAsync([draft], cancel))[0];
    }

    /// <summary>Notes that the owner has opened the draft.</summary>
    public async Task<Outcome<DraftView>> MarkReadAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await db.Drafts.Where(d => d.Id == id && d.OwnerId == accountId && d.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.ReadAt, now), cancel);
        return await FindAsync(accountId, id, cancel);
    }

    private async Task<IReadOnlyList<DraftView>> DescribeAsync(List<Draft> drafts, CancellationToken cancel)
    {
        Guid[] ids = [.. drafts.Select(d => d.GenerationId)];
        List<Generation> rows = await db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id))
            .Include(g => g.Artefacts.Where(a => VideoView.Files.Contains(a.Name))).ToListAsync(cancel);
        Dictionary<Guid, (GenerationView View, VideoView? Video)> byId = (await generations.DescribeAsync(rows, cancel))
            .Zip(rows, (view, row) => (view, VideoView.Of(row, row.Artefacts))).ToDictionary(pair => pair.view.Id);
        return [.. drafts.Select(d => new DraftView(d.Id, byId[d.GenerationId].View, byId[d.GenerationId].Video, d.ReadAt is not null, d.CreatedAt))];
    }
}
