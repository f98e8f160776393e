using Lucarne.Tensors.Elementwise;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Transformer;

/// <summary>VACE: a second, shorter chain of blocks runs on a control video (references, masks, poses) and adds a hint after some of the main blocks.</summary>
/// <remarks>Source: diffusers, transformer_wan_vace.py. The chain starts from proj_in(control) plus the main model's embedded latents; each block gives proj_out of its state as the hint.</remarks>
internal sealed unsafe class VaceControl : IDisposable
{
    private readonly WanTransformerConfig _config;
    private readonly ComputeContext _context;
    private readonly Linear _patch;
    private readonly Linear _input;
    private readonly WanBlock[] _blocks;
    private readonly Linear[] _outputs;

    public VaceControl(WanTransformerConfig config, WeightStore store, ComputeContext context)
    {
        _config = config;
        _context = context;
        _patch = new Linear(store, "vace_patch_embedding", context.Budget);
        _input = new Linear(store, "vace_blocks.0.proj_in", context.Budget);
        _blocks = [.. config.VaceLayers.Select((_, i) => new WanBlock($"vace_blocks.{i}", config, store, context))];
        _outputs = [.. config.VaceLayers.Select((_, i) => new Linear(store, $"vace_blocks.{i}.proj_out", context.Budget))];
    }

    /// <summary>Adds the chain's keys and values of the text behind those of the main blocks.</summary>
    public void Remember(Conditioning conditioning)
    {
        foreach (WanBlock block in _blocks)
        {
            conditioning.Blocks.Add(block.Remember(conditioning));
        }
    }

    /// <summary>Begins a pass; null when there is no control.</summary>
    public Run? Begin(ReadOnlySpan<float> control, float scale, int frames, int height, int width, float* x, WanBlock.Pass pass, Conditioning conditioning)
    {
        if (control.IsEmpty)
        {
            return null;
        }

        if (control.Length != (long)_config.VaceInputChannels * frames * height * width)
        {
            throw new ArgumentException($"Forward: the control needs [{_config.VaceInputChannels}, {frames}, {height}, {width}], got {control.Length} numbers.", nameof(control));
        }

        Run run = new(this, pass, conditioning, scale);
        Patches.Embed(_context, _patch, control, _config.VaceInputChannels, frames, height, width, run.Hint);
        _input.Run(_context, run.Hint, pass.Tokens, run.State);
        RowKernels.AddScaled(_context.Pool, x, run.State, pass.Tokens, _config.Size, null);
        return run;
    }

    public void Dispose()
    {
        _patch.Dispose();
        _input.Dispose();
        Array.ForEach(_blocks, block => block.Dispose());
        Array.ForEach(_outputs, output => output.Dispose());
    }

    /// <summary>The chain within one forward pass.</summary>
    internal sealed class Run : IDisposable
    {
        private readonly VaceControl _owner;
        private readonly WanBlock.Pass _pass;
        private readonly Conditioning _conditioning;
        private readonly NativeBuffer<float> _state;
        private readonly NativeBuffer<float> _hint;
        private readonly NativeBuffer<float> _scale;
        private int _next;

        public Run(VaceControl owner, WanBlock.Pass pass, Conditioning conditioning, float scale)
        {
            _owner = owner;
            _pass = pass;
            _conditioning = conditioning;
            int size = owner._config.Size;
            _state = new NativeBuffer<float>(owner._context.Budget, (long)pass.Tokens * size);
            _hint = new NativeBuffer<float>(owner._context.Budget, (long)pass.Tokens * size);
            _scale = new NativeBuffer<float>(owner._context.Budget, size);
            _scale.Slice(0, size).Fill(scale);
        }

        public float* State => _state.Pointer;

        public float* Hint => _hint.Pointer;

        /// <summary>Adds the hint that belongs after a main block, if one does.</summary>
        public void AfterBlock(int layer, float* x)
        {
            if (_next == _owner._blocks.Length || _owner._config.VaceLayers[_next] != layer)
            {
                return;
            }

            _owner._blocks[_next].Run(State, _pass, _conditioning.Blocks[_owner._config.Layers + _next], null, null);
            _owner._outputs[_next].Run(_owner._context, State, _pass.Tokens, Hint);
            RowKernels.AddScaled(_owner._context.Pool, Hint, x, _pass.Tokens, _owner._config.Size, _scale.Pointer);
            _next++;
        }

        public void Dispose()
        {
            _state.Dispose();
            _hint.Dispose();
            _scale.Dispose();
        }
    }
}
