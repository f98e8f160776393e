using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>How an account likes its feed.</summary>
/// <param name="DefaultTab">The feed that opens first; <c>latest</c> for one that is the same for everyone.</param>
public sealed record FeedPreferencesView(FeedTab DefaultTab);

/// <summary>Reads and changes preferences.</summary>
internal sealed class FeedPreferences(LucarneContext db)
{
    /// <summary>Those of an account; For you where it has said nothing.</summary>
    public async Task<FeedPreferencesView> ReadAsync(Guid accountId, CancellationToken cancel)
        => new(await db.FeedPreferences.Where(p => p.AccountId == accountId).Select(p => (FeedTab?)p.DefaultTab).SingleOrDefaultAsync(cancel) ?? FeedTab.ForYou);

    /// <summary>Replaces those of an account.</summary>
    public async Task<FeedPreferencesView> WriteAsync(Guid accountId, FeedPreferencesView wanted, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "FeedPreferences" ("AccountId", "DefaultTab") VALUES ({accountId}, {(int)wanted.DefaultTab}) ON CONFLICT ("AccountId") DO UPDATE SET "DefaultTab" = excluded."DefaultTab" """,
            cancel);
        return wanted;
    }
}
