using System.Collections.Concurrent;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Tests;

public sealed class GenerationQueueTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FilmsDatabase _database = new();
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_generation_is_taken_once_and_knows_who_makes_it()
    {
        await using StudioNode node = new(_database, time: _time);
        Generation asked = await node.AskAsync();

        GenerationLease lease = (await node.Queue.TakeAsync(None)).ShouldNotBeNull();

        lease.Generation.Id.ShouldBe(asked.Id);
        lease.Generation.Status.ShouldBe(GenerationStatus.InProgress);
        lease.Generation.Attempt.ShouldBe(1);
        lease.Generation.LeaseExpiresAt.ShouldBe(_time.GetUtcNow() + node.Options.Lease);
        (await node.Queue.TakeAsync(None)).ShouldBeNull();
    }

    [Fact]
    public async Task Workers_that_race_never_take_the_same_generation()
    {
        await using StudioNode first = new(_database);
        await using StudioNode second = new(_database);
        List<Guid> asked = [];
        for (int i = 0; i < 24; i++)
        {
            asked.Add((await first.AskAsync()).Id);
        }

        ConcurrentBag<Guid> taken = [];
        await Task.WhenAll(Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            GenerationQueue queue = worker % 2 == 0 ? first.Queue : second.Queue;
            while (await queue.TakeAsync(None) is { } lease)
            {
                taken.Add(lease.Generation.Id);
            }
        })));

        taken.Order().ShouldBe(asked.Order());
    }

    [Fact]
    public async Task Owners_take_turns_whatever_the_length_of_their_queues()
    {
        await using StudioNode node = new(_database, time: _time);
        Guid greedy = FilmsDatabase.NewId();
        Guid modest = FilmsDatabase.NewId();
        for (int i = 0; i < 5; i++)
        {
            await node.AskAsync(greedy);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await node.AskAsync(modest);
        await node.AskAsync(modest);

        List<Guid> served = [];
        while (await node.Queue.TakeAsync(None) is { } lease)
        {
            served.Add(lease.Generation.OwnerId);
            _time.Advance(TimeSpan.FromSeconds(1));
            (await node.Queue.CompleteAsync(lease, [], null, None)).ShouldBeTrue();
        }

        served.ShouldBe([greedy, modest, greedy, modest, greedy, greedy, greedy]);
    }

    [Fact]
    public async Task A_lease_that_runs_out_is_taken_up_again_and_its_old_worker_writes_nothing_more()
    {
        await using StudioNode node = new(_database, time: _time);
        Generation asked = await node.AskAsync();
        GenerationLease lost = (await node.Queue.TakeAsync(None))!;

        _time.Advance(node.Options.Lease / 2);
        (await node.Queue.RecoverAsync(None)).ShouldBe(0, "the lease is still good");
        _time.Advance(node.Options.Lease);
        (await node.Queue.RecoverAsync(None)).ShouldBe(1);
        GenerationLease again = (await node.Queue.TakeAsync(None)).ShouldNotBeNull();

        again.Generation.Id.ShouldBe(asked.Id);
        again.Generation.Attempt.ShouldBe(2);
        (await node.Queue.RenewAsync(lost, 0.5, 10, None)).ShouldBeFalse();
        (await node.Queue.CompleteAsync(lost, [], null, None)).ShouldBeFalse();
        (await node.Queue.FailAsync(lost, GenerationFailure.EngineFailed, None)).ShouldBeFalse();
        (await node.Queue.CompleteAsync(again, [], null, None)).ShouldBeTrue();
        (await _database.ReadAsync(asked.Id)).Status.ShouldBe(GenerationStatus.Completed);
    }

    [Fact]
    public async Task The_leases_of_a_dead_process_are_taken_up_without_waiting()
    {
        await using StudioNode node = new(_database, time: _time);
        Generation asked = await node.AskAsync();
        await node.Queue.TakeAsync(None);
        string dead = $"{Environment.MachineName}/2147483646/1700000000/0";
        await using (FilmsContext db = _database.CreateDbContext())
        {
            await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseOwner, dead));
        }

        (await node.Queue.RecoverAsync(None)).ShouldBe(1);

        (await _database.ReadAsync(asked.Id)).Status.ShouldBe(GenerationStatus.Queued);
    }

    [Fact]
    public async Task A_generation_whose_workers_keep_dying_fails_and_says_so()
    {
        await using StudioNode node = new(_database, time: _time);
        Generation asked = await node.AskAsync();
        for (int attempt = 0; attempt < node.Options.MaxAttempts; attempt++)
        {
            (await node.Queue.TakeAsync(None)).ShouldNotBeNull();
            _time.Advance(node.Options.Lease * 2);
            await node.Queue.RecoverAsync(None);
        }

        Generation ended = await _database.ReadAsync(asked.Id);
        ended.Status.ShouldBe(GenerationStatus.Failed);
        ended.FailureCode.ShouldBe("lease_lost");
        ended.FailureAction.ShouldNotBeNullOrEmpty();
        ended.FinishedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_worker_that_stops_in_good_order_spends_no_attempt()
    {
        await using StudioNode node = new(_database, time: _time);
        Generation asked = await node.AskAsync();
        GenerationLease lease = (await node.Queue.TakeAsync(None))!;

        await node.Queue.ReleaseAsync(lease, None);

        Generation released = await _database.ReadAsync(asked.Id);
        (released.Status, released.Attempt, released.LeaseOwner).ShouldBe((GenerationStatus.Queued, 0, null));
    }
}
