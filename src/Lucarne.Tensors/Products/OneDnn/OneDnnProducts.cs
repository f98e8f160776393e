using Lucarne.Tensors.Memory;

namespace Lucarne.Tensors.Products.OneDnn;

/// <summary>The shape that one of oneDNN's matrix products is compiled for. Rows follow one another without gaps, which its fast kernels insist on.</summary>
/// <param name="Precision">What is multiplied: bfloat16 to binary32, unsigned by signed bytes to 32-bit sums, or, to be measured against, binary32.</param>
/// <param name="Rows">Rows of x and y.</param>
/// <param name="Columns">Columns of y.</param>
/// <param name="Depth">Inner dimension.</param>
internal readonly record struct OneDnnShape(ProductPrecision Precision, int Rows, int Columns, int Depth);

/// <summary>oneDNN's matrix products, compiled when a shape is first met, and for each thread the objects that it runs them with.</summary>
internal sealed unsafe class OneDnnProducts : IDisposable
{
    /// <summary>Most scratch that the kernels of one thread take together: 640 bytes a shape for the layout of <see cref="PackedMatrix"/>.</summary>
    public const int ScratchBytesOfThread = 64 * 1024;

    private readonly OneDnnLibrary _library;
    private readonly int _threads;
    private readonly MemoryBudget _budget;
    private readonly Dictionary<OneDnnShape, Kernel?> _kernels = [];
    private readonly nint[] _streams;

    public OneDnnProducts(OneDnnLibrary library, int threads, MemoryBudget budget)
    {
        _library = library;
        _threads = threads;
        _budget = budget;
        _streams = new nint[threads];
        for (int thread = 0; thread < threads; thread++)
        {
            _streams[thread] = library.NewStream();
        }
    }

    /// <summary>True when the processor has instructions for a precision.</summary>
    public bool Serves(ProductPrecision precision) => precision == ProductPrecision.BF16 ? _library.ServesBF16 : _library.ServesI8;

    /// <summary>Compiles the product for a shape; false when oneDNN has no fast one, and the managed kernels must do it.</summary>
    public bool Prepare(in OneDnnShape shape)
    {
        if (!_kernels.TryGetValue(shape, out Kernel? kernel))
        {
            _library.LimitToThisThread();
            kernel = Kernel.Compile(_library, shape, _threads, _budget);
            _kernels.Add(shape, kernel);
        }

        return kernel is not null;
    }

    /// <summary>Runs a product that was prepared, on the calling thread alone.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="worker">Number of the calling thread.</param>
    /// <param name="x">Rows of activations.</param>
    /// <param name="w">First block of weights.</param>
    /// <param name="y">Result: binary32, or 32-bit sums for int8.</param>
    public void Run(in OneDnnShape shape, int worker, void* x, void* w, void* y)
    {
        _library.LimitToThisThread();
        _kernels[shape]!.Run(worker, _streams[worker], x, w, y);
    }

    public void Dispose()
    {
        foreach (Kernel? kernel in _kernels.Values)
        {
            kernel?.Dispose();
        }

        _kernels.Clear();
        for (int thread = 0; thread < _streams.Length; thread++)
        {
            if (_streams[thread] != 0)
            {
                _ = _library.StreamDestroy(_streams[thread]);
                _streams[thread] = 0;
            }
        }
    }

    private sealed class Kernel : IDisposable
    {
        // Room for dnnl_memory_desc_t (696 bytes) and dnnl_matmul_desc_t (2800 bytes)
        private const int DescriptionBytes = 1024, OperationBytes = 4096;
        private const int BF16 = 2, F32 = 3, S32 = 4, S8 = 5, U8 = 6;
        private const int TagPlain = 3, TagOnes = 502, TagPairs = 380, TagFours = 384;
        private const int QueryImplementation = 8, QueryScratchpad = 136, UserScratchpad = 1;
        private const int SourceArgument = 1, WeightsArgument = 33, DestinationArgument = 17, ScratchpadArgument = 80;

        private readonly OneDnnLibrary _library;
        private readonly nint _primitive;
        private readonly nint[][] _memories;
        private readonly NativeBuffer<byte> _scratch;

        private Kernel(OneDnnLibrary library, nint primitive, nint[][] memories, NativeBuffer<byte> scratch)
        {
            _library = library;
            _primitive = primitive;
            _memories = memories;
            _scratch = scratch;
        }

