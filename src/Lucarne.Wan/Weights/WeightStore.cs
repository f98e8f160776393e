using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Lucarne.Wan.Weights;

/// <summary>The tensors of a model, from one file or from shards, mapped into memory and named in the diffusers layout.</summary>
public sealed class WeightStore : IDisposable
{
    private const int MaxShards = 1_000;
    private readonly List<MappedFile> _files = [];
    private readonly Dictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unread = new(StringComparer.Ordinal);
    private readonly string _path;

    private WeightStore(string path) => _path = path;

    /// <summary>Names of all tensors.</summary>
    public IEnumerable<string> Names => _tensors.Keys;

    /// <summary>Text that the file's writer added.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Bytes of all tensors.</summary>
    public long Bytes => _tensors.Values.Sum(t => t.Bytes);

    /// <summary>Opens a weight file, an index of shards, or a folder that holds one of them.</summary>
    /// <param name="path">A <c>.safetensors</c> or <c>.gguf</c> file, a <c>.safetensors.index.json</c>, or a folder.</param>
    /// <param name="rename">Gives each tensor its name in the diffusers layout; null keeps names.</param>
    /// <exception cref="WeightFileException">A file is broken, or nothing readable is there.</exception>
    public static WeightStore Open(string path, Func<string, string>? rename = null)
    {
        WeightStore store = new(Path.GetFullPath(path));
        try
        {
            foreach (string file in FilesOf(path))
            {
                MappedFile mapped = new(file);
                store._files.Add(mapped);
                List<StoredTensor> tensors = file.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)
                    ? Gguf.Read(mapped, store._metadata)
                    : Safetensors.Read(mapped, store._metadata, store._unread);
                foreach (StoredTensor tensor in tensors)
                {
                    store.Add(tensor, rename is null ? tensor.Name : rename(tensor.Name), file);
                }
            }

            foreach ((string name, string type) in store._unread.ToArray())
            {
                store._unread[rename is null ? name : rename(name)] = type;
            }

            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Looks a tensor up.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out StoredTensor? tensor) => _tensors.TryGetValue(name, out tensor);

    /// <summary>A tensor that must be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public StoredTensor this[string name] => _tensors.TryGetValue(name, out StoredTensor? tensor) ? tensor : throw new KeyNotFoundException($"No tensor is called {name}.");

