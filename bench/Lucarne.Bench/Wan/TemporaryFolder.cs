using System.Runtime.InteropServices;

namespace Lucarne.Bench.Wan;

/// <summary>A folder of files that are worth nothing afterwards: it goes with the run, also when that is interrupted or fails.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly PosixSignalRegistration[] _signals;
    private readonly bool _kept;

    /// <summary>Makes the folder, empty unless it is kept and complete.</summary>
    /// <param name="path">Where.</param>
    /// <param name="kept">True to leave it for the next run.</param>
    public TemporaryFolder(string path, bool kept)
    {
        Path = path;
        _kept = kept;
        if (!kept)
        {
            Delete();
        }

        Directory.CreateDirectory(path);
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => DeleteUnlessKept()))];
        AppDomain.CurrentDomain.UnhandledException += OnFailure;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Deletes it.</summary>
    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        AppDomain.CurrentDomain.UnhandledException -= OnFailure;
        DeleteUnlessKept();
    }

    private void OnFailure(object sender, UnhandledExceptionEventArgs failure) => DeleteUnlessKept();

    private void DeleteUnlessKept()
    {
        if (!_kept)
        {
            Delete();
        }
    }

    private void Delete()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
