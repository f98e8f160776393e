using System.Reflection;
using System.Runtime.InteropServices;

namespace Lucarne.Tensors.Products.OneDnn;

/// <summary>oneDNN 2 (<c>libdnnl.so.2</c>; Debian's package libdnnl2), where the machine has it and its processor the instructions that make it worth calling.</summary>
/// <remarks>
/// It is looked up at run time and never required. Only its matrix product is used, one thread a call: the parts of a product are shared out by our own <see cref="Threading.ComputePool"/>,
/// so oneDNN's OpenMP threads are held to one for each of ours.
/// Source of names and numbers: oneAPI Deep Neural Network Library 2.6, dnnl.h and dnnl_types.h.
/// </remarks>
internal sealed unsafe class OneDnnLibrary
{
    // dnnl_cpu_isa_t: each set holds the bits of those before it
    private const int IsaAvx512Vnni = 0x67, IsaAvx512BF16 = 0xE7, IsaAmx = 0x3E7;
    private const int CpuEngine = 1, DefaultFlags = 1;

    [ThreadStatic]
    private static bool _limited;

    private readonly delegate* unmanaged<int, void> _setOpenMpThreads;
    private readonly int _isa;

    private OneDnnLibrary(nint library)
    {
        _isa = ((delegate* unmanaged<int>)Export(library, "dnnl_get_effective_cpu_isa"))();
        EngineCreate = (delegate* unmanaged<nint*, int, nuint, int>)Export(library, "dnnl_engine_create");
        EngineDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_engine_destroy");
        StreamCreate = (delegate* unmanaged<nint*, nint, uint, int>)Export(library, "dnnl_stream_create");
        StreamDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_stream_destroy");
        DescribeByTag = (delegate* unmanaged<byte*, int, long*, int, int, int>)Export(library, "dnnl_memory_desc_init_by_tag");
        SizeOf = (delegate* unmanaged<byte*, nuint>)Export(library, "dnnl_memory_desc_get_size");
        MatmulInit = (delegate* unmanaged<byte*, byte*, byte*, byte*, byte*, int>)Export(library, "dnnl_matmul_desc_init");
        AttributesCreate = (delegate* unmanaged<nint*, int>)Export(library, "dnnl_primitive_attr_create");
        AttributesDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_primitive_attr_destroy");
        SetScratchpadMode = (delegate* unmanaged<nint, int, int>)Export(library, "dnnl_primitive_attr_set_scratchpad_mode");
        DescriptorCreate = (delegate* unmanaged<nint*, byte*, nint, nint, nint, int>)Export(library, "dnnl_primitive_desc_create");
        DescriptorDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_primitive_desc_destroy");
        DescriptorQuery = (delegate* unmanaged<nint, int, int, void*, int>)Export(library, "dnnl_primitive_desc_query");
        DescriptorQueryMemory = (delegate* unmanaged<nint, int, int, byte*>)Export(library, "dnnl_primitive_desc_query_md");
        PrimitiveCreate = (delegate* unmanaged<nint*, nint, int>)Export(library, "dnnl_primitive_create");
        PrimitiveDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_primitive_destroy");
        PrimitiveExecute = (delegate* unmanaged<nint, nint, int, Argument*, int>)Export(library, "dnnl_primitive_execute");
        MemoryCreate = (delegate* unmanaged<nint*, byte*, nint, nint, int>)Export(library, "dnnl_memory_create");
        MemoryDestroy = (delegate* unmanaged<nint, int>)Export(library, "dnnl_memory_destroy");
        MemorySetHandle = (delegate* unmanaged<nint, void*, int>)Export(library, "dnnl_memory_set_data_handle");
        if (NativeLibrary.TryLoad("libgomp.so.1", out nint openMp))
        {
            _setOpenMpThreads = (delegate* unmanaged<int, void>)Export(openMp, "omp_set_num_threads");
        }

        nint engine;
        Check(EngineCreate(&engine, CpuEngine, 0), "dnnl_engine_create");
        Engine = engine;
    }

