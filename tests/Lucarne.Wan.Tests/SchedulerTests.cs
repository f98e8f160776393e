using Lucarne.Wan.Schedulers;
using Lucarne.Wan.Weights;

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

    // NumPy 1.24, float64: sigma = shift·l / (1 + (shift − 1)·l) of linspace(1, 1/1000, steps + 1), times 1000 and cut down.
    [Theory]
    [InlineData(1, 9, 6, 333)]
    [InlineData(1, 37, 22, 406)]
    [InlineData(1, 81, 45, 444)]
    [InlineData(6, 51, 50, 112)]
    public void A_timestep_near_a_whole_number_is_cut_down_as_NumPys_last_bit_says(double shift, int steps, int step, float timestep) =>
        new UniPcScheduler(steps, shift).Timesteps[step].ShouldBe(timestep);

    [Theory]
    [InlineData("\"use_karras_sigmas\": false", "\"use_karras_sigmas\": true", "use_karras_sigmas is true")]
    [InlineData("\"use_dynamic_shifting\": false", "\"use_dynamic_shifting\": true", "use_dynamic_shifting is true")]
    [InlineData("\"shift_terminal\": null", "\"shift_terminal\": 0.1", "shift_terminal")]
    [InlineData("\"final_sigmas_type\": \"zero\"", "\"final_sigmas_type\": \"sigma_min\"", "final sigma of zero")]
    [InlineData("\"predict_x0\": true", "\"predict_x0\": false", "predict_x0")]
    [InlineData("\"solver_type\": \"bh2\"", "\"solver_type\": \"bh1\"", "bh2")]
    [InlineData("\"solver_order\": 2", "\"solver_order\": 2.5", "order 1 to 3")]
    [InlineData("\"flow_shift\": 3.0", "\"flow_shift\": 0", "the shift 0")]
    [InlineData("\"flow_shift\": 3.0", "\"flow_shift\": -1e300", "the shift")]
    [InlineData("\"num_train_timesteps\": 1000", "\"num_train_timesteps\": 0", "num_train_timesteps is 0")]
    [InlineData("\"UniPCMultistepScheduler\"", "\"DDIMScheduler\"", "DDIMScheduler is not run")]
    public void A_configuration_that_asks_for_another_path_is_refused_and_not_run_as_if_it_had_not(string stated, string instead, string words)
    {
        using ModelFolder folder = new ModelFolder().With("scheduler", "pipeline", "wan21_t2v", "scheduler");
        string path = Change(folder, stated, instead);

        Should.Throw<WeightFileException>(() => FlowSchedulers.Load(path, 4)).Message.ShouldContain(words);
    }

    [Fact]
    public void What_a_configuration_leaves_out_is_as_in_the_reference()
    {
        using ModelFolder folder = new();
        string path = Path.Combine(folder.Path, "scheduler_config.json");
        File.WriteAllText(path, """{"_class_name": "UniPCMultistepScheduler", "prediction_type": "flow_prediction", "use_flow_sigmas": true, "flow_shift": null, "solver_type": "midpoint"}""");

        FlowSchedulers.Load(path, 9).Timesteps.ToArray().ShouldBe([999, 889, 778, 667, 556, 444, 333, 222, 111]);
    }

    [Fact]
    public void A_step_that_is_not_to_be_corrected_is_left_as_it_was_predicted()
    {
        using ModelFolder folder = new ModelFolder().With("scheduler", "pipeline", "wan21_t2v", "scheduler");
        string path = Change(folder, "\"disable_corrector\": []", "\"disable_corrector\": [0, 1, 2]");


        float[] corrected = Follow(new UniPcScheduler(4, 3)), plain = Follow(FlowSchedulers.Load(path, 4)), half = Follow(new UniPcScheduler(4, 3, 2, 1000, 1, 2));

        plain.ShouldNotBe(corrected);
        half.ShouldNotBe(corrected);
        half.ShouldNotBe(plain);

        static float[] Follow(IFlowScheduler scheduler)
        {
            float[] sample = [1, -0.5f, 0.25f], flow = new float[3];
            for (int step = 0; step < scheduler.Timesteps.Length; step++)
            {
                for (int i = 0; i < flow.Length; i++)
                {
                    flow[i] = MathF.Tanh((0.7f * sample[i]) - 0.5f + (0.001f * scheduler.Timesteps[step]));
                }

                scheduler.Step(step, flow, sample);
            }

            return sample;
        }
    }

    private static string Change(ModelFolder folder, string stated, string instead)
    {
        string path = Path.Combine(folder.Path, "scheduler", "scheduler_config.json"), config = File.ReadAllText(path);
        config.ShouldContain(stated);
        File.WriteAllText(path, config.Replace(stated, instead, StringComparison.Ordinal));
        return path;
    }
}
