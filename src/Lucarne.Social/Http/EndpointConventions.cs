using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Http;

/// <summary>What every endpoint declares about itself: name, summary, refusals and price.</summary>
internal static class EndpointConventions
{
    /// <summary>Names and summarises a route: both reach the OpenAPI document and the generated client.</summary>
    /// <param name="builder">The route.</param>
    /// <param name="name">camelCase operation id, a verb first.</param>
    /// <param name="summary">One sentence for the reader of the API.</param>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder builder, string name, string summary)
        => builder.WithName(name).WithSummary(summary);

    /// <summary>Documents the refusals that a route may answer with, grouped by status.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder builder, params Problem[] problems)
    {
        foreach (IGrouping<int, Problem> group in problems.GroupBy(p => p.Status))
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(group.Key, typeof(ProblemBody), [ProblemResult.ContentType]));
        }

        return builder.WithMetadata(new RefusalsMetadata(problems));
    }

    /// <summary>Sets what a request costs of the caller's points (see <see cref="RateLimits"/>); 1 when unset.</summary>
    public static TBuilder Costs<TBuilder>(this TBuilder builder, int points)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new CostMetadata(points));
}

/// <summary>Refusals of a route, for the OpenAPI document.</summary>
/// <param name="Problems">In order of declaration.</param>
internal sealed record RefusalsMetadata(IReadOnlyList<Problem> Problems);

/// <summary>Price of a route.</summary>
/// <param name="Points">Points a request; 0 is free.</param>
internal sealed record CostMetadata(int Points);
