using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Settings;

/// <summary>Replaces an account's settings by one statement, so that two devices never mix theirs.</summary>
internal sealed class ChangeSettings(LucarneContext db)
{
    private const int MinBreakMinutes = 5;
    private const int MaxBreakMinutes = 600;

    /// <summary>Replaces them.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="wanted">All settings.</param>
    /// <param name="expectedVersion">The version that the change was made from; null replaces whatever there is.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The version that they have now.</returns>
    public async Task<Outcome<int>> RunAsync(Guid accountId, AccountSettingsView wanted, int? expectedVersion, CancellationToken cancel)
    {
        if (!AccountRules.ReadLocale(wanted.Locale).TryGet(out string? locale, out Problem? problem))
        {
            return problem;
        }

        if (wanted.BreakAfterMinutes is not 0 and (< MinBreakMinutes or > MaxBreakMinutes))
        {
            return SettingsErrors.BreakInvalid.For("breakAfterMinutes");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        int changed = await db.Accounts
            .Where(a => a.Id == accountId && (expectedVersion == null || a.Settings.Version == expectedVersion))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.Locale, locale)
                    .SetProperty(a => a.Settings.Version, a => a.Settings.Version + 1)
                    .SetProperty(a => a.Settings.Autoplay, wanted.Autoplay)
                    .SetProperty(a => a.Settings.SoundAtStart, wanted.SoundAtStart)
                    .SetProperty(a => a.Settings.DataSaver, wanted.DataSaver)
                    .SetProperty(a => a.Settings.Captions, wanted.Captions)
                    .SetProperty(a => a.Settings.ReducedMotion, wanted.ReducedMotion)
                    .SetProperty(a => a.Settings.Theme, wanted.Theme)
                    .SetProperty(a => a.Settings.ShowLikes, wanted.ShowLikes)
                    .SetProperty(a => a.Settings.MessagesFrom, wanted.MessagesFrom)
                    .SetProperty(a => a.Settings.Discoverable, wanted.Discoverable)
                    .SetProperty(a => a.Settings.BreakAfterMinutes, wanted.BreakAfterMinutes),
                cancel);
        if (changed == 0)
        {
            return SettingsErrors.SettingsChanged;
        }

        int version = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Settings.Version).SingleAsync(cancel);
        await transaction.CommitAsync(cancel);
        return version;
    }
}
