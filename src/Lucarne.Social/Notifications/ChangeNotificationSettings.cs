using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications;

/// <summary>Whether and where an account is told of one kind of thing.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="OnPage">In the mailbox; what is not there is not pushed either. Messages have their own place and are always there.</param>
/// <param name="Push">To the devices that have subscribed to push.</param>
public sealed record NotificationSettingView(NotificationKind Kind, bool OnPage, bool Push);

/// <summary>Reads and changes what an account wants to be told of.</summary>
internal sealed class ChangeNotificationSettings(LucarneContext db)
{
    /// <summary>All kinds, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<NotificationSettingView>> ReadAsync(Guid accountId, CancellationToken cancel)
    {
        Dictionary<NotificationKind, NotificationSetting> rows = await db.NotificationSettings.AsNoTracking().Where(s => s.AccountId == accountId).ToDictionaryAsync(s => s.Kind, cancel);
        return [.. Enum.GetValues<NotificationKind>().Order()
            .Select(kind => rows.TryGetValue(kind, out NotificationSetting? row) ? new NotificationSettingView(kind, row.OnPage, row.Push) : new NotificationSettingView(kind, true, true))];
    }

    /// <summary>Changes one kind.</summary>
    public async Task<IReadOnlyList<NotificationSettingView>> ChangeAsync(Guid accountId, NotificationSettingView setting, CancellationToken cancel)
    {
        bool onPage = setting.OnPage || setting.Kind == NotificationKind.Message;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "NotificationSettings" ("AccountId", "Kind", "OnPage", "Push") VALUES ({accountId}, {(int)setting.Kind}, {onPage}, {setting.Push})
            ON CONFLICT ("AccountId", "Kind") DO UPDATE SET "OnPage" = excluded."OnPage", "Push" = excluded."Push"
            """,
            cancel);
        return await ReadAsync(accountId, cancel);
    }
}
