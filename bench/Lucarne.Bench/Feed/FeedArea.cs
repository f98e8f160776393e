using System.Diagnostics;
using System.Net;
using System.Text;

namespace Lucarne.Bench.Feed;

/// <summary>How long pages of a filled network take under an open load, server and load generator on the same machine.</summary>
internal static class FeedArea
{
    /// <summary>Environment variable that names an empty PostgreSQL database to use in place of SQLite.</summary>
    public const string PostgresVariable = "LUCARNE_BENCH_POSTGRES";

    private const double Seconds = 6;
    private const double WarmSeconds = 3;
    private const double TargetMs = 30;
    private static readonly int[] s_rates = [100, 500];

    /// <summary>What the seeded posts are about, and how people type it: words, halves of words, two words, a typing error.</summary>
    private static readonly string[] s_questions =
    [
        "lighthouse", "boat", "cat", "voilier", "storm", "whale", "neige", "train", "balloon", "lightho", "red ball", "steam train desert", "grey cat garden", "tall ship sea",
        "paper boats pond", "glass whale stars", "voilier plage", "kite street", "lighthuose", "montgolfiere neige",
    ];

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
            using Process server = BenchServer.Start(
                folder, new() { ["LUCARNE__RATELIMIT__ENABLED"] = "false", ["LUCARNE__CONCURRENCY"] = "0", ["LUCARNE__POSTGRES"] = postgres }, out Uri address);
            try
            {
                IPEndPoint endPoint = new(IPAddress.Loopback, address.Port);
                if (!WaitForExplore(endPoint))
                {
                    yield return Measurement.AtMost("explore-failed", 1, "requests", 0);
                }

                foreach (Load load in Loads(seed))
                {
                    using OpenLoad open = new(endPoint);
                    LoadResult warm = open.Run(s_rates[0], WarmSeconds, load.Request);
                    if (warm.Failed > 0)
                    {
                        yield return Measurement.AtMost($"{load.Name}-failed", warm.Failed, "requests", 0);
                        continue;
                    }

                    foreach (int rate in s_rates)
                    {
                        TimeSpan before = ProcessorTime(server);
                        LoadResult result = open.Run(rate, Seconds, number => load.Request(number + 10_000));
                        double processorMs = (ProcessorTime(server) - before).TotalMilliseconds / (rate * Seconds);
                        yield return Measurement.Of($"{load.Name}-{rate}-p50", result.P50, "ms");
                        yield return Measurement.Of($"{load.Name}-{rate}-p95", result.P95, "ms");
                        yield return load.Targeted && rate == s_rates[^1] ? Measurement.AtMost($"{load.Name}-{rate}-p99", result.P99, "ms", TargetMs) : Measurement.Of($"{load.Name}-{rate}-p99", result.P99, "ms");
                        yield return Measurement.Of($"{load.Name}-{rate}-processor", processorMs, "ms/request");
                        if (result.Failed > 0)
                        {
                            yield return Measurement.AtMost($"{load.Name}-{rate}-failed", result.Failed, "requests", 0);
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

    private static Load[] Loads(NetworkSeed seed)
    {
        byte[] Ask(string method, string path, int? person = null, string body = "")
        {
            string cookie = person is int number ? $"Cookie: lucarne_session={seed.Cookies[number % seed.Cookies.Count]}\r\n" : "";
            string content = body.Length > 0 ? $"X-Lucarne-Csrf: 1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n" : "";
            return Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}{content}\r\n{body}");
        }

        Guid Post(int number) => seed.PostIds[(int)(number * 2_654_435_761L % seed.PostIds.Count)];

        return
        [
            new("feed-latest", true, _ => Ask("GET", "/api/feed?tab=latest&limit=10")),
            new("feed-latest-signed-in", true, number => Ask("GET", "/api/feed?tab=latest&limit=10", number)),
            new("feed-for-you", true, number => Ask("GET", "/api/feed?tab=for_you&limit=10", number)),
            new("post-api", false, number => Ask("GET", $"/api/posts/{Post(number)}", number)),
            new("post-page", false, number => Ask("GET", $"/p/{Post(number)}")),
            new("search", false, number => Ask("GET", $"/api/search/posts?q={Uri.EscapeDataString(s_questions[number % s_questions.Length])}&limit=10", number)),
            new("explore", false, number => Ask("GET", "/api/explore", number)),
            new("like", false, number => Ask("PUT", $"/api/posts/{Post(number)}/reaction", number, """{"kind":"like"}""")),
        ];
    }

    /// <summary>Time that the process has had of the processors, to 10 ms.</summary>
    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Until the server has indexed and counted what was seeded, which it does beside serving after a start.</summary>
    private static bool WaitForExplore(IPEndPoint server)
    {
        using HttpClient client = new() { BaseAddress = new Uri($"http://{server}"), Timeout = TimeSpan.FromSeconds(60) };
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(60); Thread.Sleep(500))
        {
            // The newest of the accounts comes last in the index.
            if (client.GetStringAsync($"/api/search/people?q=person{NetworkSeed.Accounts - 1}").GetAwaiter().GetResult().Contains($"person{NetworkSeed.Accounts - 1}", StringComparison.Ordinal))
            {
                return client.GetAsync("/api/explore").GetAwaiter().GetResult().IsSuccessStatusCode;
            }
        }

        return false;
    }

    /// <summary>One kind of request.</summary>
    /// <param name="Name">What it is called in the figures.</param>
    /// <param name="Targeted">True where design sets a target for it.</param>
    /// <param name="Request">The bytes of the request with a number.</param>
    private sealed record Load(string Name, bool Targeted, Func<int, byte[]> Request);
}
