using Lucarne.Social;
using Lucarne.Social.Data;
using Lucarne.Studio;
using Lucarne.Tensors.Products;
using Microsoft.Extensions.Logging.Console;

namespace Lucarne.App;

/// <summary>Wires the rooms into one server.</summary>
internal static class LucarneServer
{
    /// <summary>Builds a server that is not started.</summary>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="dataFolder">Folder of the database and media.</param>
    /// <param name="configure">Services that replace or add to the usual ones; for tests.</param>
    /// <param name="wanModel">Folder of a Wan model; null takes the environment's.</param>
    /// <param name="wanPrecision">Precision of its products.</param>
    public static WebApplication Build(string urls, string dataFolder, Action<IServiceCollection>? configure = null, string? wanModel = null, ProductPrecision wanPrecision = ProductPrecision.F32)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls).UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders()
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-ddTHH:mm:ssZ ", true))
            .AddFilter("Microsoft", LogLevel.Warning)
            // Constraints that refuse a row are part of the plan; what is not ends as a problem, which is logged whole.
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
            .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None)
            .AddFilter("Lucarne", LogLevel.Information)
            .AddFilter("Lucarne.Social.Accounts.SessionAuthentication", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddOptions<SocialOptions>().BindConfiguration("Lucarne").Configure(options =>
        {
            options.DataFolder = Path.GetFullPath(dataFolder);
            options.WebFolder ??= Environment.GetEnvironmentVariable("LUCARNE_WEB_ROOT");
        });
        builder.Services.AddSocial();
        SocialOptions settings = builder.Configuration.GetSection("Lucarne").Get<SocialOptions>() ?? new SocialOptions();
        builder.Services.AddStudio<LucarneContext>(new StudioOptions
        {
            DataFolder = Path.GetFullPath(dataFolder),
            Concurrency = settings.Concurrency,
            MinFreeBytes = settings.MinFreeDiskBytes,
        });
        builder.Services.AddEngines(wanModel, wanPrecision);
        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        app.MapSocial();
        return app;
    }
}
