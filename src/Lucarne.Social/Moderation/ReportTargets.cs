using Lucarne.Social.Comments;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Messages;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Moderation;

/// <summary>Something that can be reported, as its reporter sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubjectId">Whose it is.</param>
/// <param name="Text">What it says, for the excerpt.</param>
internal sealed record ReportTarget(Guid Id, Guid SubjectId, string Text);

/// <summary>Finds what a report is about, and takes it away or brings it back.</summary>
internal sealed class ReportTargets(LucarneContext db, ModerateComments comments, TimeProvider time)
{
    /// <summary>The thing, where <paramref name="viewerId"/> can see it.</summary>
    /// <param name="viewerId">Who reports.</param>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="id">A UUID, or a handle for an account.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<ReportTarget>> FindAsync(Guid viewerId, ReportTargetKind kind, string id, CancellationToken cancel)
    {
        if (kind != ReportTargetKind.Account && !Guid.TryParse(id, out _))
        {
            return ModerationErrors.TargetNotFound;
        }

        Guid key = kind == ReportTargetKind.Account ? Guid.Empty : Guid.Parse(id);
        ReportTarget? found = kind switch
        {
            ReportTargetKind.Post => await PostQueries.VisibleTo(db, viewerId).Where(p => p.Id == key)
                .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new ReportTarget(p.Id, p.AuthorId, (p.Title ?? "") + "\n" + (p.Caption ?? "") + "\n" + g.Prompt))
                .SingleOrDefaultAsync(cancel),
            ReportTargetKind.Comment => await CommentQueries.FindAsync(db, key, viewerId, cancel) is (Comment { AuthorId: Guid author, HiddenAt: null } comment, _)
                ? new ReportTarget(comment.Id, author, comment.Text)
                : null,
            ReportTargetKind.Message => await MessageQueries.ReadableBy(db, viewerId).Where(m => m.Id == key && m.Kind == MessageKind.Text && m.DeletedAt == null)
                .Select(m => new ReportTarget(m.Id, m.AuthorId, m.Text)).SingleOrDefaultAsync(cancel),
            ReportTargetKind.Account => await FindAccountAsync(id.TrimStart('@').ToLowerInvariant(), cancel),
            _ => null,
        };
        if (found is null)
        {
            return ModerationErrors.TargetNotFound;
        }

        return found.SubjectId == viewerId ? ModerationErrors.TargetIsYours : found;
    }

    /// <summary>Takes the thing away, or brings it back.</summary>
    public async Task SetRemovedAsync(ReportTargetKind kind, Guid id, bool removed, CancellationToken cancel)
    {
        DateTimeOffset? at = removed ? time.GetUtcNow() : null;
        switch (kind)
        {
            case ReportTargetKind.Post:
                await db.Posts.Where(p => p.Id == id && (p.RemovedAt == null) == removed).ExecuteUpdateAsync(set => set.SetProperty(p => p.RemovedAt, at), cancel);
                break;
            case ReportTargetKind.Comment when await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } comment:
                await comments.SetHiddenAsync(comment, removed, cancel);
                break;
            case ReportTargetKind.Message:
                // One that its author took back has lost its text, and stays deleted.
                await db.Messages.Where(m => m.Id == id && (m.DeletedAt == null) == removed && (m.Text != "" || m.PostId != null))
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.DeletedAt, at), cancel);
                break;
        }
    }

    private Task<ReportTarget?> FindAccountAsync(string handle, CancellationToken cancel)
        => db.Accounts.Where(a => a.Handle == handle && a.ClosedAt == null).Select(a => new ReportTarget(a.Id, a.Id, a.DisplayName)).SingleOrDefaultAsync(cancel);
}
