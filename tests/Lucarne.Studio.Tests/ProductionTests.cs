using Lucarne.Media.Encoding;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

/// <summary>One film without a database, as the command line makes it.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lucarne-production-").FullName;

    private string Output => Path.Combine(_folder, "out.mp4");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_film_is_made_into_one_file_with_progress_from_start_to_end()
    {
        List<ProductionProgress> told = [];

        GenerationFailure? failure = await new Production(new Ffmpeg()).MakeAsync(Plan(new ColourBarsEngine()), Output, p =>
        {
            lock (told)
            {
                told.Add(p);
            }
        }, CancellationToken.None);

        failure.ShouldBeNull();
        new FileInfo(Output).Length.ShouldBeGreaterThan(1000);
        Directory.GetFiles(_folder).ShouldBe([Output]);
        told[^1].ShouldBe(new ProductionProgress(1, 24, 1));
        told.Count(p => p.FramesDone is > 0 and < 24).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_failure_leaves_an_existing_file_as_it_was_and_nothing_else()
    {
        File.WriteAllText(Output, "an older film");

        GenerationFailure? failure = await new Production(new Ffmpeg()).MakeAsync(
            Plan(new ColourBarsEngine { FailAtFrame = 12 }), Output, null, CancellationToken.None);

        failure.ShouldNotBeNull().Code.ShouldBe("engine_failed");
        File.ReadAllText(Output).ShouldBe("an older film");
        Directory.GetFiles(_folder).ShouldBe([Output]);
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_a_failure_with_advice()
    {
        GenerationFailure? failure = await new Production(new Ffmpeg("/nowhere/ffmpeg")).MakeAsync(Plan(new ColourBarsEngine()), Output, null, CancellationToken.None);

        failure.ShouldNotBeNull().Code.ShouldBe("ffmpeg_missing");
        failure.Message.ShouldNotContain("/nowhere");
        File.Exists(Output).ShouldBeFalse();
    }

    [Fact]
    public async Task Cancelling_leaves_nothing()
    {
        using CancellationTokenSource cancel = new();

        await Should.ThrowAsync<OperationCanceledException>(() => new Production(new Ffmpeg()).MakeAsync(
            Plan(new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) }), Output, p =>
            {
                if (p.FramesDone == 10)
                {
                    cancel.Cancel();
                }
            }, cancel.Token));

        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void An_engine_explains_itself_in_its_own_words()
    {
        GenerationFailure failure = Production.FailureOf(new EngineException("out_of_paint", "The engine ran out of paint.", "Ask for fewer colours."));

        (failure.Code, failure.Message, failure.Action).ShouldBe(("out_of_paint", "The engine ran out of paint.", "Ask for fewer colours."));
    }

    private static FilmPlan Plan(IEngine engine)
    {
        FilmPlan plan = new EngineRegistry([engine]).Plan(new FilmRequest { Prompt = "bars", Seconds = 1 }, 1);
        plan.Possible.ShouldBeTrue();
        return plan;
    }
}
