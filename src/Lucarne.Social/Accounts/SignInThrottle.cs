using System.Net;
using System.Threading.RateLimiting;
using Lucarne.Social.Http;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Accounts;

/// <summary>Slows down the guessing of passwords: attempts are counted for a handle from an address, for an address, and for a handle.</summary>
/// <remarks>An attempt counts before its password is looked at, so that parallel guesses gain nothing. Counters are kept in memory.</remarks>
internal sealed class SignInThrottle : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<(string Handle, string Network)>? _limiter;

    public SignInThrottle(IOptions<SocialOptions> options)
    {
        RateLimitOptions limits = options.Value.RateLimit;
        if (limits.Enabled)
        {
            _limiter = PartitionedRateLimiter.CreateChained(
                Counter(who => $"{who.Handle}|{who.Network}", limits.SignInsPerHandleAndAddress),
                Counter(who => who.Network, limits.SignInsPerAddress),
                Counter(who => who.Handle, limits.SignInsPerHandle));
        }
    }

    /// <summary>Counts an attempt; null when it may go on, or else <see cref="AccountsErrors.SignInThrottled"/>.</summary>
    public Problem? Count(string handle, IPAddress? address)
    {
        if (_limiter is null)
        {
            return null;
        }

        using RateLimitLease lease = _limiter.AttemptAcquire((handle, Networks.CountedAs(address)));
        if (lease.IsAcquired)
        {
            return null;
        }

        TimeSpan wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) ? told : Window;
        return AccountsErrors.SignInThrottled with { RetryAfterSeconds = (int)Math.Ceiling(wait.TotalSeconds) };
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter?.Dispose();

    private static PartitionedRateLimiter<(string Handle, string Network)> Counter(Func<(string Handle, string Network), string> key, int permits)
        => PartitionedRateLimiter.Create<(string Handle, string Network), string>(who => RateLimitPartition.GetFixedWindowLimiter(
            key(who), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));
}
