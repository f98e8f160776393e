using Lucarne.Media.Images;
using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Generations;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Profiles;

/// <summary>A moment of one's own video, to be the picture.</summary>
/// <param name="VideoId">Id of the video of one's own draft or post.</param>
/// <param name="AtSeconds">The moment, in seconds from the video's start.</param>
public sealed record PictureFrameRequest(Guid VideoId, double AtSeconds);

/// <summary>Which image of a profile.</summary>
internal enum ProfileImage
{
    /// <summary>The square beside the name.</summary>
    Picture,

    /// <summary>The banner at the head of the page.</summary>
    Cover,
}

/// <summary>Sets and removes the picture and the cover. What is sent is decoded and encoded anew: of the file itself nothing is kept, neither its metadata nor what it may hide.</summary>
internal sealed class ChangePicture(LucarneContext db, MediaStore store, PictureReader reader, TimeProvider time, ILogger<ChangePicture> logger)
{
    /// <summary>Most bytes of a file that is sent.</summary>
    public const int MaxBytes = 10 << 20;

    private const int PictureSide = 400;
    private const int CoverWidth = 1500;
    private const int CoverHeight = 500;

    /// <summary>Storing and removing exclude each other within this process: else a file could go between its storing and its naming.</summary>
    private static readonly SemaphoreSlim s_exclusive = new(1);

    /// <summary>Sets an image from a PNG, JPEG or WebP file.</summary>
    /// <returns>Null when it is set.</returns>
    public async Task<Problem?> UploadAsync(Guid accountId, ProfileImage image, Stream file, CancellationToken cancel)
    {
        using WorkFolder work = store.CreateWork($"profile-{Guid.CreateVersion7(time.GetUtcNow()):N}");
        string sent = Path.Combine(work.Path, "sent");
        await using (FileStream copy = new(sent, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.CopyToAsync(copy, cancel);
        }

        return await FitAsync(accountId, image, work, (width, height, path) => reader.FitAsync(sent, width, height, path, cancel), cancel);
    }

    /// <summary>Sets the picture from a frame of one's own video.</summary>
    /// <returns>Null when it is set.</returns>
    public async Task<Problem?> TakeFrameAsync(Guid accountId, PictureFrameRequest request, CancellationToken cancel)
    {
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
        using WorkFolder work = store.CreateWork($"profile-{Guid.CreateVersion7(time.GetUtcNow()):N}");
        return await FitAsync(accountId, ProfileImage.Picture, work, (width, height, target) => reader.FitFrameAsync(path, at, width, height, target, cancel), cancel);
    }

    /// <summary>Removes an image; nothing happens where there is none.</summary>
    public async Task RemoveAsync(Guid accountId, ProfileImage image, CancellationToken cancel)
    {
        await s_exclusive.WaitAsync(cancel);
        try
        {
            await SetAsync(accountId, image, null, cancel);
        }
        finally
        {
            s_exclusive.Release();
        }
    }

    private async Task<Problem?> FitAsync(Guid accountId, ProfileImage image, WorkFolder work, Func<int, int, string, Task> fit, CancellationToken cancel)
    {
        string path = Path.Combine(work.Path, "fitted.webp");
        try
        {
            await (image == ProfileImage.Picture ? fit(PictureSide, PictureSide, path) : fit(CoverWidth, CoverHeight, path));
        }
        catch (PictureException refused)
        {
            logger.LogInformation(refused, "A picture was refused");
            return ProfilesErrors.PictureInvalid;
        }

        await s_exclusive.WaitAsync(cancel);
        try
        {
            StoredFile stored = await store.PutAsync(path, cancel);
            await SetAsync(accountId, image, stored.Reference.ToString(), cancel);
            return null;
        }
        finally
        {
            s_exclusive.Release();
        }
    }

    private async Task SetAsync(Guid accountId, ProfileImage image, string? file, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Account account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        string? old;
        if (image == ProfileImage.Picture)
        {
            (old, account.Picture) = (account.Picture, file);
        }
        else
        {
            (old, account.Cover) = (account.Cover, file);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (old is not null && old != file && MediaReference.TryParse(old, out MediaReference reference)
            && !await db.Accounts.AnyAsync(a => a.Picture == old || a.Cover == old, cancel)
            && !await db.Artefacts.AnyAsync(a => a.Sha256 == reference.Sha256 && a.Extension == reference.Extension, cancel))
        {
            store.Delete(reference);
        }
    }
}

/// <summary>How large the body of a route may be, where that is not what all others take.</summary>
internal sealed record PictureSizeLimit : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => ChangePicture.MaxBytes;
}
