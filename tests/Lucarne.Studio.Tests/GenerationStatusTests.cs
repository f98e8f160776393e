using Lucarne.Studio.Generations;
using static Lucarne.Studio.Generations.GenerationStatus;

namespace Lucarne.Studio.Tests;

public sealed class GenerationStatusTests
{
    [Fact]
    public void Only_the_stated_moves_are_legal()
    {
        (GenerationStatus From, GenerationStatus To)[] legal =
        [
            (Queued, InProgress), (Queued, Failed), (Queued, Cancelled),
            (InProgress, Queued), (InProgress, Completed), (InProgress, Failed), (InProgress, Cancelled),
        ];

        foreach (GenerationStatus from in Enum.GetValues<GenerationStatus>())
        {
            foreach (GenerationStatus to in Enum.GetValues<GenerationStatus>())
            {
                from.MayBecome(to).ShouldBe(legal.Contains((from, to)), $"{from} to {to}");
            }
        }
    }

    [Fact]
    public void Nothing_leaves_a_status_that_has_ended()
    {
        foreach (GenerationStatus ended in Enum.GetValues<GenerationStatus>().Where(s => s.HasEnded()))
        {
            Enum.GetValues<GenerationStatus>().ShouldAllBe(to => !ended.MayBecome(to));
        }
    }

    [Theory]
    [InlineData(Queued, "queued")]
    [InlineData(InProgress, "in_progress")]
    [InlineData(Completed, "completed")]
    [InlineData(Failed, "failed")]
    [InlineData(Cancelled, "cancelled")]
    public void Names_in_storage_never_change(GenerationStatus status, string name)
    {
        status.ToName().ShouldBe(name);
        GenerationStatuses.Parse(name).ShouldBe(status);
    }
}
