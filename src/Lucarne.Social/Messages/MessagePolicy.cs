using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>Who may begin a conversation with whom: the recipient's setting decides. Whom it does not name may ask, unless it names nobody.</summary>
internal sealed class MessagePolicy(LucarneContext db, TimeProvider time)
{
    /// <summary>Most strangers that an account asks in a day.</summary>
    public const int InvitationsPerDay = 20;

    /// <summary>The accounts of some handles with the state in which they come into a room, or why one of them can't.</summary>
    /// <param name="accountId">Who brings them in.</param>
    /// <param name="handles">Their handles.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<IReadOnlyList<(Guid Id, RoomMemberState State)>>> AdmitAsync(Guid accountId, IReadOnlyCollection<string> handles, CancellationToken cancel)
    {
        var people = await ReachableBy(accountId).Where(a => handles.Contains(a.Handle))
            .Select(a => new
            {
                a.Id,
                a.Settings.MessagesFrom,
                FollowsBack = db.Follows.Any(f => f.FollowerId == a.Id && f.FolloweeId == accountId),
                Followed = db.Follows.Any(f => f.FollowerId == accountId && f.FolloweeId == a.Id),
            })
            .ToListAsync(cancel);
        if (people.Count < handles.Count)
        {
            return MessagesErrors.PersonNotFound.For("handles");
        }

        if (people.Any(p => p.MessagesFrom == MessageAudience.Nobody))
        {
            return MessagesErrors.PersonRefuses.For("handles");
        }

        (Guid Id, RoomMemberState State)[] admitted = [.. people.Select(p => (p.Id, Welcomes(p.MessagesFrom, p.FollowsBack, p.Followed) ? RoomMemberState.Member : RoomMemberState.Invited))];
        int asked = admitted.Count(p => p.State == RoomMemberState.Invited);
        DateTimeOffset since = time.GetUtcNow().AddDays(-1);
        return asked > 0 && asked + await db.RoomMembers.CountAsync(m => m.InvitedById == accountId && m.State != RoomMemberState.Member && m.JoinedAt > since, cancel) > InvitationsPerDay
            ? MessagesErrors.TooManyInvitations
            : admitted;
    }

    /// <summary>Accounts that another can reach at all: in good standing, neither blocking the other.</summary>
    public IQueryable<Account> ReachableBy(Guid accountId)
        => db.Accounts.Where(a => a.Id != accountId && a.ClosedAt == null && a.SuspendedAt == null
            && !db.Blocks.Any(b => (b.BlockerId == accountId && b.BlockedId == a.Id) || (b.BlockerId == a.Id && b.BlockedId == accountId)));

    /// <summary>True where a setting lets someone write without asking.</summary>
    /// <param name="from">The recipient's setting.</param>
    /// <param name="followsBack">True where the recipient follows the sender.</param>
    /// <param name="followed">True where the sender follows the recipient.</param>
    public static bool Welcomes(MessageAudience from, bool followsBack, bool followed) => from switch
    {
        MessageAudience.Everyone => true,
        MessageAudience.Followed => followsBack,
        MessageAudience.Mutuals => followsBack && followed,
        _ => false,
    };
}
