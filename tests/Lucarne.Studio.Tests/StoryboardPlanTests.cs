using System.Security.Cryptography;
using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Tests;

public sealed class StoryboardPlanTests
{
    private const int Fps = 24;
    private static readonly EngineRegistry Engines = new([new DioramaEngine()]);

    private static readonly Storyboard Fox = new()
    {
        Shots = [new("wide shot: a red fox runs through a snowy forest", 1.5), new("the fox jumps over a log", 1.5), new("close-up of the fox", 1)],
    };

    private static FilmPlan Plan(Storyboard board, ShotRetake? retake = null, string? style = null) => Engines.Plan(
        new FilmRequest { Prompt = board.ToPrompt(), Storyboard = board, Retake = retake, Seconds = board.Seconds, Style = style, Fps = Fps, Size = new VideoSize(360, 640) }, 7);

    private static async Task<string[]> FramesAsync(FilmPlan plan, params int[] frames)
    {
        plan.Possible.ShouldBeTrue(plan.Refusal?.Message);
        EngineRequest request = plan.Request with { Format = plan.Request.Format with { Width = 72, Height = 128 } };
        await using EngineRun run = plan.Engine.Start(request);
        await run.PrepareAsync(null, default);
        List<string> hashes = [];
        byte[] picture = new byte[request.Format.FrameBytes];
        float[] sound = new float[request.Format.SamplesOf(0) * 2];
        for (int i = 0; i <= frames.Max(); i++)
        {
            await run.RenderAsync(i, picture, sound, default);
            if (frames.Contains(i))
            {
                hashes.Add(Convert.ToHexString(SHA256.HashData(picture)));
            }
        }

        return [.. hashes];
    }

    [Fact]
    public async Task Making_one_shot_again_changes_its_frames_and_no_other()
    {
        FilmPlan first = Plan(Fox);
        Storyboard changed = Fox with { Shots = Fox.Shots.SetItem(1, new("the fox sits beside a campfire at night", 1.5, 4)) };
        FilmPlan second = Plan(changed, new ShotRetake(first.Request!.Screenplay!, 1));
        int[] frames = [0, 20, 35, 36, 50, 71, 72, 90];

        string[] before = await FramesAsync(first, frames), after = await FramesAsync(second, frames);

        frames.Where((_, i) => before[i] != after[i]).ShouldBe([36, 50, 71], "frames of the second shot, 1.5 to 3 s");
    }

    [Fact]
    public async Task The_same_words_with_another_seed_give_the_shot_another_take_in_the_same_world()
    {
        FilmPlan first = Plan(Fox);
        FilmPlan second = Plan(Fox with { Shots = Fox.Shots.SetItem(1, Fox.Shots[1] with { Seed = 12345 }) }, new ShotRetake(first.Request!.Screenplay!, 1));
        int[] frames = [0, 35, 50, 72];

        string[] before = await FramesAsync(first, frames), after = await FramesAsync(second, frames);

        frames.Where((_, i) => before[i] != after[i]).ShouldBe([50]);
    }

    [Fact]
    public async Task A_storyboard_gives_the_same_film_each_time()
        => (await FramesAsync(Plan(Fox), 0, 40, 80)).ShouldBe(await FramesAsync(Plan(Fox), 0, 40, 80));

    [Fact]
    public void A_style_is_worn_by_every_shot_and_gives_way_to_the_prompt()
    {
        Screenplay film = Plan(new Storyboard { Shots = [new("a fox runs, film noir", 2), new("a fox sleeps", 2)] }, style: "anime").Request!.Screenplay!;

        film.Shots.ShouldAllBe(shot => shot.Styles[0] == "anime");
        film.Shots[0].Styles[^1].ShouldBe("film-noir");
    }

    [Fact]
    public void Every_style_has_a_name_in_both_languages_and_an_id_of_its_own()
    {
        StylePreset.All.Select(style => style.Id).ShouldBeUnique();
        StylePreset.All.ShouldAllBe(style => style.English.Length > 0 && style.French.Length > 0 && style.Words.Length > 0);
        StylePreset.All.Length.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Theory]
    [InlineData("storyboard_shots_invalid", 0, "a fox", 2)]
    [InlineData("storyboard_shots_invalid", 13, "a fox", 1)]
    [InlineData("shot_prompt_empty", 1, "  ", 4)]
    [InlineData("shot_seconds_invalid", 1, "a fox", 0.5)]
    [InlineData("shot_seconds_invalid", 1, "a fox", 26)]
    [InlineData("shot_seconds_invalid", 1, "a fox", double.NaN)]
    public void A_storyboard_out_of_bounds_is_refused_with_its_code(string code, int shots, string prompt, double seconds)
    {
        Storyboard board = new() { Shots = [.. Enumerable.Repeat(new StoryboardShot(prompt, seconds), shots)] };

        FilmRequest request = new() { Prompt = "a fox", Storyboard = board, Seconds = 5 };
        Engines.Plan(request, 1).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Fact]
    public void A_shot_with_too_many_words_is_refused()
    {
        Storyboard board = new() { Shots = [new(new string('a', Storyboard.MaxShotCharacters + 1), 3)] };

        Engines.Plan(new FilmRequest { Prompt = "a", Storyboard = board, Seconds = 5 }, 1).Refusal.ShouldNotBeNull().Code.ShouldBe("shot_prompt_too_long");
    }

    [Fact]
    public void An_engine_of_one_shot_says_that_it_takes_no_storyboard()
    {
        EngineRegistry bars = new([new ColourBarsEngine()]);

        bars.Plan(new FilmRequest { Prompt = Fox.ToPrompt(), Storyboard = Fox, Seconds = Fox.Seconds }, 1).Refusal.ShouldNotBeNull().Code.ShouldBe("storyboard_not_supported");
    }

    [Fact]
    public void A_style_that_is_not_offered_is_refused_and_one_that_is_reaches_an_engine_that_reads_prompts_only()
    {
        EngineRegistry bars = new([new ColourBarsEngine()]);
        FilmRequest request = new() { Prompt = "a fox.", Seconds = 2, Style = "cubism" };

        bars.Plan(request, 1).Refusal.ShouldNotBeNull().Code.ShouldBe("style_unknown");
        bars.Plan(request with { Style = "neon" }, 1).Request.ShouldNotBeNull().Prompt.ShouldStartWith("a fox. neon");
    }

    [Fact]
    public void A_storyboard_survives_its_row()
    {
        Storyboard board = Fox with { World = "dusk", Shots = Fox.Shots.SetItem(0, Fox.Shots[0] with { Seed = 3 }) };

        Storyboard read = StoryboardJson.Read(StoryboardJson.Write(board)).ShouldNotBeNull();

        (read.World, read.ToPrompt()).ShouldBe((board.World, board.ToPrompt()));
        read.Shots.ShouldBe(board.Shots);
        StoryboardJson.Read("{").ShouldBeNull();
    }
}
