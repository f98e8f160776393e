using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Moderation;

/// <summary>A case, as an administrator sees it.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="TargetId">Its id.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Excerpt">What it said when it was first reported.</param>
/// <param name="Post">The post, whoever may see it; null for other kinds, or when it is gone.</param>
/// <param name="Urgency">0 to 2; 2 is looked at first.</param>
/// <param name="Reports">Every complaint, oldest first; 50 at most.</param>
/// <param name="ReportCount">Number of complaints.</param>
/// <param name="EarlierDecisions">How often something of this account was removed or the account suspended before.</param>
/// <param name="OpenedAt">When the first report came.</param>
/// <param name="Decision">What was decided; null while it is open.</param>
/// <param name="Rule">The rule that the decision rests on.</param>
/// <param name="Note">What the subject was told.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">Handle of who decided.</param>
public sealed record CaseView(
    Guid Id, ReportTargetKind Kind, Guid TargetId, AuthorView Subject, string Excerpt, PostView? Post, int Urgency, IReadOnlyList<CaseReportView> Reports, int ReportCount,
    int EarlierDecisions, DateTimeOffset OpenedAt, Decision? Decision, ReportReason? Rule, string? Note, DateTimeOffset? DecidedAt, string? DecidedBy);

/// <summary>A complaint in a case.</summary>
/// <param name="Reporter">Who complains.</param>
/// <param name="Reason">Which rule it is about.</param>
/// <param name="Note">What they add.</param>
/// <param name="CreatedAt">When.</param>
public sealed record CaseReportView(AuthorView Reporter, ReportReason Reason, string? Note, DateTimeOffset CreatedAt);

/// <summary>Reads the queue of cases.</summary>
internal sealed class ReadCases(LucarneContext db, CursorCodec cursors)
{
    private const int MaxReports = 50;

    /// <summary>Open cases, the most urgent first and then the oldest; or decided ones, the latest opened first.</summary>
    public async Task<Outcome<Page<CaseView>>> ListAsync(bool decided, string? kindName, Guid viewerId, string? cursor, int? limit, CancellationToken cancel)
    {
        ReportTargetKind? kind = kindName switch
        {
            "post" => ReportTargetKind.Post,
            "account" => ReportTargetKind.Account,
            "comment" => ReportTargetKind.Comment,
            "message" => ReportTargetKind.Message,
            _ => null,
        };
        if (kind is null && kindName is not null)
        {
            return ModerationErrors.KindUnknown.For("kind");
        }

        string list = $"cases:{decided}:{kind}";
        if (!PageRequest.Read(cursors, list, cursor, limit).TryGet(out PageRequest page, out Problem? problem))
        {
            return problem;
        }

        IQueryable<Case> cases = db.Cases.AsNoTracking().Where(c => (c.DecidedAt != null) == decided && (kind == null || c.TargetKind == kind));
        if (page.Before is Guid last)
        {
            int urgency = await db.Cases.Where(c => c.Id == last).Select(c => c.Urgency).SingleOrDefaultAsync(cancel);
            cases = decided
                ? cases.Where(c => c.Id.CompareTo(last) < 0)
                : cases.Where(c => c.Urgency < urgency || (c.Urgency == urgency && c.Id.CompareTo(last) > 0));
        }

        cases = decided ? cases.OrderByDescending(c => c.Id) : cases.OrderByDescending(c => c.Urgency).ThenBy(c => c.Id);
        List<Case> rows = await cases.Take(page.Limit + 1).ToListAsync(cancel);
        Dictionary<Guid, CaseView> views = (await DescribeAsync([.. rows.Take(page.Limit)], viewerId, cancel)).ToDictionary(v => v.Id);
        return page.Cut(cursors, list, rows, row => row.Id, row => views[row.Id]);
    }

    /// <summary>One case.</summary>
    public async Task<Outcome<CaseView>> FindAsync(Guid id, Guid viewerId, CancellationToken cancel)
        => await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is { } found
            ? (await DescribeAsync([found], viewerId, cancel))[0]
            : ModerationErrors.CaseNotFound;

    private async Task<IReadOnlyList<CaseView>> DescribeAsync(List<Case> cases, Guid viewerId, CancellationToken cancel)
    {
        Guid[] ids = [.. cases.Select(c => c.Id)];
        Guid[] subjects = [.. cases.Select(c => c.SubjectId).Distinct()];
        Guid[] postIds = [.. cases.Where(c => c.TargetKind == ReportTargetKind.Post).Select(c => c.TargetId).Distinct()];
        List<Post> posts = await db.Posts.AsNoTracking().Where(p => postIds.Contains(p.Id)).ToListAsync(cancel);
        Dictionary<Guid, PostView> views = (await PostQueries.DescribeAsync(db, posts, viewerId, cancel)).ToDictionary(v => v.Id);
        var reports = await db.Cases.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            Count = db.Reports.Count(r => r.CaseId == c.Id),
            First = db.Reports.Where(r => r.CaseId == c.Id).OrderBy(r => r.Id).Take(MaxReports).ToList(),
        }).AsNoTracking().ToDictionaryAsync(c => c.Id, cancel);
        Dictionary<Guid, int> earlier = await db.Cases.Where(c => subjects.Contains(c.SubjectId) && c.Decision != null && c.Decision != Decision.Dismissed)
            .GroupBy(c => c.SubjectId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        Dictionary<Guid, AuthorView> people = await AuthorQueries.DescribeAsync(
            db, [.. subjects, .. reports.Values.SelectMany(c => c.First).Select(r => r.ReporterId), .. cases.Select(c => c.DecidedById).OfType<Guid>()], cancel);
        return [.. cases.Select(c =>
        {
            var own = reports[c.Id];
            int before = earlier.GetValueOrDefault(c.SubjectId) - (c.Decision is not null and not Decision.Dismissed ? 1 : 0);
            return new CaseView(
                c.Id, c.TargetKind, c.TargetId, people[c.SubjectId], c.Excerpt, views.GetValueOrDefault(c.TargetId), c.Urgency,
                [.. own.First.Select(r => new CaseReportView(people[r.ReporterId], r.Reason, r.Note, r.CreatedAt))], own.Count, before,
                c.OpenedAt, c.Decision, c.Rule, c.Note, c.DecidedAt, c.DecidedById is Guid by ? people.GetValueOrDefault(by)?.Handle : null);
        })];
    }
}
