using System.Text.Json;
using System.Text.Json.Serialization;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Studio.Engines;

/// <summary>Screenplays as the JSON that a generation's row keeps: camelCase names, enumerations as camelCase strings.</summary>
public static class ScreenplayJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Writes a screenplay.</summary>
    public static string Write(Screenplay screenplay) => JsonSerializer.Serialize(screenplay, Options);

    /// <summary>Reads what <see cref="Write"/> wrote; null when an older version wrote it and it no longer fits.</summary>
    public static Screenplay? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Screenplay>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
