using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Imports;

/// <summary>The door of imports: the command line's, since an archive may hold anything.</summary>
public static class ImportServices
{
    internal static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<ImportAccount>();
        services.AddScoped<CarryRows>();
        services.AddScoped<ImportWorks>();
        services.AddScoped<ImportExtras>();
        services.AddScoped<ImportTalk>();
        services.AddScoped<ImportLists>();
    }

    /// <summary>Reads an archive into an account; see docs/export-format.md.</summary>
    /// <param name="services">Of a server that is prepared; it need not be started.</param>
    /// <param name="path">The zip.</param>
    /// <param name="handle">Handle of the account here; null takes the archive's own.</param>
    /// <param name="progress">Told what is being read, and how many films of how many are done.</param>
    /// <param name="cancel">Stops the work; reading again goes on from there.</param>
    /// <exception cref="ArchiveException">The archive can't be read, or its account can't be placed.</exception>
    public static async Task<ImportReport> ImportAsync(this IServiceProvider services, string path, string? handle, Action<string, int, int>? progress, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportAccount>().RunAsync(path, handle, progress, cancel);
    }
}
