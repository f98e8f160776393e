using System.Diagnostics;
using System.Text.Json;
using Lucarne.Bench.Feed;

namespace Lucarne.Bench.Web;

/// <summary>How soon a browser on a slow laptop shows the feed, and how soon it answers: Chromium, with its processor and network throttled.</summary>
internal static class WebArea
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] ChromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Makes a few films, opens the feed, and measures.</summary>
    public static IEnumerable<Measurement> Run()
    {
        string web = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "web"));
        string? chromium = new[] { Environment.GetEnvironmentVariable("LUCARNE_CHROMIUM") }.Concat(ChromiumPaths).FirstOrDefault(File.Exists);
        string? lacking = chromium is null ? "there is no Chromium; install it, or name it in LUCARNE_CHROMIUM"
            : !Directory.Exists(Path.Combine(web, "node_modules", "playwright-core")) ? "web/node_modules lacks playwright-core; run npm ci in web"
            : !File.Exists(Path.Combine(web, "dist", "index.html")) ? "the web client is not built; run ./lucarne build"
            : null;
        if (lacking is not null)
        {
            Console.Error.WriteLine($"bench web is skipped: {lacking}.");
            yield break;
        }

        string folder = Directory.CreateTempSubdirectory("lucarne-bench-").FullName;
        try
        {
            using Process server = BenchServer.Start(folder, new() { ["LUCARNE_WEB_ROOT"] = Path.Combine(web, "dist"), ["LUCARNE__RATELIMIT__ENABLED"] = "false" }, out Uri address);
            try
            {
                foreach (Measurement measurement in Measure(address, web, chromium!))
                {
                    yield return measurement;
                }
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                server.WaitForExit();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Measurement> Measure(Uri address, string web, string chromium)
    {
        ProcessStartInfo info = new("node", [Path.Combine(AppContext.BaseDirectory, "measure.mjs"), address.ToString().TrimEnd('/'), web, chromium])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using Process node = Process.Start(info)!;
        while (node.StandardOutput.ReadLine() is { } line)
        {
            Line told = JsonSerializer.Deserialize<Line>(line, Json)!;
            yield return Measurement.AtMost(told.Metric, told.Value, told.Unit, told.Target);
        }

        node.WaitForExit();
        if (node.ExitCode != 0)
        {
            yield return Measurement.AtMost("web-failed", 1, "runs", 0);
        }
    }

    /// <summary>What the script prints.</summary>
    private sealed record Line(string Metric, double Value, string Unit, double Target);
}
