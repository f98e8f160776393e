using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Studio;

/// <summary>Adds the studio to a host.</summary>
public static class StudioServices
{
    /// <summary>
    /// Adds <see cref="GenerationService"/>, <see cref="Renditions"/>, <see cref="MediaStore"/>, <see cref="Production"/>, <see cref="EngineRegistry"/> over every registered
    /// <see cref="IEngine"/>, and the workers that make generations while the host runs.
    /// The caller registers <c>IDbContextFactory&lt;TContext&gt;</c> and its engines (<see cref="IEngine"/>, the first one is the default), and applies the migrations before the host starts.
    /// </summary>
    /// <typeparam name="TContext">The product's context.</typeparam>
    public static IServiceCollection AddStudio<TContext>(this IServiceCollection services, StudioOptions options)
        where TContext : StudioContext
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<OpenStudioContext>(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext);
        services.AddSingleton(provider => new EngineRegistry(provider.GetServices<IEngine>()));
        services.AddSingleton<GenerationQueue>();
        services.AddSingleton<GenerationBoard>();
        services.AddSingleton<RunRates>();
        services.AddMetrics();
        services.AddSingleton<StudioMetrics>();
        services.AddSingleton(new Ffmpeg(options.FfmpegPath));
        services.AddSingleton<Production>();
        services.AddSingleton<StyleThumbnails>();
        services.AddSingleton(_ => new MediaStore(options.DataFolder));
        services.AddSingleton<ResultStore>();
        services.AddSingleton(provider => new AdoptFilm(
            provider.GetRequiredService<Ffmpeg>(), provider.GetRequiredService<ResultStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new Renditions(
            provider.GetRequiredService<OpenStudioContext>(),
            provider.GetRequiredService<ResultStore>(),
            options,
            provider.GetRequiredService<Ffmpeg>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<ILogger<Renditions>>()));
        services.AddSingleton<EditRunner>();
        services.AddSingleton<EditPlanner>();
        services.AddSingleton(provider => new GenerationService(
            provider.GetRequiredService<OpenStudioContext>(),
            options,
            provider.GetRequiredService<EngineRegistry>(),
            provider.GetRequiredService<EditPlanner>(),
            provider.GetRequiredService<GenerationQueue>(),
            provider.GetRequiredService<GenerationBoard>(),
            provider.GetRequiredService<RunRates>(),
            provider.GetRequiredService<ResultStore>(),
            provider.GetRequiredService<StudioMetrics>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<GenerationWorkers>();
        return services;
    }
}
