using System.Diagnostics;

namespace Lucarne.Bench.Feed;

/// <summary>A server of its own for a measurement.</summary>
internal static class BenchServer
{
    /// <summary>Starts it over a data folder, at any free port.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="address">Where it is open.</param>
    public static Process Start(string folder, Dictionary<string, string?> settings, out Uri address)
    {
        ProcessStartInfo info = new("dotnet", [ServerPath(), "serve", "--urls", "http://127.0.0.1:0", "--data", folder]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach ((string name, string? value) in settings)
        {
            info.Environment[name] = value;
        }

        Process process = Process.Start(info)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and int at)
            {
                address = new Uri(line[at..].Trim());
                return process;
            }
        }

        throw new InvalidOperationException("BenchServer: the server did not start");
    }

    /// <summary>The published server where there is one, compiled ahead as people run it; else the one that was built beside the benchmarks.</summary>
    private static string ServerPath()
    {
        string published = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "app", "Lucarne.App.dll"));
        return File.Exists(published) ? published : Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll");
    }
}
