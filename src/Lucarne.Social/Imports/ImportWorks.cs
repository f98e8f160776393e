using System.Text.Json;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Exports;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Social.Lineage;
using Lucarne.Social.Posts;
using Lucarne.Social.Profiles;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Imports;

/// <summary>Carries films over: generations, then the drafts and posts that show them, with their ids, times, texts and lineage.</summary>
internal sealed class ImportWorks(LucarneContext db, CarryRows carry, AdoptFilm adopt, KeepFirstImages pictures, MediaStore media, IOptions<SocialOptions> options, TimeProvider time)
{
    private const string Generations = "generations";
    private const string Posts = "posts";
    private const string Pictures = "first_images";
    private const int MaxFrames = 36_000;
    private const int MaxCaptionsBytes = 1 << 20;

    /// <summary>Carries everything of <c>first_images</c>, <c>generations</c>, <c>draft_folders</c>, <c>drafts</c> and <c>posts</c>.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, Action<string, int, int> progress, CancellationToken cancel)
    {
        int films = archive.Manifest.Sections.FirstOrDefault(s => s.Name == Generations)?.Count ?? 0;
        int done = 0;
        await carry.RunAsync<FirstImageRecord>(archive, accountId, Pictures, tally, record => PictureAsync(archive, accountId, record, tally, cancel), cancel);
        await carry.RunAsync<GenerationRecord>(archive, accountId, Generations, tally, record =>
        {
            progress(Generations, Math.Min(done++, films), films);
            return FilmAsync(archive, accountId, record, tally, cancel);
        }, cancel);
        progress(Generations, films, films);
        await carry.RunAsync<FolderRecord>(archive, accountId, "draft_folders", tally, record => FolderAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<PostRecord>(archive, accountId, Posts, tally, record => PostAsync(accountId, record, tally, cancel), cancel);
        await carry.RunAsync<DraftRecord>(archive, accountId, "drafts", tally, record => DraftAsync(accountId, record, cancel), cancel);
    }

    private async Task<Fate> PictureAsync(Archive archive, Guid accountId, FirstImageRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.FirstImages.Where(i => i.Id == record.Id).Select(i => (Guid?)i.OwnerId).SingleOrDefaultAsync(cancel) is Guid owner)
        {
            return owner == accountId ? Fate.Present : Fate.Skipped;
        }

        if (!Timestamps.Plausible(record.Id, record.ConfirmedAt, time.GetUtcNow()))
        {
            return Fate.Skipped;
        }

        try
        {
            return (await pictures.AdoptAsync(accountId, record.Id, record.Name, record.ConfirmedAt, path => archive.CopyMediaAsync(record.File, path, KeepFirstImages.MaxBytes, cancel), cancel))
                .TryGet(out _, out Problem? problem)
                ? Fate.Added
                : tally.Refuse(Pictures, $"{record.Id}: {problem.Detail}");
        }
        catch (ArchiveException error)
        {
            return tally.Refuse(Pictures, $"{record.Id}: {error.Message}");
        }
    }

    private async Task<Fate> FilmAsync(Archive archive, Guid accountId, GenerationRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.Generations.Where(g => g.Id == record.Id).Select(g => (Guid?)g.OwnerId).SingleOrDefaultAsync(cancel) is Guid owner)
        {
            return owner == accountId ? Fate.Present : tally.Refuse(Generations, $"{record.Id} belongs to another account here");
        }

        if (record.Status != GenerationStatus.Completed.ToName())
        {
            return Fate.Kept;
        }

        VideoFormat format = new(record.Width, record.Height, record.Fps, record.FrameCount);
        DateTimeOffset now = time.GetUtcNow();
        string prompt = TextHygiene.Truncate(TextHygiene.CleanParagraphs(record.Prompt), FilmRequest.PromptMaxCharacters);
        if (!Timestamps.Plausible(record.Id, record.CreatedAt, now) || prompt.Length == 0 || !IsFilm(format) || !IsId(record.Engine) || (record.Style is { } style && !IsId(style)))
        {
            return tally.Refuse(Generations, $"{record.Id} states what no film of this program has");
        }

