using Lucarne.Tensors.Memory;
using Lucarne.Tensors.Threading;

namespace Lucarne.Tensors.Tests;

public sealed class MemoryTests
{
    [Fact]
    public void A_buffer_beyond_the_limit_is_refused_and_the_message_names_owner_and_sizes()
    {
        MemoryBudget budget = new("the transformer", 1000);

        MemoryBudgetExceededException refusal = Should.Throw<MemoryBudgetExceededException>(() => new NativeBuffer<float>(budget, 1000));

        refusal.Message.ShouldContain("the transformer");
        refusal.WantedBytes.ShouldBe(4064);
        budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public void Disposing_gives_the_memory_back_and_the_peak_stays()
    {
        MemoryBudget budget = new("test", 1 << 20);
        using (new NativeBuffer<byte>(budget, 1000))
        {
            budget.UsedBytes.ShouldBeGreaterThanOrEqualTo(1000);
        }

        budget.UsedBytes.ShouldBe(0);
        budget.PeakBytes.ShouldBeGreaterThanOrEqualTo(1000);
    }

    [Fact]
    public void A_pool_runs_every_part_once_and_passes_on_a_failure()
    {
        using ComputePool pool = new(3);
        Counting work = new(1000);
        for (int turn = 0; turn < 50; turn++)
        {
            pool.Run(work, 1000);
        }

        work.Counts.ShouldAllBe(count => count == 50);
        Should.Throw<AggregateException>(() => pool.Run(new Failing(), 10)).InnerException.ShouldBeOfType<InvalidDataException>();
        pool.Run(work, 1000);
        work.Counts.ShouldAllBe(count => count == 51);
    }

    private sealed class Counting(int parts) : IParallelWork
    {
        public int[] Counts { get; } = new int[parts];

        public void Run(int part, int worker) => Interlocked.Increment(ref Counts[part]);
    }

    private sealed class Failing : IParallelWork
    {
        public void Run(int part, int worker) => throw new InvalidDataException($"part {part}");
    }
}
