using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Lineage;

/// <summary>A post's family: where it comes from, and what was made of it.</summary>
/// <param name="Ancestors">From the original to the parent; empty for an original. All are there, those that are gone or hidden without a name.</param>
/// <param name="Nodes">The whole family, oldest first: up to 500 films, parents before their remixes.</param>
/// <param name="Truncated">True where the family is larger than that.</param>
public sealed record RemixFamily(IReadOnlyList<RemixNode> Ancestors, IReadOnlyList<RemixNode> Nodes, bool Truncated);

/// <summary>One film of a family.</summary>
/// <param name="Id">The post.</param>
/// <param name="ParentId">The post that it was remixed from; null for an original.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Film">What the viewer may see of it; null where it is deleted, or hidden from them.</param>
public sealed record RemixNode(Guid Id, Guid? ParentId, DateTimeOffset PublishedAt, RemixFilm? Film);

/// <summary>A film of a family that the viewer may open.</summary>
/// <param name="Author">Who published it.</param>
/// <param name="Title">Its title; null for none.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="ThumbnailUrl">One good frame, WebP.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FirstImage">True where it starts from a picture that its author gave.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Remixes">Published remixes made directly from it.</param>
public sealed record RemixFilm(AuthorView Author, string? Title, string Prompt, string ThumbnailUrl, int Width, int Height, bool FirstImage, int Likes, int Remixes);

/// <summary>Reads the lineage of a post.</summary>
internal sealed class ReadRemixes(LucarneContext db, CursorCodec cursors)
{
    /// <summary>Most films of a family that are told.</summary>
    public const int MaxNodes = 500;

    /// <summary>The family of a post that the viewer may open, or <see cref="PostsErrors.PostNotFound"/>.</summary>
    public async Task<Outcome<RemixFamily>> FamilyAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        List<LineageEntry> family = await db.Lineage.AsNoTracking().Where(l => l.RootId == post.RootId).OrderBy(l => l.PostId).Take(MaxNodes + 1).ToListAsync(cancel);
        bool truncated = family.Count > MaxNodes;
        Dictionary<Guid, LineageEntry> byId = family.Take(MaxNodes).ToDictionary(l => l.PostId);
        await AddAncestorsAsync(byId, post.Id, cancel);
        Dictionary<Guid, RemixFilm> films = await FilmsAsync([.. byId.Keys], viewerId, cancel);
        List<RemixNode> nodes = [.. byId.Values.OrderBy(l => l.PostId).Select(l => Node(l, films))];
        List<RemixNode> ancestors = [];
        for (Guid? at = post.ParentId; at is Guid parent && ancestors.Count < MaxNodes; at = byId.GetValueOrDefault(parent)?.ParentId)
        {
            ancestors.Insert(0, byId.TryGetValue(parent, out LineageEntry? entry) ? Node(entry, films) : new RemixNode(parent, null, post.CreatedAt, null));
        }

        // What nobody can open any more, and nobody made anything of, is of no use to the reader.
        HashSet<Guid> parents = [.. nodes.Select(n => n.ParentId).OfType<Guid>()];
        nodes.RemoveAll(n => n.Film is null && !parents.Contains(n.Id));
        return new RemixFamily(ancestors, nodes, truncated);
    }

    /// <summary>Remixes made directly from a post that the viewer may find, newest first.</summary>
    public async Task<Outcome<Page<PostView>>> ChildrenAsync(Guid id, Guid? viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"remixes:{id}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        if (!await PostQueries.VisibleTo(db, viewerId).AnyAsync(p => p.Id == id, cancel))
        {
            return PostsErrors.PostNotFound;
        }

        IQueryable<Post> children = PostQueries.ListedTo(db, viewerId).AsNoTracking().Where(p => p.ParentId == id);
        if (page.Before is Guid before)
        {
            children = children.Where(p => p.Id.CompareTo(before) < 0);
        }

        List<Post> rows = await children.OrderByDescending(p => p.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, [.. rows.Take(page.Limit)], viewerId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>In a family too large to be told whole, the line from the post to the original is there all the same.</summary>
    private async Task AddAncestorsAsync(Dictionary<Guid, LineageEntry> byId, Guid id, CancellationToken cancel)
    {
        Guid? at = id;
        for (int depth = 0; at is Guid next && depth < MaxNodes; depth++)
        {
            if (!byId.TryGetValue(next, out LineageEntry? entry))
            {
                entry = await db.Lineage.AsNoTracking().SingleOrDefaultAsync(l => l.PostId == next, cancel);
                if (entry is null)
                {
                    return;
                }

                byId.Add(next, entry);
            }

            at = entry.ParentId;
        }
    }

    private async Task<Dictionary<Guid, RemixFilm>> FilmsAsync(Guid[] ids, Guid? viewerId, CancellationToken cancel)
    {
        var posts = await PostQueries.VisibleTo(db, viewerId).Where(p => ids.Contains(p.Id))
            .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new
            {
                p.Id,
                p.AuthorId,
                p.Title,
                g.Prompt,
                g.Width,
                g.Height,
                FirstImage = g.FirstImageId != null,
                p.Likes,
                p.Remixes,
                Thumbnail = db.Artefacts.Where(a => a.GenerationId == g.Id && a.Name == Artefact.Thumbnail).Select(a => new { a.Sha256, a.Extension }).First(),
            }).ToListAsync(cancel);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, posts.Select(p => p.AuthorId), cancel);
        return posts.ToDictionary(
            p => p.Id,
            p => new RemixFilm(authors[p.AuthorId], p.Title, p.Prompt, $"/media/{p.Thumbnail.Sha256}{p.Thumbnail.Extension}", p.Width, p.Height, p.FirstImage, p.Likes, p.Remixes));
    }

    private static RemixNode Node(LineageEntry entry, Dictionary<Guid, RemixFilm> films)
        => new(entry.PostId, entry.ParentId, entry.PublishedAt, films.GetValueOrDefault(entry.PostId));
}
