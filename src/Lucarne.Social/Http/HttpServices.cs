using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Http;

/// <summary>The doors of what every request passes through.</summary>
internal static class HttpServices
{
    /// <summary>Most bytes of a JSON body.</summary>
    public const int MaxBodyBytes = 256 << 10;

    public static void AddHttp(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SocialOptions>>(TrustProxies);
        services.AddProblemHandling();
        services.AddOpenApiDocumentation();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<Idempotency>();
    }

    /// <summary>How the API reads and writes JSON: camelCase, enums by name, numbers as numbers, nothing missing and no null where the type has none.</summary>
    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = 32;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    /// <summary>The order that every request passes: errors, headers, route, origin, who, how often, once only.</summary>
    public static void UseHttp(this WebApplication app)
    {
        SocialOptions options = app.Services.GetRequiredService<IOptions<SocialOptions>>().Value;
        app.UseForwardedHeaders();
        app.UseProblemHandling();
        app.Use(next => context => SecurityHeaders.InvokeAsync(context, next));
        app.UseWhen(IsApi, api => api.Use(next => context =>
        {
            // Read whole, in memory: JSON that breaks off in the middle otherwise leaves the connection's own pipe half read. Repeats are compared by their body, too.
            if (!HttpMethods.IsGet(context.Request.Method))
            {
                context.Request.EnableBuffering(MaxBodyBytes);
            }

            return next(context);
        }));
        app.UseRouting();
        app.UseWhen(IsApi, api => api.Use(next => context => CrossSiteGuard.InvokeAsync(context, options, next)));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(IsApi, api => api.Use(next => context => ClosedAccountGuard.InvokeAsync(context, next)));
        RateLimits limits = app.Services.GetRequiredService<RateLimits>();
        app.Use(next => context => limits.InvokeAsync(context, next));
        Idempotency idempotency = app.Services.GetRequiredService<Idempotency>();
        app.UseWhen(IsApi, api => api.Use(next => context => idempotency.InvokeAsync(context, next)));
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static void TrustProxies(ForwardedHeadersOptions forwarded, IOptions<SocialOptions> options)
    {
        forwarded.ForwardedHeaders = options.Value.TrustedProxies.Count > 0 ? ForwardedHeaders.All : ForwardedHeaders.None;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (System.Net.IPNetwork network in options.Value.TrustedProxies.Select(Networks.Parse))
        {
            forwarded.KnownIPNetworks.Add(network);
        }
    }
}
