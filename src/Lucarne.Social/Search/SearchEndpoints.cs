using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Search;

/// <summary>The doors of search.</summary>
internal static class SearchEndpoints
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<ReadSearch>();
        services.AddSingleton<SearchIndexer>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchIndexer>());
    }

    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder search = api.MapGroup("/search").WithTags("Search").Costs(2);

        search.MapGet("/posts", async Task<Results<Ok<PostsFound>, ProblemResult>> (
                [Description("1 to 200 characters. The last word may be unfinished; #tag finds a tag.")] string? q,
                [Description("Only films of this shape: portrait, landscape or square; any when absent.")] string? shape,
                [Description("Only posts of the last day, week, month or year; all (the default) for any.")] string? window,
                [Description("best (the default) or newest first.")] string? order,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of posts, 1 to 100; 20 when absent.")] int? limit,
                ReadSearch read, TimeProvider time, ClaimsPrincipal user, CancellationToken cancel)
                => (PostFilter.Read(shape, window, order, time.GetUtcNow()).TryGet(out PostFilter? filter, out Problem? problem)
                    ? await read.PostsAsync(q, filter, user.FindAccountId(), cursor, limit, cancel)
                    : problem).Answer(TypedResults.Ok))
            .Named("searchPosts", "Posts whose title, caption or prompt hold all words, in any form, in English and French; typing errors are mended.")
            .Refuses(SearchErrors.QueryInvalid, SearchErrors.FilterInvalid, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        search.MapGet("/people", async Task<Results<Ok<PeopleFound>, ProblemResult>> (
                [Description("1 to 200 characters of a handle or a name; the last word may be unfinished.")] string? q,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of people, 1 to 100; 20 when absent.")] int? limit,
                ReadSearch read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.PeopleAsync(q, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("searchPeople", "People by handle and name, those who let themselves be found.")
            .Refuses(SearchErrors.QueryInvalid, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        search.MapGet("/tags", async Task<Results<Ok<TagsFound>, ProblemResult>> (
                [Description("1 to 200 characters that a tag begins with.")] string? q, ReadSearch read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.TagsAsync(q, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("searchTags", "Tags that begin so, the most used first, 20 at most.")
            .Refuses(SearchErrors.QueryInvalid);
    }
}
