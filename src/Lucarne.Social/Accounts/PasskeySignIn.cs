using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Accounts;

/// <summary>The browser's answer to the question of <c>/api/sessions/passkey-options</c>.</summary>
/// <param name="Credential"><c>PublicKeyCredential.toJSON()</c>.</param>
public sealed record PasskeySignInRequest(JsonElement Credential);

/// <summary>Signs in with a passkey. The question names no account, so that it tells no one which handles exist.</summary>
internal sealed class PasskeySignIn(LucarneContext db, Sessions sessions, PasskeyCeremonies ceremonies, IPasskeyHandler<Account> handler, PasskeyStore store, ILogger<PasskeySignIn> logger)
{
    /// <summary>The question for the browser: the argument of <c>PublicKeyCredential.parseRequestOptionsFromJSON</c>.</summary>
    public async Task<JsonElement> AskAsync(HttpContext http, CancellationToken cancel)
    {
        PasskeyRequestOptionsResult options = await handler.MakeRequestOptionsAsync(null, http);
        await ceremonies.BeginAsync(PasskeyCeremonyKind.SignIn, options.AssertionState ?? "", http, cancel);
        return JsonElement.Parse(options.RequestOptionsJson);
    }

    /// <summary>Verifies the answer, and opens a session.</summary>
    public async Task<Outcome<Account>> AnswerAsync(PasskeySignInRequest request, HttpContext http, CancellationToken cancel)
    {
        Outcome<Account> outcome = await VerifyAsync(request.Credential, http, cancel);
        if (outcome.TryGet(out Account? account, out _))
        {
            sessions.Open(account, http);
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }

    /// <summary>Verifies the answer: the account whose passkey it is.</summary>
    public async Task<Outcome<Account>> VerifyAsync(JsonElement credential, HttpContext http, CancellationToken cancel)
    {
        if (await ceremonies.EndAsync(PasskeyCeremonyKind.SignIn, http, cancel) is not { } state)
        {
            return AccountsErrors.PasskeyCeremonyMissing;
        }

        PasskeyAssertionResult<Account> result = await handler.PerformAssertionAsync(new()
        {
            HttpContext = http,
            CredentialJson = credential.GetRawText(),
            AssertionState = state,
        });
        if (!result.Succeeded)
        {
            logger.LogInformation("A passkey was refused at sign-in: {Reason}", result.Failure.Message);
            return AccountsErrors.PasskeyRefused;
        }

        if (result.User.SuspendedAt is not null)
        {
            return AccountsErrors.AccountSuspended;
        }

        await store.AddOrUpdatePasskeyAsync(result.User, result.Passkey, cancel);
        await db.SaveChangesAsync(cancel);
        return result.User;
    }
}
