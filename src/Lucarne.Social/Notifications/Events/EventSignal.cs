using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lucarne.Social.Notifications.Events;

/// <summary>Rings when this process has committed an <see cref="AccountEvent"/>, so that its own pages hear of it at once; other processes are heard by asking the database.</summary>
internal sealed class EventSignal : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings; several rings before anyone listens are one.</summary>
    public void Ring()
    {
        try
        {
            if (_rung.CurrentCount == 0)
            {
                _rung.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Another thread rang at the same moment.
        }
    }

    /// <summary>Waits for a ring, for as long as <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _rung.WaitAsync(atMost, cancel);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}

/// <summary>Rings after a save without a transaction of the caller's that added events.</summary>
internal sealed class EventSaveInterceptor(EventSignal signal) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context && EventCommitInterceptor.HasEvents(context))
        {
            signal.Ring();
        }

        return new ValueTask<int>(result);
    }
}

/// <summary>Rings after the commit of a transaction that added events.</summary>
internal sealed class EventCommitInterceptor(EventSignal signal) : DbTransactionInterceptor
{
    /// <summary>True where the context has saved events.</summary>
    public static bool HasEvents(DbContext context) => context.ChangeTracker.Entries<AccountEvent>().Any();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && HasEvents(context))
        {
            signal.Ring();
        }

        return Task.CompletedTask;
    }
}
