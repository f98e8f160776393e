using System.Text.Json;
using Lucarne.Social.Accounts;
using Lucarne.Social.Comments;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Safety.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications;

/// <summary>What an account is told: one thing, or several of the same kind about the same thing.</summary>
/// <param name="Id">UUIDv7 of the newest.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Actors">Who did it, the latest first, three at most; empty when the server did.</param>
/// <param name="ActorCount">How many did it.</param>
/// <param name="Post">The post that it is about; null for none, or where it is gone.</param>
/// <param name="CommentId">The comment that it is about.</param>
/// <param name="Excerpt">How that comment begins; null where it is gone.</param>
/// <param name="DraftId">The draft that it is about.</param>
/// <param name="CreatedAt">When the newest happened.</param>
/// <param name="Read">True once the account has seen it.</param>
public sealed record NotificationView(
    Guid Id, NotificationKind Kind, IReadOnlyList<AuthorView> Actors, int ActorCount, NotifiedPostView? Post, Guid? CommentId, string? Excerpt, Guid? DraftId, DateTimeOffset CreatedAt, bool Read);

/// <summary>The post of a notification, for a line with a picture.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Title">One line; null for none.</param>
/// <param name="ThumbnailUrl">Picture of its video.</param>
/// <param name="Width">Width of the picture in pixels.</param>
/// <param name="Height">Height of the picture in pixels.</param>
/// <param name="Mine">True for its author.</param>
public sealed record NotifiedPostView(Guid Id, string? Title, string ThumbnailUrl, int Width, int Height, bool Mine);

/// <summary>Unread notifications, those of one group counted once.</summary>
/// <param name="Unread">Of all kinds.</param>
/// <param name="ByKind">Of each kind that has some.</param>
public sealed record NotificationCountsView(int Unread, IReadOnlyList<NotificationKindCount> ByKind);

/// <summary>Unread notifications of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Unread">How many; at least 1.</param>
public sealed record NotificationKindCount(NotificationKind Kind, int Unread);

/// <summary>Reads an account's mailbox.</summary>
internal sealed class ReadNotifications(LucarneContext db, CursorCodec cursors)
{
    private const int MaxActors = 3;
    private const int ExcerptLength = 140;

