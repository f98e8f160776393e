using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Create;

public sealed class StoryboardTests
{
    private static readonly object[] Fox =
    [
        new { prompt = "wide shot: a red fox runs through a snowy forest", seconds = 1.5 },
        new { prompt = "the fox jumps over a log", seconds = 1.5 },
        new { prompt = "close-up of the fox", seconds = 1.0 },
    ];

    [Fact]
    public async Task A_prompt_comes_back_as_a_storyboard_to_edit()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_prompt");

        Answer read = (await ada.PostAsync("/api/screenplays", new { prompt = "a red fox runs through a snowy forest", seconds = 10 })).ShouldBeFine();

        read.Find("storyboard.shots").GetArrayLength().ShouldBe(3);
        read.Find("storyboard.shots").EnumerateArray().Sum(shot => shot.GetProperty("seconds").GetDouble()).ShouldBe(10);
    }

    [Fact]
    public async Task Each_shot_tells_what_was_understood_of_its_own_words()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_read");

        Answer read = (await ada.PostAsync("/api/screenplays", new
        {
            prompt = "at dusk",
            storyboard = new { shots = new object[] { new { prompt = "a fox runs", seconds = 2 }, new { prompt = "the fox and a zorblatt", seconds = 3 } } },
        })).ShouldBeFine();

        read["seconds"].ShouldBe("5");
        read["shots.1.prompt"].ShouldBe("the fox and a zorblatt");
        read["shots.1.timeOfDay"].ShouldBe("dusk");
        read["shots.1.subjects.0.id"].ShouldBe(read["shots.0.subjects.0.id"]);
        JsonElement unknown = read.Find("shots.1.notUnderstood").EnumerateArray().ShouldHaveSingleItem();
        unknown.GetProperty("start").GetInt32().ShouldBe("the fox and a ".Length);
        read.Find("shots.0.notUnderstood").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_storyboard_is_made_and_can_be_opened_again()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_make");

        Answer generation = (await ada.PostAsync("/api/generations", new { prompt = "at dusk", storyboard = new { shots = Fox }, size = SketchEngine.Size, style = "anime", seed = 5 })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(generation["id"]);
        Answer draft = (await ada.GetAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine();

        draft["generation.seconds"].ShouldBe("4");
        draft["generation.style"].ShouldBe("anime");
        draft["generation.storyboard.world"].ShouldBe("at dusk");
        draft["generation.storyboard.shots.1.prompt"].ShouldBe("the fox jumps over a log");
        draft["generation.storyboard.shots.1.seconds"].ShouldBe("1.5");
        draft["generation.prompt"].ShouldNotBeNull().ShouldStartWith("at dusk\n[1.5s] wide shot");
        draft["video.seconds"].ShouldBe("4");
    }

    [Fact]
    public async Task One_shot_is_made_again_with_other_words_and_a_seed_of_its_own()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_retake");
        Answer film = (await ada.PostAsync("/api/generations", new { storyboard = new { shots = Fox }, size = SketchEngine.Size, seed = 5 })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(film["id"]);

        Answer again = (await ada.PostAsync($"/api/generations/{film["id"]}/shots/2/retake", new { prompt = "the fox sleeps" })).ShouldBeFine(HttpStatusCode.Accepted);

        again["id"].ShouldNotBe(film["id"]);
        again["seed"].ShouldBe("5");
        again["storyboard.shots.0.prompt"].ShouldBe("wide shot: a red fox runs through a snowy forest");
        again["storyboard.shots.0.seed"].ShouldBeNull();
        again["storyboard.shots.1.prompt"].ShouldBe("the fox sleeps");
        again["storyboard.shots.1.seed"].ShouldNotBeNull();
        await ada.WatchAsync(again["id"]);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.NotFound, "shot_not_found")]
    [InlineData(4, HttpStatusCode.NotFound, "shot_not_found")]
    public async Task A_shot_that_is_not_there_cannot_be_made_again(int number, HttpStatusCode status, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"boards_noshot{number}");
        Answer film = (await ada.PostAsync("/api/generations", new { storyboard = new { shots = Fox }, size = SketchEngine.Size })).ShouldBeFine(HttpStatusCode.Accepted);

        (await ada.PostAsync($"/api/generations/{film["id"]}/shots/{number}/retake", new { })).ShouldBeProblem(status, code);
        await ada.WatchAsync(film["id"]);
    }

    [Fact]
    public async Task Nobody_makes_a_shot_of_someone_elses_film_again()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_hers");
        using Person bob = await Shared.App.SignUpAsync("boards_his");
        Answer film = (await ada.PostAsync("/api/generations", new { storyboard = new { shots = Fox }, size = SketchEngine.Size })).ShouldBeFine(HttpStatusCode.Accepted);

        (await bob.PostAsync($"/api/generations/{film["id"]}/shots/1/retake", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        await ada.WatchAsync(film["id"]);
    }

    [Fact]
    public async Task A_film_of_one_prompt_has_no_shot_to_make_again()
    {
        using Person ada = await Shared.App.SignUpAsync("boards_plain");
        Answer film = await ada.CreateAsync("a fox");

        (await ada.PostAsync($"/api/generations/{film["id"]}/shots/1/retake", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "storyboard_missing");
        await ada.WatchAsync(film["id"]);
    }

    public static TheoryData<string, object, string> Refused => new()
    {
        { "storyboard_shots_invalid", new { storyboard = new { shots = Array.Empty<object>() } }, "storyboard.shots" },
        { "storyboard_shots_invalid", new { storyboard = new { shots = Enumerable.Repeat(new { prompt = "a fox", seconds = 1 }, 13) } }, "storyboard.shots" },
        { "shot_prompt_empty", new { storyboard = new { shots = new object[] { new { prompt = "a fox", seconds = 4 }, new { prompt = " ", seconds = 4 } } } }, "storyboard.shots[1].prompt" },
        { "shot_prompt_too_long", new { storyboard = new { shots = new object[] { new { prompt = new string('a', 1001), seconds = 4 } } } }, "storyboard.shots[0].prompt" },
        { "prompt_no_words", new { storyboard = new { shots = new object[] { new { prompt = "...", seconds = 4 } } } }, "storyboard.shots[0].prompt" },
        { "shot_seconds_invalid", new { storyboard = new { shots = new object[] { new { prompt = "a fox", seconds = 0.5 }, new { prompt = "a fox", seconds = 8 } } } }, "storyboard.shots[0].seconds" },
        { "seed_invalid", new { storyboard = new { shots = new object[] { new { prompt = "a fox", seconds = 5, seed = -1 } } } }, "storyboard.shots[0].seed" },
        { "seconds_not_supported", new { storyboard = new { shots = new object[] { new { prompt = "a fox", seconds = 2 } } } }, "seconds" },
        { "seconds_not_supported", new { storyboard = new { shots = Enumerable.Repeat(new { prompt = "a fox", seconds = 10 }, 3) } }, "seconds" },
        { "style_unknown", new { prompt = "a fox", style = "cubism" }, "style" },
        { "variants_invalid", new { prompt = "a fox", variants = 5 }, "variants" },
        { "variants_invalid", new { prompt = "a fox", variants = 0 }, "variants" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_out_of_bounds_is_refused_with_its_code_and_its_place(string code, object request, string member)
    {
        using Person ada = await Shared.App.SignUpAsync($"boards_no{Math.Abs(HashCode.Combine(code, member, request.ToString())) % 100_000_000}");

        Answer refusal = await ada.PostAsync("/api/generations", request);

        refusal.ShouldBeProblem(HttpStatusCode.BadRequest, code);
        refusal.Find("errors").TryGetProperty(member, out _).ShouldBeTrue(refusal.Find("errors").ToString());
    }
}
