using System.Security.Claims;
using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Accounts;

/// <summary>The ways into the signed-in account.</summary>
/// <param name="HasPassword">True where it has a password.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that have not been used, of ten; 0 where none were made.</param>
/// <param name="Passkeys">Its passkeys, the oldest first.</param>
public sealed record SecurityView(bool HasPassword, int RecoveryCodesLeft, IReadOnlyList<PasskeyView> Passkeys);

/// <summary>The doors of what guards an account: confirmation, password, passkeys, recovery codes, devices.</summary>
internal static class SecurityEndpoints
{
    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddScoped<Confirmation>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ManagePasskeys>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<Devices>();
    }

    public static void MapSecurity(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder security = api.MapGroup("").WithTags("Security");
        security.MapPost("/sessions/recovery", async Task<Results<Ok<Me>, ProblemResult>> (RecoverySignInRequest body, RecoveryCodes codes, ReadMe me, HttpContext http, CancellationToken cancel)
                => (await codes.SignInAsync(body, http, cancel)).TryGet(out Account? account, out Problem? problem)
                    ? TypedResults.Ok(await me.RunAsync(account, cancel))
                    : new ProblemResult(problem))
            .Named("signInWithRecoveryCode", "Signs in with a recovery code, which is then used up.")
            .Refuses(AccountsErrors.RecoveryFailed, AccountsErrors.SignInThrottled, AccountsErrors.AccountSuspended)
            .Costs(10);

        RouteGroupBuilder mine = security.MapGroup("/me").RequireAuthorization();
        mine.MapGet("/security", async Task<Ok<SecurityView>> (LucarneContext db, ManagePasskeys passkeys, ClaimsPrincipal user, CancellationToken cancel) =>
            {
                Guid accountId = user.AccountId();
                return TypedResults.Ok(new SecurityView(
                    await db.Accounts.AnyAsync(a => a.Id == accountId && a.PasswordHash != null, cancel),
                    await db.RecoveryCodes.CountAsync(c => c.AccountId == accountId && c.UsedAt == null, cancel),
                    await passkeys.ReadAsync(accountId, cancel)));
            })
            .Named("readSecurity", "The ways into the signed-in account.");

        MapConfirmation(mine);
        MapPasskeys(mine);

        mine.MapPut("/password", async Task<Results<NoContent, ProblemResult>> (PasswordRequest body, ChangePassword change, ClaimsPrincipal user, CancellationToken cancel)
                => Answer(await change.RunAsync(body, user, cancel)))
            .Named("changePassword", "Sets the password of the signed-in account, and signs out every other device. Asks for a recent confirmation.")
            .Refuses(AccountsErrors.ConfirmationRequired, AccountsErrors.PasswordTooShort, AccountsErrors.PasswordTooLong, AccountsErrors.PasswordCommon)
            .Costs(20);

        // A PUT, since answers to POSTs are kept for a day to be given again: codes must be kept nowhere.
        mine.MapPut("/recovery-codes", async Task<Results<Ok<RecoveryCodesView>, ProblemResult>> (RecoveryCodes codes, Confirmation confirmation, ClaimsPrincipal user, CancellationToken cancel)
                => await confirmation.CheckAsync(user, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.Ok(await codes.ReplaceAsync(user.AccountId(), cancel)))
            .Named("replaceRecoveryCodes", "Makes ten new recovery codes, shown this once; earlier ones open nothing any more. Asks for a recent confirmation.")
            .Refuses(AccountsErrors.ConfirmationRequired)
            .Costs(20);

        mine.MapGet("/devices", async Task<Ok<IReadOnlyList<DeviceView>>> (Devices devices, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await devices.ReadAsync(user, cancel)))
            .Named("listDevices", "Devices on which the account is signed in: this one first, then the latest used.");

        mine.MapDelete("/devices/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, Devices devices, ClaimsPrincipal user, CancellationToken cancel)
                => Answer(await devices.EndAsync(user.AccountId(), id, cancel)))
            .Named("signOutDevice", "Signs one device out.")
            .Refuses(AccountsErrors.DeviceNotFound)
            .Costs(2);

        mine.MapDelete("/devices", async Task<NoContent> (Devices devices, ClaimsPrincipal user, CancellationToken cancel) =>
            {
                await devices.EndOthersAsync(user, cancel);
                return TypedResults.NoContent();
            })
            .Named("signOutOtherDevices", "Signs out every device but this one.")
            .Costs(2);
    }

    private static void MapConfirmation(RouteGroupBuilder mine)
    {
        mine.MapPost("/confirmation", async Task<Results<NoContent, ProblemResult>> (ConfirmRequest body, Confirmation confirmation, HttpContext http, CancellationToken cancel)
                => Answer(await confirmation.ByPasswordAsync(body, http, cancel)))
            .Named("confirmWithPassword", "Proves by the password who one is; holds for 15 minutes, as signing in does.")
            .Refuses(AccountsErrors.PasswordWrong, AccountsErrors.SignInThrottled)
            .Costs(10);

        mine.MapPost("/confirmation/passkey-options", async Task<Ok<JsonElement>> (Confirmation confirmation, HttpContext http, CancellationToken cancel)
                => TypedResults.Ok(await confirmation.AskAsync(http, cancel)))
            .Named("askConfirmationPasskey", "Gives the WebAuthn request options for a confirmation: the argument of PublicKeyCredential.parseRequestOptionsFromJSON.")
            .Costs(10);

        mine.MapPost("/confirmation/passkey", async Task<Results<NoContent, ProblemResult>> (PasskeySignInRequest body, Confirmation confirmation, HttpContext http, CancellationToken cancel)
                => Answer(await confirmation.ByPasskeyAsync(body, http, cancel)))
            .Named("confirmWithPasskey", "Proves by a passkey who one is; holds for 15 minutes, as signing in does.")
            .Refuses(AccountsErrors.PasskeyCeremonyMissing, AccountsErrors.PasskeyRefused)
            .Costs(10);
    }

    private static void MapPasskeys(RouteGroupBuilder mine)
    {
        mine.MapPost("/passkeys/options", async Task<Results<Ok<JsonElement>, ProblemResult>> (ManagePasskeys passkeys, HttpContext http, CancellationToken cancel)
                => (await passkeys.AskAsync(http, cancel)).Answer(TypedResults.Ok))
            .Named("askNewPasskey", "Gives the WebAuthn creation options for one more passkey. Asks for a recent confirmation.")
            .Refuses(AccountsErrors.ConfirmationRequired, AccountsErrors.TooManyPasskeys)
            .Costs(10);

        mine.MapPost("/passkeys", async Task<Results<Ok<PasskeyView>, ProblemResult>> (AddPasskeyRequest body, ManagePasskeys passkeys, HttpContext http, CancellationToken cancel)
                => (await passkeys.AddAsync(body, http, cancel)).Answer(TypedResults.Ok))
            .Named("addPasskey", "Adds the passkey that the browser has made. Asks for a recent confirmation.")
            .Refuses(AccountsErrors.ConfirmationRequired, AccountsErrors.TooManyPasskeys, AccountsErrors.PasskeyNameInvalid, AccountsErrors.PasskeyCeremonyMissing, AccountsErrors.PasskeyRefused)
            .Costs(20);

        mine.MapPut("/passkeys/{id}", async Task<Results<Ok<PasskeyView>, ProblemResult>> (string id, PasskeyNameRequest body, ManagePasskeys passkeys, ClaimsPrincipal user, CancellationToken cancel)
                => (await passkeys.RenameAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("renamePasskey", "Gives a passkey another name.")
            .Refuses(AccountsErrors.PasskeyNameInvalid, AccountsErrors.PasskeyNotFound)
            .Costs(2);

        mine.MapDelete("/passkeys/{id}", async Task<Results<NoContent, ProblemResult>> (string id, ManagePasskeys passkeys, ClaimsPrincipal user, CancellationToken cancel)
                => Answer(await passkeys.RemoveAsync(id, user, cancel)))
            .Named("removePasskey", "Removes a passkey, but never the last way into the account. Asks for a recent confirmation.")
            .Refuses(AccountsErrors.ConfirmationRequired, AccountsErrors.PasskeyNotFound, AccountsErrors.LastWayIn)
            .Costs(10);
    }

    private static Results<NoContent, ProblemResult> Answer(Problem? problem) => problem is null ? TypedResults.NoContent() : new ProblemResult(problem);
}
