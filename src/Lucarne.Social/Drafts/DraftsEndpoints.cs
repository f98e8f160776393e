using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Drafts;

/// <summary>The doors of drafts. All of them are their owner's alone.</summary>
internal static class DraftsEndpoints
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddScoped<ReadDrafts>();
        services.AddScoped<DeleteDraft>();
    }

    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder drafts = api.MapGroup("/drafts").WithTags("Drafts").RequireAuthorization();

        drafts.MapGet("", async Task<Results<Ok<Page<DraftView>>, ProblemResult>> (
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of drafts, 1 to 100; 20 when absent.")] int? limit,
                ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAsync(user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listDrafts", "One's own drafts, newest first, those in the making included.")
            .Refuses(HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        drafts.MapGet("/{id:guid}", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readDraft", "One of one's own drafts.")
            .Refuses(DraftsErrors.DraftNotFound);

        drafts.MapPost("/{id:guid}/read", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.MarkReadAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("markDraftRead", "Notes that the draft has been opened.")
            .Refuses(DraftsErrors.DraftNotFound);

        drafts.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DeleteDraft delete, ClaimsPrincipal user, CancellationToken cancel)
                => await delete.RunAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteDraft", "Deletes a draft with its video, for good; one in the making is cancelled first.")
            .Refuses(DraftsErrors.DraftNotFound)
            .Costs(5);
    }
}
