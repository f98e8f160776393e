using System.Globalization;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Comments;

/// <summary>An earlier text of a comment.</summary>
/// <param name="Text">What it said.</param>
/// <param name="ReplacedAt">When it was replaced.</param>
public sealed record CommentEditView(string Text, DateTimeOffset ReplacedAt);

/// <summary>Reads the comments of a post: threads, their answers, earlier texts.</summary>
internal sealed class ReadComments(LucarneContext db, MutedWords muted, CursorCodec cursors)
{
    /// <summary>Answers that come with each thread of a list.</summary>
    public const int FirstAnswers = 2;

    /// <summary>Threads of a post, one page; the pinned one stands first on the first page.</summary>
    /// <param name="postId">The post.</param>
    /// <param name="order"><c>best</c> or <c>newest</c>; null for the best.</param>
    /// <param name="cursor">The opaque cursor, if any.</param>
    /// <param name="limit">The limit, if any.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<Page<CommentThreadView>>> ListAsync(Guid postId, string? order, string? cursor, int? limit, Guid? viewerId, CancellationToken cancel)
    {
        if (order is not (null or "best" or "newest"))
        {
            return CommentsErrors.OrderUnknown.For("order");
        }

        bool best = order != "newest";
        string list = $"comments:{postId}:{(best ? "best" : "newest")}";
        if (!ReadCursor(list, best, cursor, limit).TryGet(out Position? position, out Problem? problem))
        {
            return problem;
        }

        if (await PostQueries.VisibleTo(db, viewerId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel) is not { } post)
        {
            return PostsErrors.PostNotFound;
        }

        Guid? pinned = await db.CommentRules.Where(r => r.PostId == postId).Select(r => r.PinnedId).SingleOrDefaultAsync(cancel);
        IQueryable<Comment> threads = CommentQueries.VisibleTo(db, post, viewerId).AsNoTracking().Where(c => c.ParentId == null && c.Id != pinned);
        if (position.Page.Before is Guid before)
        {
            int rank = position.Rank;
            threads = best
                ? threads.Where(c => c.Rank < rank || (c.Rank == rank && c.Id.CompareTo(before) < 0))
                : threads.Where(c => c.Id.CompareTo(before) < 0);
        }

        threads = best ? threads.OrderByDescending(c => c.Rank).ThenByDescending(c => c.Id) : threads.OrderByDescending(c => c.Id);
        List<Comment> rows = await threads.Take(position.Page.Limit + 1).ToListAsync(cancel);
        bool more = rows.Count > position.Page.Limit;
        rows = rows[..Math.Min(rows.Count, position.Page.Limit)];
        string? next = more ? WriteCursor(list, best, rows[^1]) : null;
        if (pinned is not null && position.Page.Before is null
            && await CommentQueries.VisibleTo(db, post, viewerId).AsNoTracking().SingleOrDefaultAsync(c => c.Id == pinned, cancel) is { } first)
        {
            rows.Insert(0, first);
        }

        rows = await LeaveOutMutedAsync(rows, viewerId, cancel);
        return new Page<CommentThreadView>(await DescribeThreadsAsync(post, rows, viewerId, cancel), next);
    }

    /// <summary>The thread of a comment; where the comment is an answer further down, it comes last among the answers.</summary>
    public async Task<Outcome<CommentThreadView>> FindThreadAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        if (await CommentQueries.FindAsync(db, id, viewerId, cancel) is not (Comment comment, Post post)
            || await CommentQueries.VisibleTo(db, post, viewerId).AsNoTracking().SingleOrDefaultAsync(c => c.Id == comment.ThreadId, cancel) is not { } first)
        {
            return CommentsErrors.CommentNotFound;
        }

