using System.Security.Cryptography;
using Lucarne.Social.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>Keeps the state of passkey ceremonies on the server: each can be answered once, by the browser that asked.</summary>
internal sealed class PasskeyCeremonies(LucarneContext db, TimeProvider time)
{
    /// <summary>Keeps the handler's state, and gives the browser a cookie that finds it.</summary>
    public async Task BeginAsync(PasskeyCeremonyKind kind, string state, HttpContext http, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        (string cookie, byte[] secretHash) = SessionCookie.Make(id);
        db.PasskeyCeremonies.Add(new PasskeyCeremony { Id = id, Kind = kind, SecretHash = secretHash, State = state, ExpiresAt = now + PasskeyCeremony.Lifetime });
        await db.SaveChangesAsync(cancel);
        SessionCookie.Set(http, SessionCookie.CeremonyName, cookie, now + PasskeyCeremony.Lifetime);
    }

    /// <summary>Takes the state of the browser's ceremony, which is then used up; null when there is none.</summary>
    public async Task<string?> EndAsync(PasskeyCeremonyKind kind, HttpContext http, CancellationToken cancel)
    {
        bool read = SessionCookie.TryRead(http.Request.Cookies[SessionCookie.CeremonyName], out Guid id, out byte[] secretHash);
        SessionCookie.Remove(http, SessionCookie.CeremonyName);
        PasskeyCeremony? ceremony = read ? await db.PasskeyCeremonies.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        bool usable = ceremony is not null
            && ceremony.Kind == kind
            && ceremony.ExpiresAt > time.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(ceremony.SecretHash, secretHash);
        return usable && await db.PasskeyCeremonies.Where(c => c.Id == id).ExecuteDeleteAsync(cancel) == 1 ? ceremony!.State : null;
    }
}
