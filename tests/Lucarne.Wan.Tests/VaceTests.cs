using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>VACE conditioning against sums by hand: every block of the model only adds a constant, so that what remains is the way of the control through it.</summary>
public sealed unsafe class VaceTests : IDisposable
{
    private const int Size = 24, Channels = 4, ControlChannels = 12, Layers = 4, Frames = 2, Height = 4, Width = 6, Tokens = Frames * Height / 2 * Width / 2;
    private const float Scale = 0.75f;
    private static readonly int[] VaceLayers = [0, 2];
    private readonly string _folder = Directory.CreateTempSubdirectory("lucarne-wan-").FullName;
    private readonly Dictionary<string, (int[] Shape, float[] Numbers)> _weights = new(StringComparer.Ordinal);
    private readonly float[] _latents = Noise(90, Channels * Frames * Height * Width);
    private readonly float[] _control = Noise(91, ControlChannels * Frames * Height * Width);

    public VaceTests()
    {
        File.WriteAllText(
            Path.Combine(_folder, "config.json"),
            $$"""
            {"_class_name": "WanVACETransformer3DModel", "num_attention_heads": 2, "attention_head_dim": 12, "ffn_dim": 16, "num_layers": {{Layers}}, "in_channels": {{Channels}}, "out_channels": {{Channels}},
             "text_dim": 8, "freq_dim": 16, "patch_size": [1, 2, 2], "vace_layers": [0, 2], "vace_in_channels": {{ControlChannels}}}
            """);
        int seed = 0;
        foreach (ExpectedTensor tensor in WanTransformerLayout.Expected(Config).Where(tensor => !tensor.Optional))
        {
            int count = tensor.Shape.Aggregate(1, (product, n) => product * n);

            // With all projections zero a block is x + gate · bias of its last layer; the gate is the last row of its table.
            bool random = tensor.Name.Contains("patch_embedding", StringComparison.Ordinal) || tensor.Name.Contains("proj_in", StringComparison.Ordinal) || tensor.Name.Contains("proj_out", StringComparison.Ordinal)
                || tensor.Name.EndsWith("scale_shift_table", StringComparison.Ordinal) || tensor.Name.EndsWith("ffn.net.2.bias", StringComparison.Ordinal);
            _weights.Add(tensor.Name, ([.. tensor.Shape], random ? [.. Noise(seed++, count).Select(v => 0.3f * v)] : new float[count]));
        }

        Safetensors.Write(Path.Combine(_folder, "diffusion_pytorch_model.safetensors"), [.. _weights.Select(w => (w.Key, w.Value.Shape, w.Value.Numbers))]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_hint_is_added_after_its_block_with_its_weight()
    {
        Dictionary<int, float[]> states = Run(_control, Scale);

        double[] x = Embed("patch_embedding", _latents, Channels);
        double[] state = Linear("vace_blocks.0.proj_in", Embed("vace_patch_embedding", _control, ControlChannels));
        state = [.. state.Zip(x, (a, b) => a + b)];
        for (int layer = 0; layer < Layers; layer++)
        {
            x = Block($"blocks.{layer}", x);
            int vace = Array.IndexOf(VaceLayers, layer);
            if (vace >= 0)
            {
                state = Block($"vace_blocks.{vace}", state);
                x = [.. x.Zip(Linear($"vace_blocks.{vace}.proj_out", state), (a, hint) => a + (Scale * hint))];
            }

            states[layer].ShouldMatch([.. x.Select(v => (float)v)], 1e-5, $"after block {layer}");
        }
    }

    [Fact]
    public void Without_a_control_or_with_weight_0_the_model_is_the_plain_one()
    {
        float[] plain = Run([], 0)[Layers - 1];

        Run(_control, 0)[Layers - 1].ShouldBe(plain);
        Run(_control, 1)[Layers - 1].ShouldNotBe(plain);
    }

    private WanTransformerConfig Config => WanTransformerConfig.Load(Path.Combine(_folder, "config.json"));

    private Dictionary<int, float[]> Run(float[] control, float scale)
    {
        using ComputeContext context = new(64 << 20, threads: 2);
        using WanTransformer transformer = WanTransformer.Load(_folder, context);
        using Conditioning conditioning = transformer.Condition(new float[16], 2, 2);
        Dictionary<int, float[]> states = [];
        transformer.Forward(
            new TransformerInput
            {
                Latents = _latents,
                Frames = Frames,
                Height = Height,
                Width = Width,
                Timesteps = [500f],
                Conditioning = conditioning,
                Control = control,
                ControlScale = scale,
                Probe = (stage, values, rows, columns) =>
                {
                    if (stage.Length == 6 && stage.StartsWith("block", StringComparison.Ordinal))
                    {
                        states[stage[5] - '0'] = new Span<float>(values, rows * columns).ToArray();
                    }
                },
            },
            new float[_latents.Length],
            TestContext.Current.CancellationToken);
        return states;
    }

    private double[] Embed(string name, float[] video, int channels)
    {
        (float[] weight, float[] bias) = (_weights[name + ".weight"].Numbers, _weights[name + ".bias"].Numbers);
        double[] tokens = new double[Tokens * Size];
        for (int token = 0; token < Tokens; token++)
        {
            int frame = token / (Height / 2 * (Width / 2)), row = token / (Width / 2) % (Height / 2), column = token % (Width / 2);
            for (int o = 0; o < Size; o++)
            {
                double sum = bias[o];
                for (int k = 0; k < channels * 4; k++)
                {
                    int y = (2 * row) + (k / 2 % 2), x = (2 * column) + (k % 2);
                    sum += weight[(o * channels * 4) + k] * video[((((k / 4 * Frames) + frame) * Height) + y) * Width + x];
                }

                tokens[(token * Size) + o] = sum;
            }
        }

        return tokens;
    }

    private double[] Linear(string name, double[] x)
    {
        (float[] weight, float[] bias) = (_weights[name + ".weight"].Numbers, _weights[name + ".bias"].Numbers);
        return [.. Enumerable.Range(0, Tokens * Size).Select(i => bias[i % Size] + Enumerable.Range(0, Size).Sum(k => weight[(i % Size * Size) + k] * x[(i / Size * Size) + k]))];
    }

    private double[] Block(string name, double[] x)
    {
        (float[] table, float[] bias) = (_weights[name + ".scale_shift_table"].Numbers, _weights[name + ".ffn.net.2.bias"].Numbers);
        return [.. x.Select((v, i) => v + ((double)table[(5 * Size) + (i % Size)] * bias[i % Size]))];
    }

    private static float[] Noise(int seed, int count)
    {
        float[] numbers = new float[count];
        GaussianNoise.Fill((ulong)seed, 0, numbers);
        return numbers;
    }
}
