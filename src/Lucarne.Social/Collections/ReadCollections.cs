using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Collections;

/// <summary>Reads collections: all of one's own, and the public ones of others.</summary>
internal sealed class ReadCollections(LucarneContext db)
{
    private const int Covers = 4;

    /// <summary>One's own collections, newest first; told about a post, each says whether it holds it.</summary>
    public async Task<IReadOnlyList<CollectionView>> MineAsync(Guid accountId, Guid? postId, CancellationToken cancel)
        => await DescribeAsync(
            await db.Collections.AsNoTracking().Where(c => c.OwnerId == accountId).OrderByDescending(c => c.Id).Take(Collection.MaxPerAccount).ToListAsync(cancel), accountId, postId, cancel);

    /// <summary>The public collections of an account, newest first; empty for a handle of nobody, and between those who block each other.</summary>
    public async Task<IReadOnlyList<CollectionView>> PublicOfAsync(string handle, Guid? viewerId, CancellationToken cancel)
    {
        string name = handle.ToLowerInvariant();
        return await DescribeAsync(
            await OpenTo(viewerId).AsNoTracking().Where(c => c.IsPublic && db.Accounts.Any(a => a.Id == c.OwnerId && a.Handle == name))
                .OrderByDescending(c => c.Id).Take(Collection.MaxPerAccount).ToListAsync(cancel),
            viewerId, null, cancel);
    }

    /// <summary>One collection with its posts, or <see cref="CollectionsErrors.NotFound"/>.</summary>
    public async Task<Outcome<CollectionContent>> FindAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Collection? collection = await OpenTo(viewerId).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (collection is null)
        {
            return CollectionsErrors.NotFound;
        }

        List<Post> posts = await db.CollectionItems.Where(i => i.CollectionId == id)
            .Join(PostQueries.VisibleTo(db, viewerId), i => i.PostId, p => p.Id, (i, p) => new { i.Position, Post = p })
            .OrderBy(row => row.Position).ThenBy(row => row.Post.Id).Select(row => row.Post).AsNoTracking().ToListAsync(cancel);
        return new CollectionContent(
            (await DescribeAsync([collection], viewerId, null, cancel))[0], await PostQueries.DescribeAsync(db, posts, viewerId, cancel));
    }

    /// <summary>Views of collections that the viewer may open.</summary>
    public async Task<IReadOnlyList<CollectionView>> DescribeAsync(IReadOnlyList<Collection> collections, Guid? viewerId, Guid? postId, CancellationToken cancel)
    {
        Guid[] ids = [.. collections.Select(c => c.Id)];
        Dictionary<Guid, AuthorView> owners = await AuthorQueries.DescribeAsync(db, collections.Select(c => c.OwnerId), cancel);
        var items = await db.CollectionItems.Where(i => ids.Contains(i.CollectionId))
            .Join(PostQueries.VisibleTo(db, viewerId), i => i.PostId, p => p.Id, (i, p) => new { i.CollectionId, i.Position, p.Id, p.GenerationId }).ToListAsync(cancel);
        var byCollection = items.GroupBy(i => i.CollectionId).ToDictionary(g => g.Key, g => g.OrderBy(i => i.Position).ThenBy(i => i.Id).ToList());
        Guid[] covered = [.. byCollection.Values.SelectMany(list => list.Take(Covers)).Select(i => i.GenerationId).Distinct()];
        Dictionary<Guid, string> thumbnails = await db.Artefacts.Where(a => covered.Contains(a.GenerationId) && a.Name == Artefact.Thumbnail)
            .ToDictionaryAsync(a => a.GenerationId, a => $"/media/{a.Sha256}{a.Extension}", cancel);
        HashSet<Guid> holding = postId is null ? []
            : await db.CollectionItems.Where(i => i.PostId == postId && ids.Contains(i.CollectionId)).Select(i => i.CollectionId).ToHashSetAsync(cancel);
        return [.. collections.Select(c =>
        {
            var held = byCollection.GetValueOrDefault(c.Id) ?? [];
            return new CollectionView(
                c.Id, owners[c.OwnerId], c.Name, c.Description, c.IsPublic, held.Count, [.. held.Take(Covers).Select(i => thumbnails[i.GenerationId])],
                c.OwnerId == viewerId, postId is null ? null : holding.Contains(c.Id), c.CreatedAt);
        })];
    }

    private IQueryable<Collection> OpenTo(Guid? viewerId)
    {
        Guid viewer = viewerId ?? Guid.Empty;
        return db.Collections.Where(c => c.OwnerId == viewer
            || (c.IsPublic && db.Accounts.Any(a => a.Id == c.OwnerId && a.ClosedAt == null && a.SuspendedAt == null)
                && !db.Blocks.Any(b => (b.BlockerId == viewer && b.BlockedId == c.OwnerId) || (b.BlockerId == c.OwnerId && b.BlockedId == viewer))));
    }
}
