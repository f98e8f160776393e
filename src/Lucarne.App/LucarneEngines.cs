using Lucarne.Media;
using Lucarne.Studio.Engines;
using Lucarne.Tensors.Products;

namespace Lucarne.App;

/// <summary>The engines of this installation: the one place where one is added. The first is the default.</summary>
internal static class LucarneEngines
{
    /// <summary>Environment variable that names the folder of a Wan model.</summary>
    public const string ModelVariable = "LUCARNE_WAN_MODEL";

    /// <summary>Environment variable that names the precision of its products.</summary>
    public const string PrecisionVariable = "LUCARNE_WAN_PRECISION";

    /// <summary>Folder of the Wan model that <see cref="ModelVariable"/> names; null when it names none.</summary>
    public static string? ConfiguredModel => Environment.GetEnvironmentVariable(ModelVariable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Registers the engines for a server.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="wanModel">Folder of a Wan model; null takes <see cref="ConfiguredModel"/>.</param>
    /// <param name="precision">Precision of its products.</param>
    public static void AddEngines(this IServiceCollection services, string? wanModel = null, ProductPrecision precision = ProductPrecision.F32)
    {
        foreach (IEngine engine in Create(wanModel, precision))
        {
            services.AddSingleton(engine);
        }
    }

    /// <summary>The same engines for a command that needs no server.</summary>
    public static EngineRegistry CreateRegistry() => new(Create(wanModel: null, ProductPrecision.F32));

    /// <summary>The built-in engine, and a Wan engine that is set up already; null for none.</summary>
    public static EngineRegistry CreateRegistry(WanEngine? wan) => wan is null ? CreateRegistry() : new EngineRegistry([new DioramaEngine(), wan]);

    /// <summary>Makes two frames of nothing in particular, so that the first film of a server meets compiled code.</summary>
    public static async Task WarmAsync(EngineRegistry engines, CancellationToken cancel)
    {
        FilmPlan plan = engines.Plan(new FilmRequest { Prompt = "a ball", Seconds = engines.Default.Capabilities.MinSeconds, Size = engines.Default.Capabilities.Sizes.MinBy(size => size.Width * size.Height) }, drawnSeed: 0);
        if (!plan.Possible)
        {
            return;
        }

        await using EngineRun run = plan.Engine.Start(plan.Request);
        await run.PrepareAsync(progress: null, cancel);
        byte[] picture = new byte[run.Format.FrameBytes];
        for (int frame = 0; frame < Math.Min(2, run.Format.FrameCount); frame++)
        {
            await run.RenderAsync(frame, picture, new float[run.Format.SamplesOf(frame) * VideoFormat.Channels], cancel);
        }
    }

    private static IEngine[] Create(string? wanModel, ProductPrecision precision) =>
        (wanModel ?? ConfiguredModel) is { } folder ? [new DioramaEngine(), new WanEngine(new WanEngineOptions { ModelFolder = folder, Precision = precision })] : [new DioramaEngine()];
}
