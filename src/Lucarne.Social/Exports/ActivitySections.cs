using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Messages;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Exports;

/// <summary>The sections of what an account has kept, said, chosen and watched.</summary>
internal static class ActivitySections
{
    /// <summary>The sections; part of <see cref="ExportSections.All"/>.</summary>
    public static readonly IReadOnlyList<ExportSection> All =
    [
        new ExportSection<RevisionRecord>("post_revisions", (db, me) => db.PostRevisions.Where(r => Mine(db, me).Any(p => p.Id == r.PostId)).OrderBy(r => r.Id)
            .Select(r => new RevisionRecord(r.Id, r.PostId, r.Title, r.Caption, r.AltText, r.WrittenAt)).AsAsyncEnumerable()),
        new ExportSection<CaptionsRecord>("post_captions", (db, me) => db.PostCaptions.Where(c => Mine(db, me).Any(p => p.Id == c.PostId)).OrderBy(c => c.PostId)
            .Select(c => new CaptionsRecord(c.PostId, c.Language, c.Text, c.UpdatedAt)).AsAsyncEnumerable()),
        new ExportSection<FolderRecord>("draft_folders", (db, me) => db.DraftFolders.Where(f => f.OwnerId == me).OrderBy(f => f.Id)
            .Select(f => new FolderRecord(f.Id, f.Name, f.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<ScheduleRecord>("schedules", (db, me) => db.ScheduledPosts.Where(s => s.AccountId == me).OrderBy(s => s.PublishAt)
            .Select(s => new ScheduleRecord(s.DraftId, s.PublishAt, s.Title, s.Caption, s.AltText, s.Visibility, s.RemixAudience, s.CommentAudience, s.FailureCode, s.DownloadAudience)).AsAsyncEnumerable()),
        new ExportSection<SoundRecord>("sounds", (db, me) => db.UploadedSounds.Where(s => s.OwnerId == me).OrderBy(s => s.Id).AsAsyncEnumerable()
            .Select(s => new SoundRecord(s.Id, s.Name, ExportSections.PathOf(s.Reference), s.Seconds, s.SizeBytes, s.CreatedAt))),
        new ExportSection<FirstImageRecord>("first_images", (db, me) => db.FirstImages.Where(i => i.OwnerId == me).OrderBy(i => i.Id).AsAsyncEnumerable()
            .Select(i => new FirstImageRecord(i.Id, i.Name, ExportSections.PathOf(i.Reference), i.Width, i.Height, i.SizeBytes, i.ConfirmedAt))),
        new ExportSection<CommentRecord>("comments", (db, me) => db.Comments.Where(c => c.AuthorId == me).OrderBy(c => c.Id).Select(c => new CommentRecord(
            c.Id, c.PostId, db.Posts.Where(p => p.Id == c.PostId).Select(p => db.Accounts.Single(a => a.Id == p.AuthorId).Handle).Single(),
            c.ParentId, c.ThreadId, c.Text, c.CreatedAt, c.EditedAt, c.Likes)).AsAsyncEnumerable()),
        new ExportSection<CommentLikeRecord>("comment_likes", (db, me) => db.CommentLikes.Where(l => l.AccountId == me).OrderBy(l => l.CreatedAt)
            .Select(l => new CommentLikeRecord(l.CommentId, l.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<CommentRulesRecord>("comment_rules", (db, me) => db.CommentRules.Where(r => Mine(db, me).Any(p => p.Id == r.PostId)).OrderBy(r => r.PostId)
            .Select(r => new CommentRulesRecord(r.PostId, r.PinnedId, r.SlowSeconds)).AsAsyncEnumerable()),
        new ExportSection<RoomRecord>("rooms", (db, me) => MyPlaces(db, me).OrderBy(p => p.RoomId)
            .Select(p => new RoomRecord(
                p.RoomId, db.Rooms.Where(r => r.Id == p.RoomId).Select(r => r.Name).Single(),
                db.RoomMembers.Where(m => m.RoomId == p.RoomId && m.AccountId != me && m.State != RoomMemberState.Declined)
                    .Join(db.Accounts, m => m.AccountId, a => a.Id, (m, a) => a.Handle).OrderBy(h => h).ToList(),
                p.MutedAt != null, p.JoinedAt)).AsAsyncEnumerable()),
        new ExportSection<MessageRecord>("messages", (db, me) => MessageQueries.ReadableBy(db, me)
            .Where(m => m.Kind == MessageKind.Text && m.DeletedAt == null && MyPlaces(db, me).Any(p => p.RoomId == m.RoomId))
            .OrderBy(m => m.Id)
            .Join(db.Accounts, m => m.AuthorId, a => a.Id, (m, a) => new MessageRecord(m.Id, m.RoomId, a.Handle, m.AuthorId == me, m.Text, m.PostId, m.CreatedAt, m.EditedAt)).AsAsyncEnumerable()),
        new ExportSection<KeptPostRecord>("reposts", (db, me) => db.Reposts.Where(r => r.AccountId == me).OrderBy(r => r.Id)
            .Select(r => new KeptPostRecord(r.PostId, db.Posts.Where(p => p.Id == r.PostId).Select(p => db.Accounts.Single(a => a.Id == p.AuthorId).Handle).Single(), r.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<KeptPostRecord>("bookmarks", (db, me) => db.Bookmarks.Where(b => b.AccountId == me).OrderBy(b => b.Id)
            .Select(b => new KeptPostRecord(b.PostId, db.Posts.Where(p => p.Id == b.PostId).Select(p => db.Accounts.Single(a => a.Id == p.AuthorId).Handle).Single(), b.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<CollectionRecord>("collections", (db, me) => db.Collections.Where(c => c.OwnerId == me).OrderBy(c => c.Id).Select(c => new CollectionRecord(
            c.Id, c.Name, c.Description, c.IsPublic, c.CreatedAt,
            db.CollectionItems.Where(i => i.CollectionId == c.Id).OrderBy(i => i.Position).Select(i => i.PostId).ToList())).AsAsyncEnumerable()),
        new ExportSection<MutedWordRecord>("muted_words", (db, me) => db.MutedWords.Where(w => w.AccountId == me).OrderBy(w => w.Id)
            .Select(w => new MutedWordRecord(w.Text, w.Until, w.CreatedAt)).AsAsyncEnumerable()),
        new ExportSection<SteerRecord>("feed_steers", (db, me) => db.FeedSteers.Where(s => s.AccountId == me).OrderBy(s => s.Id)
            .Select(s => new SteerRecord(s.Kind, s.PostId, s.Words, s.CreatedAt, s.ExpiresAt)).AsAsyncEnumerable()),
        new ExportSection<WatchRecord>("watches", (db, me) => db.Watches.Where(w => w.AccountId == me).OrderBy(w => w.SeenAt)
            .Select(w => new WatchRecord(w.PostId, w.Source, w.WatchMs, w.Loops, w.Completion, w.SeenAt)).AsAsyncEnumerable()),
        new ExportSection<NotificationSettingRecord>("notification_settings", (db, me) => db.NotificationSettings.Where(s => s.AccountId == me).OrderBy(s => s.Kind)
            .Select(s => new NotificationSettingRecord(s.Kind, s.OnPage, s.Push)).AsAsyncEnumerable()),
        new ExportSection<ImportedFromRecord>("imports", (db, me) => db.Imports.Where(i => i.AccountId == me).OrderBy(i => i.CreatedAt).AsAsyncEnumerable()
            .Select(i => new ImportedFromRecord(i.Origin, i.SourceAccountId, i.KeptHandles.Split('\n', StringSplitOptions.RemoveEmptyEntries), i.CreatedAt))),
        new ExportSection<KeptRecord>("kept", (db, me) => db.KeptRows.AsNoTracking().Where(r => r.AccountId == me).OrderBy(r => r.Id).AsAsyncEnumerable()
            .Select(r => new KeptRecord(r.Section, r.Origin, JsonElement.Parse(r.Json)))),
        new ExportSection<ReportRecord>("reports", (db, me) => db.Reports.Where(r => r.ReporterId == me).OrderBy(r => r.Id)
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new ReportRecord(r.Id, c.TargetKind, c.TargetId, r.Reason, r.Note, r.CreatedAt)).AsAsyncEnumerable()),
    ];

    private static IQueryable<RoomMember> MyPlaces(LucarneContext db, Guid me) => MessageQueries.PlacesOf(db, me).Where(p => p.State == RoomMemberState.Member);

    private static IQueryable<Post> Mine(LucarneContext db, Guid me) => db.Posts.Where(p => p.AuthorId == me);
}
