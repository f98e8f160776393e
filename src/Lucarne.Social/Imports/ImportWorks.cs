using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Exports;
using Lucarne.Social.Lineage;
using Lucarne.Social.Posts;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Imports;

/// <summary>Carries films over: generations, then the drafts and posts that show them, with their ids, times, texts and lineage.</summary>
internal sealed class ImportWorks(LucarneContext db, AdoptFilm adopt, MediaStore media, IOptions<SocialOptions> options, TimeProvider time)
{
    private const string Generations = "generations";
    private const string Drafts = "drafts";
    private const string Posts = "posts";
    private const int MaxFrames = 36_000;
    private const int MaxCaptionsBytes = 1 << 20;

    /// <summary>Carries everything of <c>generations</c>, <c>draft_folders</c>, <c>drafts</c> and <c>posts</c>.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, Action<string, int, int> progress, CancellationToken cancel)
    {
        List<GenerationRecord> generations = [];
        await foreach (GenerationRecord generation in archive.RowsAsync<GenerationRecord>(Generations, cancel))
        {
            generations.Add(generation);
        }

        for (int i = 0; i < generations.Count; i++)
        {
            progress(Generations, i, generations.Count);
            await CarryAsync(archive, accountId, generations[i], tally, cancel);
        }

        progress(Generations, generations.Count, generations.Count);
        HashSet<Guid> folders = await FoldersAsync(archive, accountId, tally, cancel);
        await foreach (PostRecord post in archive.RowsAsync<PostRecord>(Posts, cancel))
        {
            await CarryAsync(accountId, post, tally, cancel);
        }

        await foreach (DraftRecord draft in archive.RowsAsync<DraftRecord>(Drafts, cancel))
        {
            await CarryAsync(accountId, draft, folders, tally, cancel);
        }
    }

    private async Task CarryAsync(Archive archive, Guid accountId, GenerationRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.Generations.Where(g => g.Id == record.Id).Select(g => (Guid?)g.OwnerId).SingleOrDefaultAsync(cancel) is Guid owner)
        {
            if (owner == accountId)
            {
                tally.Present(Generations);
            }
            else
            {
                tally.Skipped(Generations, $"{record.Id} belongs to another account here");
            }

            return;
        }

        if (record.Status != GenerationStatus.Completed.ToName())
        {
            tally.Skipped(Generations);
            return;
        }

        VideoFormat format = new(record.Width, record.Height, record.Fps, record.FrameCount);
        DateTimeOffset now = time.GetUtcNow();
        string prompt = TextHygiene.Truncate(TextHygiene.CleanParagraphs(record.Prompt), FilmRequest.PromptMaxCharacters);
        if (!Timestamps.Plausible(record.Id, record.CreatedAt, now) || prompt.Length == 0 || !IsFilm(format) || !IsId(record.Engine) || (record.Style is { } style && !IsId(style)))
        {
            tally.Skipped(Generations, $"{record.Id} states what no film of this program has");
            return;
        }

