using System.Globalization;
using System.Threading.RateLimiting;
using Lucarne.Social.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Http;

/// <summary>Point budgets: each caller (an account, or else an address) has so many points a minute; each route has a price.</summary>
/// <remarks>Answers carry <c>RateLimit-Policy</c> and <c>RateLimit</c> (draft-ietf-httpapi-ratelimit-headers). Budgets are kept in memory, one set a process.</remarks>
internal sealed class RateLimits : IDisposable
{
    private const int PeriodSeconds = 60;

    private readonly PartitionedRateLimiter<Caller>? _limiter;
    private readonly RateLimitOptions _options;

    public RateLimits(IOptions<SocialOptions> options)
    {
        _options = options.Value.RateLimit;
        if (_options.Enabled)
        {
            _limiter = PartitionedRateLimiter.Create<Caller, Caller>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, key => new TokenBucketRateLimiterOptions
            {
                TokenLimit = PointsOf(key),
                TokensPerPeriod = Math.Max(1, PointsOf(key) / PeriodSeconds),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
        }
    }

    /// <summary>Charges the caller for the matched route, or refuses with <see cref="HttpErrors.RateLimited"/>.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        int cost = context.GetEndpoint()?.Metadata.GetMetadata<CostMetadata>()?.Points ?? 0;
        if (_limiter is null || cost == 0)
        {
            await next(context);
            return;
        }

        Caller caller = Caller.Of(context);
        using RateLimitLease lease = _limiter.AttemptAcquire(caller, Math.Min(cost, PointsOf(caller)));
        long left = _limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        int refillPerSecond = Math.Max(1, PointsOf(caller) / PeriodSeconds);
        IHeaderDictionary headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"points\";q={PointsOf(caller)};w={PeriodSeconds}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"points\";r={left};t={(PointsOf(caller) - left) / refillPerSecond}");
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        int waitSeconds = (int)Math.Max(1, (cost - left + refillPerSecond - 1) / refillPerSecond);
        await new ProblemResult(HttpErrors.RateLimited with { RetryAfterSeconds = waitSeconds }).ExecuteAsync(context);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    private int PointsOf(Caller caller) => caller.Account is null ? _options.AddressPointsPerMinute : _options.AccountPointsPerMinute;

    private readonly record struct Caller(Guid? Account, string Address)
    {
        public static Caller Of(HttpContext context)
            => context.User.FindAccountId() is Guid account ? new(account, "") : new(null, Networks.CountedAs(context.Connection.RemoteIpAddress));
    }
}