    /// <summary>Compares the store with what a model expects.</summary>
    public WeightReport Check(IReadOnlyList<ExpectedTensor> expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        List<string> missing = [], misshapen = [];
        HashSet<string> known = new(StringComparer.Ordinal);
        int found = 0;
        foreach (ExpectedTensor tensor in expected)
        {
            known.Add(tensor.Name);
            if (!_tensors.TryGetValue(tensor.Name, out StoredTensor? stored))
            {
                if (_unread.TryGetValue(tensor.Name, out string? type))
                {
                    misshapen.Add($"{tensor.Name}: expected {StoredTensor.Describe(tensor.Shape.AsSpan())}, found numbers of type {type}, which is not read; F32, F16, BF16, F8_E4M3, F8_E5M2, I8, I32 and I64 are");
                }
                else if (!tensor.Optional)
                {
                    missing.Add($"{tensor.Name} {StoredTensor.Describe(tensor.Shape.AsSpan())}");
                }
            }
            else if (!SameShape(stored.Shape, tensor.Shape))
            {
                misshapen.Add($"{tensor.Name}: expected {StoredTensor.Describe(tensor.Shape.AsSpan())}, found {StoredTensor.Describe(stored.Shape.AsSpan())}");
            }
            else
            {
                found++;
            }
        }

        return new WeightReport(found, [.. missing], [.. misshapen], [.. _tensors.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal)], Bytes);
    }

    /// <summary>Keeps the tensors that a model expects, in the shapes that it expects them in, and no others: what was not compared is never read.</summary>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen; they are named with both shapes.</exception>
    public void Require(IReadOnlyList<ExpectedTensor> expected)
    {
        string path = _files.Count == 1 ? _files[0].Path : _path;
        Check(expected).ThrowIfIncomplete(path);
        if (_tensors.Keys.Concat(_unread.Keys).FirstOrDefault(IsScale) is { } scale)
        {
            throw new WeightFileException(path, $"its weights are to be multiplied by scales such as {scale}, which is not run. Get the file without scales: bf16, fp16, fp8 without 'scaled' in its name, or GGUF.");
        }

        Dictionary<string, ImmutableArray<int>> shapes = expected.ToDictionary(tensor => tensor.Name, tensor => tensor.Shape, StringComparer.Ordinal);
        foreach ((string name, StoredTensor tensor) in _tensors.ToArray())
        {
            if (shapes.TryGetValue(name, out ImmutableArray<int> shape))
            {
                _tensors[name] = tensor with { Shape = shape };
            }
            else
            {
                _tensors.Remove(name);
            }
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        foreach (MappedFile file in _files)
        {
            file.Dispose();
        }

        _files.Clear();
        _tensors.Clear();
    }

    // A name of the model's own layout wins over another layout's of the same tensor: files of tied weights hold both.
    private void Add(StoredTensor tensor, string name, string file)
    {
        bool own = tensor.Name == name;
        if (_tensors.TryGetValue(name, out StoredTensor? other) && own == !_aliases.Contains(name))
        {
            throw new WeightFileException(file, $"{name} is there twice.");
        }

        if (other is null || own)
        {
            _tensors[name] = tensor with { Name = name };
            _ = own ? _aliases.Remove(name) : _aliases.Add(name);
        }
    }

    // Of quantised files of other programs.
    private static bool IsScale(string name) =>
        name == "scaled_fp8" || name.EndsWith(".scale_weight", StringComparison.Ordinal) || name.EndsWith(".weight_scale", StringComparison.Ordinal) || name.EndsWith(".scale_input", StringComparison.Ordinal);

    // Axes of length 1 may be left out: GGUF stores [1, 6, 1536] as [6, 1536].
    private static bool SameShape(ImmutableArray<int> left, ImmutableArray<int> right) =>
        left.SequenceEqual(right) || left.Where(n => n != 1).SequenceEqual(right.Where(n => n != 1));

    private static IEnumerable<string> FilesOf(string path)
    {
        if (Directory.Exists(path))
        {
            string? index = Directory.EnumerateFiles(path, "*.safetensors.index.json").Order(StringComparer.Ordinal).FirstOrDefault();
            if (index is not null)
            {
                return Shards(index);
            }

            string[] files = [.. Directory.EnumerateFiles(path, "*.safetensors").Concat(Directory.EnumerateFiles(path, "*.gguf")).Order(StringComparer.Ordinal)];
            return files.Length switch
            {
                1 => files,
                0 => throw new WeightFileException(path, "the folder holds no .safetensors and no .gguf file."),
                _ => files.FirstOrDefault(f => Path.GetFileName(f) is "diffusion_pytorch_model.safetensors" or "model.safetensors") is { } main
                    ? [main]
                    : throw new WeightFileException(path, $"the folder holds {files.Length} weight files and no index; name one of them."),
            };
        }

        if (!File.Exists(path))
        {
            throw new WeightFileException(path, "there is no such file.");
        }

        return path.EndsWith(".index.json", StringComparison.OrdinalIgnoreCase) ? Shards(path) : [path];
    }

    private static List<string> Shards(string index)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(index))!;
        SortedSet<string> names = new(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonFile.Open(index);
            foreach (JsonProperty entry in document.RootElement.GetProperty("weight_map").EnumerateObject())
            {
                string name = entry.Value.GetString() ?? string.Empty;
                if (name != Path.GetFileName(name) || !name.EndsWith(".safetensors", StringComparison.Ordinal) || (names.Add(name) && names.Count > MaxShards))
                {
                    throw new WeightFileException(index, $"the shard name '{name}' is not a plain .safetensors name, or there are more than {MaxShards}.");
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new WeightFileException(index, $"it is not an index of shards ({exception.Message})");
        }

        return [.. names.Select(name => Path.Combine(folder, name))];
    }
}

/// <summary>A tensor that a model needs.</summary>
/// <param name="Name">Name in the diffusers layout.</param>
/// <param name="Shape">Lengths, slowest first.</param>
/// <param name="Optional">True when the model runs without it.</param>
public sealed record ExpectedTensor(string Name, ImmutableArray<int> Shape, bool Optional = false);

/// <summary>What a comparison of weights with a model found.</summary>
/// <param name="Found">Tensors that are there in the right shape.</param>
/// <param name="Missing">Name and shape of each that is not there.</param>
/// <param name="Misshapen">Name and both shapes of each in another shape.</param>
/// <param name="Unexpected">Names that the model does not use.</param>
/// <param name="Bytes">Bytes of all tensors in the files.</param>
public sealed record WeightReport(int Found, ImmutableArray<string> Missing, ImmutableArray<string> Misshapen, ImmutableArray<string> Unexpected, long Bytes)
{
    private const int Named = 20;

    /// <summary>True when the model can run.</summary>
    public bool Complete => Missing.IsEmpty && Misshapen.IsEmpty;

    /// <summary>Throws when the model can't run, with the first problems by name.</summary>
    /// <param name="path">The file or folder of the weights.</param>
    /// <exception cref="WeightFileException">Tensors are missing or misshapen.</exception>
    public void ThrowIfIncomplete(string path)
    {
        if (!Complete)
        {
            string[] problems = [.. Misshapen, .. Missing.Select(m => $"missing {m}")];
            string rest = problems.Length > Named ? $"; and {problems.Length - Named} more" : string.Empty;
            throw new WeightFileException(path, $"{problems.Length} tensors do not fit: {string.Join("; ", problems.Take(Named))}{rest}.");
        }
    }
}
