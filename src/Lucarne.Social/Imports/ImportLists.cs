using Lucarne.Safety.Text;
using Lucarne.Social.Collections;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Lucarne.Social.Follows;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Carries over what an account has listed: muted words, bookmarks and collections of posts that are here too; ties to accounts that are here too. Others are kept by handle.</summary>
internal sealed class ImportLists(LucarneContext db, TimeProvider time)
{
    private const int MaxKeptHandles = 10_000;

    /// <summary>Sections that speak of others' things, and stay with them.</summary>
    private static readonly string[] NotCarried =
        ["comments", "comment_likes", "messages", "reactions", "reposts", "notifications", "watches", "reports", "sessions", "passkeys", "schedules", "sounds", "post_revisions", "post_captions"];

    /// <summary>Carries the lists.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        await WordsAsync(archive, accountId, tally, cancel);
        await BookmarksAsync(archive, accountId, tally, cancel);
        await CollectionsAsync(archive, accountId, tally, cancel);
        await RelationsAsync(archive, accountId, tally, cancel);
        foreach (ExportedSection section in archive.Manifest.Sections.Where(s => NotCarried.Contains(s.Name) && s.Count > 0))
        {
            tally.Notes.Add($"{section.Name}: {section.Count} rows stay in the archive; they belong to posts, people or devices of the other installation, or are made anew here");
        }
    }

    private async Task WordsAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        const string Section = "muted_words";
        HashSet<string> words = await db.MutedWords.Where(w => w.AccountId == accountId).Select(w => w.Text).ToHashSetAsync(cancel);
        DateTimeOffset now = time.GetUtcNow();
        await foreach (MutedWordRecord record in archive.RowsAsync<MutedWordRecord>(Section, cancel))
        {
            string text = TextHygiene.Truncate(TextHygiene.CleanLine(record.Text), MutedWord.TextMaxLength);
            if (words.Contains(text))
            {
                tally.Present(Section);
            }
            else if (text.Length == 0 || words.Count >= MutedWord.MaxPerAccount)
            {
                tally.Skipped(Section);
            }
            else
            {
                words.Add(text);
                db.MutedWords.Add(new MutedWord { Id = Guid.CreateVersion7(now), AccountId = accountId, Text = text, Until = record.Until, CreatedAt = now });
                tally.Added(Section);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task BookmarksAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        const string Section = "bookmarks";
        HashSet<Guid> kept = await db.Bookmarks.Where(b => b.AccountId == accountId).Select(b => b.PostId).ToHashSetAsync(cancel);
        DateTimeOffset now = time.GetUtcNow();
        await foreach (KeptPostRecord record in archive.RowsAsync<KeptPostRecord>(Section, cancel))
        {
            if (kept.Contains(record.PostId))
            {
                tally.Present(Section);
            }
            else if (!await Posts.PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == record.PostId, cancel))
            {
                tally.Skipped(Section);
            }
            else
            {
                kept.Add(record.PostId);
                db.Bookmarks.Add(new Bookmark { AccountId = accountId, PostId = record.PostId, Id = Guid.CreateVersion7(now), CreatedAt = record.CreatedAt <= now ? record.CreatedAt : now });
                await db.SaveChangesAsync(cancel);
                tally.Added(Section);
            }
        }
    }

    private async Task CollectionsAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        const string Section = "collections";
        DateTimeOffset now = time.GetUtcNow();
        int count = await db.Collections.CountAsync(c => c.OwnerId == accountId, cancel);
        await foreach (CollectionRecord record in archive.RowsAsync<CollectionRecord>(Section, cancel))
        {
            string name = TextHygiene.Truncate(TextHygiene.CleanLine(record.Name), Collection.NameMaxLength);
            Guid[] wanted = [.. record.PostIds.Distinct().Take(CollectionItem.MaxPerCollection)];
            if (await db.Collections.AnyAsync(c => c.Id == record.Id, cancel))
            {
                tally.Present(Section);
                continue;
            }

            HashSet<Guid> here = await Posts.PostQueries.VisibleTo(db, accountId).Where(p => wanted.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancel);
            if (name.Length == 0 || count >= Collection.MaxPerAccount || !Timestamps.Plausible(record.Id, record.CreatedAt, now) || (here.Count == 0 && wanted.Length > 0))
            {
                tally.Skipped(Section);
                continue;
            }

            db.Collections.Add(new Collection
            {
                Id = record.Id,
                OwnerId = accountId,
                Name = name,
                Description = record.Description is { } description ? TextHygiene.Truncate(TextHygiene.CleanParagraphs(description), Collection.DescriptionMaxLength) : null,
                IsPublic = record.IsPublic,
                CreatedAt = record.CreatedAt,
            });
            db.CollectionItems.AddRange(wanted.Where(here.Contains).Select((post, place) => new CollectionItem { CollectionId = record.Id, PostId = post, Position = place, AddedAt = now }));
            await db.SaveChangesAsync(cancel);
            count++;
            tally.Added(Section);
        }
    }

    private async Task RelationsAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        const string Section = "relations";
        DateTimeOffset now = time.GetUtcNow();
        SortedSet<string> elsewhere = new(StringComparer.Ordinal);
        await foreach (RelationRecord record in archive.RowsAsync<RelationRecord>(Section, cancel))
        {
            // The same id is the same person: archives keep ids, and handles may belong to someone else here.
            bool here = record.AccountId != accountId && await db.Accounts.AnyAsync(a => a.Id == record.AccountId && a.ClosedAt == null && a.SuspendedAt == null, cancel);
            if (record.Kind == "followed_by")
            {
                // Whom others follow is theirs to say.
                tally.Skipped(Section);
            }
            else if (!here)
            {
                if (elsewhere.Count < MaxKeptHandles && Accounts.HandleRules.Read(record.Handle).TryGet(out string? handle, out _))
                {
                    elsewhere.Add($"{record.Kind} @{handle}");
                }

                tally.Skipped(Section);
            }
            else if (await TieAsync(record.Kind, accountId, record.AccountId, now, cancel))
            {
                tally.Added(Section);
            }
            else
            {
                tally.Present(Section);
            }
        }

        string kept = string.Join('\n', elsewhere);
        await db.Imports.Where(i => i.AccountId == accountId && i.SourceAccountId == archive.Manifest.AccountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.KeptHandles, kept), cancel);
        if (elsewhere.Count > 0)
        {
            tally.Notes.Add($"relations: {elsewhere.Count} people are not here; their handles are kept with the import, and go along in the next export");
        }
    }

    private async Task<bool> TieAsync(string kind, Guid me, Guid other, DateTimeOffset now, CancellationToken cancel)
    {
        switch (kind)
        {
            case "blocks" when !await db.Blocks.AnyAsync(b => b.BlockerId == me && b.BlockedId == other, cancel):
                db.Blocks.Add(new Block { BlockerId = me, BlockedId = other, CreatedAt = now });
                break;
            case "mutes" when !await db.Mutes.AnyAsync(m => m.MuterId == me && m.MutedId == other, cancel):
                db.Mutes.Add(new Mute { MuterId = me, MutedId = other, CreatedAt = now });
                break;
            case "follows" when !await db.Follows.AnyAsync(f => f.FollowerId == me && f.FolloweeId == other, cancel)
                && !await db.Blocks.AnyAsync(b => (b.BlockerId == me && b.BlockedId == other) || (b.BlockerId == other && b.BlockedId == me), cancel):
                await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
                {
                    db.Follows.Add(new Follow { FollowerId = me, FolloweeId = other, CreatedAt = now });
                    await db.SaveChangesAsync(cancel);
                    await db.Accounts.Where(a => a.Id == me).ExecuteUpdateAsync(set => set.SetProperty(a => a.Following, a => a.Following + 1), cancel);
                    await db.Accounts.Where(a => a.Id == other).ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers + 1), cancel);
                    await transaction.CommitAsync(cancel);
                }

                return true;
            default:
                return false;
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
