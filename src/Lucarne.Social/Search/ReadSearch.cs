using System.Buffers.Binary;
using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Feed;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Search;

/// <summary>A word that was taken for another.</summary>
/// <param name="Typed">As typed, without accents.</param>
/// <param name="Meant">What was looked for.</param>
public sealed record MendedWord(string Typed, string Meant);

/// <summary>Posts that were found.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Next">Opaque cursor of what follows; null at the end.</param>
/// <param name="Mended">Words that were taken for others.</param>
public sealed record PostsFound(IReadOnlyList<PostView> Items, string? Next, IReadOnlyList<MendedWord> Mended);

/// <summary>People who were found.</summary>
/// <param name="Items">Best first.</param>
/// <param name="Next">Opaque cursor of what follows; null at the end.</param>
/// <param name="Mended">Words that were taken for others.</param>
public sealed record PeopleFound(IReadOnlyList<FoundPerson> Items, string? Next, IReadOnlyList<MendedWord> Mended);

/// <summary>A person who was found.</summary>
/// <param name="Author">Who it is.</param>
/// <param name="Followers">Accounts that follow them.</param>
/// <param name="Followed">True where the viewer follows them.</param>
public sealed record FoundPerson(AuthorView Author, int Followers, bool Followed);

/// <summary>Tags that were found.</summary>
/// <param name="Items">The most used first.</param>
public sealed record TagsFound(IReadOnlyList<FoundTag> Items);

/// <summary>A tag.</summary>
/// <param name="Tag">Without its hash, lower case.</param>
/// <param name="Posts">Posts that carry it and that the viewer may find.</param>
public sealed record FoundTag(string Tag, int Posts);

/// <summary>Answers questions. What is found is what the viewer may find: visibility and the author's wish to be found hold at the moment of asking, whatever the index says.</summary>
internal sealed class ReadSearch(LucarneContext db, PostReads posts, WishReads wishReads, SearchIndexer indexer, CursorCodec cursors, TimeProvider time)
{
    private const int MostTags = 20;

    /// <summary>Posts that hold the words.</summary>
    public async Task<Outcome<PostsFound>> PostsAsync(string? question, PostFilter filter, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!Read(question, $"search:posts:{viewerId}:{filter.Name}:{question}", cursor, limit).TryGet(out Asked? asked, out Problem? problem))
        {
            return problem;
        }

