using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>Precision of the sinusoidal timestep embedding: diffusers computes it in binary32, the original code in binary64.</summary>
public enum TimestepPrecision
{
    /// <summary>Frequencies, product and sine in binary32.</summary>
    Single,

    /// <summary>Frequencies, product and sine in binary64.</summary>
    Double,
}

/// <summary>Turns timesteps, text and image tokens into what the blocks take.</summary>
internal sealed unsafe class ConditionEmbedder : IDisposable
{
    private readonly WanTransformerConfig _config;
    private readonly ComputeContext _context;
    private readonly Linear _time1;
    private readonly Linear _time2;
    private readonly Linear _timeProjection;
    private readonly Linear _text1;
    private readonly Linear _text2;
    private readonly ImageEmbedder? _image;

    public ConditionEmbedder(WanTransformerConfig config, WeightStore store, ComputeContext context)
    {
        const string Name = "condition_embedder.";
        _config = config;
        _context = context;
        MemoryBudget budget = context.Budget;
        _time1 = new Linear(store, Name + "time_embedder.linear_1", budget);
        _time2 = new Linear(store, Name + "time_embedder.linear_2", budget);
        _timeProjection = new Linear(store, Name + "time_proj", budget);
        _text1 = new Linear(store, Name + "text_embedder.linear_1", budget);
        _text2 = new Linear(store, Name + "text_embedder.linear_2", budget);
        _image = config.ImageSize > 0 ? new ImageEmbedder(config, store, context) : null;
    }

    /// <summary>Embeds timesteps.</summary>
    /// <param name="timesteps">0 to 1000, one a group.</param>
    /// <param name="precision">Precision of the sinusoid.</param>
    /// <param name="embedding">[groups, size]: what the output layer takes.</param>
    /// <param name="modulation">[groups, 6, size]: what the blocks take.</param>
    /// <param name="probe">Sees <c>timesteps_proj</c>, <c>temb</c> and <c>timestep_proj</c>.</param>
    public void EmbedTime(ReadOnlySpan<float> timesteps, TimestepPrecision precision, float* embedding, float* modulation, StageProbe? probe)
    {
        int groups = timesteps.Length, size = _config.Size, frequencies = _config.FrequencySize;
        using NativeBuffer<float> wave = new(_context.Budget, (long)groups * frequencies), hidden = new(_context.Budget, (long)groups * size);
        for (int group = 0; group < groups; group++)
        {
            Sinusoid(timesteps[group], precision, wave.Slice((long)group * frequencies, frequencies));
        }

        probe?.Invoke("timesteps_proj", wave.Pointer, groups, frequencies);
        _time1.Run(_context, wave.Pointer, groups, hidden.Pointer);
        RowKernels.SiLU(_context.Pool, hidden.Pointer, hidden.Pointer, groups, size);
        _time2.Run(_context, hidden.Pointer, groups, embedding);
        probe?.Invoke("temb", embedding, groups, size);
        RowKernels.SiLU(_context.Pool, embedding, hidden.Pointer, groups, size);
        _timeProjection.Run(_context, hidden.Pointer, groups, modulation);
        probe?.Invoke("timestep_proj", modulation, groups, 6 * size);
    }

    /// <summary>Projects rows of text.</summary>
    /// <param name="text">[rows, text size].</param>
    /// <param name="rows">Rows.</param>
    /// <param name="output">[rows, size].</param>
    public void EmbedText(float* text, int rows, float* output)
    {
        using NativeBuffer<float> hidden = new(_context.Budget, (long)rows * _config.Size);
        _text1.Run(_context, text, rows, hidden.Pointer);
        RowKernels.GeluTanh(_context.Pool, hidden.Pointer, hidden.Pointer, rows, _config.Size);
        _text2.Run(_context, hidden.Pointer, rows, output);
    }

