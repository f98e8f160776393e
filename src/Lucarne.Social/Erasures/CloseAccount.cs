using System.Text.Json;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Erasures;

/// <summary>A proof that it is the owner who asks: one of the two.</summary>
/// <param name="Password">The account's password.</param>
/// <param name="Credential">The browser's answer to the question of <c>/api/sessions/passkey-options</c>: <c>PublicKeyCredential.toJSON()</c>.</param>
public sealed record CloseAccountRequest(string? Password = null, JsonElement? Credential = null);

/// <summary>A closed account.</summary>
/// <param name="EraseAt">When it is erased unless it is opened again before.</param>
/// <param name="ReceiptUrl">Path of the page that tells where the erasure stands and later gives the signed receipt, without an account. It is shown this once.</param>
public sealed record ClosedAccountView(DateTimeOffset EraseAt, string ReceiptUrl);

/// <summary>Closes an account at its owner's word: hidden and signed out everywhere at once, erased after the days of grace.</summary>
internal sealed class CloseAccount(
    LucarneContext db, Sessions sessions, SignInThrottle throttle, PasskeySignIn passkeys, IPasswordHasher<Account> hasher, GenerationService studio, IOptions<SocialOptions> options, TimeProvider time)
{
    /// <summary>Closes it.</summary>
    public async Task<Outcome<ClosedAccountView>> RunAsync(Guid accountId, CloseAccountRequest request, HttpContext http, CancellationToken cancel)
    {
        Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        if (await ConfirmAsync(account, request, http, cancel) is { } refused)
        {
            return refused;
        }

        DateTimeOffset now = time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        (string secretLink, byte[] secretHash) = SessionCookie.Make(id);
        DateTimeOffset eraseAt = now + TimeSpan.FromDays(options.Value.DaysOfGrace);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.LockAccountAsync(accountId, cancel);
            if (account.Administrator && !await db.Accounts.AnyAsync(a => a.Administrator && a.Id != accountId && a.ClosedAt == null && a.SuspendedAt == null, cancel)
                && await db.Accounts.AnyAsync(a => a.Id != accountId && a.ClosedAt == null, cancel))
            {
                return ErasuresErrors.LastAdministrator;
            }

            if (await db.Accounts.Where(a => a.Id == accountId && a.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, now), cancel) == 0)
            {
                return ErasuresErrors.AccountClosed;
            }

            db.Erasures.Add(new Erasure { Id = id, AccountId = accountId, Status = ErasureStatus.Waiting, SecretHash = secretHash, RequestedAt = now, EraseAt = eraseAt });
            await db.SaveChangesAsync(cancel);
            await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        await sessions.CloseAsync(http, cancel);
        foreach (Guid running in await db.Generations.Where(g => g.OwnerId == accountId && g.FinishedAt == null).Select(g => g.Id).ToListAsync(cancel))
        {
            await studio.CancelAsync(accountId, running, cancel);
        }

        return new ClosedAccountView(eraseAt, $"/erasure/{secretLink}");
    }

    private async Task<Problem?> ConfirmAsync(Account account, CloseAccountRequest request, HttpContext http, CancellationToken cancel)
    {
        if (request.Credential is { } credential)
        {
            return !(await passkeys.VerifyAsync(credential, http, cancel)).TryGet(out Account? proven, out Problem? problem) ? problem
                : proven.Id == account.Id ? null : ErasuresErrors.ConfirmationFailed;
        }

        if (throttle.Count(account.Handle, http.Connection.RemoteIpAddress) is { } throttled)
        {
            return throttled;
        }

        return account.PasswordHash is not null && request.Password is { Length: <= PasswordRules.MaxLength } password
            && hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed ? null : ErasuresErrors.ConfirmationFailed.For("password");
    }
}
