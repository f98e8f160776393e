using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>A handle and its password.</summary>
/// <param name="Handle">With or without the at sign.</param>
/// <param name="Password">As chosen at sign-up.</param>
public sealed record SignInRequest(string Handle, string Password);

/// <summary>Signs in with a password.</summary>
internal sealed class SignIn(LucarneContext db, Sessions sessions, SignInThrottle throttle, IPasswordHasher<Account> hasher)
{
    /// <summary>Any hash of the usual cost: an unknown handle takes as long to refuse as a wrong password.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(null!, "no account has this password"));

    public async Task<Outcome<Account>> RunAsync(SignInRequest request, HttpContext http, CancellationToken cancel)
    {
        if (!HandleRules.Read(request.Handle).TryGet(out string? handle, out _) || request.Password.Length > PasswordRules.MaxLength)
        {
            return AccountsErrors.SignInFailed;
        }

        if (throttle.Count(handle, http.Connection.RemoteIpAddress) is { } throttled)
        {
            return throttled;
        }

        Account? account = await db.Accounts.SingleOrDefaultAsync(a => a.Handle == handle, cancel);
        PasswordVerificationResult verified = hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? NobodysHash.Value, request.Password);
        if (account?.PasswordHash is null || verified == PasswordVerificationResult.Failed)
        {
            return AccountsErrors.SignInFailed;
        }

        if (account.SuspendedAt is not null)
        {
            return AccountsErrors.AccountSuspended;
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = hasher.HashPassword(account, request.Password);
        }

        sessions.Open(account, http);
        await db.SaveChangesAsync(cancel);
        return account;
    }
}
