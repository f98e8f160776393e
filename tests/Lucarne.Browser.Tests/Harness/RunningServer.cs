using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lucarne.Browser.Tests.Harness;

/// <summary>The app as people run it: its own process, a free port, a data folder of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly string _dataFolder;
    private readonly StringBuilder _log;

    private RunningServer(Process process, Uri address, string dataFolder, StringBuilder log)
        => (_process, Address, _dataFolder, _log) = (process, address, dataFolder, log);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts the app and waits until it is ready.</summary>
    /// <param name="wanModel">Folder of a Wan model that it offers beside the built-in engine; null for none.</param>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in time; the message holds its log.</exception>
    public static async Task<RunningServer> StartAsync(string? wanModel = null)
    {
        Uri address = new($"http://localhost:{FreePort()}");
        string dataFolder = Directory.CreateTempSubdirectory("lucarne-browser-").FullName;
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), "serve", "--urls", address.GetLeftPart(UriPartial.Authority), "--data", dataFolder, .. wanModel is null ? (string[])[] : ["--model", wanModel]])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LUCARNE_WEB_ROOT"] = Repository.WebClient },
        };
        StringBuilder log = new();
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(log, line.Data);
        process.ErrorDataReceived += (_, line) => Append(log, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        RunningServer server = new(process, address, dataFolder, log);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_dataFolder, recursive: true);
    }

    private static void Append(StringBuilder log, string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        using HttpClient http = new();
        Stopwatch waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartLimit)
        {
            if (_process.HasExited)
            {
                break;
            }

            try
            {
                using HttpResponseMessage answer = await http.GetAsync(new Uri(Address, "/readyz"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        string log = Log;
        await DisposeAsync();
        throw new InvalidOperationException($"The app was not ready after {waited.Elapsed.TotalSeconds:F0} s. It said:\n{log}");
    }
}