        CommentThreadView thread = (await DescribeThreadsAsync(post, [first], viewerId, cancel))[0];
        return comment.Id == first.Id || thread.Answers.Any(a => a.Id == id)
            ? thread
            : thread with { Answers = [.. thread.Answers, (await CommentQueries.DescribeAsync(db, post, [comment], viewerId, cancel))[0]] };
    }

    /// <summary>Answers of a thread, oldest first, one page.</summary>
    public async Task<Outcome<Page<CommentView>>> ListAnswersAsync(Guid threadId, string? cursor, int? limit, Guid? viewerId, CancellationToken cancel)
    {
        string list = ListOfAnswers(threadId);
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        if (await CommentQueries.FindAsync(db, threadId, viewerId, cancel) is not (Comment { ParentId: null }, Post post))
        {
            return CommentsErrors.CommentNotFound;
        }

        IQueryable<Comment> answers = CommentQueries.VisibleTo(db, post, viewerId).AsNoTracking().Where(c => c.ThreadId == threadId && c.ParentId != null);
        if (page.Before is Guid after)
        {
            answers = answers.Where(c => c.Id.CompareTo(after) > 0);
        }

        List<Comment> rows = await answers.OrderBy(c => c.Id).Take(page.Limit + 1).ToListAsync(cancel);
        string? next = rows.Count > page.Limit ? cursors.Write(list, rows[page.Limit - 1].Id) : null;
        rows = await LeaveOutMutedAsync(rows[..Math.Min(rows.Count, page.Limit)], viewerId, cancel);
        return new Page<CommentView>(await CommentQueries.DescribeAsync(db, post, rows, viewerId, cancel), next);
    }

    /// <summary>What a comment said before, newest first: for its author and all who can read it.</summary>
    public async Task<Outcome<IReadOnlyList<CommentEditView>>> ListEditsAsync(Guid id, Guid? viewerId, CancellationToken cancel)
    {
        if (await CommentQueries.FindAsync(db, id, viewerId, cancel) is not (Comment { AuthorId: not null } comment, Post post)
            || (comment.HiddenAt is not null && viewerId != post.AuthorId && viewerId != comment.AuthorId))
        {
            return CommentsErrors.CommentNotFound;
        }

        return await db.CommentEdits.Where(e => e.CommentId == id).OrderByDescending(e => e.Id)
            .Select(e => new CommentEditView(e.Text, e.CreatedAt)).ToArrayAsync(cancel);
    }

    private static string ListOfAnswers(Guid threadId) => $"answers:{threadId}";

    private async Task<IReadOnlyList<CommentThreadView>> DescribeThreadsAsync(Post post, List<Comment> threads, Guid? viewerId, CancellationToken cancel)
    {
        Guid[] ids = [.. threads.Where(t => t.Answers > 0).Select(t => t.Id)];
        IQueryable<Comment> visible = CommentQueries.VisibleTo(db, post, viewerId);
        List<Comment> answers = ids.Length == 0 ? []
            : await db.Comments.AsNoTracking().Where(t => ids.Contains(t.Id))
                .SelectMany(t => visible.Where(a => a.ThreadId == t.Id && a.ParentId != null).OrderBy(a => a.Id).Take(FirstAnswers + 1)).ToListAsync(cancel);
        Dictionary<Guid, CommentView> views = (await CommentQueries.DescribeAsync(db, post, [.. threads, .. answers], viewerId, cancel)).ToDictionary(v => v.Id);
        ILookup<Guid, Comment> byThread = answers.OrderBy(a => a.Id).ToLookup(a => a.ThreadId);
        HashSet<Guid> shown = [.. (await LeaveOutMutedAsync(answers, viewerId, cancel)).Select(a => a.Id)];
        return [.. threads.Select(thread =>
        {
            Comment[] below = [.. byThread[thread.Id]];
            string? next = below.Length > FirstAnswers ? cursors.Write(ListOfAnswers(thread.Id), below[FirstAnswers - 1].Id) : null;
            return new CommentThreadView(views[thread.Id], [.. below.Take(FirstAnswers).Where(a => shown.Contains(a.Id)).Select(a => views[a.Id])], next);
        })];
    }

    /// <summary>Without what holds a word that the viewer mutes; one's own always stay. A page may so come out shorter than it was asked for.</summary>
    private async Task<List<Comment>> LeaveOutMutedAsync(List<Comment> comments, Guid? viewerId, CancellationToken cancel)
    {
        MutedWordFilter filter = await muted.ReadFilterAsync(viewerId, cancel);
        return filter.IsEmpty ? comments : [.. comments.Where(c => c.AuthorId == viewerId || !filter.Hides(c.Text))];
    }

    /// <summary>A cursor of the best is <c>rank.signature</c>: the rank is signed as part of the list's name.</summary>
    private string WriteCursor(string list, bool best, Comment last)
        => best ? string.Create(CultureInfo.InvariantCulture, $"{last.Rank}.{cursors.Write($"{list}:{last.Rank}", last.Id)}") : cursors.Write(list, last.Id);

    private Outcome<Position> ReadCursor(string list, bool best, string? cursor, int? limit)
    {
        int rank = 0;
        if (best && !string.IsNullOrEmpty(cursor))
        {
            int dot = cursor.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !int.TryParse(cursor.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out rank))
            {
                return HttpErrors.CursorInvalid.For("cursor");
            }

            (list, cursor) = ($"{list}:{rank}", cursor[(dot + 1)..]);
        }

        return PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem) ? new Position(page, rank) : problem;
    }

    private sealed record Position(PageRequest Page, int Rank);
}
