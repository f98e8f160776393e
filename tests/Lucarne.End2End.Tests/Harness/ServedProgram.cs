using System.Diagnostics;
using System.Net;
using Lucarne.Tests;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>The program as a process of its own.</summary>
internal sealed class ServedProgram : IDisposable
{
    private readonly Process _process;

    private ServedProgram(Process process, Uri address, CookieContainer cookies)
    {
        _process = process;
        Browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        Browser.DefaultRequestHeaders.Add("X-Lucarne-Csrf", "1");
    }

    public HttpClient Browser { get; }

    public static async Task<ServedProgram> StartAsync(string folder, CookieContainer cookies, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo info = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["LUCARNE__POSTGRES"] = PostgresDatabase.ConnectionStringFor(folder);
        foreach ((string name, string value) in environment)
        {
            info.Environment[name] = value;
        }

        Process process = Process.Start(info)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and int at)
            {
                return new ServedProgram(process, new Uri(line[at..].Trim()), cookies);
            }
        }

        throw new InvalidOperationException($"The server did not start: {await errors}");
    }

    /// <summary>SIGKILL: no handler runs.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        Browser.Dispose();
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
