using Lucarne.Studio.Engines;

namespace Lucarne.App;

/// <summary>The engines of this installation: the one place where one is added. The first is the default.</summary>
internal static class LucarneEngines
{
    /// <summary>Registers the engines for a server.</summary>
    public static void AddEngines(this IServiceCollection services)
    {
        foreach (IEngine engine in Create())
        {
            services.AddSingleton(engine);
        }
    }

    /// <summary>The same engines for a command that needs no server.</summary>
    public static EngineRegistry CreateRegistry() => new(Create());

    private static IEngine[] Create() => [new DioramaEngine()];
}
