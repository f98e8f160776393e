using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>How an account likes its feeds.</summary>
/// <param name="DefaultTab">The feed that opens first; <c>latest</c> for one that is the same for everyone.</param>
/// <param name="Originals">Remixes are left out.</param>
/// <param name="Since">How old films may be.</param>
/// <param name="Unseen">Following, Latest and Top leave out what was seen within 30 days, as For you does by itself.</param>
public sealed record FeedPreferencesView(FeedTab DefaultTab, bool Originals = false, FeedAge Since = FeedAge.Any, bool Unseen = false);

/// <summary>Reads and changes preferences. They are what a client asks feeds for: a feed does what its address says.</summary>
internal sealed class FeedPreferences(LucarneContext db)
{
    /// <summary>Those of an account; For you with nothing left out where it has said nothing.</summary>
    public async Task<FeedPreferencesView> ReadAsync(Guid accountId, CancellationToken cancel)
        => await db.FeedPreferences.Where(p => p.AccountId == accountId).Select(p => new FeedPreferencesView(p.DefaultTab, p.Originals, p.Since, p.Unseen)).SingleOrDefaultAsync(cancel)
            ?? new FeedPreferencesView(FeedTab.ForYou);

    /// <summary>Replaces those of an account.</summary>
    public async Task<FeedPreferencesView> WriteAsync(Guid accountId, FeedPreferencesView wanted, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "FeedPreferences" ("AccountId", "DefaultTab", "Originals", "Since", "Unseen")
            VALUES ({accountId}, {(int)wanted.DefaultTab}, {wanted.Originals}, {(int)wanted.Since}, {wanted.Unseen})
            ON CONFLICT ("AccountId") DO UPDATE SET "DefaultTab" = excluded."DefaultTab", "Originals" = excluded."Originals", "Since" = excluded."Since", "Unseen" = excluded."Unseen"
            """,
            cancel);
        return wanted;
    }
}
