using System.Text.Json;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Accounts;

/// <summary>Whom a new passkey is for.</summary>
/// <param name="Handle">As in sign-up with a password.</param>
/// <param name="DisplayName">As in sign-up with a password.</param>
public sealed record PasskeySignUpOptionsRequest(string Handle, string? DisplayName = null);

/// <summary>A new account with a passkey.</summary>
/// <param name="Handle">The handle that the options were asked for.</param>
/// <param name="Credential">The browser's answer: <c>PublicKeyCredential.toJSON()</c>.</param>
/// <param name="DisplayName">1 to 50 characters; the handle when absent.</param>
/// <param name="Locale"><c>en</c> (the default) or <c>fr</c>.</param>
public sealed record PasskeySignUpRequest(string Handle, JsonElement Credential, string? DisplayName = null, string? Locale = null);

/// <summary>Signs up with a passkey: ASP.NET Core Identity verifies the ceremony, our tables keep the result.</summary>
internal sealed class PasskeySignUp(SignUp signUp, PasskeyCeremonies ceremonies, IPasskeyHandler<Account> handler, TimeProvider time, ILogger<PasskeySignUp> logger)
{
    /// <summary>The question for the browser: the argument of <c>PublicKeyCredential.parseCreationOptionsFromJSON</c>.</summary>
    public async Task<Outcome<JsonElement>> AskAsync(PasskeySignUpOptionsRequest request, HttpContext http, CancellationToken cancel)
    {
        Outcome<NewAccount> read = await signUp.ReadAsync(request.Handle, request.DisplayName, locale: null, cancel);
        if (!read.TryGet(out NewAccount? names, out Problem? problem))
        {
            return problem;
        }

        PasskeyUserEntity user = new() { Id = Guid.CreateVersion7(time.GetUtcNow()).ToString(), Name = names.Handle, DisplayName = names.DisplayName };
        PasskeyCreationOptionsResult options = await handler.MakeCreationOptionsAsync(user, http);
        await ceremonies.BeginAsync(PasskeyCeremonyKind.Registration, options.AttestationState ?? "", http, cancel);
        return JsonElement.Parse(options.CreationOptionsJson);
    }

    /// <summary>Verifies the answer, and makes the account.</summary>
    public async Task<Outcome<Account>> AnswerAsync(PasskeySignUpRequest request, HttpContext http, CancellationToken cancel)
    {
        Outcome<NewAccount> read = await signUp.ReadAsync(request.Handle, request.DisplayName, request.Locale, cancel);
        if (!read.TryGet(out NewAccount? names, out Problem? problem))
        {
            return problem;
        }

        if (await ceremonies.EndAsync(PasskeyCeremonyKind.Registration, http, cancel) is not { } state)
        {
            return AccountsErrors.PasskeyCeremonyMissing;
        }

        PasskeyAttestationResult result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = http,
            CredentialJson = request.Credential.GetRawText(),
            AttestationState = state,
        });
        if (!result.Succeeded || result.UserEntity.Name != names.Handle)
        {
            logger.LogInformation("A passkey was refused at sign-up: {Reason}", result.Failure?.Message ?? "it was made for another handle");
            return AccountsErrors.PasskeyRefused;
        }

        // The authenticator keeps the id that the question named, so the account must have it.
        Account account = signUp.Make(names, Guid.Parse(result.UserEntity.Id));
        return await signUp.SaveAsync(account, Passkey.From(account.Id, result.Passkey), http, cancel);
    }
}
