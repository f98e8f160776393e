using System.Globalization;
using Lucarne.Media.Storage;
using Lucarne.Social.Comments;
using Lucarne.Social.Data;
using Lucarne.Social.Edits;
using Lucarne.Social.Exports;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Follows;
using Lucarne.Social.Messages;
using Lucarne.Social.Profiles;
using Lucarne.Social.Reactions;
using Lucarne.Social.Search;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Erasures;

/// <summary>Erases everything of an account: media, rows, what it left in others' counters. Every step can be repeated, so that a crash in the middle only delays the end.</summary>
internal sealed class EraseAccount(
    LucarneContext db, DatabasePreparation installation, GenerationService studio, MediaStore media, ExportFiles exports, DeleteComment comments,
    ErasureList list, SearchIndexer search, IOptions<SocialOptions> options, TimeProvider time)
{
    /// <summary>Erases the account of a row whose days of grace have run out, and signs the receipt.</summary>
    /// <exception cref="InvalidOperationException">Something could not be erased; nothing is signed, and the next attempt goes on.</exception>
    public async Task RunAsync(Guid erasureId, CancellationToken cancel)
    {
        Erasure erasure = await db.Erasures.AsNoTracking().SingleAsync(e => e.Id == erasureId, cancel);
        if (erasure.CountsJson is null)
        {
            string counts = (await ErasedCounts.CountAsync(db, erasure.AccountId, cancel)).Write();
            await ListAsync(erasure.AccountId, cancel);
            await db.Erasures.Where(e => e.Id == erasureId).ExecuteUpdateAsync(set => set.SetProperty(e => e.CountsJson, counts), cancel);
            erasure = await db.Erasures.AsNoTracking().SingleAsync(e => e.Id == erasureId, cancel);
        }

        await EraseAsync(erasure.AccountId, cancel);
        DateTimeOffset now = time.GetUtcNow();
        string receipt = Receipts.Sign(
            new ErasureReceipt(
                ErasureReceipt.TypeName, 1, options.Value.Name, options.Value.PublicUrl?.TrimEnd('/') ?? "", erasure.AccountId, erasure.RequestedAt, now, ErasedCounts.Read(erasure.CountsJson!),
                "Every row and every file of this account was erased from this installation. Its id stands on the list of what is erased again when a backup from before is restored. "
                    + "Files that another account made with the same bytes were kept for that account."),
            installation.SigningKey);
        await db.Erasures.Where(e => e.Id == erasureId).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.Status, ErasureStatus.Erased).SetProperty(e => e.ErasedAt, now).SetProperty(e => e.Receipt, receipt), cancel);
    }

    /// <summary>Erases all that the list names and that a restored backup has brought back.</summary>
    /// <returns>Number of accounts erased again.</returns>
    public async Task<int> ApplyListAsync(CancellationToken cancel)
    {
        int again = 0;
        await foreach (ErasureListEntry entry in list.ReadAsync().WithCancellation(cancel))
        {
            if (await db.Accounts.AnyAsync(a => a.Id == entry.AccountId, cancel) || await db.Generations.AnyAsync(g => g.OwnerId == entry.AccountId, cancel))
            {
                await EraseAsync(entry.AccountId, cancel);
                again++;
            }

            foreach (string file in entry.Media)
            {
                await DeleteUnnamedAsync(file, cancel);
            }
        }

        return again;
    }

    /// <summary>Writes the account on the backups' list, before anything of it goes.</summary>
    private async Task ListAsync(Guid accountId, CancellationToken cancel)
    {
        List<string> files = (await db.Artefacts.Where(a => db.Generations.Any(g => g.Id == a.GenerationId && g.OwnerId == accountId))
            .Select(a => new { a.Sha256, a.Extension }).Distinct().ToListAsync(cancel)).ConvertAll(a => a.Sha256 + a.Extension);
        files.AddRange(await OwnFilesAsync(accountId, cancel));
        await list.AddAsync(new ErasureListEntry(accountId, time.GetUtcNow(), files), cancel);
    }

    private async Task EraseAsync(Guid accountId, CancellationToken cancel)
    {
        foreach (Guid export in await db.Exports.Where(e => e.AccountId == accountId).Select(e => e.Id).ToListAsync(cancel))
        {
            exports.Delete(export);
        }

        await WithdrawAsync(accountId, cancel);
        foreach (Guid generation in await db.Generations.Where(g => g.OwnerId == accountId).Select(g => g.Id).ToListAsync(cancel))
        {
            // A refusal to cancel means that it has ended. Posts and drafts go with their generation.
            await studio.CancelAsync(accountId, generation, cancel);
            await studio.DeleteAsync(accountId, generation, cancel);
        }

        List<string> files = await OwnFilesAsync(accountId, cancel);
        await db.Accounts.Where(a => a.Id == accountId).ExecuteDeleteAsync(cancel);
        // The index follows within a second by itself; a receipt is signed for what is gone, not for what will be.
        await search.DrainAsync(int.MaxValue, cancel);
        foreach (string file in files)
        {
            await DeleteUnnamedAsync(file, cancel);
        }

        if (await db.Generations.AnyAsync(g => g.OwnerId == accountId, cancel))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"EraseAccount: generations of {accountId} are still there"));
        }
    }

    /// <summary>Takes back what the account left with others: comments become tombstones where they were answered, counters go down with the rows that they count.</summary>
    private async Task WithdrawAsync(Guid accountId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        await comments.EraseAllOfAsync(accountId, cancel);

        await db.Posts.Where(p => db.Reactions.Any(r => r.PostId == p.Id && r.AccountId == accountId && r.Kind == ReactionKind.Like))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Likes, p => p.Likes - 1), cancel);
        await db.Posts.Where(p => db.Reactions.Any(r => r.PostId == p.Id && r.AccountId == accountId && r.Kind == ReactionKind.Dislike))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Dislikes, p => p.Dislikes - 1), cancel);
        await db.Reactions.Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancel);

        await db.Posts.Where(p => db.Reposts.Any(r => r.PostId == p.Id && r.AccountId == accountId))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Reposts, p => p.Reposts - 1), cancel);
        await db.Reposts.Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancel);

        await Relations.ForgetAsync(db, accountId, cancel);

        // Posts go with their generation, one at a time: their parents are told here, and told once, by cutting the tie.
        await db.Posts.Where(p => db.Posts.Any(c => c.ParentId == p.Id && c.AuthorId == accountId))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes - db.Posts.Count(c => c.ParentId == p.Id && c.AuthorId == accountId)), cancel);
        await db.Posts.Where(p => p.AuthorId == accountId && p.ParentId != null).ExecuteUpdateAsync(set => set.SetProperty(p => p.ParentId, (Guid?)null), cancel);

        // What names the account without belonging to it.
        await db.ViewMarks.Where(v => v.Viewer == accountId).ExecuteDeleteAsync(cancel);
        await db.AuditEntries.Where(e => e.ActorId == accountId && e.Action == VerifiedMark.Lost).ExecuteDeleteAsync(cancel);
        await db.ShareMarks.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.FeedSteers.Where(s => s.AuthorId == accountId).ExecuteDeleteAsync(cancel);
        await LeaveRoomsAsync(accountId, cancel);
        await db.Cases.Where(c => c.DecidedById == accountId).ExecuteUpdateAsync(set => set.SetProperty(c => c.DecidedById, (Guid?)null), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes the account and its words out of the rooms: a room for two goes, and a group that nobody else takes part in; others' last message is the one that stands.</summary>
    private async Task LeaveRoomsAsync(Guid accountId, CancellationToken cancel)
    {
        IQueryable<Room> mine = db.Rooms.Where(r => db.RoomMembers.Any(m => m.RoomId == r.Id && m.AccountId == accountId));
        await mine.Where(r => r.PairKey != null || !db.RoomMembers.Any(m => m.RoomId == r.Id && m.AccountId != accountId && m.State == RoomMemberState.Member)).ExecuteDeleteAsync(cancel);
        Guid[] touched = [.. await db.Messages.Where(m => m.AuthorId == accountId || m.SubjectId == accountId).Select(m => m.RoomId).Distinct().ToListAsync(cancel)];
        await db.Messages.Where(m => m.AuthorId == accountId || m.SubjectId == accountId).ExecuteDeleteAsync(cancel);
        await db.Rooms.Where(r => touched.Contains(r.Id) && !db.Messages.Any(m => m.Id == r.LastMessageId)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.LastMessageId, r => db.Messages.Where(m => m.RoomId == r.Id).OrderByDescending(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefault()), cancel);
        await db.RoomMembers.Where(m => m.InvitedById == accountId).ExecuteUpdateAsync(set => set.SetProperty(m => m.InvitedById, (Guid?)null), cancel);
    }

    /// <summary>Names of the files that belong to the account and to no generation: pictures, those that films start from, and uploaded sounds.</summary>
    private async Task<List<string>> OwnFilesAsync(Guid accountId, CancellationToken cancel)
    {
        string?[] pictures = await db.Accounts.Where(a => a.Id == accountId).Select(a => new[] { a.Picture, a.Cover }).SingleOrDefaultAsync(cancel) ?? [];
        List<UploadedSound> sounds = await db.UploadedSounds.AsNoTracking().Where(s => s.OwnerId == accountId).ToListAsync(cancel);
        List<KeptFirstImage> firstImages = await db.FirstImages.AsNoTracking().Where(i => i.OwnerId == accountId).ToListAsync(cancel);
        return [.. pictures.OfType<string>(), .. firstImages.Select(i => i.Reference.ToString()), .. sounds.Select(s => s.Reference.ToString())];
    }

    private async Task DeleteUnnamedAsync(string file, CancellationToken cancel)
    {
        if (MediaReference.TryParse(file, out MediaReference reference)
            && !await db.Artefacts.AnyAsync(a => a.Sha256 == reference.Sha256 && a.Extension == reference.Extension, cancel)
            && !await db.UploadedSounds.AnyAsync(s => s.Sha256 == reference.Sha256, cancel)
            && !await db.FirstImages.AnyAsync(i => i.Sha256 == reference.Sha256, cancel)
            && !await db.Accounts.AnyAsync(a => a.Picture == file || a.Cover == file, cancel))
        {
            media.Delete(reference);
        }
    }
}