        await indexer.DrainAsync(SearchQuery.MaxMatches, cancel);
        (SearchQuery query, List<Guid> ids) = asked.Text.StartsWith('#') ? (await SearchQuery.ReadAsync(db, "", false, cancel), await TaggedAsync(asked.Text, filter, cancel))
            : await FindAsync(asked.Text, SearchDocumentKind.Post, filter, cancel);
        ViewerWishes wishes = await wishReads.ReadAsync(viewerId, time.GetUtcNow(), cancel);
        List<FoundPost> found = await posts.FoundAsync(viewerId, ids, cancel);
        Guid[] order = [.. found
            .Where(f => !wishes.MutesWords || !wishes.Muted(SearchText.Stems($"{f.Title} {f.Caption} {f.Prompt}").ToHashSet(StringComparer.Ordinal)))
            .OrderByDescending(f => filter.Newest ? 0 : (2 * query.Fit(f.Title)) + query.Fit(f.Prompt) + (0.5 * query.Fit(f.Caption)) + f.Quality).ThenByDescending(f => f.Id)
            .Select(f => f.Id)];
        Guid[] page = [.. order.Skip(asked.Offset).Take(asked.Limit)];
        Dictionary<Guid, PostRow> rows = (await posts.ListedAsync(viewerId, page, cancel)).ToDictionary(p => p.Id);
        IReadOnlyList<PostView> views = await PostQueries.DescribeAsync(db, [.. page.Where(rows.ContainsKey).Select(id => rows[id])], viewerId, cancel);
        return new PostsFound(views, Next(asked, order.Length), Mended(query));
    }

    /// <summary>People by handle and name.</summary>
    public async Task<Outcome<PeopleFound>> PeopleAsync(string? question, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!Read(question, $"search:people:{viewerId}:{question}", cursor, limit).TryGet(out Asked? asked, out Problem? problem))
        {
            return problem;
        }

        await indexer.DrainAsync(SearchQuery.MaxMatches, cancel);
        (SearchQuery query, List<Guid> ids) = await FindAsync(asked.Text, SearchDocumentKind.Account, null, cancel);
        Guid viewer = viewerId ?? Guid.Empty;
        var found = await db.Accounts.Where(a => ids.Contains(a.Id) && a.ClosedAt == null && a.SuspendedAt == null && (a.Settings.Discoverable || a.Id == viewer)
                && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == a.Id) || (b.BlockerId == a.Id && b.BlockedId == viewer)))
            .Select(a => new
            {
                a.Id,
                a.Handle,
                a.DisplayName,
                a.Verified,
                a.Followers,
                Followed = db.Follows.Any(f => f.FollowerId == viewer && f.FolloweeId == a.Id),
            }).ToListAsync(cancel);
        string handle = asked.Text.TrimStart('@').ToLowerInvariant();
        var order = found
            .OrderByDescending(f => f.Handle == handle).ThenByDescending(f => f.Handle.StartsWith(handle, StringComparison.Ordinal))
            .ThenByDescending(f => (f.Followed ? 0.5 : 0) + (f.Verified ? 0.3 : 0) + query.Fit($"{f.Handle} {f.DisplayName}")).ThenByDescending(f => f.Followers).ThenBy(f => f.Handle, StringComparer.Ordinal)
            .ToList();
        var page = order.Skip(asked.Offset).Take(asked.Limit).ToList();
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, page.Select(p => p.Id), cancel);
        return new PeopleFound([.. page.Select(p => new FoundPerson(authors[p.Id], p.Followers, p.Followed))], Next(asked, order.Count), Mended(query));
    }

    /// <summary>Tags that begin so.</summary>
    public async Task<Outcome<TagsFound>> TagsAsync(string? question, Guid? viewerId, CancellationToken cancel)
    {
        if (!Read(question, "search:tags", null, null).TryGet(out Asked? asked, out Problem? problem))
        {
            return problem;
        }

        await indexer.DrainAsync(SearchQuery.MaxMatches, cancel);
        string start = asked.Text.TrimStart('#').Trim().ToLowerInvariant();
        if (start.Length == 0)
        {
            return new TagsFound([]);
        }

        var rows = await db.PostTags.Where(t => t.Tag.StartsWith(start))
            .Join(PostQueries.ListedTo(db, viewerId).Where(p => db.Accounts.Any(a => a.Id == p.AuthorId && a.Settings.Discoverable)), t => t.PostId, p => p.Id, (t, _) => t.Tag)
            .GroupBy(tag => tag).Select(g => new { Tag = g.Key, Posts = g.Count() })
            .OrderByDescending(t => t.Posts).ThenBy(t => t.Tag).Take(MostTags).ToListAsync(cancel);
        return new TagsFound([.. rows.Select(r => new FoundTag(r.Tag, r.Posts))]);
    }

    /// <summary>As typed first; where that finds nothing, with its typing errors mended.</summary>
    private async Task<(SearchQuery Query, List<Guid> Ids)> FindAsync(string text, SearchDocumentKind kind, PostFilter? filter, CancellationToken cancel)
    {
        SearchQuery query = await SearchQuery.ReadAsync(db, text, mend: false, cancel);
        List<Guid> ids = await MatchAsync(query);
        if (ids.Count == 0 && query.Words.Count > 0)
        {
            query = await SearchQuery.ReadAsync(db, text, mend: true, cancel);
            ids = query.Mended.Count > 0 ? await MatchAsync(query) : ids;
        }

        return (query, ids);

        Task<List<Guid>> MatchAsync(SearchQuery asked) => filter is null ? asked.FindAsync(db, kind, cancel) : asked.FindPostsAsync(db, filter, cancel);
    }

    private async Task<List<Guid>> TaggedAsync(string text, PostFilter filter, CancellationToken cancel)
    {
        string tag = text.TrimStart('#').Trim().ToLowerInvariant();
        IQueryable<PostTag> tagged = db.PostTags.Where(t => t.Tag == tag);
        if (!filter.TakesAll)
        {
            IQueryable<Post> wanted = filter.Of(db);
            tagged = tagged.Where(t => wanted.Any(p => p.Id == t.PostId));
        }

        return await tagged.OrderByDescending(t => t.CreatedAt).Take(SearchQuery.MaxMatches).Select(t => t.PostId).ToListAsync(cancel);
    }

    private Outcome<Asked> Read(string? question, string list, string? cursor, int? limit)
    {
        string text = TextHygiene.CleanLine(question ?? "");
        if (text.Length is 0 or > SearchQuery.MaxLength)
        {
            return SearchErrors.QueryInvalid.For("q");
        }

        if (limit is < 1 or > PageRequest.MaxLimit)
        {
            return HttpErrors.LimitInvalid.For("limit");
        }

        int offset = 0;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!cursors.TryReadBytes(list, cursor, sizeof(int), out byte[] bytes) || bytes.Length != sizeof(int))
            {
                return HttpErrors.CursorInvalid.For("cursor");
            }

            offset = BinaryPrimitives.ReadInt32BigEndian(bytes);
        }

        return new Asked(question!.EndsWith(' ') ? text + ' ' : text, list, offset, limit ?? PageRequest.DefaultLimit);
    }

    private string? Next(Asked asked, int count)
    {
        if (asked.Offset + asked.Limit >= count)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, asked.Offset + asked.Limit);
        return cursors.WriteBytes(asked.List, bytes);
    }

    private static MendedWord[] Mended(SearchQuery query) => [.. query.Mended.Select(m => new MendedWord(m.Key, m.Value))];

    /// <summary>A question, read.</summary>
    private sealed record Asked(string Text, string List, int Offset, int Limit);
}
