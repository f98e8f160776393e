using System.Security.Claims;
using System.Text.Json;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Accounts;

/// <summary>The doors of accounts and sign-in.</summary>
internal static class AccountsEndpoints
{
    private static readonly Problem[] NameProblems =
        [AccountsErrors.HandleInvalid, AccountsErrors.HandleReserved, AccountsErrors.HandleTaken, AccountsErrors.DisplayNameInvalid, AccountsErrors.LocaleInvalid, AccountsErrors.SignUpsClosed];

    public static void AddAccounts(this IServiceCollection services)
    {
        // The core only: the whole of AddAuthentication brings data protection, which writes keys to the home folder and serves nothing here.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.AddScheme<SessionAuthentication>(SessionAuthentication.SchemeName, null);
            authentication.DefaultScheme = SessionAuthentication.SchemeName;
        });
        services.AddWebEncoders();
        services.AddTransient<SessionAuthentication>();
        services.AddAuthorization();
        services.AddIdentityCore<Account>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SocialOptions>>((passkeys, social) =>
        {
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "preferred";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(
                !context.CrossOrigin && string.Equals(context.Origin, social.Value.OriginOf(context.HttpContext.Request), StringComparison.OrdinalIgnoreCase));
        });
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.TryAddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<Sessions>();
        services.AddScoped<SignUp>();
        services.AddScoped<SignIn>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<PasskeySignUp>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<CheckHandle>();
        services.AddScoped<ReadMe>();
        services.AddSecurity();
    }

    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder accounts = api.MapGroup("").WithTags("Accounts");

        accounts.MapGet("/handles/{handle}", async Task<Ok<HandleAvailability>> (string handle, CheckHandle checkHandle, CancellationToken cancel)
                => TypedResults.Ok(await checkHandle.RunAsync(handle, cancel)))
            .Named("checkHandle", "Tells whether a handle can be had, and why not.");

        accounts.MapPost("/accounts", async Task<Results<Created<Me>, ProblemResult>> (SignUpRequest body, SignUp signUp, ReadMe me, HttpContext http, CancellationToken cancel)
                => await WelcomeAsync(await signUp.RunAsync(body, http, cancel), me, cancel))
            .Named("signUp", "Makes an account with a password, and signs it in. The first account of an installation is its administrator.")
            .Refuses([.. NameProblems, AccountsErrors.PasswordTooShort, AccountsErrors.PasswordTooLong, AccountsErrors.PasswordCommon])
            .Costs(20);

        accounts.MapPost("/accounts/passkey-options", async Task<Results<Ok<JsonElement>, ProblemResult>> (PasskeySignUpOptionsRequest body, PasskeySignUp signUp, HttpContext http, CancellationToken cancel)
                => (await signUp.AskAsync(body, http, cancel)).Answer(TypedResults.Ok))
            .Named("askSignUpPasskey", "Gives the WebAuthn creation options for a new account: the argument of PublicKeyCredential.parseCreationOptionsFromJSON.")
            .Refuses(NameProblems)
            .Costs(10);

        accounts.MapPost("/accounts/passkey", async Task<Results<Created<Me>, ProblemResult>> (PasskeySignUpRequest body, PasskeySignUp signUp, ReadMe me, HttpContext http, CancellationToken cancel)
                => await WelcomeAsync(await signUp.AnswerAsync(body, http, cancel), me, cancel))
            .Named("signUpWithPasskey", "Makes an account with the passkey that the browser has made, and signs it in.")
            .Refuses([.. NameProblems, AccountsErrors.PasskeyCeremonyMissing, AccountsErrors.PasskeyRefused])
            .Costs(20);

        accounts.MapPost("/sessions", async Task<Results<Ok<Me>, ProblemResult>> (SignInRequest body, SignIn signIn, ReadMe me, HttpContext http, CancellationToken cancel)
                => await GreetAsync(await signIn.RunAsync(body, http, cancel), me, cancel))
            .Named("signIn", "Signs in with a password.")
            .Refuses(AccountsErrors.SignInFailed, AccountsErrors.SignInThrottled, AccountsErrors.AccountSuspended)
            .Costs(10);

        accounts.MapPost("/sessions/passkey-options", async Task<Ok<JsonElement>> (PasskeySignIn signIn, HttpContext http, CancellationToken cancel)
                => TypedResults.Ok(await signIn.AskAsync(http, cancel)))
            .Named("askSignInPasskey", "Gives the WebAuthn request options: the argument of PublicKeyCredential.parseRequestOptionsFromJSON.")
            .Costs(10);

        accounts.MapPost("/sessions/passkey", async Task<Results<Ok<Me>, ProblemResult>> (PasskeySignInRequest body, PasskeySignIn signIn, ReadMe me, HttpContext http, CancellationToken cancel)
                => await GreetAsync(await signIn.AnswerAsync(body, http, cancel), me, cancel))
            .Named("signInWithPasskey", "Signs in with a passkey.")
            .Refuses(AccountsErrors.PasskeyCeremonyMissing, AccountsErrors.PasskeyRefused, AccountsErrors.AccountSuspended)
            .Costs(10);

        accounts.MapDelete("/sessions/current", async Task<NoContent> (Sessions sessions, HttpContext http, CancellationToken cancel) =>
            {
                await sessions.CloseAsync(http, cancel);
                return TypedResults.NoContent();
            })
            .Named("signOut", "Ends this session. Signing out twice is no error.");

        api.MapSecurity();
        accounts.MapGet("/me", async Task<Ok<Me>> (ReadMe me, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await me.RunAsync(user.AccountId(), cancel)))
            .Named("readMe", "The signed-in account.")
            .OpenToClosedAccounts()
            .RequireAuthorization();
    }

    private static async Task<Results<Created<Me>, ProblemResult>> WelcomeAsync(Outcome<Account> outcome, ReadMe me, CancellationToken cancel)
        => outcome.TryGet(out Account? account, out Problem? problem)
            ? TypedResults.Created("/api/me", await me.RunAsync(account, cancel))
            : new ProblemResult(problem);

    private static async Task<Results<Ok<Me>, ProblemResult>> GreetAsync(Outcome<Account> outcome, ReadMe me, CancellationToken cancel)
        => outcome.TryGet(out Account? account, out Problem? problem)
            ? TypedResults.Ok(await me.RunAsync(account, cancel))
            : new ProblemResult(problem);
}
