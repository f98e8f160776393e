using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lucarne.Media.Storage;

/// <summary>A file that the store keeps.</summary>
/// <param name="Reference">Its name.</param>
/// <param name="SizeBytes">Its length.</param>
public readonly record struct StoredFile(MediaReference Reference, long SizeBytes);

/// <summary>Keeps files under the hash of their bytes: the same bytes are kept once, and what has a name never changes.</summary>
/// <remarks>Layout under the data folder: <c>media/ab/cd/abcd….mp4</c> (kept), <c>work/…</c> (runs under way). Both are on one disk, so that a file moves by a rename.</remarks>
public sealed partial class MediaStore
{
    private const string LockName = ".lock";
    private readonly string _media;
    private readonly string _work;

    /// <param name="dataFolder">Absolute path; made if missing.</param>
    public MediaStore(string dataFolder)
    {
        _media = Path.Combine(dataFolder, "media");
        _work = Path.Combine(dataFolder, "work");
        Directory.CreateDirectory(_media);
        Directory.CreateDirectory(_work);
    }

    /// <summary>Bytes that this process may still write on the disk.</summary>
    public long FreeBytes => new DriveInfo(_media).AvailableFreeSpace;

    /// <summary>Path of a stored file; null when the store does not have it.</summary>
    public string? Find(MediaReference reference) => PathOf(reference) is var path && File.Exists(path) ? path : null;

    /// <summary>Moves a file into the store. Once it returns, the file outlives a power cut.</summary>
    /// <param name="path">A file on the store's disk, such as one in a <see cref="WorkFolder"/>; gone afterwards.</param>
    /// <param name="cancel">Stops hashing.</param>
    public async Task<StoredFile> PutAsync(string path, CancellationToken cancel)
    {
        byte[] hash;
        long size;
        await using (FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16, useAsync: true))
        {
            hash = await SHA256.HashDataAsync(stream, cancel);
            size = stream.Length;
            stream.Flush(flushToDisk: true);
        }

        MediaReference reference = new(Convert.ToHexStringLower(hash), Path.GetExtension(path));
        if (MediaTypes.Of(reference.Extension) is null)
        {
            throw new ArgumentException($"MediaStore.PutAsync: '{reference.Extension}' is not a type that the store keeps", nameof(path));
        }

        string target = PathOf(reference);
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        File.Move(path, target, overwrite: true);
        SyncFolder(folder);
        return new StoredFile(reference, size);
    }

    /// <summary>Removes a file for good. The caller knows that nothing refers to it any more. Nothing happens when it is not there.</summary>
    public void Delete(MediaReference reference)
    {
        string path = PathOf(reference);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Makes an empty folder for one run.</summary>
    /// <param name="name">A file name that no other run uses.</param>
    public WorkFolder CreateWork(string name)
    {
        string path = Path.Combine(_work, name);
        Directory.CreateDirectory(path);
        return new WorkFolder(path, new FileStream(Path.Combine(path, LockName), FileMode.Create, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Removes the work folders that a crash left behind: those whose process no longer holds their lock.</summary>
    /// <returns>Number of folders removed.</returns>
    public int SweepWork()
    {
        int removed = 0;
        foreach (string folder in Directory.EnumerateDirectories(_work))
        {
            try
            {
                using (new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
                {
                    // Nobody holds it.
                }

                Directory.Delete(folder, recursive: true);
                removed++;
            }
            catch (IOException)
            {
                // A live process works there, or removes it at this moment.
            }
        }

        return removed;
    }

    private string PathOf(MediaReference reference) =>
        Path.Combine(_media, reference.Sha256[..2], reference.Sha256[2..4], reference.ToString());

    /// <summary>Makes a rename outlive a power cut, where the system asks for more than closing the file.</summary>
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"MediaStore: cannot open '{folder}': errno {Marshal.GetLastPInvokeError()}"));
        }

        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}

/// <summary>A folder for one run; disposing removes it and all that is in it.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly FileStream _lock;

    internal WorkFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
