using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>A folder, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Drafts">Number of drafts in it.</param>
public sealed record DraftFolderView(Guid Id, string Name, int Drafts);

/// <summary>A folder's name.</summary>
/// <param name="Name">1 to 60 characters, unlike those of one's other folders.</param>
public sealed record DraftFolderRequest(string Name);

/// <summary>Keeps an account's folders.</summary>
internal sealed class DraftFolders(LucarneContext db, TimeProvider time)
{
    /// <summary>All folders by name.</summary>
    public async Task<IReadOnlyList<DraftFolderView>> ListAsync(Guid accountId, CancellationToken cancel)
        => await db.DraftFolders.Where(f => f.OwnerId == accountId).OrderBy(f => f.Name)
            .Select(f => new DraftFolderView(f.Id, f.Name, db.Drafts.Count(d => d.FolderId == f.Id))).ToListAsync(cancel);

    /// <summary>Makes a folder.</summary>
    public async Task<Outcome<DraftFolderView>> CreateAsync(Guid accountId, DraftFolderRequest request, CancellationToken cancel)
    {
        if (Name(request) is not { } name)
        {
            return DraftsErrors.FolderNameInvalid.For("name");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        if (await db.DraftFolders.CountAsync(f => f.OwnerId == accountId, cancel) >= DraftFolder.MaxPerAccount)
        {
            return DraftsErrors.TooManyFolders;
        }

        DateTimeOffset now = time.GetUtcNow();
        DraftFolder folder = new() { Id = Guid.CreateVersion7(now), OwnerId = accountId, Name = name, CreatedAt = now };
        db.DraftFolders.Add(folder);
        if (await TakenAsync(cancel))
        {
            return DraftsErrors.FolderNameTaken.For("name");
        }

        await transaction.CommitAsync(cancel);
        return new DraftFolderView(folder.Id, folder.Name, 0);
    }

    /// <summary>Renames a folder.</summary>
    public async Task<Outcome<DraftFolderView>> RenameAsync(Guid accountId, Guid id, DraftFolderRequest request, CancellationToken cancel)
    {
        if (Name(request) is not { } name)
        {
            return DraftsErrors.FolderNameInvalid.For("name");
        }

        DraftFolder? folder = await db.DraftFolders.SingleOrDefaultAsync(f => f.Id == id && f.OwnerId == accountId, cancel);
        if (folder is null)
        {
            return DraftsErrors.FolderNotFound;
        }

        folder.Name = name;
        return await TakenAsync(cancel)
            ? DraftsErrors.FolderNameTaken.For("name")
            : new DraftFolderView(folder.Id, folder.Name, await db.Drafts.CountAsync(d => d.FolderId == id, cancel));
    }

    /// <summary>Removes a folder; its drafts stay, outside of any.</summary>
    public async Task<Problem?> DeleteAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.DraftFolders.Where(f => f.Id == id && f.OwnerId == accountId).ExecuteDeleteAsync(cancel) == 0)
        {
            return DraftsErrors.FolderNotFound;
        }

        await db.Drafts.Where(d => d.FolderId == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.FolderId, (Guid?)null), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private static string? Name(DraftFolderRequest request) =>
        TextHygiene.CleanLine(request.Name) is { Length: > 0 and <= DraftFolder.NameMaxLength } name ? name : null;

    /// <summary>Saves; true where another folder of the account has the name already.</summary>
    private async Task<bool> TakenAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return false;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return true;
        }
    }
}
