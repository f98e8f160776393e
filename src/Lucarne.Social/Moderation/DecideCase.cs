using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Admin;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Moderation;

/// <summary>What to do about a case.</summary>
/// <param name="Decision">What to do.</param>
/// <param name="Rule">Which rule was broken; needed unless the case is dismissed. Its author is told.</param>
/// <param name="Note">What its author is told besides; at most 1,000 characters.</param>
public sealed record DecideCaseRequest(Decision Decision, ReportReason? Rule = null, string? Note = null);

/// <summary>Decides a case, or decides it anew: takes away or brings back, tells the author why and the reporters that it was looked at.</summary>
internal sealed class DecideCase(LucarneContext db, ReportTargets targets, SuspendAccount accounts, Notifier notifier, AuditLog audit, TimeProvider time)
{
    /// <summary>Null when it is decided.</summary>
    public async Task<Problem?> RunAsync(Guid administratorId, Guid caseId, DecideCaseRequest request, CancellationToken cancel)
    {
        string? note = string.IsNullOrWhiteSpace(request.Note) ? null : TextHygiene.CleanParagraphs(request.Note);
        if (note?.Length > Case.NoteMaxLength)
        {
            return ModerationErrors.NoteTooLong.For("note");
        }

        bool upheld = request.Decision != Decision.Dismissed;
        if (upheld && request.Rule is null)
        {
            return ModerationErrors.RuleMissing.For("rule");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Case? found = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, cancel);
        if (found is null)
        {
            return ModerationErrors.CaseNotFound;
        }

        Account subject = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == found.SubjectId, cancel);
        bool suspend = request.Decision == Decision.Suspended;
        if ((found.TargetKind == ReportTargetKind.Account && request.Decision == Decision.Removed) || (suspend && subject.Administrator))
        {
            return ModerationErrors.DecisionImpossible.For("decision");
        }

        await targets.SetRemovedAsync(found.TargetKind, found.TargetId, upheld, cancel);
        if (suspend || found.Decision == Decision.Suspended)
        {
            await accounts.SetAsync(subject.Id, suspend, cancel);
        }

        bool first = found.DecidedAt is null;
        (found.Decision, found.Rule, found.Note) = (request.Decision, upheld ? request.Rule : null, upheld ? note : null);
        (found.DecidedAt, found.DecidedById, found.OpenKey) = (time.GetUtcNow(), administratorId, null);
        Guid? postId = found.TargetKind == ReportTargetKind.Post ? found.TargetId : null;
        if (upheld)
        {
            await notifier.AddAsync(found.SubjectId, NotificationKind.ContentRemoved, postId: postId, cancel: cancel);
        }

        if (first)
        {
            foreach (Guid reporter in await db.Reports.Where(r => r.CaseId == caseId).Select(r => r.ReporterId).ToListAsync(cancel))
            {
                await notifier.AddAsync(reporter, NotificationKind.ReportDecided, postId: postId, cancel: cancel);
            }
        }

        await audit.AddAsync(administratorId, "case_decided", $"case:{caseId}", $"{request.Decision} {request.Rule} @{subject.Handle}", cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