    /// <summary>One page, newest first.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="kinds">Kinds separated by commas; null for all.</param>
    /// <param name="cursor">The opaque cursor, if any.</param>
    /// <param name="limit">The limit, if any.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<Page<NotificationView>>> ListAsync(Guid accountId, string? kinds, string? cursor, int? limit, CancellationToken cancel)
    {
        if (!ReadKinds(kinds).TryGet(out NotificationKind[]? wanted, out Problem? problem))
        {
            return problem;
        }

        string list = $"notifications:{accountId}:{string.Join(',', wanted.Order())}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out problem))
        {
            return problem;
        }

        IQueryable<Notification> mine = Heads(db, accountId).AsNoTracking();
        if (wanted.Length > 0)
        {
            mine = mine.Where(n => wanted.Contains(n.Kind));
        }

        if (page.Before is Guid before)
        {
            mine = mine.Where(n => n.Id.CompareTo(before) < 0);
        }

        List<Notification> rows = await mine.OrderByDescending(n => n.Id).Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, NotificationView> views = (await DescribeAsync(db, [.. rows.Take(page.Limit)], accountId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>Unread notifications of the account.</summary>
    public static async Task<NotificationCountsView> CountAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        List<NotificationKindCount> byKind = await Heads(db, accountId).Where(n => n.ReadAt == null).GroupBy(n => n.Kind)
            .Select(g => new NotificationKindCount(g.Key, g.Count())).ToListAsync(cancel);
        return new NotificationCountsView(byKind.Sum(k => k.Unread), [.. byKind.OrderBy(k => k.Kind)]);
    }

    /// <summary>Views of <paramref name="heads"/>, in their order, in a fixed number of queries.</summary>
    public static async Task<IReadOnlyList<NotificationView>> DescribeAsync(LucarneContext db, IReadOnlyList<Notification> heads, Guid accountId, CancellationToken cancel)
    {
        Guid[] groups = [.. heads.Where(h => h.ActorId is not null).Select(h => h.GroupId)];
        var actors = await db.Notifications.Where(h => groups.Contains(h.Id))
            .SelectMany(h => db.Notifications.Where(n => n.GroupId == h.Id).OrderByDescending(n => n.Id).Take(MaxActors).Select(n => new { n.GroupId, n.Id, n.ActorId }))
            .ToListAsync(cancel);
        Dictionary<Guid, int> counts = await db.Notifications.Where(n => groups.Contains(n.GroupId)).GroupBy(n => n.GroupId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, actors.Select(a => a.ActorId).Concat(heads.Select(h => h.ActorId)).OfType<Guid>(), cancel);
        Guid[] postIds = [.. heads.Select(h => h.PostId).OfType<Guid>().Distinct()];
        List<Post> rows = await PostQueries.VisibleTo(db, accountId).AsNoTracking().Where(p => postIds.Contains(p.Id)).ToListAsync(cancel);
        Dictionary<Guid, NotifiedPostView> posts = (await PostQueries.DescribeAsync(db, rows, accountId, cancel))
            .ToDictionary(p => p.Id, p => new NotifiedPostView(p.Id, p.Title, p.Video.ThumbnailUrl, p.Video.Width, p.Video.Height, p.Mine));
        Guid[] commentIds = [.. heads.Select(h => h.CommentId).OfType<Guid>().Distinct()];
        Dictionary<Guid, string> texts = await db.Comments.Where(c => commentIds.Contains(c.Id) && c.AuthorId != null && (c.HiddenAt == null || c.AuthorId == accountId))
            .ToDictionaryAsync(c => c.Id, c => c.Text, cancel);
        ILookup<Guid, Guid> byGroup = actors.Where(a => a.ActorId is not null).OrderByDescending(a => a.Id).ToLookup(a => a.GroupId, a => a.ActorId!.Value);

        return [.. heads.Select(head =>
        {
            Guid[] who = head.ActorId is Guid actor ? [.. byGroup[head.GroupId].Prepend(actor).Distinct().Take(MaxActors)] : [];
            return new NotificationView(
                head.Id, head.Kind, [.. who.Where(authors.ContainsKey).Select(id => authors[id])],
                head.ActorId is null ? 0 : Math.Max(who.Length, counts.GetValueOrDefault(head.GroupId)),
                head.PostId is Guid post ? posts.GetValueOrDefault(post) : null,
                head.CommentId, head.CommentId is Guid comment && texts.TryGetValue(comment, out string? text) ? TextHygiene.Truncate(text, ExcerptLength) : null,
                head.DraftId, head.CreatedAt, head.ReadAt is not null);
        })];
    }

    /// <summary>Those that stand for their group, without those of accounts that the recipient blocks, mutes, or that block it.</summary>
    internal static IQueryable<Notification> Heads(LucarneContext db, Guid accountId)
        => db.Notifications.Where(n => n.RecipientId == accountId && !n.Superseded
            && (n.ActorId == null
                || (!db.Mutes.Any(m => m.MuterId == accountId && m.MutedId == n.ActorId)
                    && !db.Blocks.Any(b => (b.BlockerId == accountId && b.BlockedId == n.ActorId) || (b.BlockerId == n.ActorId && b.BlockedId == accountId))
                    && db.Accounts.Any(a => a.Id == n.ActorId && a.ClosedAt == null && a.SuspendedAt == null))));

    /// <summary>Kinds by their names; none for null.</summary>
    internal static Outcome<NotificationKind[]> ReadKinds(string? kinds)
    {
        List<NotificationKind> read = [];
        foreach (string name in (kinds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(64))
        {
            if (!Names.TryGetValue(name, out NotificationKind kind))
            {
                return NotificationsErrors.KindUnknown.For("kind");
            }

            read.Add(kind);
        }

        return read.Distinct().ToArray();
    }

    /// <summary>Kinds by the names that JSON gives them.</summary>
    private static readonly Dictionary<string, NotificationKind> Names =
        Enum.GetValues<NotificationKind>().ToDictionary(k => JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()), StringComparer.Ordinal);
}
