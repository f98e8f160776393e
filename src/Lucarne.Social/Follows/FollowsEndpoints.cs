using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Follows;

/// <summary>The doors of following, blocking and muting.</summary>
internal static class FollowsEndpoints
{
    private const string CursorHelp = "Where to go on: next of the page before.";
    private const string LimitHelp = "Number of accounts, 1 to 100; 20 when absent.";

    public static void AddFollows(this IServiceCollection services)
    {
        services.AddScoped<FollowAccount>();
        services.AddScoped<BlockAccount>();
        services.AddScoped<MuteAccount>();
        services.AddScoped<MutedWords>();
        services.AddScoped<ChangeMutedWords>();
        services.AddScoped<ReadPeople>();
    }

    public static void MapFollows(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder people = api.MapGroup("").WithTags("Follows");
        MapRelations(people);
        MapLists(people);
        MapMutedWords(people);
    }

    private static void MapRelations(RouteGroupBuilder people)
    {
        people.MapPut("/accounts/{handle}/follow", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, FollowAccount follow, ClaimsPrincipal user, CancellationToken cancel)
                => (await follow.FollowAsync(user.AccountId(), handle, cancel)).Answer(TypedResults.Ok))
            .Named("follow", "Follows an account. Following twice is no error.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself, FollowsErrors.AccountBlocked, FollowsErrors.TooManyFollowed)
            .Costs(5)
            .RequireAuthorization();

        people.MapDelete("/accounts/{handle}/follow", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, FollowAccount follow, ClaimsPrincipal user, CancellationToken cancel)
                => (await follow.UnfollowAsync(user.AccountId(), handle, cancel)).Answer(TypedResults.Ok))
            .Named("unfollow", "Ends a follow.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself)
            .Costs(5)
            .RequireAuthorization();

        people.MapPut("/accounts/{handle}/block", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, BlockAccount block, ClaimsPrincipal user, CancellationToken cancel)
                => (await block.BlockAsync(user.AccountId(), handle, cancel)).Answer(TypedResults.Ok))
            .Named("block", "Blocks an account: neither sees nor reaches the other, and they follow each other no more.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself)
            .Costs(5)
            .RequireAuthorization();

        people.MapDelete("/accounts/{handle}/block", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, BlockAccount block, ClaimsPrincipal user, CancellationToken cancel)
                => (await block.UnblockAsync(user.AccountId(), handle, cancel)).Answer(TypedResults.Ok))
            .Named("unblock", "Ends a block. Follows that it ended do not come back.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself)
            .Costs(5)
            .RequireAuthorization();

        people.MapPut("/accounts/{handle}/mute", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, MuteRequest body, MuteAccount mute, ClaimsPrincipal user, CancellationToken cancel)
                => (await mute.MuteAsync(user.AccountId(), handle, body, cancel)).Answer(TypedResults.Ok))
            .Named("mute", "Mutes an account, for some hours or for good: it no longer appears in lists and notifications. It is not told.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself, FollowsErrors.MuteInvalid)
            .Costs(5)
            .RequireAuthorization();

        people.MapDelete("/accounts/{handle}/mute", async Task<Results<Ok<RelationView>, ProblemResult>> (string handle, MuteAccount mute, ClaimsPrincipal user, CancellationToken cancel)
                => (await mute.UnmuteAsync(user.AccountId(), handle, cancel)).Answer(TypedResults.Ok))
            .Named("unmute", "Ends a mute.")
            .Refuses(ProfilesErrors.AccountNotFound, FollowsErrors.NotYourself)
            .Costs(5)
            .RequireAuthorization();
    }

    private static void MapLists(RouteGroupBuilder people)
    {
        people.MapGet("/accounts/{handle}/followers", async Task<Results<Ok<Page<PersonView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ReadPeople read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FollowersAsync(handle, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listFollowers", "Accounts that follow an account, the latest first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        people.MapGet("/accounts/{handle}/following", async Task<Results<Ok<Page<PersonView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ReadPeople read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FollowingAsync(handle, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listFollowing", "Accounts that an account follows, the latest first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        people.MapGet("/me/blocks", async Task<Results<Ok<Page<PersonView>>, ProblemResult>> (
                [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ReadPeople read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.BlockedAsync(user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listBlocks", "Accounts that the signed-in account blocks, the latest first.")
            .Refuses(HttpErrors.CursorInvalid, HttpErrors.LimitInvalid)
            .RequireAuthorization();

        people.MapGet("/me/mutes", async Task<Results<Ok<Page<PersonView>>, ProblemResult>> (
                [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ReadPeople read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.MutedAsync(user.AccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listMutes", "Accounts that the signed-in account mutes, the latest first.")
            .Refuses(HttpErrors.CursorInvalid, HttpErrors.LimitInvalid)
            .RequireAuthorization();
    }

    private static void MapMutedWords(RouteGroupBuilder people)
    {
        people.MapGet("/me/muted-words", async Task<Ok<IReadOnlyList<MutedWordView>>> (ChangeMutedWords words, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await words.ReadAsync(user.AccountId(), cancel)))
            .Named("listMutedWords", "Words that the signed-in account mutes, the latest first; at most 100.")
            .RequireAuthorization();

        people.MapPost("/me/muted-words", async Task<Results<Ok<MutedWordView>, ProblemResult>> (MutedWordRequest body, ChangeMutedWords words, ClaimsPrincipal user, CancellationToken cancel)
                => (await words.AddAsync(user.AccountId(), body, cancel)).Answer(TypedResults.Ok))
            .Named("muteWord", "Mutes a word or phrase, for some hours or for good: what holds it is left out of feeds, lists and notifications.")
            .Refuses(FollowsErrors.MutedWordInvalid, FollowsErrors.TooManyMutedWords, FollowsErrors.MuteInvalid)
            .Costs(2)
            .RequireAuthorization();

        people.MapDelete("/me/muted-words/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, ChangeMutedWords words, ClaimsPrincipal user, CancellationToken cancel)
                => await words.RemoveAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("unmuteWord", "Removes a muted word.")
            .Refuses(FollowsErrors.MutedWordNotFound)
            .Costs(2)
            .RequireAuthorization();
    }
}
