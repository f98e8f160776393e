using System.Text.Json.Serialization;
using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Social.Schedules;
using Lucarne.Social.Search;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>A draft, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Title">Name that its owner gave it; null for none.</param>
/// <param name="FolderId">The folder that it lies in; null for none.</param>
/// <param name="RemixOf">The post that it remixes; null for an original.</param>
/// <param name="Edit">True where it was put together from finished videos.</param>
/// <param name="Schedule">When and how it will be published, or why it was not; null unless scheduled.</param>
/// <param name="Generation">What makes it.</param>
/// <param name="Video">The finished video; null before.</param>
/// <param name="Read">True once its owner has opened the finished video.</param>
/// <param name="CreatedAt">When it was asked for.</param>
public sealed record DraftView(
    Guid Id, string? Title, Guid? FolderId, PostReference? RemixOf, bool Edit, ScheduledPostView? Schedule,
    GenerationView Generation, VideoView? Video, bool Read, DateTimeOffset CreatedAt);

/// <summary>Which drafts to list; whatever is null does not matter.</summary>
/// <param name="Query">Words in the prompt or the title.</param>
/// <param name="Status">Where its generation stands.</param>
/// <param name="Unread">True for finished videos that were not opened yet.</param>
/// <param name="Orientation">Shape of the picture.</param>
/// <param name="FolderId">Folder.</param>
internal sealed record DraftFilter(string? Query, GenerationState? Status, bool? Unread, Orientation? Orientation, Guid? FolderId)
{
    /// <summary>Most characters of a query that are looked at.</summary>
    public const int QueryMaxLength = 200;
}

/// <summary>Shape of a picture.</summary>
public enum Orientation
{
    /// <summary>Higher than wide.</summary>
    [JsonStringEnumMemberName("portrait")]
    Portrait,

    /// <summary>Wider than high.</summary>
    [JsonStringEnumMemberName("landscape")]
    Landscape,

    /// <summary>As wide as high.</summary>
    [JsonStringEnumMemberName("square")]
    Square,
}

/// <summary>Reads an account's drafts.</summary>
internal sealed class ReadDrafts(LucarneContext db, ReadGenerations generations, CursorCodec cursors, TimeProvider time, MarkNotifications notifications)
{
    /// <summary>One page, newest first.</summary>
    public async Task<Outcome<Page<DraftView>>> ListAsync(Guid accountId, DraftFilter filter, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"drafts:{accountId}:{filter}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Draft> mine = Filter(db.Drafts.AsNoTracking().Where(d => d.OwnerId == accountId), filter);
        if (page.Before is Guid before)
        {
            mine = mine.Where(d => d.Id.CompareTo(before) < 0);
        }

        mine = mine.OrderByDescending(d => d.Id);
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            List<Guid> found = await FindAsync(mine, SearchText.Words(filter.Query), page.Limit + 1, cancel);
            mine = db.Drafts.AsNoTracking().Where(d => found.Contains(d.Id)).OrderByDescending(d => d.Id);
        }

        List<Draft> rows = await mine.Take(page.Limit + 1).ToListAsync(cancel);
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
        await notifications.OfDraftsAsync(accountId, [id], cancel);
        return await FindAsync(accountId, id, cancel);
    }

    /// <summary>Views of some of the account's drafts, by id; others are left out.</summary>
    public async Task<Dictionary<Guid, DraftView>> DescribeAsync(Guid accountId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
        => (await DescribeAsync(await db.Drafts.AsNoTracking().Where(d => d.OwnerId == accountId && ids.Contains(d.Id)).ToListAsync(cancel), cancel)).ToDictionary(v => v.Id);

    /// <summary>The first drafts whose title and prompt hold every word, letter case and accents aside, as whole words or within them.</summary>
    /// <remarks>Read one by one, newest first, until there are enough: neither database folds accents, and both are asked the same.</remarks>
    private async Task<List<Guid>> FindAsync(IQueryable<Draft> drafts, List<string> words, int most, CancellationToken cancel)
    {
        List<Guid> found = [];
        if (words.Count == 0)
        {
            return found;
        }

        var texts = drafts.Select(d => new { d.Id, d.Title, Prompt = db.Generations.Where(g => g.Id == d.GenerationId).Select(g => g.Prompt).First() });
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            string said = string.Join(' ', [.. SearchText.Words(text.Title), .. SearchText.Words(text.Prompt)]);
            if (words.TrueForAll(word => said.Contains(word, StringComparison.Ordinal)))
            {
                found.Add(text.Id);
                if (found.Count == most)
                {
                    break;
                }
            }
        }

        return found;
    }

    private IQueryable<Draft> Filter(IQueryable<Draft> drafts, DraftFilter filter)
    {
        if (filter.FolderId is Guid folder)
        {
            drafts = drafts.Where(d => d.FolderId == folder);
        }

        if (filter.Status is GenerationState state)
        {
            GenerationStatus status = (GenerationStatus)state;
            drafts = drafts.Where(d => db.Generations.Any(g => g.Id == d.GenerationId && g.Status == status));
        }

        if (filter.Unread is bool unread)
        {
            drafts = drafts.Where(d => unread == (d.ReadAt == null && db.Generations.Any(g => g.Id == d.GenerationId && g.Status == GenerationStatus.Completed)));
        }

        return filter.Orientation switch
        {
            Orientation.Portrait => drafts.Where(d => db.Generations.Any(g => g.Id == d.GenerationId && g.Height > g.Width)),
            Orientation.Landscape => drafts.Where(d => db.Generations.Any(g => g.Id == d.GenerationId && g.Width > g.Height)),
            Orientation.Square => drafts.Where(d => db.Generations.Any(g => g.Id == d.GenerationId && g.Width == g.Height)),
            _ => drafts,
        };
    }

    private async Task<IReadOnlyList<DraftView>> DescribeAsync(List<Draft> drafts, CancellationToken cancel)
    {
        Guid[] ids = [.. drafts.Select(d => d.GenerationId)];
        Guid[] draftIds = [.. drafts.Select(d => d.Id)];
        List<Generation> rows = await db.Generations.AsNoTracking().Where(g => ids.Contains(g.Id))
            .Include(g => g.Artefacts.Where(a => VideoView.Files.Contains(a.Name))).ToListAsync(cancel);
        Dictionary<Guid, (Generation Row, GenerationView View)> byId = (await generations.DescribeAsync(rows, cancel))
            .Zip(rows, (view, row) => (row, view)).ToDictionary(pair => pair.row.Id);
        Dictionary<Guid, ScheduledPost> scheduled = await db.ScheduledPosts.AsNoTracking().Where(s => draftIds.Contains(s.DraftId)).ToDictionaryAsync(s => s.DraftId, cancel);
        Dictionary<Guid, PostReference> parents = await PostQueries.ReferencesAsync(
            db, [.. drafts.Select(d => d.RemixOfId).OfType<Guid>()], drafts.Count > 0 ? drafts[0].OwnerId : null, cancel);
        return [.. drafts.Select(d =>
        {
            (Generation row, GenerationView view) = byId[d.GenerationId];
            return new DraftView(
                d.Id, d.Title, d.FolderId, d.RemixOfId is Guid parent ? parents[parent] : null, row.EditJson is not null,
                scheduled.TryGetValue(d.Id, out ScheduledPost? schedule) ? ScheduledPostView.Of(schedule) : null, view, VideoView.Of(row, row.Artefacts), d.ReadAt is not null, d.CreatedAt);
        })];
    }
}
