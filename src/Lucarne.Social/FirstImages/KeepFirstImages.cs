using Lucarne.Media.Images;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.FirstImages;

/// <summary>A picture that films can start from, as its owner sees it.</summary>
/// <param name="Id">UUIDv7; <c>firstImageId</c> of a generation.</param>
/// <param name="Name">Name for people; empty for none.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Url">The picture, WebP, for its owner.</param>
/// <param name="ExpiresAt">When it goes, unless a film is made from it before.</param>
public sealed record FirstImageView(Guid Id, string Name, int Width, int Height, string Url, DateTimeOffset ExpiresAt)
{
    /// <summary>Where the picture is.</summary>
    internal static string UrlOf(Guid id) => $"/api/first-images/{id}/file";
}

/// <summary>A frame of one's own film, to start another one from.</summary>
/// <param name="VideoId">Id of the video of one's own draft or post.</param>
/// <param name="AtSeconds">The moment, in seconds from the video's start.</param>
/// <param name="RightsConfirmed">True: the account holds the rights to what is seen, and the people in it consent.</param>
public sealed record FirstImageFrameRequest(Guid VideoId, double AtSeconds, bool RightsConfirmed = false);

/// <summary>Keeps pictures that films start from. What is sent is decoded and encoded anew: of the file itself nothing is kept, neither its metadata nor what it may hide.</summary>
internal sealed class KeepFirstImages(LucarneContext db, MediaStore store, PictureReader reader, TimeProvider time, ILogger<KeepFirstImages> logger)
{
    /// <summary>Most bytes of a file that is sent.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>Shortest side of a picture, in pixels.</summary>
    public const int MinSide = 64;

    /// <summary>Longest side that is kept, in pixels: that of the largest film.</summary>
    private const int MaxSide = 1920;

    /// <summary>Most pictures of an account that no film names; the oldest make room.</summary>
    private const int MaxUnused = 20;

    /// <summary>Most pictures of the list.</summary>
    private const int MaxListed = 60;

    /// <summary>Storing and removing exclude each other within this process: else a file could go between its storing and its naming.</summary>
    private static readonly SemaphoreSlim s_exclusive = new(1);

    /// <summary>Keeps a PNG, JPEG or WebP file.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="name">File name, for people.</param>
    /// <param name="rightsConfirmed">The account holds the rights, and the people in it consent.</param>
    /// <param name="body">The file.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<FirstImageView>> UploadAsync(Guid accountId, string? name, bool rightsConfirmed, Stream body, CancellationToken cancel)
    {
        if (!rightsConfirmed)
        {
            return FirstImagesErrors.FirstImageRightsNeeded.For("rightsConfirmed");
        }

        using WorkFolder work = CreateWork();
        string sent = Path.Combine(work.Path, "sent");
        return await TryReceiveAsync(body, sent, cancel)
            ? await ReceiveAsync(accountId, Path.GetFileNameWithoutExtension(name ?? ""), work, path => reader.RewriteAsync(sent, MaxSide, path, cancel), cancel)
            : FirstImagesErrors.FirstImageTooLarge;
    }

    /// <summary>Keeps a picture that came with an account from another installation.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="id">Its id there, which is free here.</param>
    /// <param name="name">Name for people.</param>
    /// <param name="confirmedAt">When its owner confirmed the rights there.</param>
    /// <param name="copyAsync">Writes the file, hostile as it may be, to the path that it is given.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<FirstImageView>> AdoptAsync(Guid accountId, Guid id, string name, DateTimeOffset confirmedAt, Func<string, Task> copyAsync, CancellationToken cancel)
    {
        using WorkFolder work = CreateWork();
        string sent = Path.Combine(work.Path, "sent");
        await copyAsync(sent);
        return await KeepAsync(accountId, id, name, confirmedAt, work, path => reader.RewriteAsync(sent, MaxSide, path, cancel), cancel);
    }

