using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Captions;
using Lucarne.Social.Data;
using Lucarne.Social.Edits;
using Lucarne.Social.Exports;
using Lucarne.Social.Posts;
using Lucarne.Social.Schedules;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Carries over what belongs to one's own posts and drafts: earlier texts, captions, publications that are to come; and uploaded sounds.</summary>
internal sealed class ImportExtras(LucarneContext db, CarryRows carry, Sounds sounds, MediaStore media, TimeProvider time)
{
    private const string Schedules = "schedules";
    private const string SoundsSection = "sounds";

    /// <summary>Carries everything of <c>post_revisions</c>, <c>post_captions</c>, <c>schedules</c> and <c>sounds</c>.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        await carry.RunAsync<RevisionRecord>(archive, accountId, "post_revisions", tally, record => RevisionAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<CaptionsRecord>(archive, accountId, "post_captions", tally, record => CaptionsAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<ScheduleRecord>(archive, accountId, Schedules, tally, record => ScheduleAsync(accountId, record, tally, cancel), cancel);
        await carry.RunAsync<SoundRecord>(archive, accountId, SoundsSection, tally, record => SoundAsync(archive, accountId, record, tally, cancel), cancel);
    }

    private async Task<Fate> RevisionAsync(Guid accountId, RevisionRecord record, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset? published = await db.Posts.Where(p => p.Id == record.PostId && p.AuthorId == accountId).Select(p => (DateTimeOffset?)p.CreatedAt).SingleOrDefaultAsync(cancel);
        if (published is null)
        {
            return Fate.Skipped;
        }

        if (await db.PostRevisions.Where(r => r.Id == record.Id).Select(r => (Guid?)r.PostId).SingleOrDefaultAsync(cancel) is Guid taken)
        {
            return taken == record.PostId ? Fate.Present : Fate.Skipped;
        }

        if (!PostText.Read(record.Title, record.Caption, record.AltText).TryGet(out PostText? text, out _)
            || !Timestamps.MadeBetween(record.Id, published.Value, now) || await db.PostRevisions.CountAsync(r => r.PostId == record.PostId, cancel) >= PostRevision.MaxKept)
        {
            return Fate.Skipped;
        }

        db.PostRevisions.Add(new PostRevision
        {
            Id = record.Id,
            PostId = record.PostId,
            Title = text.Title,
            Caption = text.Caption,
            AltText = text.AltText,
            WrittenAt = Timestamps.Between(record.WrittenAt, published.Value, now),
        });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> CaptionsAsync(Guid accountId, CaptionsRecord record, CancellationToken cancel)
    {
        if (!await db.Posts.AnyAsync(p => p.Id == record.PostId && p.AuthorId == accountId, cancel))
        {
            return Fate.Skipped;
        }

        if (await db.PostCaptions.AnyAsync(c => c.PostId == record.PostId && c.Language == record.Language, cancel))
        {
            return Fate.Present;
        }

        if (!WriteCaptions.Read(record.Language, record.Text).TryGet(out string? text, out _) || await db.PostCaptions.CountAsync(c => c.PostId == record.PostId, cancel) >= PostCaption.MaxPerPost)
        {
            return Fate.Skipped;
        }

        db.PostCaptions.Add(new PostCaption { PostId = record.PostId, Language = record.Language, Text = text, UpdatedAt = Timestamps.Past(record.UpdatedAt, time.GetUtcNow()) });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> ScheduleAsync(Guid accountId, ScheduleRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.ScheduledPosts.AnyAsync(s => s.DraftId == record.DraftId && s.AccountId == accountId, cancel)
            || await db.Posts.AnyAsync(p => p.DraftId == record.DraftId && p.AuthorId == accountId, cancel))
        {
            return Fate.Present;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (!await db.Drafts.AnyAsync(d => d.Id == record.DraftId && d.OwnerId == accountId && db.Generations.Any(g => g.Id == d.GenerationId && g.Status == GenerationStatus.Completed), cancel))
        {
            return Fate.Skipped;
        }

        if (record.PublishAt <= now || record.FailureCode is not null)
        {
            tally.Note($"{Schedules}: the draft {record.DraftId} was to be published at {record.PublishAt:u}, which is over; it stays a draft");
            return Fate.Kept;
        }

        if (record.PublishAt > now + SchedulePost.Furthest || !PostText.Read(record.Title, record.Caption, record.AltText).TryGet(out PostText? text, out _)
            || await db.ScheduledPosts.CountAsync(s => s.AccountId == accountId, cancel) >= SchedulePost.MaxPerAccount)
        {
            return Fate.Skipped;
        }

        db.ScheduledPosts.Add(new ScheduledPost
        {
            DraftId = record.DraftId,
            AccountId = accountId,
            PublishAt = record.PublishAt,
            Title = text.Title,
            Caption = text.Caption,
            AltText = text.AltText,
            Visibility = record.Visibility,
            RemixAudience = record.RemixAudience,
            CommentAudience = record.CommentAudience,
            DownloadAudience = record.DownloadAudience,
        });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> SoundAsync(Archive archive, Guid accountId, SoundRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.UploadedSounds.Where(s => s.Id == record.Id).Select(s => (Guid?)s.OwnerId).SingleOrDefaultAsync(cancel) is Guid owner)
        {
            return owner == accountId ? Fate.Present : Fate.Skipped;
        }

        if (!Timestamps.Plausible(record.Id, record.CreatedAt, time.GetUtcNow()) || await db.UploadedSounds.CountAsync(s => s.OwnerId == accountId, cancel) >= Sounds.MaxPerAccount)
        {
            return Fate.Skipped;
        }

        using WorkFolder work = media.CreateWork($"sound-{Guid.CreateVersion7(time.GetUtcNow()):N}");
        string sent = Path.Combine(work.Path, "sent");
        try
        {
            await archive.CopyMediaAsync(record.File, sent, Sounds.MaxBytes, cancel);
        }
        catch (ArchiveException error)
        {
            return tally.Refuse(SoundsSection, $"{record.Id}: {error.Message}");
        }

        // The name is that of a file, whose extension is taken off.
        string name = TextHygiene.Truncate(TextHygiene.CleanLine(record.Name), UploadedSound.NameMaxLength) + ".m4a";
        return (await sounds.KeepAsync(accountId, record.Id, name, record.CreatedAt, sent, work, cancel)).TryGet(out _, out var problem)
            ? Fate.Added
            : tally.Refuse(SoundsSection, $"{record.Id}: {problem.Detail}");
    }
}
