using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Moderation;

/// <summary>The doors of reports and of what was decided.</summary>
internal static class ModerationEndpoints
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddScoped<ReportTargets>();
        services.AddScoped<SendReport>();
        services.AddScoped<ReadReports>();
        services.AddScoped<ReadCases>();
        services.AddScoped<DecideCase>();
        services.AddScoped<AuditLog>();
    }

    public static void MapModeration(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder reports = api.MapGroup("").WithTags("Moderation").RequireAuthorization();

        reports.MapPost("/reports", async Task<Results<Created<ReportView>, ProblemResult>> (SendReportRequest body, SendReport send, ClaimsPrincipal user, CancellationToken cancel)
                => (await send.RunAsync(user.AccountId(), body, cancel)).Answer(report => TypedResults.Created("/api/reports", report)))
            .Named("sendReport", "Tells the administrators of something that breaks a rule; sent again, it replaces the first one.")
            .Refuses(ModerationErrors.TargetNotFound, ModerationErrors.TargetIsYours, ModerationErrors.NoteTooLong, ModerationErrors.TooManyReports)
            .Costs(5);

        reports.MapGet("/reports", async Task<Results<Ok<Page<ReportView>>, ProblemResult>> (
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of reports, 1 to 100; 20 when absent.")] int? limit,
                ReadReports read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.SentAsync(user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listReports", "One's own reports and what became of them, newest first.")
            .Refuses(HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        reports.MapGet("/me/decisions", async (ReadReports read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await read.DecisionsAsync(user.AccountId(), cancel)))
            .Named("listDecisions", "What administrators decided about one's own things, and by which rule; the latest 100.");
    }
}