        public static Kernel? Compile(OneDnnLibrary library, in OneDnnShape shape, int threads, MemoryBudget budget)
        {
            (int xType, int wType, int tag, int yType) = shape.Precision switch
            {
                ProductPrecision.BF16 => (BF16, BF16, TagPairs, F32),
                ProductPrecision.I8 => (U8, S8, TagFours, S32),
                _ => (F32, F32, TagOnes, F32),
            };
            byte* all = stackalloc byte[(3 * DescriptionBytes) + OperationBytes];
            byte* x = all, w = x + DescriptionBytes, y = w + DescriptionBytes, operation = y + DescriptionBytes;
            Describe(library, x, xType, shape.Rows, shape.Depth, TagPlain);
            Describe(library, w, wType, shape.Depth, shape.Columns, tag);
            Describe(library, y, yType, shape.Rows, shape.Columns, TagPlain);
            OneDnnLibrary.Check(library.MatmulInit(operation, x, w, null, y), "dnnl_matmul_desc_init");

            nint attributes, descriptor, primitive;
            OneDnnLibrary.Check(library.AttributesCreate(&attributes), "dnnl_primitive_attr_create");
            OneDnnLibrary.Check(library.SetScratchpadMode(attributes, UserScratchpad), "dnnl_primitive_attr_set_scratchpad_mode");
            int status = library.DescriptorCreate(&descriptor, operation, attributes, library.Engine, 0);
            _ = library.AttributesDestroy(attributes);
            if (status != 0)
            {
                return null;
            }

            // Its other implementations of these products are slower than the managed kernels.
            sbyte* name;
            bool fast = library.DescriptorQuery(descriptor, QueryImplementation, 0, &name) == 0 && new string(name).StartsWith("brg", StringComparison.Ordinal);
            if (!fast)
            {
                _ = library.DescriptorDestroy(descriptor);
                return null;
            }

            byte* scratchpad = library.DescriptorQueryMemory(descriptor, QueryScratchpad, 0);
            long scratchBytes = ((long)library.SizeOf(scratchpad) + 63) / 64 * 64;
            NativeBuffer<byte> scratch = new(budget, scratchBytes * threads);
            OneDnnLibrary.Check(library.PrimitiveCreate(&primitive, descriptor), "dnnl_primitive_create");
            nint[][] memories = new nint[threads][];
            for (int thread = 0; thread < threads; thread++)
            {
                memories[thread] = [Memory(library, x), Memory(library, w), Memory(library, y), Memory(library, scratchpad)];
                OneDnnLibrary.Check(library.MemorySetHandle(memories[thread][3], scratch.Pointer + (thread * scratchBytes)), "dnnl_memory_set_data_handle");
            }

            _ = library.DescriptorDestroy(descriptor);
            return new Kernel(library, primitive, memories, scratch);
        }

        public void Run(int worker, nint stream, void* x, void* w, void* y)
        {
            nint[] memory = _memories[worker];
            Set(memory[0], x);
            Set(memory[1], w);
            Set(memory[2], y);
            OneDnnLibrary.Argument* arguments = stackalloc OneDnnLibrary.Argument[4];
            arguments[0] = new OneDnnLibrary.Argument { Kind = SourceArgument, Memory = memory[0] };
            arguments[1] = new OneDnnLibrary.Argument { Kind = WeightsArgument, Memory = memory[1] };
            arguments[2] = new OneDnnLibrary.Argument { Kind = DestinationArgument, Memory = memory[2] };
            arguments[3] = new OneDnnLibrary.Argument { Kind = ScratchpadArgument, Memory = memory[3] };
            OneDnnLibrary.Check(_library.PrimitiveExecute(_primitive, stream, 4, arguments), "dnnl_primitive_execute");
        }

        public void Dispose()
        {
            foreach (nint[] memories in _memories)
            {
                foreach (nint memory in memories)
                {
                    _ = _library.MemoryDestroy(memory);
                }
            }

            _ = _library.PrimitiveDestroy(_primitive);
            _scratch.Dispose();
        }

        private static void Describe(OneDnnLibrary library, byte* description, int type, long rows, long columns, int tag)
        {
            long* lengths = stackalloc long[2] { rows, columns };
            OneDnnLibrary.Check(library.DescribeByTag(description, 2, lengths, type, tag), "dnnl_memory_desc_init_by_tag");
        }

        private static nint Memory(OneDnnLibrary library, byte* description)
        {
            nint memory;
            OneDnnLibrary.Check(library.MemoryCreate(&memory, description, library.Engine, 0), "dnnl_memory_create");
            return memory;
        }

        private void Set(nint memory, void* data) => OneDnnLibrary.Check(_library.MemorySetHandle(memory, data), "dnnl_memory_set_data_handle");
    }
}
