using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Collections;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Lucarne.Social.Feed;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Carries over what an account has listed: muted words, wishes for its feed, bookmarks and collections of posts that are here too, ties to accounts that are here too.</summary>
internal sealed class ImportLists(LucarneContext db, CarryRows carry, SteerFeed steers, TimeProvider time)
{
    private const string Relations = "relations";
    private const int MaxKeptHandles = 10_000;

    /// <summary>Carries everything of <c>muted_words</c>, <c>notification_settings</c>, <c>feed_steers</c>, <c>relations</c>, <c>bookmarks</c> and <c>collections</c>.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        await carry.RunAsync<MutedWordRecord>(archive, accountId, "muted_words", tally, record => WordAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<NotificationSettingRecord>(archive, accountId, "notification_settings", tally, record => NotificationSettingAsync(accountId, record, cancel), cancel);
        await TiesAsync(archive, accountId, tally, cancel);
        await carry.RunAsync<SteerRecord>(archive, accountId, "feed_steers", tally, record => SteerAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<KeptPostRecord>(archive, accountId, "bookmarks", tally, record => BookmarkAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<CollectionRecord>(archive, accountId, "collections", tally, record => CollectionAsync(accountId, record, cancel), cancel);
    }

    private async Task<Fate> WordAsync(Guid accountId, MutedWordRecord record, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string text = TextHygiene.Truncate(TextHygiene.CleanLine(record.Text), MutedWord.TextMaxLength);
        if (await db.MutedWords.AnyAsync(w => w.AccountId == accountId && w.Text == text, cancel))
        {
            return Fate.Present;
        }

        if (new MutedWordFilter([text]).IsEmpty || record.Until <= now || await db.MutedWords.CountAsync(w => w.AccountId == accountId, cancel) >= MutedWord.MaxPerAccount)
        {
            return Fate.Skipped;
        }

        DateTimeOffset since = Timestamps.Past(record.CreatedAt, now);
        db.MutedWords.Add(new MutedWord { Id = Guid.CreateVersion7(since), AccountId = accountId, Text = text, Until = record.Until, CreatedAt = since });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> NotificationSettingAsync(Guid accountId, NotificationSettingRecord record, CancellationToken cancel)
    {
        if (await db.NotificationSettings.AnyAsync(s => s.AccountId == accountId && s.Kind == record.Kind, cancel))
        {
            return Fate.Present;
        }

        db.NotificationSettings.Add(new NotificationSetting { AccountId = accountId, Kind = record.Kind, OnPage = record.OnPage, Push = record.Push });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> SteerAsync(Guid accountId, SteerRecord record, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset until = Timestamps.Between(record.ExpiresAt, DateTimeOffset.UnixEpoch, now + SteerFeed.LastsFor(record.Kind));
        if (until <= now)
        {
            return Fate.Skipped;
        }

        IQueryable<FeedSteer> same = db.FeedSteers.Where(s => s.AccountId == accountId && s.Kind == record.Kind && s.PostId == record.PostId && s.Words == record.Words);
        if (await same.AnyAsync(cancel))
        {
            return Fate.Present;
        }

        if (!(await steers.AddAsync(accountId, new SteerFeedRequest(record.Kind, record.PostId, record.Words), cancel)).TryGet(out SteerView? added, out Problem? problem))
        {
            return problem == PostsErrors.PostNotFound ? Fate.Kept : Fate.Skipped;
        }

        DateTimeOffset since = Timestamps.Past(record.CreatedAt, now);
        await db.FeedSteers.Where(s => s.Id == added.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.CreatedAt, since).SetProperty(s => s.ExpiresAt, until), cancel);
        return Fate.Added;
    }

    private async Task<Fate> BookmarkAsync(Guid accountId, KeptPostRecord record, CancellationToken cancel)
    {
        if (!await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == record.PostId, cancel))
        {
            return Fate.Kept;
        }

        DateTimeOffset since = Timestamps.Past(record.CreatedAt, time.GetUtcNow());
        long createdAt = since.ToUnixTimeMilliseconds();
        return await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Bookmarks" ("AccountId", "PostId", "Id", "CreatedAt") VALUES ({accountId}, {record.PostId}, {Guid.CreateVersion7(since)}, {createdAt}) ON CONFLICT DO NOTHING""", cancel) == 1
                ? Fate.Added
                : Fate.Present;
    }

