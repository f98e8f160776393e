using System.Text.Encodings.Web;
using System.Text.Json;
using Lucarne.Social.Http;

namespace Lucarne.Social.Exports;

/// <summary>How an archive's documents are written and read: as the API's JSON, indented, with letters as they are.</summary>
internal static class ExportJson
{
    /// <summary>The options.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>The same on one line.</summary>
    public static readonly JsonSerializerOptions Line = new(Options) { WriteIndented = false };

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        HttpServices.Configure(options);
        options.MaxDepth = 64;
        return options;
    }
}
