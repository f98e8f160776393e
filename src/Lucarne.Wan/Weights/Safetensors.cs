using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using Lucarne.Tensors.Types;

namespace Lucarne.Wan.Weights;

/// <summary>Reads and writes safetensors: eight bytes of header length, a JSON header, then the data.</summary>
/// <remarks>The header is treated as hostile: its length, nesting, counts, names, shapes and offsets are checked before anything is believed.</remarks>
public static unsafe class Safetensors
{
    /// <summary>Longest header in bytes; the limit of the reference implementation.</summary>
    public const int MaxHeaderBytes = 100_000_000;

    private const int MaxTensors = 100_000;
    private const int MaxAxes = 8;
    private const int MaxNameCharacters = 512, MaxTypeCharacters = 16;

    /// <summary>Reads a header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="metadata">Takes the texts that the writer added.</param>
    /// <param name="unread">Takes names and types of tensors whose type is not read: a model that does not ask for them runs without.</param>
    internal static List<StoredTensor> Read(MappedFile file, Dictionary<string, string> metadata, Dictionary<string, string> unread)
    {
        if (file.Length < 8)
        {
            throw new WeightFileException(file.Path, $"a safetensors file begins with 8 bytes of header length, and it has {file.Length} bytes.");
        }

        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(file.Pointer, 8));
        if (headerBytes > MaxHeaderBytes || headerBytes > (ulong)(file.Length - 8))
        {
            throw new WeightFileException(file.Path, $"its header claims {headerBytes} bytes, the file has {file.Length}.");
        }

        byte* data = file.Pointer + 8 + headerBytes;
        long dataBytes = file.Length - 8 - (long)headerBytes;
        try
        {
            Utf8JsonReader json = new(new ReadOnlySpan<byte>(file.Pointer + 8, (int)headerBytes), new JsonReaderOptions { MaxDepth = 4, CommentHandling = JsonCommentHandling.Disallow });
            return ReadHeader(ref json, file.Path, data, dataBytes, metadata, unread);
        }
        catch (JsonException exception)
        {
            throw new WeightFileException(file.Path, $"its header is not the JSON of safetensors ({exception.Message})");
        }
        catch (InvalidOperationException exception)
        {
            throw new WeightFileException(file.Path, $"its header holds a value of the wrong kind ({exception.Message})");
        }
    }

    /// <summary>Writes F32 tensors to a file.</summary>
    /// <param name="path">The file; it is replaced only when all is written.</param>
    /// <param name="tensors">Names, shapes and numbers.</param>
    public static void Write(string path, IReadOnlyList<(string Name, int[] Shape, float[] Numbers)> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        using MemoryStream header = new();
        using (Utf8JsonWriter json = new(header))
        {
            json.WriteStartObject();
            long offset = 0;
            foreach ((string name, int[] shape, float[] numbers) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int length in shape)
                {
                    json.WriteNumberValue(length);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += numbers.LongLength * 4);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (header.Length % 8 != 0)
        {
            header.WriteByte((byte)' ');
        }

        string temporary = path + ".part";
        using (FileStream file = File.Create(temporary))
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
            file.Write(length);
            header.WriteTo(file);
            foreach ((_, _, float[] numbers) in tensors)
            {
                file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(numbers));
            }
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static List<StoredTensor> ReadHeader(ref Utf8JsonReader json, string path, byte* data, long dataBytes, Dictionary<string, string> metadata, Dictionary<string, string> unread)
    {
        List<StoredTensor> tensors = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        Expect(ref json, JsonTokenType.StartObject);
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            if (name == "__metadata__")
            {
                ReadMetadata(ref json, metadata);
                continue;
            }

            if (name.Length is 0 or > MaxNameCharacters || !names.Add(name) || names.Count > MaxTensors)
            {
                throw new WeightFileException(path, $"its header has an empty, overlong or repeated name, or more than {MaxTensors} tensors.");
            }

            if (ReadTensor(ref json, path, name, data, dataBytes, unread) is { } tensor)
            {
                tensors.Add(tensor);
            }
        }

        StoredTensor.RefuseOverlaps(path, tensors);
        return tensors;
    }

    private static StoredTensor? ReadTensor(ref Utf8JsonReader json, string path, string name, byte* data, long dataBytes, Dictionary<string, string> unread)
    {
        string? dtype = null;
        List<int>? shape = null;
        long begin = -1, end = -1;
        Expect(ref json, JsonTokenType.StartObject);
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            switch (json.GetString())
            {
                case "dtype":
                    json.Read();
                    dtype = json.GetString();
                    break;
                case "shape":
                    shape = [];
                    Expect(ref json, JsonTokenType.StartArray);
                    while (Next(ref json) != JsonTokenType.EndArray)
                    {
                        if (shape.Count == MaxAxes || !json.TryGetInt32(out int length) || length < 0)
                        {
                            throw new WeightFileException(path, $"{name} has a shape that is not up to {MaxAxes} whole numbers from 0 to {int.MaxValue}.");
                        }

                        shape.Add(length);
                    }

                    break;
                case "data_offsets":
                    Expect(ref json, JsonTokenType.StartArray);
                    json.Read();
                    bool whole = json.TryGetInt64(out begin);
                    json.Read();
                    whole &= json.TryGetInt64(out end);
                    Expect(ref json, JsonTokenType.EndArray);
                    if (!whole || begin < 0 || end < begin || end > dataBytes)
                    {
                        throw new WeightFileException(path, $"{name} lies at [{begin}, {end}), outside the {dataBytes} bytes of data.");
                    }

                    break;
                default:
                    json.Read();
                    json.Skip();
                    break;
            }
        }

        if (dtype is null || shape is null || begin < 0)
        {
            throw new WeightFileException(path, $"{name} lacks dtype, shape or data_offsets.");
        }

        if (TypeOf(dtype) is not { } type)
        {
            unread[name] = dtype.Length <= MaxTypeCharacters ? dtype : dtype[..MaxTypeCharacters];
            return null;
        }

        if (StoredTensor.Count([.. shape]) is not { } elements || type.Bytes(elements) != end - begin)
        {
            throw new WeightFileException(path, $"{name} {StoredTensor.Describe([.. shape])} of {type} does not fill the {end - begin} bytes that it is given.");
        }

        return new StoredTensor(name, type, [.. shape], (nint)(data + begin));
    }

    private static void ReadMetadata(ref Utf8JsonReader json, Dictionary<string, string> metadata)
    {
        Expect(ref json, JsonTokenType.StartObject);
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            string key = json.GetString()!;
            json.Read();
            if (json.TokenType == JsonTokenType.String)
            {
                metadata[key] = json.GetString()!;
            }
            else
            {
                json.Skip();
            }
        }
    }

    private static ElementType? TypeOf(string? dtype) => dtype switch
    {
        "F32" => ElementType.F32,
        "F16" => ElementType.F16,
        "BF16" => ElementType.BF16,
        "F8_E4M3" => ElementType.F8E4M3,
        "F8_E5M2" => ElementType.F8E5M2,
        "I8" => ElementType.I8,
        "I32" => ElementType.I32,
        "I64" => ElementType.I64,
        _ => null,
    };

    private static JsonTokenType Next(ref Utf8JsonReader json) => json.Read() ? json.TokenType : throw new JsonException("it ends early");

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (Next(ref json) != token)
        {
            throw new JsonException($"{json.TokenType} stands where {token} must");
        }
    }
}
