using System.Globalization;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Settings;

/// <summary>The doors of settings.</summary>
internal static class SettingsEndpoints
{
    public static void AddSettings(this IServiceCollection services) => services.AddScoped<ChangeSettings>();

    public static void MapSettings(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder settings = api.MapGroup("/me/settings").WithTags("Settings").RequireAuthorization();

        settings.MapGet("", async Task<Results<Ok<AccountSettingsView>, StatusCodeHttpResult>> (LucarneContext db, ClaimsPrincipal user, HttpContext http, CancellationToken cancel) =>
            {
                Guid accountId = user.AccountId();
                Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
                EntityTagHeaderValue tag = TagOf(account.Settings.Version);
                http.Response.Headers.ETag = tag.ToString();
                return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
                    ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
                    : TypedResults.Ok(AccountSettingsView.Of(account));
            })
            .Named("readSettings", "What the signed-in account has chosen, with an entity tag.");

        settings.MapPut("", async Task<Results<Ok<AccountSettingsView>, ProblemResult>> (AccountSettingsView body, ChangeSettings change, ClaimsPrincipal user, HttpContext http, CancellationToken cancel) =>
            {
                if (!TryReadExpected(http.Request, out int? expected))
                {
                    return new ProblemResult(SettingsErrors.SettingsChanged);
                }

                if (!(await change.RunAsync(user.AccountId(), body, expected, cancel)).TryGet(out int version, out Problem? problem))
                {
                    return new ProblemResult(problem);
                }

                http.Response.Headers.ETag = TagOf(version).ToString();
                return TypedResults.Ok(body);
            })
            .Named("changeSettings", "Replaces all settings of the signed-in account. With If-Match, only where they are still those of that entity tag.")
            .Refuses(AccountsErrors.LocaleInvalid, SettingsErrors.BreakInvalid, SettingsErrors.SettingsChanged)
            .Costs(2);
    }

    private static EntityTagHeaderValue TagOf(int version) => new(string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));

    /// <summary>The one version that <c>If-Match</c> names, null where it names none or any; false for a tag that these settings never had.</summary>
    private static bool TryReadExpected(HttpRequest request, out int? expected)
    {
        expected = null;
        IList<EntityTagHeaderValue> tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0 || tags.Any(t => t.Equals(EntityTagHeaderValue.Any)))
        {
            return true;
        }

        bool read = int.TryParse(tags[0].Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int version);
        expected = version;
        return read && tags.Count == 1;
    }
}
