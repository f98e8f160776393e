using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>The signed-in account, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Handle">Unique name, without the at sign.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Administrator">True for those who run the installation.</param>
/// <param name="Locale">Language of the interface: <c>en</c> or <c>fr</c>.</param>
/// <param name="UnreadDrafts">Finished drafts that have not been opened.</param>
public sealed record Me(Guid Id, string Handle, string DisplayName, bool Administrator, string Locale, int UnreadDrafts);

/// <summary>Reads <see cref="Me"/>.</summary>
internal sealed class ReadMe(LucarneContext db)
{
    public async Task<Me> RunAsync(Guid accountId, CancellationToken cancel)
        => await RunAsync(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel), cancel);

    public async Task<Me> RunAsync(Account account, CancellationToken cancel)
    {
        int unread = await Drafts.DraftQueries.Unread(db, account.Id).CountAsync(cancel);
        return new Me(account.Id, account.Handle, account.DisplayName, account.Administrator, account.Locale, unread);
    }
}
