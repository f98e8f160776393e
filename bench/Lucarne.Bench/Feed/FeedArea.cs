using System.Diagnostics;
using System.Net.Http.Json;

namespace Lucarne.Bench.Feed;

/// <summary>How long pages of a filled network take under an open load, server and load generator on the same machine.</summary>
internal static class FeedArea
{
    /// <summary>Environment variable that names an empty PostgreSQL database to use in place of SQLite.</summary>
    public const string PostgresVariable = "LUCARNE_BENCH_POSTGRES";

    private const double Seconds = 8;
    private const double TargetMs = 30;
    private static readonly int[] s_rates = [100, 500];
    private static readonly string[] s_words = ["lighthouse", "boat", "cat", "voilier", "storm", "whale", "neige", "train"];

    /// <summary>Seeds, starts the server, and measures.</summary>
    public static IEnumerable<Measurement> Run()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-bench-").FullName;
        string? postgres = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } set ? set : null;
        try
        {
            long begun = Stopwatch.GetTimestamp();
            NetworkSeed seed = NetworkSeed.RunAsync(folder, postgres).GetAwaiter().GetResult();
            yield return Measurement.Of("feed-seeding", Stopwatch.GetElapsedTime(begun).TotalSeconds, "s");
            using Process server = Start(folder, postgres, out Uri address);
            try
            {
                using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 256, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address };
                foreach ((string name, double? target, Func<int, HttpRequestMessage> request) in Pages(seed))
                {
                    LoadResult warm = OpenLoad.RunAsync(client, s_rates[0], 3, request).GetAwaiter().GetResult();
                    if (warm.Failed > 0)
                    {
                        yield return Measurement.AtMost($"{name}-failed", warm.Failed, "requests", 0);
                        continue;
                    }

                    foreach (int rate in s_rates)
                    {
                        LoadResult result = OpenLoad.RunAsync(client, rate, Seconds, number => request(number + 10_000)).GetAwaiter().GetResult();
                        yield return Measurement.Of($"{name}-{rate}-p50", result.P50, "ms");
                        yield return Measurement.Of($"{name}-{rate}-p95", result.P95, "ms");
                        yield return target is { } ms && rate == s_rates[^1] ? Measurement.AtMost($"{name}-{rate}-p99", result.P99, "ms", ms) : Measurement.Of($"{name}-{rate}-p99", result.P99, "ms");
                        if (result.Failed > 0)
                        {
                            yield return Measurement.AtMost($"{name}-{rate}-failed", result.Failed, "requests", 0);
                        }
                    }
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
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, double? Target, Func<int, HttpRequestMessage> Request)> Pages(NetworkSeed seed)
    {
        HttpRequestMessage Get(string path, int? person = null)
        {
            HttpRequestMessage message = new(HttpMethod.Get, path);
            if (person is int number)
            {
                message.Headers.Add("Cookie", $"lucarne_session={seed.Cookies[number % seed.Cookies.Count]}");
            }

            return message;
        }

        Guid Post(int number) => seed.PostIds[(int)((uint)(number * 2_654_435_761L) % (uint)seed.PostIds.Count)];

        yield return ("feed-latest", TargetMs, _ => Get("/api/feed?tab=latest&limit=10"));
        yield return ("feed-latest-signed-in", TargetMs, number => Get("/api/feed?tab=latest&limit=10", number));
        yield return ("feed-for-you", TargetMs, number => Get("/api/feed?tab=for_you&limit=10", number));
        yield return ("post-api", null, number => Get($"/api/posts/{Post(number)}", number));
        yield return ("post-page", null, number => Get($"/p/{Post(number)}"));
        yield return ("search", null, number => Get($"/api/search?q={s_words[number % s_words.Length]}&limit=10", number));
        yield return ("like", null, number =>
        {
            HttpRequestMessage message = Get($"/api/posts/{Post(number)}/reaction", number);
            message.Method = HttpMethod.Put;
            message.Headers.Add("X-Lucarne-Csrf", "1");
            message.Content = JsonContent.Create(new { kind = "like" });
            return message;
        }
        );
    }

    private static Process Start(string folder, string? postgres, out Uri address)
    {
        ProcessStartInfo info = new("dotnet", [ServerPath(), "serve", "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["LUCARNE__RATELIMIT__ENABLED"] = "false", ["LUCARNE__CONCURRENCY"] = "0", ["LUCARNE__POSTGRES"] = postgres },
        };
        Process process = Process.Start(info)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and int at)
            {
                address = new Uri(line[at..].Trim());
                return process;
            }
        }

        throw new InvalidOperationException("FeedArea: the server did not start");
    }

    /// <summary>The published server where there is one, compiled ahead as people run it; else the one that was built beside the benchmarks.</summary>
    private static string ServerPath()
    {
        string published = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "app", "Lucarne.App.dll"));
        return File.Exists(published) ? published : Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll");
    }
}
