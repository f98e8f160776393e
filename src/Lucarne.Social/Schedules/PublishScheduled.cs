using System.Data.Common;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Schedules;

/// <summary>Publishes drafts at their time. The times are rows: what came due while no server ran is published at the next start, and of several servers one publishes.</summary>
internal sealed class PublishScheduled(IServiceScopeFactory scopes, TimeProvider time, ILogger<PublishScheduled> logger) : BackgroundService
{
    /// <summary>Longest sleep: another server may have scheduled something in the meantime.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Looks again: a schedule has changed.</summary>
    public void Wake() => _wake.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    /// <summary>Publishes what is due.</summary>
    /// <returns>When to look again.</returns>
    public async Task<TimeSpan> PublishDueAsync(CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LucarneContext db = scope.ServiceProvider.GetRequiredService<LucarneContext>();
        DateTimeOffset now = time.GetUtcNow();
        IQueryable<ScheduledPost> waiting = db.ScheduledPosts.AsNoTracking()
            .Where(s => s.FailureCode == null && db.Accounts.Any(a => a.Id == s.AccountId && a.ClosedAt == null && a.SuspendedAt == null));
        foreach (ScheduledPost due in await waiting.Where(s => s.PublishAt <= now).OrderBy(s => s.PublishAt).Take(50).ToListAsync(cancel))
        {
            await PublishAsync(due, cancel);
        }

        DateTimeOffset? next = await waiting.Where(s => s.PublishAt > now).OrderBy(s => s.PublishAt).Select(s => (DateTimeOffset?)s.PublishAt).FirstOrDefaultAsync(cancel);
        bool late = await waiting.AnyAsync(s => s.PublishAt <= now, cancel);
        return late ? Retry : next - now is TimeSpan wait && wait < Longest ? wait : Longest;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait = Retry;
            try
            {
                wait = await PublishDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is DbException or DbUpdateException)
            {
                logger.LogWarning(error, "Scheduled posts could not be published; trying again");
            }

            await _wake.WaitAsync(wait, stoppingToken);
        }
    }

    private async Task PublishAsync(ScheduledPost due, CancellationToken cancel)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        LucarneContext db = scope.ServiceProvider.GetRequiredService<LucarneContext>();
        Notifier notifier = scope.ServiceProvider.GetRequiredService<Notifier>();
        PublishDraftRequest how = new(due.Title, due.Caption, due.AltText, due.Visibility, due.RemixAudience, due.CommentAudience, due.DownloadAudience);
        Outcome<PostView> outcome = await scope.ServiceProvider.GetRequiredService<PublishDraft>().RunAsync(
            due.AccountId, due.DraftId, how, cancel, post => notifier.AddAsync(due.AccountId, NotificationKind.PostPublished, postId: post.Id, cancel: cancel));

        // The row goes with the draft. A film that is still in the making is waited for.
        if (outcome.Problem is { } problem && !await InTheMakingAsync(db, due.DraftId, cancel))
        {
            logger.LogWarning("The scheduled draft {Draft} was not published: {Code}", due.DraftId, problem.Code);
            await db.ScheduledPosts.Where(s => s.DraftId == due.DraftId).ExecuteUpdateAsync(set => set.SetProperty(s => s.FailureCode, problem.Code), cancel);
        }
    }

    private static Task<bool> InTheMakingAsync(LucarneContext db, Guid draftId, CancellationToken cancel)
        => db.Drafts.AnyAsync(d => d.Id == draftId && db.Generations.Any(g => g.Id == d.GenerationId && (g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.InProgress)), cancel);
}
