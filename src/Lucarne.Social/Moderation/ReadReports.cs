using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Moderation;

/// <summary>What was decided about something of one's own.</summary>
/// <param name="CaseId">UUIDv7.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="TargetId">Its id.</param>
/// <param name="Excerpt">What it said when it was reported.</param>
/// <param name="Decision">What was done.</param>
/// <param name="Rule">Which rule it broke.</param>
/// <param name="Note">What the administrator adds; null for nothing.</param>
/// <param name="DecidedAt">When.</param>
public sealed record DecisionNotice(Guid CaseId, ReportTargetKind Kind, Guid TargetId, string Excerpt, Decision Decision, ReportReason? Rule, string? Note, DateTimeOffset DecidedAt);

/// <summary>Reads what an account has reported, and what was decided about what is its own.</summary>
internal sealed class ReadReports(LucarneContext db, CursorCodec cursors)
{
    /// <summary>One's own reports, newest first.</summary>
    public async Task<Outcome<Page<ReportView>>> SentAsync(Guid accountId, string? cursor, int? limit, CancellationToken cancel)
    {
        string list = $"reports:{accountId}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Report> mine = db.Reports.Where(r => r.ReporterId == accountId);
        if (page.Before is Guid before)
        {
            mine = mine.Where(r => r.Id.CompareTo(before) < 0);
        }

        List<ReportView> rows = await mine.OrderByDescending(r => r.Id).Take(page.Limit + 1)
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new ReportView(r.Id, c.TargetKind, c.TargetId, r.Reason, r.Note, r.CreatedAt, c.Decision, c.DecidedAt))
            .ToListAsync(cancel);
        rows = [.. rows.OrderByDescending(r => r.Id)];
        return page.Cut(cursors, list, rows, row => row.Id, row => row);
    }

    /// <summary>Decisions against what is one's own, newest first; at most 100.</summary>
    public async Task<IReadOnlyList<DecisionNotice>> DecisionsAsync(Guid accountId, CancellationToken cancel)
        => await db.Cases.Where(c => c.SubjectId == accountId && c.DecidedAt != null && c.Decision != Decision.Dismissed)
            .OrderByDescending(c => c.DecidedAt).Take(PageRequest.MaxLimit)
            .Select(c => new DecisionNotice(c.Id, c.TargetKind, c.TargetId, c.Excerpt, c.Decision!.Value, c.Rule, c.Note, c.DecidedAt!.Value))
            .ToListAsync(cancel);
}
