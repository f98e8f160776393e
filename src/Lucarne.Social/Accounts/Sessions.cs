using System.Security.Cryptography;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Accounts;

/// <summary>Opens, finds and closes sessions.</summary>
internal sealed class Sessions(LucarneContext db, TimeProvider time)
{
    /// <summary>How long a session lasts without use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private static readonly TimeSpan SeenPrecision = TimeSpan.FromHours(1);

    /// <summary>Opens a session and sets its cookie; the caller saves.</summary>
    public void Open(Account account, HttpContext http)
    {
        DateTimeOffset now = time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        (string cookie, byte[] secretHash) = SessionCookie.Make(id);
        db.Sessions.Add(new Session
        {
            Id = id,
            AccountId = account.Id,
            SecretHash = secretHash,
            UserAgent = TextHygiene.Truncate(TextHygiene.CleanLine(http.Request.Headers[HeaderNames.UserAgent].ToString()), 200),
            CreatedAt = now,
            ConfirmedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Lifetime,
        });
        SessionCookie.Set(http, SessionCookie.Name, cookie, now + Lifetime);
    }

    /// <summary>The account and session of a cookie; null when it opens nothing. Renews the session once an hour.</summary>
    public async Task<(Account Account, Guid SessionId)?> FindAsync(HttpContext http, CancellationToken cancel)
    {
        string? cookie = http.Request.Cookies[SessionCookie.Name];
        if (!SessionCookie.TryRead(cookie, out Guid id, out byte[] secretHash))
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        var found = await db.Sessions.AsNoTracking()
            .Where(s => s.Id == id && s.ExpiresAt > now)
            .Join(db.Accounts.Where(a => a.SuspendedAt == null), s => s.AccountId, a => a.Id, (session, account) => new { session, account })
            .SingleOrDefaultAsync(cancel);
        if (found is null || !CryptographicOperations.FixedTimeEquals(found.session.SecretHash, secretHash))
        {
            return null;
        }

        if (now - found.session.LastSeenAt > SeenPrecision)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, now + Lifetime), cancel);
            SessionCookie.Set(http, SessionCookie.Name, cookie!, now + Lifetime);
        }

        return (found.account, id);
    }

    /// <summary>Closes the request's session, if it has one.</summary>
    public async Task CloseAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.User.FindSessionId() is Guid id)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(cancel);
        }

        SessionCookie.Remove(http, SessionCookie.Name);
    }
}
