using System.Collections.Concurrent;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Reads posts by prepared statements: the way of pages that are opened most. Who sees what, <see cref="PostQueries"/> has written into the statements, and each is run anew for each answer.</summary>
internal sealed class PostReads(PreparedReads reads, IDbContextFactory<LucarneContext> contexts)
{
    /// <summary>Most ids of one <see cref="ListedAsync"/>.</summary>
    public const int MostIds = 100;

    /// <summary>Most ids of one <see cref="FoundAsync"/>.</summary>
    public const int MostFound = 200;

    private const int CountStandIn = 1_000_003;
    private static readonly Guid s_viewerStandIn = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid s_postStandIn = new("00000000-0000-7000-8000-000000000002");

    /// <summary>Lengths of lists of ids for which there is a statement.</summary>
    private static readonly int[] s_lengths = [1, 10, 20, 50, MostIds, MostFound];

    private readonly ConcurrentDictionary<(Kind Kind, bool SignedIn, int Length), ReadStatement> _statements = new();

    private enum Kind
    {
        Found,
        Authors,
        Latest,
        LatestBefore,
        Listed,
        Visible,
    }

    /// <summary>The newest posts that may be shown to a viewer unasked, newest first.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="before">Posts with smaller ids only; null starts at the newest.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<List<PostRow>> LatestAsync(Guid? viewerId, Guid? before, int count, CancellationToken cancel)
    {
        Guid viewer = viewerId ?? Guid.Empty;
        List<PostRow> rows = before is Guid id
            ? await reads.ReadAsync(Statement(Kind.LatestBefore, viewerId), PostRow.Read, cancel, viewer, id, count)
            : await reads.ReadAsync(Statement(Kind.Latest, viewerId), PostRow.Read, cancel, viewer, count);
        rows.Sort(static (a, b) => b.Id.CompareTo(a.Id));
        return rows;
    }

    /// <summary>Those of some posts that may be shown to a viewer unasked (<see cref="PostQueries.ListedTo"/>), in any order.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="ids">At most <see cref="MostIds"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<List<PostRow>> ListedAsync(Guid? viewerId, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostIds);
        if (ids.Count == 0)
        {
            return [];
        }

        int length = LengthFor(ids.Count);
        return await reads.ReadAsync(Statement(Kind.Listed, viewerId, length), PostRow.Read, cancel, viewerId ?? Guid.Empty, Fill(ids, length));
    }

    /// <summary>A post that a viewer may open by its link (<see cref="PostQueries.VisibleTo"/>); null when there is none.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="id">The post.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<PostRow?> VisibleAsync(Guid? viewerId, Guid id, CancellationToken cancel)
        => (await reads.ReadAsync(Statement(Kind.Visible, viewerId), PostRow.Read, cancel, viewerId ?? Guid.Empty, id)) is [PostRow row] ? row : null;

    /// <summary>The words of those of some posts that a viewer may find by searching: listed, and by authors who want to be found.</summary>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="ids">At most <see cref="MostFound"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<List<FoundPost>> FoundAsync(Guid? viewerId, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostFound);
        if (ids.Count == 0)
        {
            return [];
        }

        int length = LengthFor(ids.Count);
        return await reads.ReadAsync(
            Statement(Kind.Found, viewerId, length),
            static row => new FoundPost(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetDouble(4)),
            cancel, viewerId ?? Guid.Empty, Fill(ids, length));
    }

    /// <summary>Accounts as others see them, by id.</summary>
    /// <param name="ids">The accounts.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Dictionary<Guid, AuthorView>> AuthorsAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        Dictionary<Guid, AuthorView> authors = [];
        foreach (Guid[] some in ids.Chunk(MostIds))
        {
            int length = LengthFor(some.Length);
            foreach ((Guid id, AuthorView author) in await reads.ReadAsync(
                Statement(Kind.Authors, null, length),
                static row => (row.GetGuid(0), AuthorQueries.View(row.GetString(1), row.GetString(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4))),
                cancel, Fill(some, length)))
            {
                authors[id] = author;
            }
        }

        return authors;
    }

    private static int LengthFor(int count) => Array.Find(s_lengths, l => l >= count);

    /// <summary>As many ids as the statement takes: the last one stands in for those that are missing.</summary>
    private static Guid[] Fill(IReadOnlyList<Guid> ids, int length) => [.. ids, .. Enumerable.Repeat(ids[^1], length - ids.Count)];

    private ReadStatement Statement(Kind kind, Guid? viewerId, int length = 0)
        => _statements.GetOrAdd((kind, viewerId is not null, length), static (key, contexts) => Make(contexts, key.Kind, key.SignedIn, key.Length), contexts);

    private static ReadStatement Make(IDbContextFactory<LucarneContext> contexts, Kind kind, bool signedIn, int length)
    {
        using LucarneContext db = contexts.CreateDbContext();
        Guid? viewer = signedIn ? s_viewerStandIn : null;
        object anyone = signedIn ? s_viewerStandIn : Guid.Empty;
        Guid post = s_postStandIn;
        int count = CountStandIn;
        Guid[] ids = [.. Enumerable.Range(0, length).Select(i => new Guid(i, 0, 0x7000, [0x90, 0, 0, 0, 0, 0, 0, 0]))];
        return kind switch
        {
            Kind.Found => ReadStatement.Of(
                PostQueries.ListedTo(db, viewer).Where(p => ids.Contains(p.Id) && (p.AuthorId == viewer || db.Accounts.Any(a => a.Id == p.AuthorId && a.Settings.Discoverable)))
                    .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new { p.Id, p.Title, p.Caption, g.Prompt })
                    .Join(db.PostStats, p => p.Id, s => s.PostId, (p, s) => new { p.Id, p.Title, p.Caption, p.Prompt, s.Quality }),
                anyone, ids),
            Kind.Authors => ReadStatement.Of(db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Handle, a.DisplayName, a.Verified, a.Picture }), ids),
            Kind.Latest => ReadStatement.Of(Rows(PostQueries.ListedTo(db, viewer).OrderByDescending(p => p.Id).Take(count)), anyone, count),
            Kind.LatestBefore => ReadStatement.Of(Rows(PostQueries.ListedTo(db, viewer).Where(p => p.Id.CompareTo(post) < 0).OrderByDescending(p => p.Id).Take(count)), anyone, post, count),
            Kind.Listed => ReadStatement.Of(Rows(PostQueries.ListedTo(db, viewer).Where(p => ids.Contains(p.Id))), anyone, ids),
            _ => ReadStatement.Of(Rows(PostQueries.VisibleTo(db, viewer).Where(p => p.Id == post)), anyone, post),
        };

        IQueryable<PostRow> Rows(IQueryable<Post> posts) => PostRow.Of(db, posts, viewer);
    }
}

/// <summary>A post that was found, with what is needed to put it in its place.</summary>
/// <param name="Id">The post.</param>
/// <param name="Title">Its title.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="Quality">How well it is received, 0 to 1.</param>
internal sealed record FoundPost(Guid Id, string? Title, string? Caption, string Prompt, double Quality);
