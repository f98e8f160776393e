using Lucarne.Social.Notifications.Push;
using Microsoft.AspNetCore.Http;

namespace Lucarne.Social;

/// <summary>Settings of the network; configuration section <c>Lucarne</c>, environment <c>LUCARNE__…</c>. docs/operations.md lists them.</summary>
public sealed class SocialOptions
{
    /// <summary>Name of this installation, shown on its pages.</summary>
    public string Name { get; set; } = "Lucarne";

    /// <summary>Folder of the database, the media and the work in progress.</summary>
    public string DataFolder { get; set; } = ".data";

    /// <summary>Connection string of PostgreSQL; null uses SQLite in the data folder.</summary>
    public string? Postgres { get; set; }

    /// <summary>Origin that people see (<c>https://video.example</c>); null takes scheme and host from each request.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>False closes sign-up once the first account exists.</summary>
    public bool SignUpsOpen { get; set; } = true;

    /// <summary>Folder of the built web client; null looks for <c>web/dist</c> beside the program and above it.</summary>
    public string? WebFolder { get; set; }

    /// <summary>Addresses or networks (CIDR) of reverse proxies whose <c>X-Forwarded-*</c> headers are believed.</summary>
    public IList<string> TrustedProxies { get; } = [];

    /// <summary>Addresses or networks (CIDR) that may read <c>/metrics</c>; the machine itself always may.</summary>
    public IList<string> MetricsNetworks { get; } = [];

    /// <summary>Generations that one account may have queued or in progress at a time.</summary>
    public int ActiveGenerationsPerAccount { get; set; } = 4;

    /// <summary>Shortest video that may be asked for, in seconds; the engine's own bound holds too.</summary>
    public double MinSeconds { get; set; } = 4;

    /// <summary>Longest video that may be asked for, in seconds; the engine's own bound holds too.</summary>
    public double MaxSeconds { get; set; } = 25;

    /// <summary>Days that a closed account can be opened again before it is erased.</summary>
    public int DaysOfGrace { get; set; } = 14;

    /// <summary>Generations made at the same time by this process; 0 makes none (a node that only answers).</summary>
    public int Concurrency { get; set; } = 1;

    /// <summary>Free bytes on the data folder's disk under which the server says that it is not ready.</summary>
    public long MinFreeDiskBytes { get; set; } = 512L << 20;

    /// <summary>Web push.</summary>
    public PushOptions Push { get; } = new();

    /// <summary>Point budgets.</summary>
    public RateLimitOptions RateLimit { get; } = new();

    /// <summary>True for a length within <see cref="MinSeconds"/> and <see cref="MaxSeconds"/>.</summary>
    internal bool Allows(double seconds) => seconds >= MinSeconds && seconds <= MaxSeconds;

    /// <summary>The origin that a request was meant for, without a final slash: <see cref="PublicUrl"/>, or what the request itself says.</summary>
    internal string OriginOf(HttpRequest request) => PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
}

/// <summary>Budgets of <c>Http/RateLimits</c> and of sign-in.</summary>
public sealed class RateLimitOptions
{
    /// <summary>False lifts every limit: for load tests.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Points a minute of a signed-in account.</summary>
    public int AccountPointsPerMinute { get; set; } = 1200;

    /// <summary>Points a minute of an address that is signed out.</summary>
    public int AddressPointsPerMinute { get; set; } = 600;

    /// <summary>Sign-in attempts for one handle from one address in a quarter of an hour.</summary>
    public int SignInsPerHandleAndAddress { get; set; } = 10;

    /// <summary>Sign-in attempts from one address in a quarter of an hour.</summary>
    public int SignInsPerAddress { get; set; } = 60;

    /// <summary>Sign-in attempts for one handle, from anywhere, in a quarter of an hour.</summary>
    public int SignInsPerHandle { get; set; } = 100;
}
