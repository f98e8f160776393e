namespace Lucarne.Studio.Generations;

/// <summary>A generation that waits.</summary>
/// <param name="Id">Generation.</param>
/// <param name="OwnerId">Whose.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Seconds">How long its run is expected to take; null when nothing like it has been measured.</param>
public readonly record struct WaitingRun(Guid Id, Guid OwnerId, DateTimeOffset CreatedAt, double? Seconds);

/// <summary>A generation in progress.</summary>
/// <param name="OwnerId">Whose.</param>
/// <param name="SecondsLeft">Expected time to its end; null when unknown.</param>
public readonly record struct ActiveRun(Guid OwnerId, double? SecondsLeft);

/// <summary>Where a waiting generation stands in the queue.</summary>
/// <param name="Position">1 for the next to start.</param>
/// <param name="EtaSeconds">Seconds until it is completed; null when a run before it cannot be estimated.</param>
public readonly record struct QueuePlace(int Position, double? EtaSeconds);

/// <summary>Plays the queue forward by <see cref="FairOrder"/> to tell each waiting generation's place.</summary>
public static class QueueForecast
{
    /// <summary>Places of all waiting generations.</summary>
    /// <param name="waiting">In any order.</param>
    /// <param name="active">Generations in progress.</param>
    /// <param name="lastServed">When each owner was last served; absent for never.</param>
    /// <param name="slots">Generations that run at the same time; at least 1.</param>
    /// <param name="now">The present.</param>
    public static Dictionary<Guid, QueuePlace> Places(
        IReadOnlyCollection<WaitingRun> waiting,
        IReadOnlyCollection<ActiveRun> active,
        IReadOnlyDictionary<Guid, DateTimeOffset> lastServed,
        int slots,
        DateTimeOffset now)
    {
        Dictionary<Guid, Queue<WaitingRun>> queues = waiting
            .GroupBy(run => run.OwnerId)
            .ToDictionary(group => group.Key, group => new Queue<WaitingRun>(group.OrderBy(run => run.CreatedAt).ThenBy(run => run.Id)));
        Dictionary<Guid, DateTimeOffset> served = new(lastServed);
        Dictionary<Guid, int> running = [];
        PriorityQueue<Guid, double> ends = new();
        bool known = true;
        foreach (ActiveRun run in active)
        {
            running[run.OwnerId] = running.GetValueOrDefault(run.OwnerId) + 1;
            known &= run.SecondsLeft is not null;
            ends.Enqueue(run.OwnerId, run.SecondsLeft ?? 0);
        }

        Dictionary<Guid, QueuePlace> places = new(waiting.Count);
        double clock = 0;
        while (queues.Count > 0)
        {
            while (ends.Count >= Math.Max(1, slots) && ends.TryDequeue(out Guid ended, out double end))
            {
                clock = Math.Max(clock, end);
                running[ended]--;
            }

            Guid owner = FairOrder.Next(queues.Select(queue => new OwnerStanding(
                queue.Key,
                running.GetValueOrDefault(queue.Key),
                served.TryGetValue(queue.Key, out DateTimeOffset at) ? at : null,
                queue.Value.Peek().CreatedAt)))!.Value;
            WaitingRun next = queues[owner].Dequeue();
            if (queues[owner].Count == 0)
            {
                queues.Remove(owner);
            }

            known &= next.Seconds is not null;
            double finish = clock + (next.Seconds ?? 0);
            places[next.Id] = new QueuePlace(places.Count + 1, known ? finish : null);
            running[owner] = running.GetValueOrDefault(owner) + 1;
            served[owner] = now.AddSeconds(clock).AddTicks(places.Count);
            ends.Enqueue(owner, finish);
        }

        return places;
    }
}
