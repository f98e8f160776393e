using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>Lists of accounts, the latest first: who follows, is followed, is blocked, is muted.</summary>
internal sealed class ReadPeople(LucarneContext db, FindAccount find, CursorCodec cursors, TimeProvider time)
{
    /// <summary>Those who follow an account.</summary>
    public async Task<Outcome<Page<PersonView>>> FollowersAsync(string handle, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
        => (await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem)
            ? await ReadAsync($"followers:{id}", Standing(viewerId, db.Follows.Where(f => f.FolloweeId == id).Select(f => new Entry { Id = f.FollowerId, Time = f.CreatedAt })), viewerId, cursor, limit, cancel)
            : problem;

    /// <summary>Those whom an account follows.</summary>
    public async Task<Outcome<Page<PersonView>>> FollowingAsync(string handle, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
        => (await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem)
            ? await ReadAsync($"following:{id}", Standing(viewerId, db.Follows.Where(f => f.FollowerId == id).Select(f => new Entry { Id = f.FolloweeId, Time = f.CreatedAt })), viewerId, cursor, limit, cancel)
            : problem;

    /// <summary>Those whom an account blocks.</summary>
    public Task<Outcome<Page<PersonView>>> BlockedAsync(Guid accountId, string? cursor, int? limit, CancellationToken cancel)
        => ReadAsync($"blocks:{accountId}", db.Blocks.Where(b => b.BlockerId == accountId).Select(b => new Entry { Id = b.BlockedId, Time = b.CreatedAt }), accountId, cursor, limit, cancel);

    /// <summary>Those whom an account mutes.</summary>
    public Task<Outcome<Page<PersonView>>> MutedAsync(Guid accountId, string? cursor, int? limit, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        IQueryable<Entry> muted = db.Mutes.Where(m => m.MuterId == accountId && (m.Until == null || m.Until > now)).Select(m => new Entry { Id = m.MutedId, Time = m.CreatedAt });
        return ReadAsync($"mutes:{accountId}", muted, accountId, cursor, limit, cancel);
    }

    private IQueryable<Entry> Standing(Guid? viewerId, IQueryable<Entry> entries)
    {
        IQueryable<Account> visible = FindAccount.VisibleTo(db, viewerId);
        return entries.Where(e => visible.Any(a => a.Id == e.Id));
    }

    private async Task<Outcome<Page<PersonView>>> ReadAsync(string list, IQueryable<Entry> entries, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!TimedPageRequest.Read(cursors, list, cursor, limit).TryGet(out TimedPageRequest page, out Problem? problem))
        {
            return problem;
        }

        if (page.Before is DateTimeOffset before)
        {
            entries = entries.Where(e => e.Time < before || (e.Time == before && e.Id.CompareTo(page.BeforeId) < 0));
        }

        List<Entry> rows = await entries.OrderByDescending(e => e.Time).ThenByDescending(e => e.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, PersonView> people = await DescribeAsync([.. rows.Take(page.Limit).Select(r => r.Id)], viewerId, cancel);
        return page.Cut(cursors, list, rows, row => row.Time, row => row.Id, row => people[row.Id]);
    }

    private async Task<Dictionary<Guid, PersonView>> DescribeAsync(Guid[] ids, Guid? viewerId, CancellationToken cancel)
    {
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, ids, cancel);
        Dictionary<Guid, string?> bios = await db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Bio, cancel);
        Dictionary<Guid, RelationView> relations = viewerId is Guid viewer ? await Relations.DescribeAsync(db, viewer, ids, time.GetUtcNow(), cancel) : [];
        return ids.ToDictionary(id => id, id => new PersonView(authors[id], bios[id], relations.GetValueOrDefault(id)));
    }

    private sealed class Entry
    {
        public Guid Id { get; init; }

        public DateTimeOffset Time { get; init; }
    }
}