    /// <summary>Projects image tokens.</summary>
    /// <param name="image">[rows, image size].</param>
    /// <param name="rows">Rows; with a position embedding, as many as it has.</param>
    /// <param name="output">[rows, size].</param>
    public void EmbedImage(float* image, int rows, float* output) =>
        (_image ?? throw new InvalidOperationException("This transformer takes no image tokens.")).Run(image, rows, output);

    public void Dispose()
    {
        _time1.Dispose();
        _time2.Dispose();
        _timeProjection.Dispose();
        _text1.Dispose();
        _text2.Dispose();
        _image?.Dispose();
    }

    // Cosines first, then sines; frequency i of n is 10000^(−i/n).
    private static void Sinusoid(float timestep, TimestepPrecision precision, Span<float> output)
    {
        int half = output.Length / 2;
        for (int i = 0; i < half; i++)
        {
            if (precision == TimestepPrecision.Single)
            {
                float angle = timestep * MathF.Exp(-MathF.Log(10_000f) * i / half);
                output[i] = (float)Math.Cos(angle);
                output[half + i] = (float)Math.Sin(angle);
            }
            else
            {
                double angle = timestep * Math.Pow(10_000, -(double)i / half);
                output[i] = (float)Math.Cos(angle);
                output[half + i] = (float)Math.Sin(angle);
            }
        }
    }

    private sealed class ImageEmbedder : IDisposable
    {
        private const float NormEpsilon = 1e-5f;
        private readonly WanTransformerConfig _config;
        private readonly ComputeContext _context;
        private readonly NativeBuffer<float> _gain1;
        private readonly NativeBuffer<float> _offset1;
        private readonly NativeBuffer<float> _gain2;
        private readonly NativeBuffer<float> _offset2;
        private readonly NativeBuffer<float>? _positions;
        private readonly Linear _up;
        private readonly Linear _down;

        public ImageEmbedder(WanTransformerConfig config, WeightStore store, ComputeContext context)
        {
            const string Name = "condition_embedder.image_embedder.";
            _config = config;
            _context = context;
            _gain1 = SmallTensor.Take(store, Name + "norm1.weight", context.Budget);
            _offset1 = SmallTensor.Take(store, Name + "norm1.bias", context.Budget);
            _gain2 = SmallTensor.Take(store, Name + "norm2.weight", context.Budget);
            _offset2 = SmallTensor.Take(store, Name + "norm2.bias", context.Budget);
            _positions = config.ImagePositions > 0 ? SmallTensor.Take(store, Name + "pos_embed", context.Budget) : null;
            _up = new Linear(store, Name + "ff.net.0.proj", context.Budget);
            _down = new Linear(store, Name + "ff.net.2", context.Budget);
        }

        public void Run(float* image, int rows, float* output)
        {
            int size = _config.ImageSize;
            if (_positions is not null && rows != _config.ImagePositions)
            {
                throw new ArgumentException($"ImageEmbedder: the position embedding has {_config.ImagePositions} rows, the images have {rows}.", nameof(rows));
            }

            using NativeBuffer<float> input = new(_context.Budget, (long)rows * size), hidden = new(_context.Budget, (long)rows * size);
            for (long i = 0; i < input.Length; i++)
            {
                input.Pointer[i] = image[i] + (_positions is null ? 0 : _positions.Pointer[i]);
            }

            RowKernels.LayerNorm(_context.Pool, input.Pointer, input.Pointer, rows, size, NormEpsilon, _gain1.Pointer, _offset1.Pointer);
            _up.Run(_context, input.Pointer, rows, hidden.Pointer);
            RowKernels.GeluExact(_context.Pool, hidden.Pointer, hidden.Pointer, rows, size);
            _down.Run(_context, hidden.Pointer, rows, output);
            RowKernels.LayerNorm(_context.Pool, output, output, rows, _config.Size, NormEpsilon, _gain2.Pointer, _offset2.Pointer);
        }

        public void Dispose()
        {
            _gain1.Dispose();
            _offset1.Dispose();
            _gain2.Dispose();
            _offset2.Dispose();
            _positions?.Dispose();
            _up.Dispose();
            _down.Dispose();
        }
    }
}
