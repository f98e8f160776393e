using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>How the viewer and an account stand to each other. Two that follow each other are mutuals.</summary>
/// <param name="Following">The viewer follows it.</param>
/// <param name="FollowsYou">It follows the viewer.</param>
/// <param name="Blocked">The viewer blocks it. Whether it blocks the viewer is not told: it is then not found.</param>
/// <param name="Muted">The viewer mutes it.</param>
/// <param name="MutedUntil">When the mute ends by itself; null for never.</param>
public sealed record RelationView(bool Following, bool FollowsYou, bool Blocked, bool Muted, DateTimeOffset? MutedUntil);

/// <summary>An account in a list of accounts.</summary>
/// <param name="Author">Who it is.</param>
/// <param name="Bio">What it says of itself; null for nothing.</param>
/// <param name="Relation">How the viewer stands to it; null when signed out, and for oneself.</param>
public sealed record PersonView(AuthorView Author, string? Bio, RelationView? Relation);

/// <summary>Reads how accounts stand to each other.</summary>
internal static class Relations
{
    /// <summary>How a viewer stands to each of some accounts, in a fixed number of queries.</summary>
    /// <param name="db">The database.</param>
    /// <param name="viewerId">Who looks.</param>
    /// <param name="accountIds">The accounts; the viewer's own is left out of the answer.</param>
    /// <param name="now">Mutes that have ended by then do not count.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Dictionary<Guid, RelationView>> DescribeAsync(LucarneContext db, Guid viewerId, IEnumerable<Guid> accountIds, DateTimeOffset now, CancellationToken cancel)
    {
        Guid[] ids = [.. accountIds.Where(id => id != viewerId).Distinct()];
        if (ids.Length == 0)
        {
            return [];
        }

        HashSet<Guid> followed = await db.Follows.Where(f => f.FollowerId == viewerId && ids.Contains(f.FolloweeId)).Select(f => f.FolloweeId).ToHashSetAsync(cancel);
        HashSet<Guid> followers = await db.Follows.Where(f => f.FolloweeId == viewerId && ids.Contains(f.FollowerId)).Select(f => f.FollowerId).ToHashSetAsync(cancel);
        HashSet<Guid> blocked = await db.Blocks.Where(b => b.BlockerId == viewerId && ids.Contains(b.BlockedId)).Select(b => b.BlockedId).ToHashSetAsync(cancel);
        Dictionary<Guid, DateTimeOffset?> muted = await db.Mutes.Where(m => m.MuterId == viewerId && ids.Contains(m.MutedId) && (m.Until == null || m.Until > now))
            .ToDictionaryAsync(m => m.MutedId, m => m.Until, cancel);
        return ids.ToDictionary(id => id, id => new RelationView(
            followed.Contains(id), followers.Contains(id), blocked.Contains(id), muted.ContainsKey(id), muted.GetValueOrDefault(id)));
    }

    /// <summary>How a viewer stands to one other account.</summary>
    public static async Task<RelationView> DescribeAsync(LucarneContext db, Guid viewerId, Guid accountId, DateTimeOffset now, CancellationToken cancel)
        => (await DescribeAsync(db, viewerId, [accountId], now, cancel))[accountId];

    /// <summary>Locks both accounts' rows until the transaction ends, always in the same order: what is read of the two after that stays true, and nobody waits in a ring.</summary>
    /// <param name="db">The database, in a transaction.</param>
    /// <param name="one">An account.</param>
    /// <param name="other">Another account.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task LockAsync(LucarneContext db, Guid one, Guid other, CancellationToken cancel)
    {
        foreach (Guid id in (Guid[])(one.CompareTo(other) < 0 ? [one, other] : [other, one]))
        {
            await db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers), cancel);
        }
    }

    /// <summary>Ends a follow, if there is one, with its share of the counters. Both accounts are locked.</summary>
    /// <returns>True where there was one.</returns>
    public static async Task<bool> UnfollowAsync(LucarneContext db, Guid followerId, Guid followeeId, CancellationToken cancel)
    {
        if (await db.Follows.Where(f => f.FollowerId == followerId && f.FolloweeId == followeeId).ExecuteDeleteAsync(cancel) == 0)
        {
            return false;
        }

        await db.Accounts.Where(a => a.Id == followerId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Following, a => a.Following - 1), cancel);
        await db.Accounts.Where(a => a.Id == followeeId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers - 1), cancel);
        return true;
    }

    /// <summary>Takes an account out of the counters of those that it follows and that follow it: before its rows are erased, in the same transaction.</summary>
    public static async Task ForgetAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        await db.Accounts.Where(a => db.Follows.Any(f => f.FollowerId == accountId && f.FolloweeId == a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers - 1), cancel);
        await db.Accounts.Where(a => db.Follows.Any(f => f.FolloweeId == accountId && f.FollowerId == a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Following, a => a.Following - 1), cancel);
        await db.Follows.Where(f => f.FollowerId == accountId || f.FolloweeId == accountId).ExecuteDeleteAsync(cancel);
    }
}
