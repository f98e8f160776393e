using System.Security.Claims;
using System.Text.Encodings.Web;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Accounts;

/// <summary>Authenticates a request by its session cookie.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Cookies.ContainsKey(SessionCookie.Name))
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(Context, Context.RequestAborted) is not { } account)
        {
            return AuthenticateResult.Fail("The session has ended");
        }

        List<Claim> claims =
        [
            new(Identities.AccountIdClaim, account.AccountId.ToString()),
            new(Identities.SessionIdClaim, account.SessionId.ToString()),
            new(ClaimTypes.Name, account.Handle),
        ];
        if (account.Closed)
        {
            claims.Add(new Claim(Identities.ClosedClaim, "true"));
        }

        if (account.Administrator)
        {
            claims.Add(new Claim(ClaimTypes.Role, Identities.AdministratorRole));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        => new ProblemResult(HttpErrors.SignedOut).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
        => new ProblemResult(HttpErrors.Forbidden).ExecuteAsync(Context);
}

/// <summary>Reads who is signed in from a request's principal.</summary>
public static class Identities
{
    internal const string AccountIdClaim = "account";
    internal const string SessionIdClaim = "session";
    internal const string ClosedClaim = "closed";

    /// <summary>Role of those who run the installation.</summary>
    public const string AdministratorRole = "administrator";

    /// <summary>The signed-in account; null when signed out.</summary>
    public static Guid? FindAccountId(this ClaimsPrincipal user) => Read(user, AccountIdClaim);

    /// <summary>The signed-in account, on a route that requires one.</summary>
    public static Guid AccountId(this ClaimsPrincipal user)
        => user.FindAccountId() ?? throw new InvalidOperationException("AccountId: the route lacks RequireAuthorization()");

    /// <summary>True for an account that its owner has closed.</summary>
    internal static bool IsClosed(this ClaimsPrincipal user) => user.HasClaim(ClosedClaim, "true");

    internal static Guid? FindSessionId(this ClaimsPrincipal user) => Read(user, SessionIdClaim);

    /// <summary>The session of the request, on a route that requires an account.</summary>
    internal static Guid SessionId(this ClaimsPrincipal user)
        => user.FindSessionId() ?? throw new InvalidOperationException("SessionId: the route lacks RequireAuthorization()");

    private static Guid? Read(ClaimsPrincipal user, string claim)
        => user.FindFirst(claim) is { } found ? Guid.Parse(found.Value) : null;
}
