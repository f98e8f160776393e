using System.Text.Json;
using Lucarne.Media.Storage;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Exports;

/// <summary>One document of an archive: a JSON array of rows.</summary>
/// <param name="Name">snake_case; the document is <c>NAME.json</c>.</param>
/// <param name="Record">Type of a row.</param>
internal abstract record ExportSection(string Name, Type Record)
{
    /// <summary>Name of the document in the archive.</summary>
    public string File => $"{Name}.json";

    /// <summary>Writes the rows of an account, one at a time.</summary>
    /// <returns>Number of rows.</returns>
    public abstract Task<int> WriteAsync(Stream document, LucarneContext db, Guid accountId, CancellationToken cancel);
}

/// <inheritdoc cref="ExportSection"/>
/// <typeparam name="T">A row.</typeparam>
internal sealed record ExportSection<T>(string Name, Func<LucarneContext, Guid, IAsyncEnumerable<T>> Rows) : ExportSection(Name, typeof(T))
{
    /// <inheritdoc/>
    public override async Task<int> WriteAsync(Stream document, LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        int count = 0;
        await JsonSerializer.SerializeAsync(document, CountedAsync(), ExportJson.Options, cancel);
        return count;

        async IAsyncEnumerable<T> CountedAsync()
        {
            await foreach (T row in Rows(db, accountId).WithCancellation(cancel))
            {
                count++;
                yield return row;
            }
        }
    }
}

/// <summary>Everything that an archive holds, in the order in which an import can read it. A feature with rows of an account adds its sections here.</summary>
internal static class ExportSections
{
    /// <summary>Names of a generation's files that an archive carries; the stream's segments hold the same pictures once more and are left out.</summary>
    public static readonly string[] CarriedFiles = [Artefact.Video, Artefact.Preview, Artefact.Thumbnail, Artefact.ContactSheet, Artefact.Captions];

    /// <summary>The sections.</summary>
    public static readonly IReadOnlyList<ExportSection> All =
    [
        new ExportSection<AccountRecord>("account", (db, me) => db.Accounts.AsNoTracking().Where(a => a.Id == me)
            .Select(a => new { account = a, former = db.FormerHandles.Where(f => f.AccountId == a.Id).Select(f => f.Handle).ToList() })
            .AsAsyncEnumerable().Select(x => Describe(x.account, x.former))),
        new ExportSection<SettingsRecord>("settings", (db, me) => db.Accounts.AsNoTracking().Where(a => a.Id == me)
            .Select(a => new { a.Settings, Feed = db.FeedPreferences.SingleOrDefault(p => p.AccountId == a.Id) }).AsAsyncEnumerable()
            .Select(x => new SettingsRecord(
                x.Settings.Autoplay, x.Settings.SoundAtStart, x.Settings.DataSaver, x.Settings.Captions, x.Settings.ReducedMotion, x.Settings.Theme, x.Settings.ShowLikes,
                x.Settings.MessagesFrom, x.Settings.Discoverable, x.Settings.BreakAfterMinutes, x.Feed?.DefaultTab,
                x.Feed?.Originals, x.Feed?.Since, x.Feed?.Unseen))),
        new ExportSection<GenerationRecord>("generations", (db, me) => db.Generations.AsNoTracking().Where(g => g.OwnerId == me).OrderBy(g => g.Id)
            .Include(g => g.Artefacts.Where(a => CarriedFiles.Contains(a.Name))).AsAsyncEnumerable().Select(Describe)),
        new ExportSection<DraftRecord>("drafts", (db, me) => db.Drafts.Where(d => d.OwnerId == me).OrderBy(d => d.Id)
            .Select(d => new DraftRecord(d.Id, d.GenerationId, d.RemixOfId, d.Title, d.FolderId, d.CreatedAt, d.ReadAt)).AsAsyncEnumerable()),
        new ExportSection<PostRecord>("posts", (db, me) => db.Posts.Where(p => p.AuthorId == me).OrderBy(p => p.Id).Select(p => new PostRecord(
            p.Id, p.DraftId, p.GenerationId, p.Title, p.Caption, p.AltText, p.Visibility, p.RemixAudience, p.CommentAudience,
            p.ParentId, p.RootId, p.CreatedAt, p.EditedAt, p.RemovedAt, p.Views, p.Likes, p.Dislikes, p.Comments, p.Reposts, p.Remixes, p.Shares, p.DownloadAudience)).AsAsyncEnumerable()),
        new ExportSection<LineageRecord>("lineage", ReadLineage),
        new ExportSection<RelationRecord>("relations", ReadRelations),
        new ExportSection<ReactionRecord>("reactions", (db, me) => db.Reactions.Where(r => r.AccountId == me).OrderBy(r => r.CreatedAt)
            .Join(db.Posts, r => r.PostId, p => p.Id, (r, p) => new { r, p })
            .Join(db.Accounts, x => x.p.AuthorId, a => a.Id, (x, a) => new ReactionRecord(x.r.PostId, a.Handle, x.r.Kind, x.r.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<NotificationRecord>("notifications", (db, me) => db.Notifications.Where(n => n.RecipientId == me).OrderBy(n => n.Id).Select(n => new NotificationRecord(
            n.Id, n.Kind, db.Accounts.Where(a => a.Id == n.ActorId).Select(a => a.Handle).SingleOrDefault(), n.PostId, n.CommentId, n.DraftId, n.CreatedAt, n.ReadAt)).AsAsyncEnumerable()),
        new ExportSection<SessionRecord>("sessions", (db, me) => db.Sessions.Where(s => s.AccountId == me).OrderBy(s => s.Id)
            .Select(s => new SessionRecord(s.UserAgent, s.CreatedAt, s.LastSeenAt, s.ExpiresAt)).AsAsyncEnumerable()),
        new ExportSection<PasskeyRecord>("passkeys", (db, me) => db.Passkeys.Where(p => p.AccountId == me).OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRecord(p.Transports, p.BackedUp, p.CreatedAt)).AsAsyncEnumerable()),
        .. ActivitySections.All,
    ];

    /// <summary>Name of a stored file in the archive.</summary>
    public static string PathOf(MediaReference file) => $"media/{file}";

    private static AccountRecord Describe(Account a, List<string> formerHandles) => new(
        a.Id, a.Handle, a.DisplayName, a.Locale, a.Administrator, a.Verified, a.PublicFigure, Picture(a.Picture), Picture(a.Cover), a.Bio, a.Location,
        a.Links.Split('\n', StringSplitOptions.RemoveEmptyEntries), formerHandles, a.CreatedAt, a.ClosedAt);

    private static string? Picture(string? file) => file is null ? null : $"media/{file}";

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);

    private static GenerationRecord Describe(Generation g) => new(
        g.Id, g.Prompt, Parse(g.ScreenplayJson), Parse(g.StoryboardJson), Parse(g.EditJson), g.Style, g.FirstImageId, g.BatchId, g.Engine, g.EngineVersion, g.Width, g.Height, g.Fps, g.FrameCount, g.Seed,
        g.Status.ToName(), g.FailureCode, g.CreatedAt, g.StartedAt, g.FinishedAt,
        [.. g.Artefacts.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => new GenerationFileRecord(a.Name, PathOf(a.Reference), a.Sha256, a.SizeBytes))]);

