using Lucarne.Social.Accounts;
using Lucarne.Social.Erasures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Http;

/// <summary>Keeps a closed account from doing anything but opening itself again: its owner may read who it is, export it, reopen it and sign out.</summary>
internal static class ClosedAccountGuard
{
    /// <summary>The middleware; after authentication.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
        => context.User.IsClosed() && context.GetEndpoint()?.Metadata is { } route
            && route.GetMetadata<IAuthorizeData>() is not null && route.GetMetadata<OpenToClosedAccountsMetadata>() is null
                ? new ProblemResult(ErasuresErrors.AccountClosed).ExecuteAsync(context)
                : next(context);

    /// <summary>Lets closed accounts use a route.</summary>
    public static TBuilder OpenToClosedAccounts<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.WithMetadata(new OpenToClosedAccountsMetadata());

    private sealed record OpenToClosedAccountsMetadata;
}
