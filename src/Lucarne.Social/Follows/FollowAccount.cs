using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>Follows and unfollows. Both may be repeated without harm; the counters change with the row, in one transaction.</summary>
internal sealed class FollowAccount(LucarneContext db, FindAccount find, Notifier notifier, TimeProvider time)
{
    /// <summary>Most accounts that one account follows.</summary>
    public const int MaxFollowing = 5000;

    /// <summary>Follows an account.</summary>
    public async Task<Outcome<RelationView>> FollowAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, accountId, cancel)).TryGet(out Guid target, out Problem? problem))
        {
            return problem;
        }

        if (target == accountId)
        {
            return FollowsErrors.NotYourself;
        }

        DateTimeOffset now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, target, cancel);
        if (await db.Blocks.AnyAsync(b => b.BlockerId == accountId && b.BlockedId == target, cancel))
        {
            return FollowsErrors.AccountBlocked;
        }

        if (await db.Blocks.AnyAsync(b => b.BlockerId == target && b.BlockedId == accountId, cancel))
        {
            return ProfilesErrors.AccountNotFound;
        }

        if (!await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == target, cancel))
        {
            int counted = await db.Accounts.Where(a => a.Id == accountId && a.Following < MaxFollowing)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.Following, a => a.Following + 1), cancel);
            if (counted == 0)
            {
                return FollowsErrors.TooManyFollowed;
            }

            await db.Accounts.Where(a => a.Id == target).ExecuteUpdateAsync(set => set.SetProperty(a => a.Followers, a => a.Followers + 1), cancel);
            db.Follows.Add(new Follow { FollowerId = accountId, FolloweeId = target, CreatedAt = now });
            await notifier.AddAsync(target, NotificationKind.Follow, accountId, cancel: cancel);
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, now, cancel);
    }

    /// <summary>Ends a follow.</summary>
    public async Task<Outcome<RelationView>> UnfollowAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        if (!(await find.RunAsync(handle, accountId, cancel)).TryGet(out Guid target, out Problem? problem))
        {
            return problem;
        }

        if (target == accountId)
        {
            return FollowsErrors.NotYourself;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, target, cancel);
        await Relations.UnfollowAsync(db, accountId, target, cancel);
        await transaction.CommitAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, time.GetUtcNow(), cancel);
    }
}
