using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Exports;

/// <summary>The doors of exports. All of them are their owner's alone.</summary>
internal static class ExportsEndpoints
{
    public static void AddExports(this IServiceCollection services)
    {
        services.AddSingleton<ExportFiles>();
        services.AddSingleton<WriteExport>();
        services.AddSingleton<ExportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ExportWorker>());
        services.AddScoped<ManageExports>();
    }

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder exports = api.MapGroup("/me/exports").WithTags("Data").OpenToClosedAccounts().RequireAuthorization();

        exports.MapPost("", async Task<Results<Accepted<ExportView>, ProblemResult>> (ManageExports manage, ClaimsPrincipal user, CancellationToken cancel)
                => (await manage.RequestAsync(user.AccountId(), cancel)).Answer(export => TypedResults.Accepted($"/api/me/exports/{export.Id}", export)))
            .Named("requestExport", "Starts a zip of everything that the account holds, in the background; an earlier one is deleted. docs/export-format.md describes it.")
            .Refuses(ExportsErrors.ExportInProgress)
            .Costs(100);

        exports.MapGet("", async Task<Ok<Page<ExportView>>> (ManageExports manage, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await manage.ListAsync(user.AccountId(), cancel)))
            .Named("listExports", "One's own exports, newest first.");

        exports.MapGet("/{id:guid}", async Task<Results<Ok<ExportView>, ProblemResult>> (Guid id, ManageExports manage, ClaimsPrincipal user, CancellationToken cancel)
                => (await manage.FindAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readExport", "One of one's own exports, with its progress.")
            .Refuses(ExportsErrors.ExportNotFound);

        exports.MapGet("/{id:guid}/file", async Task<Results<PhysicalFileHttpResult, ProblemResult>> (
                Guid id, ManageExports manage, ClaimsPrincipal user, HttpContext http, CancellationToken cancel)
                => (await manage.OpenAsync(user.AccountId(), id, cancel)).Answer(download =>
                {
                    http.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Private = true, NoStore = true };
                    return TypedResults.PhysicalFile(download.Path, "application/zip", download.FileName, entityTag: new EntityTagHeaderValue($"\"{id:N}\""), enableRangeProcessing: true);
                }))
            .Named("downloadExport", "The archive, for its owner; byte ranges work.")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .Refuses(ExportsErrors.ExportNotFound, ExportsErrors.ExportNotReady);

        exports.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, ManageExports manage, ClaimsPrincipal user, CancellationToken cancel)
                => await manage.DeleteAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteExport", "Deletes an export with its archive; one that is being made is stopped.")
            .Refuses(ExportsErrors.ExportNotFound)
            .Costs(5);
    }
}
