using Lucarne.Wan.Schedulers;

namespace Lucarne.Wan.Tests;

public sealed class SchedulerTests
{
    [Theory]
    [InlineData("euler_shift3")]
    [InlineData("euler_shift5")]
    [InlineData("unipc_shift3")]
    [InlineData("unipc_shift5")]
    [InlineData("unipc_shift3_order1")]
    [InlineData("unipc_shift3_order3")]
    public void A_scheduler_follows_the_reference_trajectories(string name)
    {
        using Fixture fixture = Fixture.Open("scheduler", name, "cases.safetensors");
        int[] counts = [.. fixture.Names.Where(n => n.EndsWith(".sigmas", StringComparison.Ordinal)).Select(n => int.Parse(n["steps".Length..n.IndexOf('.', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)).Order()];
        counts.ShouldNotBeEmpty();
        foreach (int steps in counts)
        {
            foreach (string model in (string[])["v1", "v2"])
            {
                IFlowScheduler scheduler = FlowSchedulers.Load(Fixture.PathOf("scheduler", name, "scheduler_config.json"), steps);
                scheduler.Sigmas.ShouldMatch(fixture[$"steps{steps}.sigmas"], 1e-6, $"{steps} sigmas");
                scheduler.Timesteps.ShouldMatch(fixture[$"steps{steps}.timesteps"], name.StartsWith("unipc", StringComparison.Ordinal) ? 0 : 2e-4, $"{steps} timesteps");
                float[] sample = fixture["sample"], trajectory = fixture[$"steps{steps}.{model}.trajectory"], flow = new float[sample.Length];
                for (int step = 0; step < steps; step++)
                {
                    float t = scheduler.Timesteps[step];
                    for (int i = 0; i < flow.Length; i++)
                    {
                        flow[i] = model == "v1" ? MathF.Tanh((0.7f * sample[i]) + (0.01f * t)) : MathF.Tanh((0.7f * sample[i]) - 0.5f + (0.001f * t));
                    }

                    scheduler.Step(step, flow, sample);
                    sample.ShouldMatch(trajectory.AsSpan((step + 1) * sample.Length, sample.Length).ToArray(), 1e-5, $"{name}, {model}, {steps} steps, after step {step}");
                }
            }
        }
    }
}
