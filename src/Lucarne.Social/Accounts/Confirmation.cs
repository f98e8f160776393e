using System.Security.Claims;
using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Accounts;

/// <summary>A proof of who one is.</summary>
/// <param name="Password">The account's password.</param>
public sealed record ConfirmRequest(string Password);

/// <summary>Asks for a fresh proof before anything that guards the account itself changes, so that an open laptop does not cost one the account.</summary>
internal sealed class Confirmation(
    LucarneContext db, SignInThrottle throttle, IPasswordHasher<Account> hasher, PasskeyCeremonies ceremonies, IPasskeyHandler<Account> handler, PasskeyStore store,
    TimeProvider time, ILogger<Confirmation> logger)
{
    /// <summary>How long a proof, signing in included, lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Null where this session's holder has proved lately who they are, or <see cref="AccountsErrors.ConfirmationRequired"/>.</summary>
    public async Task<Problem?> CheckAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        Guid? sessionId = user.FindSessionId();
        DateTimeOffset since = time.GetUtcNow() - Lifetime;
        return await db.Sessions.AnyAsync(s => s.Id == sessionId && s.ConfirmedAt > since, cancel) ? null : AccountsErrors.ConfirmationRequired;
    }

    /// <summary>Proves it by the password.</summary>
    public async Task<Problem?> ByPasswordAsync(ConfirmRequest request, HttpContext http, CancellationToken cancel)
    {
        Guid accountId = http.User.AccountId();
        Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        if (throttle.Count(account.Handle, http.Connection.RemoteIpAddress) is { } throttled)
        {
            return throttled;
        }

        bool right = account.PasswordHash is not null && request.Password.Length <= PasswordRules.MaxLength
            && hasher.VerifyHashedPassword(account, account.PasswordHash, request.Password) != PasswordVerificationResult.Failed;
        if (!right)
        {
            return AccountsErrors.PasswordWrong.For("password");
        }

        await MarkAsync(http.User, cancel);
        return null;
    }

    /// <summary>The question for the browser: which of the account's passkeys is at hand.</summary>
    public async Task<JsonElement> AskAsync(HttpContext http, CancellationToken cancel)
    {
        Guid accountId = http.User.AccountId();
        Account account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        PasskeyRequestOptionsResult options = await handler.MakeRequestOptionsAsync(account, http);
        await ceremonies.BeginAsync(PasskeyCeremonyKind.Confirmation, options.AssertionState ?? "", http, cancel);
        return JsonElement.Parse(options.RequestOptionsJson);
    }

    /// <summary>Proves it by a passkey of the account.</summary>
    public async Task<Problem?> ByPasskeyAsync(PasskeySignInRequest request, HttpContext http, CancellationToken cancel)
    {
        if (await ceremonies.EndAsync(PasskeyCeremonyKind.Confirmation, http, cancel) is not { } state)
        {
            return AccountsErrors.PasskeyCeremonyMissing;
        }

        PasskeyAssertionResult<Account> result = await handler.PerformAssertionAsync(new()
        {
            HttpContext = http,
            CredentialJson = request.Credential.GetRawText(),
            AssertionState = state,
        });
        if (!result.Succeeded || result.User.Id != http.User.AccountId())
        {
            logger.LogInformation("A passkey was refused at a confirmation: {Reason}", result.Failure?.Message ?? "it is another account's");
            return AccountsErrors.PasskeyRefused;
        }

        await store.AddOrUpdatePasskeyAsync(result.User, result.Passkey, cancel);
        await db.SaveChangesAsync(cancel);
        await MarkAsync(http.User, cancel);
        return null;
    }

    private Task<int> MarkAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        Guid? sessionId = user.FindSessionId();
        DateTimeOffset now = time.GetUtcNow();
        return db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, now), cancel);
    }
}
