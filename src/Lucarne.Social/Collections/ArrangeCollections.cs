using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Collections;

/// <summary>Makes, changes and fills one's own collections.</summary>
internal sealed class ArrangeCollections(LucarneContext db, ReadCollections read, TimeProvider time)
{
    /// <summary>Makes a collection.</summary>
    public async Task<Outcome<CollectionView>> CreateAsync(Guid accountId, CollectionRequest request, CancellationToken cancel)
    {
        if (!Read(request).TryGet(out CollectionRequest? clean, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        if (await db.Collections.CountAsync(c => c.OwnerId == accountId, cancel) >= Collection.MaxPerAccount)
        {
            return CollectionsErrors.TooMany;
        }

        DateTimeOffset now = time.GetUtcNow();
        Collection collection = new()
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = accountId,
            Name = clean.Name,
            Description = clean.Description,
            IsPublic = clean.IsPublic,
            CreatedAt = now,
        };
        db.Collections.Add(collection);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (await read.DescribeAsync([collection], accountId, null, cancel))[0];
    }

    /// <summary>Changes a collection's words and who may open it.</summary>
    public async Task<Outcome<CollectionView>> ChangeAsync(Guid accountId, Guid id, CollectionRequest request, CancellationToken cancel)
    {
        if (!Read(request).TryGet(out CollectionRequest? clean, out Problem? problem))
        {
            return problem;
        }

        Collection? collection = await db.Collections.SingleOrDefaultAsync(c => c.Id == id && c.OwnerId == accountId, cancel);
        if (collection is null)
        {
            return CollectionsErrors.NotFound;
        }

        (collection.Name, collection.Description, collection.IsPublic) = (clean.Name, clean.Description, clean.IsPublic);
        await db.SaveChangesAsync(cancel);
        return (await read.DescribeAsync([collection], accountId, null, cancel))[0];
    }

    /// <summary>Removes a collection; its posts stay. Null, or <see cref="CollectionsErrors.NotFound"/>.</summary>
    public async Task<Problem?> DeleteAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.Collections.Where(c => c.Id == id && c.OwnerId == accountId).ExecuteDeleteAsync(cancel) == 1 ? null : CollectionsErrors.NotFound;

    /// <summary>Adds a post that the account may open, at the end; one that is in already stays where it is.</summary>
    public async Task<Problem?> AddAsync(Guid accountId, Guid id, Guid postId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        if (!await db.Collections.AnyAsync(c => c.Id == id && c.OwnerId == accountId, cancel))
        {
            return CollectionsErrors.NotFound;
        }

        if (!await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == postId, cancel))
        {
            return PostsErrors.PostNotFound;
        }

        List<(Guid PostId, int Position)> items = [.. (await db.CollectionItems.Where(i => i.CollectionId == id).Select(i => new { i.PostId, i.Position }).ToListAsync(cancel)).Select(i => (i.PostId, i.Position))];
        if (items.Exists(i => i.PostId == postId))
        {
            return null;
        }

        if (items.Count >= CollectionItem.MaxPerCollection)
        {
            return CollectionsErrors.Full;
        }

        db.CollectionItems.Add(new CollectionItem { CollectionId = id, PostId = postId, Position = items.Count == 0 ? 0 : items.Max(i => i.Position) + 1, AddedAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The same account's other request came first.
            return null;
        }

        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes a post out. Null, or <see cref="CollectionsErrors.NotFound"/>.</summary>
    public async Task<Problem?> RemoveAsync(Guid accountId, Guid id, Guid postId, CancellationToken cancel)
    {
        if (!await db.Collections.AnyAsync(c => c.Id == id && c.OwnerId == accountId, cancel))
        {
            return CollectionsErrors.NotFound;
        }

        await db.CollectionItems.Where(i => i.CollectionId == id && i.PostId == postId).ExecuteDeleteAsync(cancel);
        return null;
    }

    /// <summary>Puts the posts in another order.</summary>
    public async Task<Outcome<CollectionContent>> OrderAsync(Guid accountId, Guid id, CollectionOrderRequest request, CancellationToken cancel)
    {
        if (request.PostIds.Count > CollectionItem.MaxPerCollection)
        {
            return CollectionsErrors.Full.For("postIds");
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (!await db.Collections.AnyAsync(c => c.Id == id && c.OwnerId == accountId, cancel))
            {
                return CollectionsErrors.NotFound;
            }

            List<CollectionItem> items = await db.CollectionItems.Where(i => i.CollectionId == id).ToListAsync(cancel);
            Dictionary<Guid, int> places = [];
            foreach (Guid post in request.PostIds)
            {
                places.TryAdd(post, places.Count);
            }

            int place = 0;
            foreach (CollectionItem item in items.OrderBy(i => places.GetValueOrDefault(i.PostId, int.MaxValue)).ThenBy(i => i.Position).ThenBy(i => i.PostId))
            {
                item.Position = place++;
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await read.FindAsync(id, accountId, cancel);
    }

    private static Outcome<CollectionRequest> Read(CollectionRequest request)
    {
        string name = TextHygiene.CleanLine(request.Name);
        string description = TextHygiene.CleanParagraphs(request.Description ?? "");
        if (name.Length is < 1 or > Collection.NameMaxLength)
        {
            return CollectionsErrors.NameInvalid.For("name");
        }

        return description.Length > Collection.DescriptionMaxLength
            ? CollectionsErrors.DescriptionTooLong.For("description")
            : request with { Name = name, Description = description.Length == 0 ? null : description };
    }
}
