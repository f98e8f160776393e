using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Moderation;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Admin;

/// <summary>The doors of administration; for administrators alone.</summary>
internal static class AdminEndpoints
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddScoped<SuspendAccount>();
        services.AddScoped<AdministerAccounts>();
        services.AddScoped<FeaturePost>();
        services.AddScoped<ReadAdministration>();
        services.AddSingleton<StorageMeter>();
    }

    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder admin = api.MapGroup("/admin").WithTags("Admin")
            .RequireAuthorization(new AuthorizeAttribute { Roles = Identities.AdministratorRole });

        admin.MapGet("/overview", async (ReadAdministration read, CancellationToken cancel) => TypedResults.Ok(await read.OverviewAsync(cancel)))
            .Named("readOverview", "The state of the installation at a glance.")
            .Refuses(HttpErrors.Forbidden);

        admin.MapGet("/cases", async Task<Results<Ok<Page<CaseView>>, ProblemResult>> (
                [Description("False for the queue of open cases (the default), true for those decided.")] bool? decided,
                [Description("Only cases about this kind of thing: post, account, comment or message.")] string? kind,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of cases, 1 to 100; 20 when absent.")] int? limit,
                ReadCases read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAsync(decided ?? false, kind, user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listCases", "Cases: open ones by urgency and age, or decided ones.")
            .Refuses(HttpErrors.Forbidden, ModerationErrors.KindUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        admin.MapGet("/cases/{id:guid}", async Task<Results<Ok<CaseView>, ProblemResult>> (Guid id, ReadCases read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(id, user.AccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readCase", "One case with its reports.")
            .Refuses(HttpErrors.Forbidden, ModerationErrors.CaseNotFound);

        admin.MapPost("/cases/{id:guid}/decide", async Task<Results<Ok<CaseView>, ProblemResult>> (
                Guid id, DecideCaseRequest body, DecideCase decide, ReadCases read, ClaimsPrincipal user, CancellationToken cancel)
                => await decide.RunAsync(user.AccountId(), id, body, cancel) is { } problem
                    ? new ProblemResult(problem)
                    : (await read.FindAsync(id, user.AccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("decideCase", "Decides a case, or decides it anew.")
            .Refuses(HttpErrors.Forbidden, ModerationErrors.CaseNotFound, ModerationErrors.NoteTooLong, ModerationErrors.RuleMissing, ModerationErrors.DecisionImpossible);

        admin.MapGet("/accounts", async Task<Results<Ok<Page<AdministeredAccount>>, ProblemResult>> (
                [Description("Part of a handle or name.")] string? query,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of accounts, 1 to 100; 20 when absent.")] int? limit,
                AdministerAccounts accounts, CancellationToken cancel)
                => (await accounts.ListAsync(query, cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listAdministeredAccounts", "Accounts, newest first.")
            .Refuses(HttpErrors.Forbidden, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        admin.MapPatch("/accounts/{handle}", async Task<Results<Ok<AdministeredAccount>, ProblemResult>> (
                string handle, AdministerAccountRequest body, AdministerAccounts accounts, ClaimsPrincipal user, CancellationToken cancel)
                => (await accounts.ChangeAsync(user.AccountId(), handle, body, cancel)).Answer(TypedResults.Ok))
            .Named("administerAccount", "Suspends or reinstates an account, sets its marks, gives or takes the administrator's role.")
            .Refuses(HttpErrors.Forbidden, ModerationErrors.AccountNotFound, ModerationErrors.AccountIsAdministrator, ModerationErrors.LastAdministrator);

        admin.MapPut("/posts/{id:guid}/featured", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, FeaturePost feature, ClaimsPrincipal user, CancellationToken cancel)
                => (await feature.RunAsync(user.AccountId(), id, true, cancel)).Answer(TypedResults.Ok))
            .Named("featurePost", "Puts a public post before everyone on the explore page.")
            .Refuses(HttpErrors.Forbidden, PostsErrors.PostNotFound);

        admin.MapDelete("/posts/{id:guid}/featured", async Task<Results<Ok<PostView>, ProblemResult>> (Guid id, FeaturePost feature, ClaimsPrincipal user, CancellationToken cancel)
                => (await feature.RunAsync(user.AccountId(), id, false, cancel)).Answer(TypedResults.Ok))
            .Named("unfeaturePost", "Takes a post back from the featured ones.")
            .Refuses(HttpErrors.Forbidden, PostsErrors.PostNotFound);

        admin.MapGet("/audit", async Task<Results<Ok<Page<AuditEntryView>>, ProblemResult>> (
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of entries, 1 to 100; 20 when absent.")] int? limit,
                ReadAdministration read, CancellationToken cancel)
                => (await read.AuditAsync(cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("readAuditLog", "What administrators did, newest first.")
            .Refuses(HttpErrors.Forbidden, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);
    }
}
