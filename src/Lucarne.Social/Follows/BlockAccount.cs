using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>Blocks and unblocks. A block ends what ties the two accounts; unblocking does not bring that back.</summary>
internal sealed class BlockAccount(LucarneContext db, FindAccount find, TimeProvider time)
{
    /// <summary>Blocks an account, even one that blocks the caller.</summary>
    public async Task<Outcome<RelationView>> BlockAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        if (await find.AnyAsync(handle, cancel) is not Guid target)
        {
            return ProfilesErrors.AccountNotFound;
        }

        if (target == accountId)
        {
            return FollowsErrors.NotYourself;
        }

        DateTimeOffset now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, target, cancel);
        if (!await db.Blocks.AnyAsync(b => b.BlockerId == accountId && b.BlockedId == target, cancel))
        {
            db.Blocks.Add(new Block { BlockerId = accountId, BlockedId = target, CreatedAt = now });
            await db.SaveChangesAsync(cancel);
            await Relations.UnfollowAsync(db, accountId, target, cancel);
            await Relations.UnfollowAsync(db, target, accountId, cancel);
            await db.Notifications.Where(n => (n.RecipientId == accountId && n.ActorId == target) || (n.RecipientId == target && n.ActorId == accountId)).ExecuteDeleteAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, now, cancel);
    }

    /// <summary>Ends a block.</summary>
    public async Task<Outcome<RelationView>> UnblockAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        if (await find.AnyAsync(handle, cancel) is not Guid target)
        {
            return ProfilesErrors.AccountNotFound;
        }

        if (target == accountId)
        {
            return FollowsErrors.NotYourself;
        }

        await db.Blocks.Where(b => b.BlockerId == accountId && b.BlockedId == target).ExecuteDeleteAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, time.GetUtcNow(), cancel);
    }
}
