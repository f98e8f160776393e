using System.Text.Json;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Studio.Engines;

/// <summary>Storyboards as the JSON that a generation's row keeps.</summary>
public static class StoryboardJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true };

    /// <summary>Writes a storyboard.</summary>
    public static string Write(Storyboard storyboard) => JsonSerializer.Serialize(storyboard, Options);

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else.</summary>
    public static Storyboard? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Storyboard>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