    /// <summary>Keeps a frame of one's own film.</summary>
    public async Task<Outcome<FirstImageView>> TakeFrameAsync(Guid accountId, FirstImageFrameRequest request, CancellationToken cancel)
    {
        if (!request.RightsConfirmed)
        {
            return FirstImagesErrors.FirstImageRightsNeeded.For("rightsConfirmed");
        }

        Generation? video = await db.Generations.AsNoTracking().Include(g => g.Artefacts.Where(a => a.Name == Artefact.Video))
            .SingleOrDefaultAsync(g => g.Id == request.VideoId && g.OwnerId == accountId && g.Status == GenerationStatus.Completed, cancel);
        if (video is null || store.Find(video.Artefacts.Single().Reference) is not { } path)
        {
            return ProfilesErrors.VideoNotFound;
        }

        if (!(request.AtSeconds >= 0 && request.AtSeconds <= video.Format.Seconds))
        {
            return ProfilesErrors.MomentInvalid.For("atSeconds");
        }

        // The last frame begins one frame before the end.
        double at = Math.Min(request.AtSeconds, video.Format.Seconds - (1.0 / video.Fps));
        using WorkFolder work = CreateWork();
        return await ReceiveAsync(accountId, video.Prompt, work, target => reader.RewriteFrameAsync(path, at, MaxSide, target, cancel), cancel);
    }

    /// <summary>Own pictures that can be used again, newest first, each once however often it was added; <see cref="MaxListed"/> at most.</summary>
    public async Task<IReadOnlyList<FirstImageView>> ListAsync(Guid accountId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<KeptFirstImage> kept = await db.FirstImages.AsNoTracking()
            .Where(i => i.OwnerId == accountId && (i.ExpiresAt > now || db.Generations.Any(g => g.FirstImageId == i.Id)))
            .OrderByDescending(i => i.Id).Take(2 * MaxListed).ToListAsync(cancel);
        return [.. kept.DistinctBy(i => i.Sha256).Take(MaxListed).Select(View)];
    }