    /// <summary>Every post of others' in a lineage that one's own posts belong to: whom they come from, and what came of them.</summary>
    private static IAsyncEnumerable<LineageRecord> ReadLineage(LucarneContext db, Guid me)
    {
        IQueryable<Guid> roots = db.Posts.Where(p => p.AuthorId == me).Select(p => p.RootId);
        return Posts.PostQueries.VisibleTo(db, me).Where(p => p.AuthorId != me && (roots.Contains(p.RootId) || roots.Contains(p.Id))).OrderBy(p => p.Id)
            .Join(db.Accounts, p => p.AuthorId, a => a.Id, (p, a) => new LineageRecord(p.Id, a.Handle, p.Title, p.ParentId, p.RootId, p.CreatedAt)).AsAsyncEnumerable();
    }

    private static async IAsyncEnumerable<RelationRecord> ReadRelations(LucarneContext db, Guid me)
    {
        IAsyncEnumerable<RelationRecord>[] kinds =
        [
            db.Follows.Where(f => f.FollowerId == me).OrderBy(f => f.CreatedAt)
                .Join(db.Accounts, f => f.FolloweeId, a => a.Id, (f, a) => new RelationRecord("follows", a.Id, a.Handle, f.CreatedAt)).AsAsyncEnumerable(),
            db.Follows.Where(f => f.FolloweeId == me).OrderBy(f => f.CreatedAt)
                .Join(db.Accounts, f => f.FollowerId, a => a.Id, (f, a) => new RelationRecord("followed_by", a.Id, a.Handle, f.CreatedAt)).AsAsyncEnumerable(),
            db.Blocks.Where(b => b.BlockerId == me).OrderBy(b => b.CreatedAt)
                .Join(db.Accounts, b => b.BlockedId, a => a.Id, (b, a) => new RelationRecord("blocks", a.Id, a.Handle, b.CreatedAt)).AsAsyncEnumerable(),
            db.Mutes.Where(m => m.MuterId == me).OrderBy(m => m.CreatedAt)
                .Join(db.Accounts, m => m.MutedId, a => a.Id, (m, a) => new RelationRecord("mutes", a.Id, a.Handle, m.CreatedAt)).AsAsyncEnumerable(),
        ];
        foreach (IAsyncEnumerable<RelationRecord> kind in kinds)
        {
            await foreach (RelationRecord relation in kind)
            {
                yield return relation;
            }
        }
    }
}
