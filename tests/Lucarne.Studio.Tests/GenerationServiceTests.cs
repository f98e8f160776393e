using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

public sealed class GenerationServiceTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FilmsDatabase _database = new();

    public void Dispose() => _database.Dispose();

    public static TheoryData<string, GenerationRequest> Refused => new()
    {
        { "prompt_empty", Ask with { Prompt = " \t\n" } },
        { "prompt_too_long", Ask with { Prompt = new string('a', FilmRequest.PromptMaxCharacters + 1) } },
        { "engine_unknown", Ask with { Engine = "betamax" } },
        { "size_not_supported", Ask with { Size = new VideoSize(7, 7) } },
        { "size_not_supported", Ask with { Size = new VideoSize(int.MaxValue, int.MaxValue) } },
        { "fps_not_supported", Ask with { Fps = 1000 } },
        { "fps_not_supported", Ask with { Fps = 25 } },
        { "seconds_not_supported", Ask with { Seconds = 0 } },
        { "seconds_not_supported", Ask with { Seconds = -3 } },
        { "seconds_not_supported", Ask with { Seconds = double.NaN } },
        { "seconds_not_supported", Ask with { Seconds = 1e300 } },
        { "seconds_not_supported", Ask with { Seconds = 21 } },
    };

    private static GenerationRequest Ask => new() { OwnerId = new Guid(1, 0, 0, new byte[8]), Prompt = "bars", Seconds = 2 };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_that_no_engine_can_make_is_refused_with_a_code(string code, GenerationRequest request)
    {
        await using StudioNode node = new(_database);
        await using FilmsContext db = _database.CreateDbContext();

        CreateOutcome outcome = node.Service.Create(db, request);

        outcome.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        outcome.Refusal.Message.ShouldNotBeNullOrWhiteSpace();
        db.ChangeTracker.HasChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task A_generation_is_queued_with_exact_frames_and_a_seed_of_its_own()
    {
        await using StudioNode node = new(_database);
        Generation first = await node.AskAsync(seconds: 2.02);
        Generation second = await node.AskAsync(seconds: 2.02);

        Generation stored = await _database.ReadAsync(first.Id);
        (stored.Width, stored.Height, stored.Fps, stored.FrameCount).ShouldBe((128, 224, 24, 48));
        stored.Status.ShouldBe(GenerationStatus.Queued);
        second.Seed.ShouldNotBe(first.Seed);
    }

    [Fact]
    public async Task Only_the_owner_cancels_and_only_once()
    {
        await using StudioNode node = new(_database);
        Generation asked = await node.AskAsync();

        (await node.Service.CancelAsync(FilmsDatabase.NewId(), asked.Id)).ShouldNotBeNull().Code.ShouldBe("generation_not_found");
        (await node.Service.CancelAsync(asked.OwnerId, asked.Id)).ShouldBeNull();
        (await node.Service.CancelAsync(asked.OwnerId, asked.Id)).ShouldNotBeNull().Code.ShouldBe("generation_already_ended");
        (await node.Queue.TakeAsync(None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_queued_generation_tells_its_place_and_ends_its_watch_when_cancelled()
    {
        await using StudioNode node = new(_database);
        Guid owner = FilmsDatabase.NewId();
        await node.AskAsync(owner);
        Generation second = await node.AskAsync(owner);

        List<GenerationSnapshot> seen = [];
        await foreach (GenerationSnapshot snapshot in node.Service.WatchAsync(second.Id))
        {
            seen.Add(snapshot);
            if (snapshot.Status == GenerationStatus.Queued)
            {
                (await node.Service.CancelAsync(owner, second.Id)).ShouldBeNull();
            }
        }

        seen[0].QueuePosition.ShouldBe(2);
        seen[^1].Status.ShouldBe(GenerationStatus.Cancelled);
        seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Watching_an_unknown_generation_ends_at_once()
    {
        await using StudioNode node = new(_database);

        (await node.Service.WatchAsync(FilmsDatabase.NewId()).AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("720x1280", true)]
    [InlineData("720x", false)]
    [InlineData("x1280", false)]
    [InlineData("-1x4", false)]
    [InlineData("720X1280", false)]
    [InlineData(" 720x1280", false)]
    [InlineData("99999999999x1", false)]
    [InlineData(null, false)]
    public void A_size_is_width_x_height_in_plain_digits(string? text, bool valid)
    {
        VideoSize.TryParse(text, out VideoSize size).ShouldBe(valid);
        (size == new VideoSize(720, 1280)).ShouldBe(valid);
    }
}
