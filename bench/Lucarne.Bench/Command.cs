using System.Globalization;
using System.Text.Json;
using Lucarne.Bench.Feed;
using Lucarne.Bench.Films;
using Lucarne.Bench.Physics;
using Lucarne.Bench.Renderer;
using Lucarne.Bench.Sound;
using Lucarne.Bench.Wan;
using Lucarne.Bench.Web;

namespace Lucarne.Bench;

/// <summary>The command line: <c>Lucarne.Bench [AREA] [--json]</c>.</summary>
internal static class Command
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Areas by name; a new one is a file that returns its measurements, at once or as it makes them, and a line here.</summary>
    private static readonly SortedDictionary<string, Func<IEnumerable<Measurement>>> Areas = new(StringComparer.Ordinal)
    {
        ["diorama"] = FilmArea.Run,
        ["feed"] = FeedArea.Run,
        ["physics"] = PhysicsArea.Run,
        ["renderer"] = RendererArea.Run,
        ["sound"] = SoundArea.Run,
        ["wan"] = WanArea.Run,
        ["web"] = WebArea.Run,
    };

    /// <summary>Areas that take minutes and gigabytes: they run only when named.</summary>
    private static readonly string[] OnlyByName = ["feed", "wan", "web"];

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is ["frames", string folder, .. string[] rest])
        {
            RendererArea.WriteFrames(folder, rest);
            return 0;
        }

        if (args is ["passes", .. string[] chosen])
        {
            RendererArea.WritePasses(output, chosen);
            return 0;
        }

        if (Array.IndexOf(args, "--postgres") is >= 0 and int at && at + 1 < args.Length)
        {
            Environment.SetEnvironmentVariable(FeedArea.PostgresVariable, args[at + 1]);
            args = [.. args[..at], .. args[(at + 2)..]];
        }

        bool json = args.Contains("--json");
        string[] names = [.. args.Where(a => a != "--json")];
        if (names.Length > 1 || (names.Length == 1 && !Areas.ContainsKey(names[0])))
        {
            errors.WriteLine($"Usage: bench [AREA] [--json] [--postgres CONNECTION], or bench frames FOLDER [WIDTHxHEIGHT] [SCENE] to look at the sample scenes, or bench passes [WIDTHxHEIGHT] [SCENE] for the cost of each pass. Areas: {string.Join(", ", Areas.Keys)}.");
            return 2;
        }

        // Rows are shown as they are measured, since some take minutes; beside JSON they are progress.
        List<Measurement> measurements = [];
        foreach (Measurement measurement in Areas.Where(a => names.Length == 0 ? !OnlyByName.Contains(a.Key) : a.Key == names[0]).SelectMany(a => a.Value()))
        {
            measurements.Add(measurement);
            TextWriter rows = json ? errors : output;
            rows.WriteLine(Row(measurement));
            rows.Flush();
        }

        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(measurements, Json));
        }

        return 0;
    }

    private static string Row(Measurement m)
    {
        const int NameWidth = 42;
        string target = m.Target is { } t ? $"target {t.ToString("0.###", CultureInfo.InvariantCulture)}{(m.Ok == true ? "  met" : "  NOT met")}" : string.Empty;
        return $"{m.Metric,-NameWidth}  {m.Value.ToString("0.###", CultureInfo.InvariantCulture),10} {m.Unit,-10} {target}".TrimEnd();
    }
}
