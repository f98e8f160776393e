using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Settings;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>Reads a profile.</summary>
internal sealed class ReadProfile(LucarneContext db, FindAccount find, TimeProvider time)
{
    /// <summary>The profile behind a handle. Of one that the viewer blocks, only what it takes to unblock it.</summary>
    public async Task<Outcome<ProfileView>> RunAsync(string handle, Guid? viewerId, CancellationToken cancel)
        => (await find.RunAsync(handle, viewerId, cancel)).TryGet(out Guid id, out Problem? problem) ? await RunAsync(id, viewerId, cancel) : problem;

    /// <summary>The profile of an account that the viewer may meet.</summary>
    public async Task<ProfileView> RunAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        bool mine = viewerId == id;
        RelationView? relation = viewerId is Guid viewer && !mine ? await Relations.DescribeAsync(db, viewer, id, time.GetUtcNow(), cancel) : null;
        if (relation is { Blocked: true })
        {
            return new ProfileView(
                account.Handle, account.DisplayName, account.Verified, account.PublicFigure, Account.UrlOf(account.Picture), null, null, [], null, [], account.CreatedAt,
                new ProfileCounts(account.Followers, account.Following, 0, 0, 0), relation, false, false, false);
        }

        var sums = await ProfilePosts.Of(db, id, viewerId).GroupBy(_ => 1)
            .Select(posts => new { Posts = posts.Count(), Likes = posts.Sum(p => p.Likes), Remixes = posts.Sum(p => p.Remixes) }).SingleOrDefaultAsync(cancel);
        return new ProfileView(
            account.Handle, account.DisplayName, account.Verified, account.PublicFigure, Account.UrlOf(account.Picture), Account.UrlOf(account.Cover),
            account.Bio, TextFacets.Find(account.Bio), account.Location, account.Links.Split('\n', StringSplitOptions.RemoveEmptyEntries), account.CreatedAt,
            new ProfileCounts(account.Followers, account.Following, sums?.Posts ?? 0, sums?.Likes ?? 0, sums?.Remixes ?? 0),
            relation, mine || account.Settings.ShowLikes, relation is not null && Takes(account.Settings.MessagesFrom, relation), mine);
    }

    private static bool Takes(MessageAudience audience, RelationView relation) => audience switch
    {
        MessageAudience.Everyone => true,
        MessageAudience.Followed => relation.FollowsYou,
        MessageAudience.Mutuals => relation is { FollowsYou: true, Following: true },
        _ => false,
    };
}
