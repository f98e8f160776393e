using System.Diagnostics;

namespace Lucarne.Bench.Feed;

/// <summary>What a load showed.</summary>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="Failed">Requests that were not answered with success.</param>
/// <param name="Rate">Answers a second.</param>
internal sealed record LoadResult(double P50, double P95, double P99, int Failed, double Rate);

/// <summary>Sends requests at a fixed rate, whether the earlier ones are answered or not. A request's latency counts from the moment at which it was due, so that a server that stalls is not spared the requests it held up.</summary>
internal static class OpenLoad
{
    /// <summary>Runs the load.</summary>
    /// <param name="client">With enough connections.</param>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="request">The request with a number.</param>
    public static async Task<LoadResult> RunAsync(HttpClient client, int perSecond, double seconds, Func<int, HttpRequestMessage> request)
    {
        int count = (int)(perSecond * seconds);
        double[] latencies = new double[count];
        bool[] answered = new bool[count];
        Task[] sent = new Task[count];
        long start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        for (int i = 0; i < count; i++)
        {
            long due = start + (i * Stopwatch.Frequency / perSecond);
            double early = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due).TotalMilliseconds;
            if (early > 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(early));
            }

            sent[i] = SendAsync(i, due);
        }

        await Task.WhenAll(sent);
        double took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] sorted = [.. latencies.Order()];
        return new LoadResult(At(0.50), At(0.95), At(0.99), answered.Count(a => !a), count / took);

        double At(double share) => sorted[Math.Min(count - 1, (int)Math.Ceiling(share * count) - 1)];

        async Task SendAsync(int number, long due)
        {
            try
            {
                using HttpRequestMessage message = request(number);
                using HttpResponseMessage response = await client.SendAsync(message);
                await response.Content.CopyToAsync(Stream.Null);
                answered[number] = response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                answered[number] = false;
            }

            latencies[number] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }
}
