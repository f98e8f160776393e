using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Editing;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Edits;

/// <summary>An uploaded sound, as its owner sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Url">The sound, for its owner.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
public sealed record SoundView(Guid Id, string Name, double Seconds, string Url, DateTimeOffset CreatedAt);

/// <summary>Keeps the sounds that an account has uploaded.</summary>
internal sealed class Sounds(LucarneContext db, MediaStore store, Ffmpeg ffmpeg, TimeProvider time)
{
    /// <summary>Most bytes of an upload.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>Most sounds of an account.</summary>
    public const int MaxPerAccount = 50;

    /// <summary>One's own, newest first.</summary>
    public async Task<IReadOnlyList<SoundView>> ListAsync(Guid accountId, CancellationToken cancel)
        => [.. (await db.UploadedSounds.AsNoTracking().Where(s => s.OwnerId == accountId).OrderByDescending(s => s.Id).ToListAsync(cancel)).Select(View)];

    /// <summary>Keeps a sound: read by ffmpeg, brought to the usual loudness, and written anew, so that nothing of the upload's own container or tags is kept.</summary>
    public async Task<Outcome<SoundView>> UploadAsync(Guid accountId, string? name, Stream body, CancellationToken cancel)
    {
        if (await db.UploadedSounds.CountAsync(s => s.OwnerId == accountId, cancel) >= MaxPerAccount)
        {
            return EditsErrors.TooManySounds;
        }

        DateTimeOffset now = time.GetUtcNow();
        Guid id = Guid.CreateVersion7(now);
        using WorkFolder work = store.CreateWork(id.ToString("N"));
        string upload = Path.Combine(work.Path, "upload");
        if (!await TryReceiveAsync(body, upload, cancel))
        {
            return EditsErrors.SoundTooLarge;
        }

        return await KeepAsync(accountId, id, name, now, upload, work, cancel);
    }

    /// <summary>Keeps a sound of someone who may still have one more.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its file's name.</param>
    /// <param name="createdAt">Since when it is theirs.</param>
    /// <param name="upload">The file; hostile.</param>
    /// <param name="work">A folder for what is made of it.</param>
    /// <param name="cancel">Stops the work.</param>
    internal async Task<Outcome<SoundView>> KeepAsync(Guid accountId, Guid id, string? name, DateTimeOffset createdAt, string upload, WorkFolder work, CancellationToken cancel)
    {
        string path = Path.Combine(work.Path, "sound.m4a");
        if (await SoundFile.ConvertAsync(ffmpeg, upload, path, EditRules.MaxSeconds, cancel) is not double seconds)
        {
            return EditsErrors.SoundUnreadable;
        }

        if (seconds > EditRules.MaxSeconds)
        {
            return EditsErrors.SoundTooLong;
        }

        StoredFile file = await store.PutAsync(path, cancel);
        UploadedSound sound = new()
        {
            Id = id,
            OwnerId = accountId,
            Name = Name(name),
            Sha256 = file.Reference.Sha256,
            Seconds = Math.Round(seconds, 3),
            SizeBytes = file.SizeBytes,
            CreatedAt = createdAt,
        };
        db.UploadedSounds.Add(sound);
        await db.SaveChangesAsync(cancel);
        return View(sound);
    }

    /// <summary>Path of an own sound; null where there is none.</summary>
    public async Task<string?> FindAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.UploadedSounds.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == accountId, cancel) is { } sound ? store.Find(sound.Reference) : null;

    /// <summary>Deletes an own sound; videos that were made with it keep theirs. Null, or <see cref="EditsErrors.SoundNotFound"/>.</summary>
    public async Task<Problem?> DeleteAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        UploadedSound? sound = await db.UploadedSounds.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.OwnerId == accountId, cancel);
        if (sound is null || await db.UploadedSounds.Where(s => s.Id == id).ExecuteDeleteAsync(cancel) == 0)
        {
            return EditsErrors.SoundNotFound;
        }

        if (!await db.UploadedSounds.AnyAsync(s => s.Sha256 == sound.Sha256, cancel))
        {
            store.Delete(sound.Reference);
        }

        return null;
    }

    private static async Task<bool> TryReceiveAsync(Stream body, string path, CancellationToken cancel)
    {
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = new byte[1 << 16];
        while (await body.ReadAsync(buffer, cancel) is > 0 and int read)
        {
            if (file.Length + read > MaxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            await file.FlushAsync(cancel);
        }

        return true;
    }

    private static string Name(string? typed)
    {
        string name = TextHygiene.CleanLine(Path.GetFileNameWithoutExtension(typed ?? ""));
        return name.Length == 0 ? "Sound" : TextHygiene.Truncate(name, UploadedSound.NameMaxLength);
    }

    private static SoundView View(UploadedSound sound) => new(sound.Id, sound.Name, sound.Seconds, $"/api/sounds/{sound.Id}/file", sound.CreatedAt);
}
