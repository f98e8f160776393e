using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>What a profile says.</summary>
/// <param name="DisplayName">1 to 50 characters; the handle when empty.</param>
/// <param name="Bio">At most 300 characters; null or empty for none.</param>
/// <param name="Location">At most 60 characters; null or empty for none.</param>
/// <param name="Links">At most 5 addresses that begin with https:// or http://, of at most 200 characters each.</param>
public sealed record ProfileRequest(string? DisplayName = null, string? Bio = null, string? Location = null, IReadOnlyList<string>? Links = null);

/// <summary>Replaces what one's own profile says. A verified account that takes another name loses its mark.</summary>
internal sealed class ChangeProfile(LucarneContext db, ReadProfile read, VerifiedMark mark)
{
    public async Task<Outcome<ProfileView>> RunAsync(Guid accountId, ProfileRequest request, CancellationToken cancel)
    {
        Account account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        if (!AccountRules.ReadDisplayName(request.DisplayName, account.Handle).TryGet(out string? name, out Problem? problem)
            || !ProfileRules.ReadBio(request.Bio).TryGet(out string? bio, out problem)
            || !ProfileRules.ReadLocation(request.Location).TryGet(out string? location, out problem)
            || !ProfileRules.ReadLinks(request.Links).TryGet(out string? links, out problem))
        {
            return problem;
        }

        if (account.DisplayName != name)
        {
            if (account.Verified)
            {
                await mark.LoseAsync(accountId, account.Handle, $"{account.DisplayName} → {name}", cancel);
            }

            // Written even where it was not set when read: an administrator may set it, for the old name, in between.
            account.Verified = false;
            db.Entry(account).Property(a => a.Verified).IsModified = true;
        }

        account.DisplayName = name;
        account.Bio = bio.Length == 0 ? null : bio;
        account.Location = location.Length == 0 ? null : location;
        account.Links = links;
        await db.SaveChangesAsync(cancel);
        return await read.RunAsync(accountId, accountId, cancel);
    }
}
