using Lucarne.Social.Comments;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Carries over what one has said and thought of posts that are here, and keeps what was said where nobody else has come from. Nobody is told of it: it is no news.</summary>
internal sealed class ImportTalk(LucarneContext db, CarryRows carry, TimeProvider time)
{
    /// <summary>Carries everything of <c>comments</c>, <c>comment_likes</c>, <c>comment_rules</c>, <c>reactions</c> and <c>reposts</c>; keeps what speaks of the other installation alone.</summary>
    public async Task RunAsync(Archive archive, Guid accountId, ImportTally tally, CancellationToken cancel)
    {
        await carry.RunAsync<CommentRecord>(archive, accountId, "comments", tally, record => CommentAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<CommentLikeRecord>(archive, accountId, "comment_likes", tally, record => CommentLikeAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<CommentRulesRecord>(archive, accountId, "comment_rules", tally, record => CommentRulesAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<ReactionRecord>(archive, accountId, "reactions", tally, record => ReactionAsync(accountId, record, cancel), cancel);
        await carry.RunAsync<KeptPostRecord>(archive, accountId, "reposts", tally, record => RepostAsync(accountId, record, cancel), cancel);

        // Others' words are never taken from an archive as theirs: it may say anything.
        await carry.RunAsync<RoomRecord>(archive, accountId, "rooms", tally, async record =>
            await db.RoomMembers.AnyAsync(m => m.RoomId == record.Id && m.AccountId == accountId, cancel) ? Fate.Present : Fate.Kept, cancel);
        await carry.RunAsync<MessageRecord>(archive, accountId, "messages", tally, async record =>
            await Messages.MessageQueries.ReadableBy(db, accountId).AnyAsync(m => m.Id == record.Id, cancel) ? Fate.Present : Fate.Kept, cancel);
        await carry.RunAsync<NotificationRecord>(archive, accountId, "notifications", tally, async record =>
            await db.Notifications.AnyAsync(n => n.Id == record.Id && n.RecipientId == accountId, cancel) ? Fate.Present : Fate.Kept, cancel);
        await carry.RunAsync<LineageRecord>(archive, accountId, "lineage", tally, async record =>
            await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == record.Id, cancel) ? Fate.Present : Fate.Kept, cancel);
        await carry.RunAsync<ReportRecord>(archive, accountId, "reports", tally, async record =>
            await db.Reports.AnyAsync(r => r.Id == record.Id && r.ReporterId == accountId, cancel) ? Fate.Present : Fate.Kept, cancel);
        await carry.RunAsync<ImportedFromRecord>(archive, accountId, "imports", tally, async record =>
            await db.Imports.AnyAsync(i => i.SourceAccountId == record.SourceAccountId && i.AccountId == accountId, cancel) ? Fate.Present : Fate.Kept, cancel);
    }

    private async Task<Fate> CommentAsync(Guid accountId, CommentRecord record, CancellationToken cancel)
    {
        if (await db.Comments.Where(c => c.Id == record.Id).Select(c => new { c.AuthorId }).SingleOrDefaultAsync(cancel) is { } taken)
        {
            return taken.AuthorId == accountId ? Fate.Present : Fate.Skipped;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (!WriteComment.Clean(record.Text).TryGet(out string? text, out _) || !Timestamps.Plausible(record.Id, record.CreatedAt, now))
        {
            return Fate.Skipped;
        }

        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == record.PostId, cancel);
        if (post is null || await CommentQueries.RefuseAsync(db, post, accountId, cancel) is not null)
        {
            return Fate.Kept;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await CommentQueries.LockAsync(db, post.Id, cancel))
        {
            return Fate.Kept;
        }

        // An answer without what it answers says nothing: it waits until that has come.
        Comment? parent = record.ParentId is Guid parentId ? await FindAsync(accountId, post, parentId, cancel) : null;
        if (record.ParentId is not null && parent is null)
        {
            return Fate.Kept;
        }

        Comment comment = new()
        {
            Id = record.Id,
            PostId = post.Id,
            AuthorId = accountId,
            ParentId = parent?.Id,
            ThreadId = parent?.ThreadId ?? record.Id,
            Text = text,
            CreatedAt = record.CreatedAt,
            EditedAt = record.EditedAt is { } edited ? Timestamps.Between(edited, record.CreatedAt, now) : null,
        };
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancel);
        await CommentQueries.CountAsync(db, comment, 1, cancel);
        await transaction.CommitAsync(cancel);
        return Fate.Added;
    }

    private async Task<Fate> CommentLikeAsync(Guid accountId, CommentLikeRecord record, CancellationToken cancel)
    {
        Guid? postId = await db.Comments.Where(c => c.Id == record.CommentId).Select(c => (Guid?)c.PostId).SingleOrDefaultAsync(cancel);
        Post? post = postId is null ? null : await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
        if (post is null || await FindAsync(accountId, post, record.CommentId, cancel) is null)
        {
            return Fate.Kept;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        bool added = await LikeComment.AddAsync(db, accountId, record.CommentId, Timestamps.Past(record.CreatedAt, time.GetUtcNow()), cancel);
        await transaction.CommitAsync(cancel);
        return added ? Fate.Added : Fate.Present;
    }

    /// <summary>A comment that stands and that the account may see; its own too, while an import still hides the account.</summary>
    private Task<Comment?> FindAsync(Guid accountId, Post post, Guid id, CancellationToken cancel)
        => CommentQueries.VisibleTo(db, post, accountId).Union(db.Comments.Where(c => c.PostId == post.Id && c.AuthorId == accountId)).AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id && c.AuthorId != null && c.HiddenAt == null, cancel);

    private async Task<Fate> CommentRulesAsync(Guid accountId, CommentRulesRecord record, CancellationToken cancel)
    {
        if (record.SlowSeconds is < 0 or > CommentRules.MaxSlowSeconds || !await db.Posts.AnyAsync(p => p.Id == record.PostId && p.AuthorId == accountId, cancel))
        {
            return Fate.Skipped;
        }

        if (await db.CommentRules.AnyAsync(r => r.PostId == record.PostId, cancel))
        {
            return Fate.Present;
        }

        Guid? pinned = await db.Comments.Where(c => c.Id == record.PinnedId && c.PostId == record.PostId && c.ParentId == null && c.AuthorId != null && c.HiddenAt == null)
            .Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel);
        db.CommentRules.Add(new CommentRules { PostId = record.PostId, PinnedId = pinned, SlowSeconds = record.SlowSeconds });
        await db.SaveChangesAsync(cancel);
        return pinned == record.PinnedId ? Fate.Added : Fate.Added | Fate.Kept;
    }

