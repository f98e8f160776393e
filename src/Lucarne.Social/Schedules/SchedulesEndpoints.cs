using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Schedules;

/// <summary>The doors of schedules. All of them are their owner's alone.</summary>
internal static class SchedulesEndpoints
{
    public static void AddSchedules(this IServiceCollection services)
    {
        services.AddScoped<SchedulePost>();
        services.AddSingleton<PublishScheduled>();
        services.AddHostedService(provider => provider.GetRequiredService<PublishScheduled>());
    }

    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder schedules = api.MapGroup("").WithTags("Drafts").RequireAuthorization();

        schedules.MapGet("/schedule", async Task<Ok<Page<DraftView>>> (SchedulePost schedule, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<DraftView>(await schedule.ListAsync(user.AccountId(), cancel), Next: null)))
            .Named("listSchedule", "One's own drafts that are to be published, soonest first, and those whose publication could not be made.");

        schedules.MapPut("/drafts/{id:guid}/schedule", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, SchedulePostRequest body, SchedulePost schedule, ClaimsPrincipal user, CancellationToken cancel)
                => (await schedule.SetAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("scheduleDraft", "Schedules the publication of a draft, or changes it. The draft stays one until then, and may still be in the making.")
            .Refuses(
                SchedulesErrors.TimeInvalid, PostsErrors.TitleTooLong, PostsErrors.CaptionTooLong, PostsErrors.AltTextTooLong,
                DraftsErrors.DraftNotFound, DraftsErrors.DraftNotFinished, SchedulesErrors.TooMany)
            .Costs(5);

        schedules.MapDelete("/drafts/{id:guid}/schedule", async Task<Results<NoContent, ProblemResult>> (Guid id, SchedulePost schedule, ClaimsPrincipal user, CancellationToken cancel)
                => await schedule.CancelAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("cancelSchedule", "Takes the schedule of a draft away; the draft stays.")
            .Refuses(SchedulesErrors.NotScheduled)
            .Costs(2);
    }
}
