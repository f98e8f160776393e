using Lucarne.Media;
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

    private static IEngine[] Create() => [new DioramaEngine()];
}