        try
        {
            string video = record.Files.FirstOrDefault(f => f.Name == Artefact.Video)?.File ?? throw new ArchiveException("no video is named");
            string? captions = record.Files.FirstOrDefault(f => f.Name == Artefact.Captions)?.File is { } file ? await CaptionsAsync(archive, file, cancel) : null;
            await adopt.RunAsync(
                new AdoptedFilm
                {
                    Id = record.Id,
                    OwnerId = accountId,
                    Prompt = prompt,
                    ScreenplayJson = record.Screenplay?.GetRawText(),
                    StoryboardJson = record.Storyboard?.GetRawText(),
                    Style = record.Style,
                    Engine = record.Engine,
                    Format = format,
                    Seed = record.Seed,
                    CreatedAt = record.CreatedAt,
                    FinishedAt = record.FinishedAt is { } finished && finished >= record.CreatedAt && finished <= now ? finished : record.CreatedAt,
                },
                path => archive.CopyMediaAsync(video, path, Math.Min(Archive.MaxMediaBytes, Room()), cancel),
                captions,
                cancel);
            tally.Added(Generations);
        }
        catch (Exception error) when (error is ArchiveException or EncoderException { Fault: EncoderFault.Died })
        {
            tally.Skipped(Generations, $"{record.Id}: {(error is ArchiveException ? error.Message : "its video is not a film of the stated size and length")}");
        }
    }

    private async Task<HashSet<Guid>> FoldersAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        const string Section = "draft_folders";
        HashSet<Guid> mine = await db.DraftFolders.Where(f => f.OwnerId == accountId).Select(f => f.Id).ToHashSetAsync(cancel);
        await foreach (FolderRecord record in archive.RowsAsync<FolderRecord>(Section, cancel))
        {
            string name = TextHygiene.Truncate(TextHygiene.CleanLine(record.Name), DraftFolder.NameMaxLength);
            if (mine.Contains(record.Id))
            {
                tally.Present(Section);
            }
            else if (name.Length == 0 || mine.Count >= DraftFolder.MaxPerAccount || record.Id.Version != 7
                || await db.DraftFolders.AnyAsync(f => f.Id == record.Id || (f.OwnerId == accountId && f.Name == name), cancel))
            {
                tally.Skipped(Section);
            }
            else
            {
                db.DraftFolders.Add(new DraftFolder { Id = record.Id, OwnerId = accountId, Name = name, CreatedAt = record.CreatedAt });
                await db.SaveChangesAsync(cancel);
                mine.Add(record.Id);
                tally.Added(Section);
            }
        }

        return mine;
    }

    private async Task CarryAsync(Guid accountId, DraftRecord record, HashSet<Guid> folders, ImportTally tally, CancellationToken cancel)
    {
        if (await db.Drafts.AnyAsync(d => d.Id == record.Id && d.OwnerId == accountId, cancel) || await db.Posts.AnyAsync(p => p.DraftId == record.Id && p.AuthorId == accountId, cancel))
        {
            tally.Present(Drafts);
            return;
        }

        if (!await IsFreeFilmAsync(accountId, record.GenerationId, cancel) || !Timestamps.Plausible(record.Id, record.CreatedAt, time.GetUtcNow()) || await db.Drafts.AnyAsync(d => d.Id == record.Id, cancel))
        {
            tally.Skipped(Drafts);
            return;
        }

        db.Drafts.Add(new Draft
        {
            Id = record.Id,
            OwnerId = accountId,
            GenerationId = record.GenerationId,
            RemixOfId = record.RemixOfId,
            Title = Line(record.Title, Post.TitleMaxLength),
            FolderId = record.FolderId is Guid folder && folders.Contains(folder) ? folder : null,
            CreatedAt = record.CreatedAt,
            ReadAt = record.ReadAt,
        });
        await db.SaveChangesAsync(cancel);
        tally.Added(Drafts);
    }

    private async Task CarryAsync(Guid accountId, PostRecord record, ImportTally tally, CancellationToken cancel)
    {
        if (await db.Posts.AnyAsync(p => p.Id == record.Id && p.AuthorId == accountId, cancel))
        {
            tally.Present(Posts);
            return;
        }

        if (record.RemovedAt is not null)
        {
            tally.Skipped(Posts, $"{record.Id} was removed by the administrators where it came from");
            return;
        }

        if (!await IsFreeFilmAsync(accountId, record.GenerationId, cancel) || !Timestamps.Plausible(record.Id, record.CreatedAt, time.GetUtcNow())
            || await db.Posts.AnyAsync(p => p.Id == record.Id || p.DraftId == record.DraftId, cancel) || await db.Drafts.AnyAsync(d => d.Id == record.DraftId, cancel)
            || !Enum.IsDefined(record.Visibility) || !Enum.IsDefined(record.RemixAudience) || !Enum.IsDefined(record.CommentAudience))
        {
            tally.Skipped(Posts, $"{record.Id} has no film here, or its id is taken or does not fit its time");
            return;
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
            ParentId = record.ParentId,
            RootId = original ? record.Id : record.RootId,
            CreatedAt = record.CreatedAt,
            EditedAt = record.EditedAt,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Posts.Add(post);
        if (!await db.Lineage.AnyAsync(l => l.PostId == post.Id, cancel))
        {
            db.Lineage.Add(new LineageEntry { PostId = post.Id, ParentId = post.ParentId, RootId = post.RootId, PublishedAt = post.CreatedAt });
        }

        await db.SaveChangesAsync(cancel);
        if (post.ParentId is Guid parent)
        {
            await db.Posts.Where(p => p.Id == parent).ExecuteUpdateAsync(set => set.SetProperty(p => p.Remixes, p => p.Remixes + 1), cancel);
        }

        await transaction.CommitAsync(cancel);
        tally.Added(Posts);
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
