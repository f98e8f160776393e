using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Lucarne.Media.Encoding;

/// <summary>The ffmpeg of this machine.</summary>
/// <param name="path">Path of the executable; null finds <c>ffmpeg</c> on the PATH when a process starts.</param>
public sealed class Ffmpeg(string? path = null)
{
    private readonly string _path = path ?? "ffmpeg";

    /// <summary>Starts a process. Its input is closed; its output and log are read.</summary>
    /// <param name="arguments">Passed as a list, never through a shell.</param>
    /// <exception cref="EncoderException"><see cref="EncoderFault.FfmpegMissing"/>.</exception>
    internal FfmpegProcess Start(IEnumerable<string> arguments) => Start(_path, ["-hide_banner", "-loglevel", "error", "-nostats", "-y", .. arguments]);

    /// <summary>Starts the ffprobe that lies beside it, in the same way.</summary>
    /// <param name="arguments">Passed as a list, never through a shell.</param>
    /// <exception cref="EncoderException"><see cref="EncoderFault.FfmpegMissing"/>.</exception>
    internal FfmpegProcess StartProbe(IEnumerable<string> arguments)
        => Start(Path.Combine(Path.GetDirectoryName(_path) ?? "", "ffprobe"), ["-hide_banner", "-loglevel", "error", .. arguments]);

    private static FfmpegProcess Start(string path, IEnumerable<string> arguments)
    {
        ProcessStartInfo info = new(path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        try
        {
            Process process = Process.Start(info)!;
            process.StandardInput.Close();
            return new FfmpegProcess(process);
        }
        catch (Win32Exception e)
        {
            throw new EncoderException(EncoderFault.FfmpegMissing, $"{path}: {e.Message}", e);
        }
    }
}

/// <summary>A running ffmpeg. Disposing kills it, whatever it is doing.</summary>
internal sealed class FfmpegProcess : IAsyncDisposable
{
    private const int LogMaxCharacters = 4000;
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly Task _logged;

    public FfmpegProcess(Process process)
    {
        _process = process;
        _logged = ReadLogAsync();
        Exited = ExitAsync();
    }

    /// <summary>Process id.</summary>
    public int Id => _process.Id;

    /// <summary>What it writes to its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Its exit code, once it has ended and its log has been read.</summary>
    public Task<int> Exited { get; }

    /// <summary>The end of its log.</summary>
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

    /// <summary>Waits for its end and throws unless it went well.</summary>
    /// <exception cref="EncoderException"><see cref="EncoderFault.DiskFull"/> or <see cref="EncoderFault.Died"/>.</exception>
    public async Task ThrowUnlessSucceededAsync(CancellationToken cancel)
    {
        if (await Exited.WaitAsync(cancel) != 0)
        {
            throw Failure(null);
        }
    }

    /// <summary>What its end means.</summary>
    public EncoderException Failure(Exception? inner)
    {
        bool full = Log.Contains("No space left on device", StringComparison.Ordinal);
        string code = _process.HasExited ? $"exit code {_process.ExitCode}" : "still running";
        return new EncoderException(full ? EncoderFault.DiskFull : EncoderFault.Died, $"ffmpeg, {code}: {Log}", inner);
    }

    /// <summary>Ends it at once, whatever it is doing.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        await _logged;
        return _process.ExitCode;
    }

    private async Task ReadLogAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_log)
            {
                _log.AppendLine(line);
                if (_log.Length > LogMaxCharacters)
                {
                    _log.Remove(0, _log.Length - LogMaxCharacters);
                }
            }
        }
    }
}
