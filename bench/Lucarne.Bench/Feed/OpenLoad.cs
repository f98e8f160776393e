using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lucarne.Bench.Feed;

/// <summary>What a load showed.</summary>
/// <param name="P50">Median latency, milliseconds.</param>
/// <param name="P95">95th percentile, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
/// <param name="Failed">Requests that were not answered with success.</param>
/// <param name="Rate">Answers a second.</param>
internal sealed record LoadResult(double P50, double P95, double P99, int Failed, double Rate);

/// <summary>Sends requests at a fixed rate, whether the earlier ones are answered or not. A request's latency counts from the moment at which it was due, so that neither a server that stalls nor a generator that is late is spared.</summary>
/// <remarks>Writes ready-made bytes to sockets that stay open and reads no further than an answer's length: it shares two cores with the server, and an <see cref="HttpClient"/> would take as much of them as the server does.</remarks>
internal sealed class OpenLoad(IPEndPoint server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentBag<Wire> _idle = [];

    /// <summary>Runs the load.</summary>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="request">The bytes of the request with a number.</param>
    public LoadResult Run(int perSecond, double seconds, Func<int, byte[]> request)
    {
        int count = (int)(perSecond * seconds);
        byte[][] requests = [.. Enumerable.Range(0, count).Select(request)];
        double[] latencies = new double[count];
        bool[] answered = new bool[count];
        Task[] sent = new Task[count];
        long start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 10);
        int next = 0;
        Thread clock = new(() =>
        {
            while (next < count)
            {
                for (long now = Stopwatch.GetTimestamp(); next < count && Due(next) <= now; next++)
                {
                    int number = next;
                    sent[number] = Task.Run(() => SendAsync(number, Due(number)));
                }

                Thread.Sleep(1);
            }
        })
        { Priority = ThreadPriority.AboveNormal };
        clock.Start();
        clock.Join();
        Task.WaitAll(sent);
        double took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] sorted = [.. latencies.Order()];
        return new LoadResult(At(0.50), At(0.95), At(0.99), answered.Count(a => !a), count / took);

        long Due(int number) => start + (number * Stopwatch.Frequency / perSecond);

        double At(double share) => sorted[Math.Min(count - 1, (int)Math.Ceiling(share * count) - 1)];

        async Task SendAsync(int number, long due)
        {
            Wire? wire = null;
            try
            {
                wire = _idle.TryTake(out Wire? idle) ? idle : await Wire.OpenAsync(server);
                using CancellationTokenSource patience = new(Patience);
                answered[number] = await wire.AskAsync(requests[number], patience.Token) is >= 200 and < 300;
                _idle.Add(wire);
            }
            catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
            {
                wire?.Dispose();
            }

            latencies[number] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryTake(out Wire? wire))
        {
            wire.Dispose();
        }
    }

    /// <summary>One connection that speaks as much HTTP/1.1 as this server's answers need.</summary>
    private sealed class Wire : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] _buffer = new byte[256 << 10];

        public static async Task<Wire> OpenAsync(IPEndPoint server)
        {
            Wire wire = new();
            await wire._socket.ConnectAsync(server);
            return wire;
        }

        /// <summary>Sends a request and reads its answer; the status.</summary>
        public async ValueTask<int> AskAsync(byte[] request, CancellationToken cancel)
        {
            await _socket.SendAsync(request, cancel);
            int held = 0;
            while (true)
            {
                int read = await _socket.ReceiveAsync(_buffer.AsMemory(held), cancel);
                if (read == 0)
                {
                    throw new IOException("OpenLoad: the server closed a connection in the middle of an answer");
                }

                held += read;
                if (IsWhole(_buffer.AsSpan(0, held)))
                {
                    // HTTP/1.1 200 OK
                    return ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + _buffer[11] - '0';
                }
            }
        }

        public void Dispose() => _socket.Dispose();

        private static bool IsWhole(ReadOnlySpan<byte> answer)
        {
            int head = answer.IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                return false;
            }

            ReadOnlySpan<byte> headers = answer[..(head + 2)];
            ReadOnlySpan<byte> body = answer[(head + 4)..];
            int at = headers.IndexOf("\r\nContent-Length: "u8);
            if (at < 0)
            {
                // Chunked: the last chunk is empty.
                return headers.IndexOf("\r\nTransfer-Encoding: chunked"u8) < 0 || body.EndsWith("\r\n0\r\n\r\n"u8);
            }

            int length = 0;
            for (int i = at + "\r\nContent-Length: ".Length; headers[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                length = (length * 10) + headers[i] - '0';
            }

            return body.Length >= length;
        }
    }
}