        try
        {
            string video = record.Files.FirstOrDefault(f => f.Name == Artefact.Video)?.File ?? throw new ArchiveException("no video is named");
            string? captions = record.Files.FirstOrDefault(f => f.Name == Artefact.Captions)?.File is { } file ? await CaptionsAsync(archive, file, cancel) : null;
            EditDocument? edit = record.Edit is { } stated ? await EditAsync(accountId, stated, cancel) : null;
            KeptFirstImage? picture = await db.FirstImages.AsNoTracking().SingleOrDefaultAsync(i => i.Id == record.FirstImageId && i.OwnerId == accountId, cancel);
            DateTimeOffset started = Timestamps.Between(record.StartedAt ?? record.CreatedAt, record.CreatedAt, now);
            await adopt.RunAsync(
                new AdoptedFilm
                {
                    Id = record.Id,
                    OwnerId = accountId,
                    Prompt = prompt,
                    ScreenplayJson = record.Screenplay?.GetRawText(),
                    StoryboardJson = record.Storyboard?.GetRawText(),
                    Edit = edit,
                    BatchId = record.BatchId,
                    Style = record.Style,
                    FirstImage = picture is null ? null : new FirstImage(picture.Id, picture.Reference),
                    Engine = record.Engine,
                    EngineVersion = record.EngineVersion is { } version ? TextHygiene.Truncate(TextHygiene.CleanLine(version), GenerationsTable.EngineVersionMaxLength) : null,
                    Format = format,
                    Seed = record.Seed,
                    CreatedAt = record.CreatedAt,
                    StartedAt = started,
                    FinishedAt = Timestamps.Between(record.FinishedAt ?? started, started, now),
                },
                path => archive.CopyMediaAsync(video, path, Math.Min(Archive.MaxMediaBytes, Room()), cancel),
                captions,
                cancel);
            return record.Edit is not null && edit is null ? Fate.Added | Fate.Kept : Fate.Added;
        }
        catch (Exception error) when (error is ArchiveException or EncoderException { Fault: EncoderFault.Died })
        {
            return tally.Refuse(Generations, $"{record.Id}: {(error is ArchiveException ? error.Message : "its video is not a film of the stated size and length")}");
        }
    }

    /// <summary>An edit of films that are the account's own here; null for any other. What an engine made to follow a film, and uploaded sounds, are in the film alone.</summary>
    private async Task<EditDocument?> EditAsync(Guid accountId, JsonElement stated, CancellationToken cancel)
    {
        const int MaxClips = 100;
        EditDocument edit;
        try
        {
            edit = EditDocument.Read(stated.GetRawText());
        }
        catch (JsonException)
        {
            return null;
        }

        if (edit.Clips.IsDefaultOrEmpty || edit.Clips.Length > MaxClips || edit.Sound?.File is not null || edit.Sound is not { Volume: >= 0 and <= 2 })
        {
            return null;
        }

        Guid[] sources = [.. edit.Clips.Select(c => c.SourceId).Concat(edit.Sound.SourceId is Guid sound ? [sound] : []).Distinct()];
        Dictionary<Guid, int> frames = await db.Generations.Where(g => g.OwnerId == accountId && sources.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.FrameCount, cancel);
        return frames.Count == sources.Length
            && edit.Clips.All(c => c.Continuation is null && c.StartFrame >= 0 && c.StartFrame < c.EndFrame && c.EndFrame <= frames[c.SourceId] && c.CrossfadeFrames >= 0 && c.CrossfadeFrames < MaxFrames)
                ? edit
                : null;
    }

    private async Task<Fate> FolderAsync(Guid accountId, FolderRecord record, CancellationToken cancel)
    {
        string name = TextHygiene.Truncate(TextHygiene.CleanLine(record.Name), DraftFolder.NameMaxLength);
        if (await db.DraftFolders.AnyAsync(f => f.OwnerId == accountId && (f.Id == record.Id || f.Name == name), cancel))
        {
            return Fate.Present;
        }

        if (name.Length == 0 || record.Id.Version != 7 || await db.DraftFolders.AnyAsync(f => f.Id == record.Id, cancel)
            || await db.DraftFolders.CountAsync(f => f.OwnerId == accountId, cancel) >= DraftFolder.MaxPerAccount)
        {
            return Fate.Skipped;
        }

        db.DraftFolders.Add(new DraftFolder { Id = record.Id, OwnerId = accountId, Name = name, CreatedAt = Timestamps.Past(record.CreatedAt, time.GetUtcNow()) });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> DraftAsync(Guid accountId, DraftRecord record, CancellationToken cancel)
    {
        if (await db.Drafts.AnyAsync(d => d.Id == record.Id && d.OwnerId == accountId, cancel) || await db.Posts.AnyAsync(p => p.DraftId == record.Id && p.AuthorId == accountId, cancel))
        {
            return Fate.Present;
        }

        if (!Timestamps.Plausible(record.Id, record.CreatedAt, time.GetUtcNow()) || await db.Drafts.AnyAsync(d => d.Id == record.Id, cancel))
        {
            return Fate.Skipped;
        }

        if (!await IsFreeFilmAsync(accountId, record.GenerationId, cancel))
        {
            // Its film failed where it came from, and is kept beside it.
            return await db.Generations.AnyAsync(g => g.Id == record.GenerationId, cancel) ? Fate.Skipped : Fate.Kept;
        }

        Guid? folder = await db.DraftFolders.Where(f => f.Id == record.FolderId && f.OwnerId == accountId).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(cancel);
        db.Drafts.Add(new Draft
        {
            Id = record.Id,
            OwnerId = accountId,
            GenerationId = record.GenerationId,
            RemixOfId = record.RemixOfId,
            Title = Line(record.Title, Post.TitleMaxLength),
            FolderId = folder,
            CreatedAt = record.CreatedAt,
            ReadAt = record.ReadAt,
            // That it ended is no news.
            ToldAt = record.CreatedAt,
        });
        await db.SaveChangesAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> PostAsync(Guid accountId, PostRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.Posts.AnyAsync(p => p.Id == record.Id && p.AuthorId == accountId, cancel))
        {
            return Fate.Present;
        }

        if (record.RemovedAt is not null)
        {
            return tally.Refuse(Posts, $"{record.Id} was removed by the administrators where it came from");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (!await IsFreeFilmAsync(accountId, record.GenerationId, cancel) || !Timestamps.Plausible(record.Id, record.CreatedAt, now)
            || await db.Posts.AnyAsync(p => p.Id == record.Id || p.DraftId == record.DraftId, cancel) || await db.Drafts.AnyAsync(d => d.Id == record.DraftId, cancel))
        {
            return tally.Refuse(Posts, $"{record.Id} has no film here, or its id is taken or does not fit its time");
        }

        // What comes from something comes after it: else a lineage could run in a ring.
        if (record.ParentId is Guid from && from.CompareTo(record.Id) >= 0)
        {
            return tally.Refuse(Posts, $"{record.Id} is older than what it was remixed from");
        }

        bool original = record.ParentId is null;
        Post post = new()
        {
            Id = record.Id,
            AuthorId = accountId,
            DraftId = record.DraftId,
            GenerationId = record.GenerationId,
            Title = Line(record.Title, Post.TitleMaxLength),
            Caption = Paragraphs(record.Caption, Post.CaptionMaxLength),
            AltText = Paragraphs(record.AltText, Post.AltTextMaxLength),
            Visibility = record.Visibility,
            RemixAudience = record.RemixAudience,
            CommentAudience = record.CommentAudience,
            DownloadAudience = record.DownloadAudience,
            ParentId = record.ParentId,
            RootId = original ? record.Id : record.RootId,
            CreatedAt = record.CreatedAt,
            EditedAt = record.EditedAt is { } edited ? Timestamps.Between(edited, record.CreatedAt, now) : null,
        };
        string prompt = await db.Generations.Where(g => g.Id == record.GenerationId).Select(g => g.Prompt).SingleAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Posts.Add(post);
        if (!await db.Lineage.AnyAsync(l => l.PostId == post.Id, cancel))
        {
            db.Lineage.Add(new LineageEntry { PostId = post.Id, ParentId = post.ParentId, RootId = post.RootId, PublishedAt = post.CreatedAt });
        }

        // What came before its parent counts once the parent has come.
        post.Remixes = await db.Posts.CountAsync(p => p.ParentId == record.Id, cancel);
        await db.SaveChangesAsync(cancel);
        if (post.ParentId is Guid parent)
        {
            await db.Posts.Where(p => p.Id == parent).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1), cancel);
        }

        await RecordMentions.RunAsync(db, post, prompt, cancel);
        await transaction.CommitAsync(cancel);
        return Fate.Added;
    }

    /// <summary>True for a completed film of the account that no draft and no post shows yet.</summary>
    private async Task<bool> IsFreeFilmAsync(Guid accountId, Guid generationId, CancellationToken cancel)
        => await db.Generations.AnyAsync(g => g.Id == generationId && g.OwnerId == accountId && g.Status == GenerationStatus.Completed, cancel)
            && !await db.Drafts.AnyAsync(d => d.GenerationId == generationId, cancel) && !await db.Posts.AnyAsync(p => p.GenerationId == generationId, cancel);

    private static async Task<string> CaptionsAsync(Archive archive, string file, CancellationToken cancel)
    {
        string path = Path.GetTempFileName();
        try
        {
            await archive.CopyMediaAsync(file, path, MaxCaptionsBytes, cancel);
            string text = await File.ReadAllTextAsync(path, cancel);
            return text.StartsWith("WEBVTT", StringComparison.Ordinal) ? text : throw new ArchiveException($"{file} is not WebVTT");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private long Room() => Math.Max(0, media.FreeBytes - options.Value.MinFreeDiskBytes);

    private static bool IsFilm(VideoFormat format)
        => format is { Width: >= 16 and <= 4096, Height: >= 16 and <= 4096, Fps: >= 1 and <= 120, FrameCount: >= 1 and <= MaxFrames } && ((format.Width | format.Height) & 1) == 0;

    private static bool IsId(string text) => text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string? Line(string? text, int max) => text is null || TextHygiene.Truncate(TextHygiene.CleanLine(text), max) is not { Length: > 0 } clean ? null : clean;

    private static string? Paragraphs(string? text, int max) => text is null || TextHygiene.Truncate(TextHygiene.CleanParagraphs(text), max) is not { Length: > 0 } clean ? null : clean;
}
