using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Moderation;

/// <summary>What to report, and why.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Target">Its id; for an account, its handle.</param>
/// <param name="Reason">Which rule it is about.</param>
/// <param name="Note">What the administrator should know; at most 1,000 characters.</param>
public sealed record SendReportRequest(ReportTargetKind Kind, string Target, ReportReason Reason, string? Note = null);

/// <summary>A report, as its sender sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">What kind of thing was reported.</param>
/// <param name="TargetId">Its id.</param>
/// <param name="Reason">Which rule it is about.</param>
/// <param name="Note">What was added; null for nothing.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="Decision">What was decided; null while nobody has.</param>
/// <param name="DecidedAt">When it was decided.</param>
public sealed record ReportView(
    Guid Id, ReportTargetKind Kind, Guid TargetId, ReportReason Reason, string? Note, DateTimeOffset CreatedAt, Decision? Decision, DateTimeOffset? DecidedAt);

/// <summary>Adds a report to the open case of its target, or opens one.</summary>
internal sealed class SendReport(LucarneContext db, ReportTargets targets, TimeProvider time)
{
    private const int MaxReportsADay = 50;
    private const int MaxAttempts = 5;

    public async Task<Outcome<ReportView>> RunAsync(Guid reporterId, SendReportRequest request, CancellationToken cancel)
    {
        string? note = string.IsNullOrWhiteSpace(request.Note) ? null : TextHygiene.CleanParagraphs(request.Note);
        if (note?.Length > Report.NoteMaxLength)
        {
            return ModerationErrors.NoteTooLong.For("note");
        }

        if (!(await targets.FindAsync(reporterId, request.Kind, request.Target, cancel)).TryGet(out ReportTarget? target, out Problem? problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset dayAgo = now.AddDays(-1);
        if (await db.Reports.CountAsync(r => r.ReporterId == reporterId && r.CreatedAt > dayAgo, cancel) >= MaxReportsADay)
        {
            return ModerationErrors.TooManyReports;
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveAsync(reporterId, request, note, target, now, cancel);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts)
            {
                // Somebody else opened the case, or sent the same report, in the same moment: the next try finds it.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ReportView> SaveAsync(Guid reporterId, SendReportRequest request, string? note, ReportTarget target, DateTimeOffset now, CancellationToken cancel)
    {
        string key = Case.KeyOf(request.Kind, target.Id);
        Case? open = await db.Cases.SingleOrDefaultAsync(c => c.OpenKey == key, cancel);
        if (open is null)
        {
            string excerpt = target.Text.Trim();
            open = new Case
            {
                Id = Guid.CreateVersion7(now),
                TargetKind = request.Kind,
                TargetId = target.Id,
                SubjectId = target.SubjectId,
                Excerpt = excerpt.Length <= Case.ExcerptMaxLength ? excerpt : excerpt[..Case.ExcerptMaxLength],
                OpenKey = key,
                OpenedAt = now,
            };
            db.Cases.Add(open);
        }

        open.Urgency = Math.Max(open.Urgency, request.Reason.Urgency());
        Report? report = await db.Reports.SingleOrDefaultAsync(r => r.CaseId == open.Id && r.ReporterId == reporterId, cancel);
        if (report is null)
        {
            report = new Report { Id = Guid.CreateVersion7(now), CaseId = open.Id, ReporterId = reporterId, Reason = request.Reason, Note = note, CreatedAt = now };
            db.Reports.Add(report);
        }
        else
        {
            (report.Reason, report.Note) = (request.Reason, note);
        }

        await db.SaveChangesAsync(cancel);
        return new ReportView(report.Id, open.TargetKind, open.TargetId, report.Reason, report.Note, report.CreatedAt, null, null);
    }
}
