using Lucarne.Social.Http;
using Lucarne.Studio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Lucarne.Social.Operations;

/// <summary>The doors for those who run an installation: <c>/healthz</c>, <c>/readyz</c>, <c>/metrics</c>.</summary>
internal static class OperationsEndpoints
{
    private const string Readiness = "ready";

    public static void AddOperations(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Readiness])
            .AddCheck<DiskCheck>("disk", tags: [Readiness])
            .AddCheck<FfmpegCheck>("ffmpeg", tags: [Readiness]);
        services.AddSingleton<NetworkMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", NetworkMetrics.MeterName, StudioMetrics.MeterName)
            .AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 1000));
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Readiness), ResponseWriter = WriteAsync });
        app.Services.GetRequiredService<NetworkMetrics>();
        List<System.Net.IPNetwork> allowed = [.. app.Services.GetRequiredService<IOptions<SocialOptions>>().Value.MetricsNetworks.Select(Networks.Parse)];
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == "/metrics" && MayScrape(context, allowed));
    }

    private static bool MayScrape(HttpContext context, List<System.Net.IPNetwork> allowed)
        => context.Connection.RemoteIpAddress is { } address
            && (System.Net.IPAddress.IsLoopback(address) || allowed.Exists(network => network.Contains(Networks.Plain(address))));

    private static Task WriteAsync(HttpContext context, HealthReport report)
        => context.Response.WriteAsJsonAsync(
            new HealthView(
                report.Status == HealthStatus.Healthy ? "ok" : "failing",
                report.Entries.ToDictionary(e => e.Key, e => e.Value.Status == HealthStatus.Healthy ? "ok" : e.Value.Description ?? "failing", StringComparer.Ordinal)),
            context.RequestAborted);

    /// <summary>The JSON of a health answer: <c>ok</c>, or what each failing part lacks.</summary>
    private sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks);
}
