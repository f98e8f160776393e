using Lucarne.Media.Storage;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Exports;

/// <summary>Where archives lie: <c>exports/{id}.zip</c> in the data folder, and <c>{id}.zip.part</c> while one is written.</summary>
internal sealed class ExportFiles(IOptions<SocialOptions> options)
{
    private readonly string _folder = Path.Combine(Path.GetFullPath(options.Value.DataFolder), "exports");

    /// <summary>Path of a finished archive, whether it is there or not.</summary>
    public string PathOf(Guid id) => Path.Combine(_folder, $"{id:N}.zip");

    /// <summary>Path to write an archive to.</summary>
    public string PartOf(Guid id)
    {
        Directory.CreateDirectory(_folder);
        return PathOf(id) + ".part";
    }

    /// <summary>Turns what was written into the finished archive.</summary>
    /// <returns>Its length in bytes.</returns>
    public long Finish(Guid id)
    {
        File.Move(PartOf(id), PathOf(id), overwrite: true);
        return new FileInfo(PathOf(id)).Length;
    }

    /// <summary>Deletes an archive, and what a crash may have left of it. Nothing happens when there is none.</summary>
    public void Delete(Guid id)
    {
        if (Directory.Exists(_folder))
        {
            File.Delete(PathOf(id));
            File.Delete(PathOf(id) + ".part");
        }
    }

    /// <summary>True where the disk has room for an archive besides the reserve.</summary>
    public bool HasRoomFor(long bytes, MediaStore media) => media.FreeBytes - bytes > options.Value.MinFreeDiskBytes;
}