    private async Task<Fate> ReactionAsync(Guid accountId, ReactionRecord record, CancellationToken cancel)
    {
        if (!await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == record.PostId, cancel))
        {
            return Fate.Kept;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        int added = await SetReaction.AddAsync(db, accountId, record.PostId, record.Kind, Timestamps.Past(record.CreatedAt, time.GetUtcNow()), cancel);
        (int likes, int dislikes) = record.Kind == ReactionKind.Like ? (added, 0) : (0, added);
        await db.Posts.Where(p => p.Id == record.PostId).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Likes, p => p.Likes + likes).SetProperty(p => p.Dislikes, p => p.Dislikes + dislikes), cancel);
        await transaction.CommitAsync(cancel);
        return added == 1 ? Fate.Added : Fate.Present;
    }

    private async Task<Fate> RepostAsync(Guid accountId, KeptPostRecord record, CancellationToken cancel)
    {
        if (!await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == record.PostId && p.Visibility == Visibility.Public && p.RemovedAt == null, cancel))
        {
            return Fate.Kept;
        }

        DateTimeOffset at = Timestamps.Past(record.CreatedAt, time.GetUtcNow());
        long createdAt = at.ToUnixTimeMilliseconds();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        int added = await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Reposts" ("PostId", "AccountId", "Id", "CreatedAt") VALUES ({record.PostId}, {accountId}, {Guid.CreateVersion7(at)}, {createdAt}) ON CONFLICT DO NOTHING""", cancel);
        await db.Posts.Where(p => p.Id == record.PostId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Reposts, p => p.Reposts + added), cancel);
        await transaction.CommitAsync(cancel);
        return added == 1 ? Fate.Added : Fate.Present;
    }
}
