using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>How long to mute.</summary>
/// <param name="Hours">1 to 8760; null for until it is ended.</param>
public sealed record MuteRequest(int? Hours = null);

/// <summary>Mutes and unmutes accounts. The other one is not told.</summary>
internal sealed class MuteAccount(LucarneContext db, FindAccount find, TimeProvider time)
{
    private const int MaxHours = 8760;

    /// <summary>Mutes an account, or changes how long.</summary>
    public async Task<Outcome<RelationView>> MuteAsync(Guid accountId, string handle, MuteRequest request, CancellationToken cancel)
    {
        if (!ReadUntil(request.Hours, time.GetUtcNow()).TryGet(out Ending ending, out Problem? problem)
            || !(await find.RunAsync(handle, accountId, cancel)).TryGet(out Guid target, out problem))
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
        Mute? mute = await db.Mutes.SingleOrDefaultAsync(m => m.MuterId == accountId && m.MutedId == target, cancel);
        if (mute is null)
        {
            db.Mutes.Add(new Mute { MuterId = accountId, MutedId = target, CreatedAt = now, Until = ending.Until });
        }
        else
        {
            mute.Until = ending.Until;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, now, cancel);
    }

    /// <summary>Ends a mute.</summary>
    public async Task<Outcome<RelationView>> UnmuteAsync(Guid accountId, string handle, CancellationToken cancel)
    {
        if (await find.AnyAsync(handle, cancel) is not Guid target)
        {
            return ProfilesErrors.AccountNotFound;
        }

        if (target == accountId)
        {
            return FollowsErrors.NotYourself;
        }

        await db.Mutes.Where(m => m.MuterId == accountId && m.MutedId == target).ExecuteDeleteAsync(cancel);
        return await Relations.DescribeAsync(db, accountId, target, time.GetUtcNow(), cancel);
    }

    /// <summary>When a mute ends; never when no hours are given.</summary>
    internal static Outcome<Ending> ReadUntil(int? hours, DateTimeOffset now)
        => hours is null ? new Ending(null) : hours is >= 1 and <= MaxHours ? new Ending(now.AddHours(hours.Value)) : FollowsErrors.MuteInvalid.For("hours");

    /// <summary>When something ends; null for never.</summary>
    internal readonly record struct Ending(DateTimeOffset? Until);
}
