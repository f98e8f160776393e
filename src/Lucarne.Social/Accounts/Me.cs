using Lucarne.Social.Data;
using Lucarne.Social.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>The signed-in account, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Handle">Unique name, without the at sign.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Administrator">True for those who run the installation.</param>
/// <param name="Locale">Language of the interface: <c>en</c> or <c>fr</c>.</param>
/// <param name="PictureUrl">Its picture, a square WebP; null for none.</param>
/// <param name="Verified">True where an administrator has confirmed who it is.</param>
/// <param name="ClosedAt">When its owner asked for its deletion: until the days of grace have run out, it can be opened again. Null while it is open.</param>
/// <param name="Settings">What its owner has chosen.</param>
/// <param name="UnreadDrafts">Finished drafts that have not been opened.</param>
public sealed record Me(
    Guid Id, string Handle, string DisplayName, bool Administrator, string Locale, string? PictureUrl, bool Verified, DateTimeOffset? ClosedAt,
    AccountSettingsView Settings, int UnreadDrafts);

/// <summary>Reads <see cref="Me"/>.</summary>
internal sealed class ReadMe(LucarneContext db)
{
    public async Task<Me> RunAsync(Guid accountId, CancellationToken cancel)
        => await RunAsync(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel), cancel);

    public async Task<Me> RunAsync(Account account, CancellationToken cancel)
    {
        int unread = await Drafts.DraftQueries.Unread(db, account.Id).CountAsync(cancel);
        return new Me(
            account.Id, account.Handle, account.DisplayName, account.Administrator, account.Locale, Account.UrlOf(account.Picture), account.Verified, account.ClosedAt,
            AccountSettingsView.Of(account), unread);
    }
}
