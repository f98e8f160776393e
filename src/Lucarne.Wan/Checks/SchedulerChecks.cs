using System.Globalization;
using Lucarne.Wan.Schedulers;

namespace Lucarne.Wan.Checks;

/// <summary>Schedulers: one folder a configuration, <c>cases.safetensors</c> with noise levels, timesteps and the trajectories of two made-up models.</summary>
internal static class SchedulerChecks
{
    private const double Tolerance = 1e-5;

    // A binary32 step of a timestep near 1000, a few times over.
    private const double FractionalTimestepTolerance = 2e-4;

    public static IEnumerable<FixtureCheck> Run(FixtureFolder folder) =>
        folder.Folders().SelectMany(scheduler => scheduler.Try(string.Empty, () => Check(scheduler)));

    private static List<FixtureCheck> Check(FixtureFolder folder)
    {
        using FixtureCase fixture = folder.Open("cases");
        string config = Path.Combine(folder.Path, "scheduler_config.json");
        List<FixtureCheck> checks = [];
        foreach (string name in fixture.Names.Where(n => n.EndsWith(".sigmas", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            string run = name[..^".sigmas".Length];
            int steps = int.Parse(run["steps".Length..], CultureInfo.InvariantCulture);
            IFlowScheduler scheduler = FlowSchedulers.Load(config, steps);
            float[] timesteps = fixture[$"{run}.timesteps"];
            checks.Add(new FixtureCheck($"{run}/sigmas", FixtureCase.Difference(scheduler.Sigmas, fixture[name]), Tolerance));
            checks.Add(new FixtureCheck($"{run}/timesteps", FixtureCase.Difference(scheduler.Timesteps, timesteps), timesteps.All(t => t == MathF.Truncate(t)) ? 0 : FractionalTimestepTolerance));
            foreach (string model in (string[])["v1", "v2"])
            {
                if (fixture.Has($"{run}.{model}.trajectory"))
                {
                    checks.Add(new FixtureCheck($"{run}/{model}", Follow(FlowSchedulers.Load(config, steps), fixture["sample"], fixture[$"{run}.{model}.trajectory"], model == "v1"), Tolerance));
                }
            }
        }

        return checks;
    }

    private static double Follow(IFlowScheduler scheduler, float[] sample, float[] trajectory, bool firstModel)
    {
        float[] flow = new float[sample.Length];
        double most = 0;
        for (int step = 0; step < scheduler.Timesteps.Length; step++)
        {
            float t = scheduler.Timesteps[step];
            for (int i = 0; i < flow.Length; i++)
            {
                flow[i] = firstModel ? MathF.Tanh((0.7f * sample[i]) + (0.01f * t)) : MathF.Tanh((0.7f * sample[i]) - 0.5f + (0.001f * t));
            }

            scheduler.Step(step, flow, sample);
            most = Math.Max(most, FixtureCase.Difference(sample, trajectory.AsSpan((step + 1) * sample.Length, sample.Length)));
        }

        return most;
    }
}