    private async Task<Fate> CollectionAsync(Guid accountId, CollectionRecord record, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string name = TextHygiene.Truncate(TextHygiene.CleanLine(record.Name), Collection.NameMaxLength);
        Guid[] wanted = [.. record.PostIds.Distinct().Take(CollectionItem.MaxPerCollection)];
        HashSet<Guid> here = await PostQueries.VisibleTo(db, accountId).Where(p => wanted.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancel);
        Fate rest = here.Count < wanted.Length ? Fate.Kept : Fate.Skipped;
        Guid? owner = await db.Collections.Where(c => c.Id == record.Id).Select(c => (Guid?)c.OwnerId).SingleOrDefaultAsync(cancel);
        if (owner is null)
        {
            if (name.Length == 0 || !Timestamps.Plausible(record.Id, record.CreatedAt, now) || await db.Collections.CountAsync(c => c.OwnerId == accountId, cancel) >= Collection.MaxPerAccount)
            {
                return Fate.Skipped;
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
        }
        else if (owner != accountId)
        {
            return Fate.Skipped;
        }

        // A post that has come since the last reading takes the place that it had.
        List<CollectionItem> items = await db.CollectionItems.AsNoTracking().Where(i => i.CollectionId == record.Id).ToListAsync(cancel);
        HashSet<Guid> inside = [.. items.Select(i => i.PostId)];
        int room = CollectionItem.MaxPerCollection - items.Count;
        db.CollectionItems.AddRange(wanted.Select((post, place) => new CollectionItem { CollectionId = record.Id, PostId = post, Position = place, AddedAt = now })
            .Where(item => here.Contains(item.PostId) && !inside.Contains(item.PostId)).Take(room));
        await db.SaveChangesAsync(cancel);
        return (owner is null ? Fate.Added : Fate.Present) | rest;
    }

    /// <summary>People whom it follows, blocks and mutes, where they are here; whom others follow is theirs to say.</summary>
    private async Task TiesAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        SortedSet<string> elsewhere = new(StringComparer.Ordinal);
        int byHandle = 0;
        await carry.RunAsync<RelationRecord>(archive, accountId, Relations, tally, async record =>
        {
            string? handle = HandleRules.Read(record.Handle).TryGet(out string? read, out _) ? read : null;
            IQueryable<Account> standing = db.Accounts.Where(a => a.Id != accountId && a.ClosedAt == null && a.SuspendedAt == null);
            // The same id is the same person. The same handle may be someone else, whom one may well follow, but not block or mute unseen.
            Guid? other = await standing.Where(a => a.Id == record.AccountId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
            if (other is null && record.Kind == "follows" && handle is not null)
            {
                other = await standing.Where(a => a.Handle == handle).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
                byHandle += other is null ? 0 : 1;
            }

            if (other is not Guid here)
            {
                if (record.Kind != "followed_by" && handle is not null && elsewhere.Count < MaxKeptHandles)
                {
                    elsewhere.Add($"{record.Kind} @{handle}");
                }

                return Fate.Kept;
            }

            return await TieAsync(record.Kind, accountId, here, Timestamps.Past(record.CreatedAt, time.GetUtcNow()), cancel);
        }, cancel);

        string kept = string.Join('\n', elsewhere);
        await db.Imports.Where(i => i.AccountId == accountId && i.SourceAccountId == archive.Manifest.AccountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.KeptHandles, kept), cancel);
        if (elsewhere.Count > 0)
        {
            tally.Note($"{Relations}: {elsewhere.Count} people are not here; the ties to them are kept with the import, and go along in the next export");
        }

        if (byHandle > 0)
        {
            tally.Note($"{Relations}: {byHandle} people are followed who have the same handle here; look whether they are the same people");
        }
    }

    private async Task<Fate> TieAsync(string kind, Guid me, Guid other, DateTimeOffset since, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Follows.Relations.LockAsync(db, me, other, cancel);
        switch (kind)
        {
            case "blocks":
                if (await db.Blocks.AnyAsync(b => b.BlockerId == me && b.BlockedId == other, cancel))
                {
                    return Fate.Present;
                }

                db.Blocks.Add(new Block { BlockerId = me, BlockedId = other, CreatedAt = since });
                await Follows.Relations.UnfollowAsync(db, me, other, cancel);
                await Follows.Relations.UnfollowAsync(db, other, me, cancel);
                break;
            case "mutes":
                if (await db.Mutes.AnyAsync(m => m.MuterId == me && m.MutedId == other, cancel))
                {
                    return Fate.Present;
                }

                db.Mutes.Add(new Mute { MuterId = me, MutedId = other, CreatedAt = since });
                break;
            case "follows":
                if (await db.Follows.AnyAsync(f => f.FollowerId == me && f.FolloweeId == other, cancel))
                {
                    return Fate.Present;
                }

                if (await db.Blocks.AnyAsync(b => (b.BlockerId == me && b.BlockedId == other) || (b.BlockerId == other && b.BlockedId == me), cancel)
                    || await db.Accounts.Where(a => a.Id == me && a.Following < FollowAccount.MaxFollowing).ExecuteUpdateAsync(set => set.SetProperty(a => a.Following, a => a.Following + 1), cancel) == 0)
                {
                    return Fate.Kept;
                }

                db.Follows.Add(new Follow { FollowerId = me, FolloweeId = other, CreatedAt = since });
                await db.Accounts.Where(a => a.Id == other).ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers + 1), cancel);
                break;
            case "followed_by":
                return await db.Follows.AnyAsync(f => f.FollowerId == other && f.FolloweeId == me, cancel) ? Fate.Present : Fate.Kept;
            default:
                return Fate.Skipped;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Fate.Added;
    }
}
