using FsCheck;
using FsCheck.Fluent;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

public sealed class FairOrderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_owner_with_twenty_queued_does_not_delay_a_newcomer()
    {
        Guid greedy = Guid.CreateVersion7(Start);
        Guid newcomer = Guid.CreateVersion7(Start);
        List<WaitingRun> waiting = [.. Enumerable.Range(0, 20).Select(i => new WaitingRun(Guid.CreateVersion7(Start), greedy, Start.AddSeconds(i), 10))];
        WaitingRun late = new(Guid.CreateVersion7(Start), newcomer, Start.AddSeconds(60), 10);
        waiting.Add(late);

        Dictionary<Guid, QueuePlace> places = QueueForecast.Places(
            waiting, [new ActiveRun(greedy, 4)], new Dictionary<Guid, DateTimeOffset> { [greedy] = Start }, slots: 1, Start.AddMinutes(2));

        places[late.Id].ShouldBe(new QueuePlace(1, 14));
    }

    [Fact]
    public void No_owner_is_served_twice_while_another_one_waits_throughout()
    {
        Gen<int[][]> owners = Gen.Choose(0, 50).ArrayOf().Where(a => a.Length is > 0 and < 12).ArrayOf().Where(o => o.Length is > 1 and < 7);

        Prop.ForAll(Arb.From(owners), Arb.From(Gen.Choose(1, 3)), (arrivals, slots) =>
        {
            List<WaitingRun> waiting = [];
            for (int owner = 0; owner < arrivals.Length; owner++)
            {
                Guid ownerId = new(owner + 1, 0, 0, new byte[8]);
                waiting.AddRange(arrivals[owner].Select(second => new WaitingRun(Guid.CreateVersion7(Start), ownerId, Start.AddSeconds(second), 5)));
            }

            Dictionary<Guid, QueuePlace> places = QueueForecast.Places(waiting, [], new Dictionary<Guid, DateTimeOffset>(), slots, Start.AddMinutes(5));
            Guid[] served = [.. waiting.OrderBy(w => places[w.Id].Position).Select(w => w.OwnerId)];

            Dictionary<Guid, int> left = served.CountBy(o => o).ToDictionary();
            Dictionary<Guid, int> sinceServed = left.Keys.ToDictionary(o => o, _ => 0);
            foreach (Guid owner in served)
            {
                left[owner]--;
                foreach (Guid other in left.Keys.Where(o => o != owner && left[o] > 0))
                {
                    sinceServed[other]++;
                    sinceServed[other].ShouldBeLessThanOrEqualTo(arrivals.Length - 1 + slots - 1, "an owner waited while the others were served more than once each");
                }

                sinceServed[owner] = 0;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void One_owner_is_served_in_the_order_asked()
    {
        Guid owner = Guid.CreateVersion7(Start);
        WaitingRun[] waiting = [.. Enumerable.Range(0, 5).Select(i => new WaitingRun(Guid.CreateVersion7(Start), owner, Start.AddSeconds(10 - i), null))];

        Dictionary<Guid, QueuePlace> places = QueueForecast.Places(waiting, [], new Dictionary<Guid, DateTimeOffset>(), 1, Start.AddMinutes(1));

        waiting.OrderBy(w => places[w.Id].Position).Select(w => w.CreatedAt).ShouldBeInOrder();
        places.Values.ShouldAllBe(p => p.EtaSeconds == null);
    }
}
