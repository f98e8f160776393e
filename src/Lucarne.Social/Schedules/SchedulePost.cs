using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Schedules;

/// <summary>When and how a draft is to be published.</summary>
/// <param name="PublishAt">A moment from now to a year ahead.</param>
/// <param name="Title">As for publishing.</param>
/// <param name="Caption">As for publishing.</param>
/// <param name="AltText">As for publishing.</param>
/// <param name="Visibility">As for publishing.</param>
/// <param name="RemixAudience">As for publishing.</param>
/// <param name="CommentAudience">As for publishing.</param>
/// <param name="DownloadAudience">As for publishing.</param>
public sealed record SchedulePostRequest(
    DateTimeOffset PublishAt, string? Title = null, string? Caption = null, string? AltText = null, Visibility Visibility = Visibility.Public,
    Audience RemixAudience = Audience.Everyone, Audience CommentAudience = Audience.Everyone, Audience DownloadAudience = Audience.Everyone);

/// <summary>The publication of a draft that is to come, or that could not be made at its time.</summary>
/// <param name="PublishAt">When.</param>
/// <param name="Title">As for publishing.</param>
/// <param name="Caption">As for publishing.</param>
/// <param name="AltText">As for publishing.</param>
/// <param name="Visibility">As for publishing.</param>
/// <param name="RemixAudience">As for publishing.</param>
/// <param name="CommentAudience">As for publishing.</param>
/// <param name="DownloadAudience">As for publishing.</param>
/// <param name="FailureCode">Code of the refusal that stopped it at its time; null while it is to come.</param>
public sealed record ScheduledPostView(
    DateTimeOffset PublishAt, string? Title, string? Caption, string? AltText, Visibility Visibility,
    Audience RemixAudience, Audience CommentAudience, Audience DownloadAudience, string? FailureCode)
{
    internal static ScheduledPostView Of(ScheduledPost row)
        => new(row.PublishAt, row.Title, row.Caption, row.AltText, row.Visibility, row.RemixAudience, row.CommentAudience, row.DownloadAudience, row.FailureCode);
}

/// <summary>Sets, changes, cancels and lists publications that are to come. A scheduled draft may still be in the making.</summary>
internal sealed class SchedulePost(LucarneContext db, ReadDrafts drafts, PublishScheduled publisher, TimeProvider time)
{
    /// <summary>Most publications of an account that are to come.</summary>
    public const int MaxPerAccount = 100;

    /// <summary>How far ahead a publication may be.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Schedules a draft, or changes its schedule.</summary>
    public async Task<Outcome<DraftView>> SetAsync(Guid accountId, Guid draftId, SchedulePostRequest request, CancellationToken cancel)
    {
        if (!PostText.Read(request.Title, request.Caption, request.AltText).TryGet(out PostText? text, out Problem? problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (request.PublishAt <= now || request.PublishAt > now + Furthest)
        {
            return SchedulesErrors.TimeInvalid.For("publishAt");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        Draft? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.OwnerId == accountId, cancel);
        if (draft is null)
        {
            return DraftsErrors.DraftNotFound;
        }

        if (await db.Generations.AnyAsync(g => g.Id == draft.GenerationId && (g.Status == GenerationStatus.Failed || g.Status == GenerationStatus.Cancelled), cancel))
        {
            return DraftsErrors.DraftNotFinished;
        }

        ScheduledPost? scheduled = await db.ScheduledPosts.SingleOrDefaultAsync(s => s.DraftId == draftId, cancel);
        if (scheduled is null)
        {
            if (await db.ScheduledPosts.CountAsync(s => s.AccountId == accountId, cancel) >= MaxPerAccount)
            {
                return SchedulesErrors.TooMany;
            }

            scheduled = new ScheduledPost
            {
                DraftId = draftId,
                AccountId = accountId,
                PublishAt = request.PublishAt,
                Visibility = request.Visibility,
                RemixAudience = request.RemixAudience,
                CommentAudience = request.CommentAudience,
            };
            db.ScheduledPosts.Add(scheduled);
        }

        (scheduled.PublishAt, scheduled.FailureCode) = (request.PublishAt, null);
        (scheduled.Title, scheduled.Caption, scheduled.AltText) = (text.Title, text.Caption, text.AltText);
        (scheduled.Visibility, scheduled.RemixAudience) = (request.Visibility, request.RemixAudience);
        (scheduled.CommentAudience, scheduled.DownloadAudience) = (request.CommentAudience, request.DownloadAudience);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        publisher.Wake();
        return await drafts.FindAsync(accountId, draftId, cancel);
    }

    /// <summary>Takes a schedule away; the draft stays. Null, or <see cref="SchedulesErrors.NotScheduled"/>.</summary>
    public async Task<Problem?> CancelAsync(Guid accountId, Guid draftId, CancellationToken cancel)
        => await db.ScheduledPosts.Where(s => s.DraftId == draftId && s.AccountId == accountId).ExecuteDeleteAsync(cancel) == 1 ? null : SchedulesErrors.NotScheduled;

    /// <summary>Drafts that are to be published, soonest first.</summary>
    public async Task<IReadOnlyList<DraftView>> ListAsync(Guid accountId, CancellationToken cancel)
    {
        List<Guid> ids = await db.ScheduledPosts.Where(s => s.AccountId == accountId).OrderBy(s => s.PublishAt).Select(s => s.DraftId).Take(MaxPerAccount).ToListAsync(cancel);
        Dictionary<Guid, DraftView> views = await drafts.DescribeAsync(accountId, ids, cancel);
        return [.. ids.Where(views.ContainsKey).Select(id => views[id])];
    }
}
