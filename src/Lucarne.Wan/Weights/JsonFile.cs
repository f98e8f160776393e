using System.Text.Json;

namespace Lucarne.Wan.Weights;

/// <summary>Opens the small JSON files beside the weights: configurations and indices of shards.</summary>
internal static class JsonFile
{
    // The largest of a published model, an index of shards, has 0.1 MB.
    private const int MaxFileBytes = 16 << 20, MaxDepth = 16;

    /// <summary>Reads a file.</summary>
    /// <exception cref="WeightFileException">It is larger than such a file can be.</exception>
    /// <exception cref="JsonException">It is not JSON, or nested too deep.</exception>
    public static JsonDocument Open(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return stream.Length <= MaxFileBytes
            ? JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = MaxDepth })
            : throw new WeightFileException(path, $"it has {stream.Length} bytes; such a file has at most {MaxFileBytes}.");
    }
}