    /// <summary>The library, or null: it is not installed, it lacks an entry, or LUCARNE_ONEDNN is <c>off</c>.</summary>
    public static OneDnnLibrary? Present { get; } = Find();

    /// <summary>The processor as oneDNN sees it, kept for as long as the process runs.</summary>
    public nint Engine { get; }

    /// <summary>True when it multiplies bfloat16 by instructions made for it.</summary>
    public bool ServesBF16 => (_isa & IsaAvx512BF16) == IsaAvx512BF16;

    /// <summary>True when it multiplies bytes by instructions made for it.</summary>
    public bool ServesI8 => (_isa & IsaAvx512Vnni) == IsaAvx512Vnni;

    /// <summary>The instructions, in words.</summary>
    public string Instructions => (_isa & IsaAmx) == IsaAmx ? "AMX" : ServesBF16 ? "AVX512-BF16 and VNNI" : ServesI8 ? "AVX512-VNNI" : "none that it is used for";

    /// <summary>An argument of a primitive: what it is, and the memory object.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Argument
    {
        public int Kind;
        public nint Memory;
    }

    public readonly delegate* unmanaged<nint*, int, nuint, int> EngineCreate;
    public readonly delegate* unmanaged<nint, int> EngineDestroy;
    public readonly delegate* unmanaged<nint*, nint, uint, int> StreamCreate;
    public readonly delegate* unmanaged<nint, int> StreamDestroy;
    public readonly delegate* unmanaged<byte*, int, long*, int, int, int> DescribeByTag;
    public readonly delegate* unmanaged<byte*, nuint> SizeOf;
    public readonly delegate* unmanaged<byte*, byte*, byte*, byte*, byte*, int> MatmulInit;
    public readonly delegate* unmanaged<nint*, int> AttributesCreate;
    public readonly delegate* unmanaged<nint, int> AttributesDestroy;
    public readonly delegate* unmanaged<nint, int, int> SetScratchpadMode;
    public readonly delegate* unmanaged<nint*, byte*, nint, nint, nint, int> DescriptorCreate;
    public readonly delegate* unmanaged<nint, int> DescriptorDestroy;
    public readonly delegate* unmanaged<nint, int, int, void*, int> DescriptorQuery;
    public readonly delegate* unmanaged<nint, int, int, byte*> DescriptorQueryMemory;
    public readonly delegate* unmanaged<nint*, nint, int> PrimitiveCreate;
    public readonly delegate* unmanaged<nint, int> PrimitiveDestroy;
    public readonly delegate* unmanaged<nint, nint, int, Argument*, int> PrimitiveExecute;
    public readonly delegate* unmanaged<nint*, byte*, nint, nint, int> MemoryCreate;
    public readonly delegate* unmanaged<nint, int> MemoryDestroy;
    public readonly delegate* unmanaged<nint, void*, int> MemorySetHandle;

    /// <summary>Holds oneDNN to the calling thread: it must be called on a thread before oneDNN is.</summary>
    public void LimitToThisThread()
    {
        if (!_limited)
        {
            _limited = true;
            if (_setOpenMpThreads is not null)
            {
                _setOpenMpThreads(1);
            }
        }
    }

    /// <summary>Makes a stream, the queue that a thread executes in.</summary>
    public nint NewStream()
    {
        nint stream;
        Check(StreamCreate(&stream, Engine, DefaultFlags), "dnnl_stream_create");
        return stream;
    }

    /// <summary>Throws unless a call succeeded.</summary>
    public static void Check(int status, string entry)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"oneDNN: {entry} failed with status {status}.");
        }
    }

    private static OneDnnLibrary? Find()
    {
        if (Environment.GetEnvironmentVariable("LUCARNE_ONEDNN") == "off" || RuntimeInformation.ProcessArchitecture != Architecture.X64 || !OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            return NativeLibrary.TryLoad("libdnnl.so.2", Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out nint library) ? new OneDnnLibrary(library) : null;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static nint Export(nint library, string name) => NativeLibrary.GetExport(library, name);
}
