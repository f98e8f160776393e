using System.Security.Claims;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>A device on which the account is signed in.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Browser">Its browser, such as <c>Firefox</c>; null where it does not say.</param>
/// <param name="System">Its system, such as <c>Android</c>; null where it does not say.</param>
/// <param name="SignedInAt">Since when.</param>
/// <param name="LastSeenAt">When it was last used, to the hour.</param>
/// <param name="Current">True for the device that asks.</param>
public sealed record DeviceView(Guid Id, string? Browser, string? System, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, bool Current);

/// <summary>Lists and ends the sessions of an account.</summary>
internal sealed class Devices(LucarneContext db, TimeProvider time)
{
    private const int MaxListed = 100;

    /// <summary>All that are signed in, the latest used first; at most 100.</summary>
    public async Task<IReadOnlyList<DeviceView>> ReadAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        Guid accountId = user.AccountId();
        Guid? current = user.FindSessionId();
        DateTimeOffset now = time.GetUtcNow();
        List<Session> sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == accountId && s.ExpiresAt > now)
            .OrderByDescending(s => s.Id == current).ThenByDescending(s => s.LastSeenAt).Take(MaxListed).ToListAsync(cancel);
        return [.. sessions.Select(s =>
        {
            (string? browser, string? system) = UserAgents.Describe(s.UserAgent);
            return new DeviceView(s.Id, browser, system, s.CreatedAt, s.LastSeenAt, s.Id == current);
        })];
    }

    /// <summary>Signs one device out. Null when it is out, or <see cref="AccountsErrors.DeviceNotFound"/>.</summary>
    public async Task<Problem?> EndAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.Sessions.Where(s => s.Id == id && s.AccountId == accountId).ExecuteDeleteAsync(cancel) == 1 ? null : AccountsErrors.DeviceNotFound;

    /// <summary>Signs out every device but the one that asks.</summary>
    public Task<int> EndOthersAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        Guid accountId = user.AccountId();
        Guid? current = user.FindSessionId();
        return db.Sessions.Where(s => s.AccountId == accountId && s.Id != current).ExecuteDeleteAsync(cancel);
    }
}

/// <summary>Says in words what a User-Agent header means, for people to recognise their own devices by; nothing is decided by it.</summary>
internal static class UserAgents
{
    /// <summary>Marks of browsers; those that others imitate come last.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi/", "Vivaldi"), ("SamsungBrowser/", "Samsung Internet"), ("YaBrowser/", "Yandex"), ("DuckDuckGo/", "DuckDuckGo"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system; null where the header does not tell.</summary>
    /// <param name="userAgent">The header.</param>
    public static (string? Browser, string? System) Describe(string userAgent) => (Find(Browsers, userAgent), Find(Systems, userAgent));

    private static string? Find((string Mark, string Name)[] known, string userAgent)
        => known.Where(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
