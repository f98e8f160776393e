using System.Security.Cryptography;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Accounts;

/// <summary>Who sends a request.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionId">Its session.</param>
/// <param name="Handle">Its handle.</param>
/// <param name="Closed">True where its owner has closed it.</param>
/// <param name="Administrator">True for those who run the installation.</param>
internal sealed record SignedIn(Guid AccountId, Guid SessionId, string Handle, bool Closed, bool Administrator);

/// <summary>Opens, finds and closes sessions.</summary>
internal sealed class Sessions(LucarneContext db, PreparedReads reads, TimeProvider time)
{
    /// <summary>How long a session lasts without use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private static readonly TimeSpan SeenPrecision = TimeSpan.FromHours(1);

    /// <summary>Asked by every request of the signed-in, so that a session that is ended or an account that is suspended opens nothing from that moment on.</summary>
    private static readonly ReadStatement s_ofCookie = ReadStatement.Of("""
        SELECT s."SecretHash", s."LastSeenAt", a."Id", a."Handle", a."ClosedAt", a."Administrator" FROM "Sessions" s JOIN "Accounts" a ON a."Id" = s."AccountId"
        WHERE s."Id" = @p0 AND s."ExpiresAt" > @p1 AND a."SuspendedAt" IS NULL
        """, 2);

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

    /// <summary>Who a cookie stands for; null when it opens nothing. Renews the session once an hour.</summary>
    public async Task<SignedIn?> FindAsync(HttpContext http, CancellationToken cancel)
    {
        string? cookie = http.Request.Cookies[SessionCookie.Name];
        if (!SessionCookie.TryRead(cookie, out Guid id, out byte[] secretHash))
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        var found = (await reads.ReadAsync(
            s_ofCookie,
            row => new
            {
                Hash = row.GetFieldValue<byte[]>(0),
                LastSeenAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                Who = new SignedIn(row.GetGuid(2), id, row.GetString(3), Closed: !row.IsDBNull(4), Administrator: row.GetBoolean(5)),
            },
            cancel, id, now.ToUnixTimeMilliseconds())).SingleOrDefault();
        if (found is null || !CryptographicOperations.FixedTimeEquals(found.Hash, secretHash))
        {
            return null;
        }

        if (now - found.LastSeenAt > SeenPrecision)
        {
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, now + Lifetime), cancel);
            SessionCookie.Set(http, SessionCookie.Name, cookie!, now + Lifetime);
        }

        return found.Who;
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