    /// <summary>Path of an own picture; null where there is none.</summary>
    public async Task<string?> FindAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.FirstImages.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.OwnerId == accountId, cancel) is { } image ? store.Find(image.Reference) : null;

    /// <summary>Takes an own picture for a film: it stays long enough for the film to be saved. Within the transaction that saves it.</summary>
    /// <returns>The picture, or <see cref="FirstImagesErrors.FirstImageNotFound"/>.</returns>
    public async Task<Outcome<FirstImage>> TakeAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        DateTimeOffset until = time.GetUtcNow() + KeptFirstImage.UnusedFor;
        bool there = await db.FirstImages.Where(i => i.Id == id && i.OwnerId == accountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, until), cancel) == 1;
        KeptFirstImage? image = there ? await db.FirstImages.AsNoTracking().SingleAsync(i => i.Id == id, cancel) : null;
        return image is not null && store.Find(image.Reference) is not null ? new FirstImage(id, image.Reference) : FirstImagesErrors.FirstImageNotFound.For("firstImageId");
    }

    /// <summary>Gives an own picture up: it goes at once, or with the last film that starts from it.</summary>
    /// <returns>Null, or <see cref="FirstImagesErrors.FirstImageNotFound"/>.</returns>
    public async Task<Problem?> GiveUpAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (await db.FirstImages.Where(i => i.Id == id && i.OwnerId == accountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, now), cancel) == 0)
        {
            return FirstImagesErrors.FirstImageNotFound;
        }

        await ReleaseAsync(id, cancel);
        return null;
    }

    /// <summary>Deletes a picture that no film names any more, with its file. Nothing happens to any other.</summary>
    public Task ReleaseAsync(Guid? id, CancellationToken cancel) => id is Guid picture ? DeleteUnnamedAsync(db, store, [picture], cancel) : Task.CompletedTask;

    /// <summary>Deletes the pictures whose time has run out and that no film names.</summary>
    public static async Task SweepAsync(LucarneContext db, MediaStore store, DateTimeOffset now, CancellationToken cancel)
    {
        const int AtOnce = 500;
        List<Guid> expired = await Unnamed(db).Where(i => i.ExpiresAt < now).OrderBy(i => i.ExpiresAt).Select(i => i.Id).Take(AtOnce).ToListAsync(cancel);
        await DeleteUnnamedAsync(db, store, expired, cancel, now);
    }

    private static IQueryable<KeptFirstImage> Unnamed(LucarneContext db) => db.FirstImages.Where(i => !db.Generations.Any(g => g.FirstImageId == i.Id));

    private static async Task DeleteUnnamedAsync(LucarneContext db, MediaStore store, IReadOnlyList<Guid> ids, CancellationToken cancel, DateTimeOffset? expiredBefore = null)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await s_exclusive.WaitAsync(cancel);
        try
        {
            foreach (KeptFirstImage image in await db.FirstImages.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(cancel))
            {
                IQueryable<KeptFirstImage> still = Unnamed(db).Where(i => i.Id == image.Id);
                if (expiredBefore is DateTimeOffset before)
                {
                    // Someone may have taken it for a film in the meantime.
                    still = still.Where(i => i.ExpiresAt < before);
                }

                if (await still.ExecuteDeleteAsync(cancel) == 1 && !await db.FirstImages.AnyAsync(i => i.Sha256 == image.Sha256, cancel))
                {
                    store.Delete(image.Reference);
                }
            }
        }
        finally
        {
            s_exclusive.Release();
        }
    }

    private WorkFolder CreateWork() => store.CreateWork($"first-image-{Guid.CreateVersion7(time.GetUtcNow()):N}");

    private async Task<Outcome<FirstImageView>> ReceiveAsync(Guid accountId, string name, WorkFolder work, Func<string, Task<(int Width, int Height)>> rewrite, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        Outcome<FirstImageView> kept = await KeepAsync(accountId, Guid.CreateVersion7(now), name, now, work, rewrite, cancel);
        List<Guid> oldest = await Unnamed(db).Where(i => i.OwnerId == accountId).OrderByDescending(i => i.Id).Select(i => i.Id).Skip(MaxUnused).ToListAsync(cancel);
        await DeleteUnnamedAsync(db, store, oldest, cancel);
        return kept;
    }

    private async Task<Outcome<FirstImageView>> KeepAsync(
        Guid accountId, Guid id, string name, DateTimeOffset confirmedAt, WorkFolder work, Func<string, Task<(int Width, int Height)>> rewrite, CancellationToken cancel)
    {
        string path = Path.Combine(work.Path, "kept.webp");
        (int width, int height) = (0, 0);
        try
        {
            (width, height) = await rewrite(path);
        }
        catch (PictureException refused)
        {
            logger.LogInformation(refused, "A first image was refused");
            return FirstImagesErrors.FirstImageInvalid;
        }

        if (Math.Min(width, height) < MinSide)
        {
            return FirstImagesErrors.FirstImageTooSmall;
        }

        KeptFirstImage image;
        await s_exclusive.WaitAsync(cancel);
        try
        {
            StoredFile file = await store.PutAsync(path, cancel);
            image = new KeptFirstImage
            {
                Id = id,
                OwnerId = accountId,
                Name = TextHygiene.Truncate(TextHygiene.CleanLine(name), KeptFirstImage.NameMaxLength),
                Sha256 = file.Reference.Sha256,
                Width = width,
                Height = height,
                SizeBytes = file.SizeBytes,
                ConfirmedAt = confirmedAt,
                ExpiresAt = time.GetUtcNow() + KeptFirstImage.UnusedFor,
            };
            db.FirstImages.Add(image);
            await db.SaveChangesAsync(cancel);
        }
        finally
        {
            s_exclusive.Release();
        }

        return View(image);
    }

    private static FirstImageView View(KeptFirstImage image) => new(image.Id, image.Name, image.Width, image.Height, FirstImageView.UrlOf(image.Id), image.ExpiresAt);

    private static async Task<bool> TryReceiveAsync(Stream body, string path, CancellationToken cancel)
    {
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        byte[] buffer = new byte[1 << 16];
        long received = 0;
        while (await body.ReadAsync(buffer, cancel) is > 0 and int read)
        {
            received += read;
            if (received > MaxBytes)
            {
                return false;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return true;
    }
}
