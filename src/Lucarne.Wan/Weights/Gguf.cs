using System.Buffers.Binary;
using System.Text;
using Lucarne.Tensors.Types;

namespace Lucarne.Wan.Weights;

/// <summary>Reads GGUF, versions 2 and 3, little-endian: the tensors of F32, F16, BF16, Q8_0 and Q4_K, and the string metadata.</summary>
/// <remarks>Source: the GGUF specification of ggml. Lengths are innermost first there; they are turned round here. All counts and offsets are treated as hostile.</remarks>
internal static unsafe class Gguf
{
    private const uint Magic = 0x46554747;
    private const int MaxTensors = 100_000;
    private const int MaxEntries = 100_000;
    private const int MaxStringBytes = 16 << 20;
    private const int MaxNesting = 4;
    private const uint StringKind = 8;
    private const uint ArrayKind = 9;

    public static List<StoredTensor> Read(MappedFile file, Dictionary<string, string> metadata)
    {
        Reader reader = new(file);
        if (reader.U32() != Magic)
        {
            throw new WeightFileException(file.Path, "it does not begin with GGUF.");
        }

        uint version = reader.U32();
        if (version is not (2 or 3))
        {
            throw new WeightFileException(file.Path, $"GGUF version {version} is not read; 2 and 3 are.");
        }

        ulong tensors = reader.U64(), entries = reader.U64();
        if (tensors > MaxTensors || entries > MaxEntries)
        {
            throw new WeightFileException(file.Path, $"it claims {tensors} tensors and {entries} metadata entries.");
        }

        long alignment = 32;
        for (ulong i = 0; i < entries; i++)
        {
            string key = reader.String();
            uint kind = reader.U32();
            if (kind == StringKind)
            {
                metadata[key] = reader.String();
            }
            else if (key == "general.alignment" && kind == 4)
            {
                alignment = reader.U32();
                if (alignment is < 1 or > 65536 || !long.IsPow2(alignment))
                {
                    throw new WeightFileException(file.Path, $"its alignment is {alignment}.");
                }
            }
            else
            {
                reader.Skip(kind, MaxNesting);
            }
        }

        List<(string Name, ElementType Type, int[] Shape, ulong Offset)> heads = [];
        for (ulong i = 0; i < tensors; i++)
        {
            heads.Add(ReadHead(reader, file.Path));
        }

        long dataStart = (reader.Position + alignment - 1) / alignment * alignment;
        List<StoredTensor> result = [];
        foreach ((string name, ElementType type, int[] shape, ulong offset) in heads)
        {
            if (StoredTensor.Count(shape) is not { } elements || elements % type.BlockElements() != 0 || (shape.Length > 0 && shape[^1] % type.BlockElements() != 0))
            {
                throw new WeightFileException(file.Path, $"{name} {StoredTensor.Describe(shape)} is not a whole number of {type} blocks.");
            }

            if ((Int128)dataStart + offset + type.Bytes(elements) > file.Length)
            {
                throw new WeightFileException(file.Path, $"{name} reaches past the end of the file.");
            }

            result.Add(new StoredTensor(name, type, [.. shape], (nint)(file.Pointer + dataStart + (long)offset)));
        }

        StoredTensor.RefuseOverlaps(file.Path, result);
        return result;
    }

    private static (string Name, ElementType Type, int[] Shape, ulong Offset) ReadHead(Reader reader, string path)
    {
        string name = reader.String();
        uint axes = reader.U32();
        if (axes > 8)
        {
            throw new WeightFileException(path, $"{name} has {axes} axes.");
        }

        int[] shape = new int[axes];
        for (int axis = (int)axes - 1; axis >= 0; axis--)
        {
            ulong length = reader.U64();
            shape[axis] = length <= int.MaxValue ? (int)length : throw new WeightFileException(path, $"{name} has an axis of {length}.");
        }

        uint kind = reader.U32();
        ElementType type = kind switch
        {
            0 => ElementType.F32,
            1 => ElementType.F16,
            8 => ElementType.Q8_0,
            12 => ElementType.Q4_K,
            24 => ElementType.I8,
            26 => ElementType.I32,
            27 => ElementType.I64,
            30 => ElementType.BF16,
            _ => throw new WeightFileException(path, $"{name} has GGUF type {kind}; F32, F16, BF16, Q8_0 and Q4_K are read."),
        };
        return (name, type, shape, reader.U64());
    }

    private sealed class Reader(MappedFile file)
    {
        public long Position { get; private set; }

        public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

        public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

        public string String()
        {
            ulong length = U64();
            return length <= MaxStringBytes
                ? Encoding.UTF8.GetString(Take((long)length))
                : throw new WeightFileException(file.Path, $"it holds a text of {length} bytes.");
        }

        public void Skip(uint kind, int nesting)
        {
            switch (kind)
            {
                case 0 or 1 or 7:
                    Take(1);
                    break;
                case 2 or 3:
                    Take(2);
                    break;
                case 4 or 5 or 6:
                    Take(4);
                    break;
                case 10 or 11 or 12:
                    Take(8);
                    break;
                case StringKind:
                    ulong length = U64();
                    Advance(length);
                    break;
                case ArrayKind when nesting > 0:
                    uint element = U32();
                    ulong count = U64();
                    if (FixedBytes(element) is { } bytes)
                    {
                        Advance(count > ulong.MaxValue / 8 ? ulong.MaxValue : count * bytes);
                        break;
                    }

                    // Each element takes at least four bytes, so a count beyond the file ends the loop with an error, not with time.
                    for (ulong i = 0; i < count; i++)
                    {
                        Skip(element, nesting - 1);
                    }

                    break;
                default:
                    throw new WeightFileException(file.Path, $"its metadata holds a value of kind {kind}.");
            }
        }

        private static ulong? FixedBytes(uint kind) => kind switch
        {
            0 or 1 or 7 => 1,
            2 or 3 => 2,
            4 or 5 or 6 => 4,
            10 or 11 or 12 => 8,
            _ => null,
        };

        private void Advance(ulong bytes)
        {
            if (bytes > (ulong)(file.Length - Position))
            {
                throw new WeightFileException(file.Path, "it ends within its header.");
            }

            Position += (long)bytes;
        }

        private ReadOnlySpan<byte> Take(long bytes)
        {
            Advance((ulong)bytes);
            return new ReadOnlySpan<byte>(file.Pointer + Position - bytes, (int)bytes);
        }
    }
}
