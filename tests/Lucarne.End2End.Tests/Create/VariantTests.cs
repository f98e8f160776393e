using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Create;

public sealed class VariantTests
{
    [Fact]
    public async Task Variants_are_made_together_with_seeds_of_their_own()
    {
        using Person ada = await Shared.App.SignUpAsync("variants_three");

        Answer first = (await ada.PostAsync("/api/generations", new { prompt = "a fox", seconds = 4, size = SketchEngine.Size, seed = 7, variants = 3 })).ShouldBeFine(HttpStatusCode.Accepted);
        JsonElement[] batch = [.. (await ada.GetAsync($"/api/generations?batch={first["batchId"]}")).ShouldBeFine().Find("items").EnumerateArray()];

        batch.Select(g => g.GetProperty("seed").GetInt64()).Order().ShouldBe([7, 8, 9]);
        batch.Select(g => g.GetProperty("draftId").GetString()).ShouldBeUnique();
        foreach (JsonElement generation in batch)
        {
            (await ada.WatchAsync(generation.GetProperty("id").GetString()))[^1].GetProperty("status").GetString().ShouldBe("completed");
        }
    }

    [Fact]
    public async Task Variants_without_a_seed_differ_all_the_same()
    {
        using Person ada = await Shared.App.SignUpAsync("variants_drawn");

        Answer first = (await ada.PostAsync("/api/generations", new { prompt = "a fox", seconds = 4, size = SketchEngine.Size, variants = 2 })).ShouldBeFine(HttpStatusCode.Accepted);
        JsonElement[] batch = [.. (await ada.GetAsync($"/api/generations?batch={first["batchId"]}")).ShouldBeFine().Find("items").EnumerateArray()];

        batch.Select(g => g.GetProperty("seed").GetInt64()).ShouldBeUnique();
        batch.Length.ShouldBe(2);
        foreach (JsonElement generation in batch)
        {
            await ada.WatchAsync(generation.GetProperty("id").GetString());
        }
    }

    [Fact]
    public async Task Variants_that_do_not_fit_are_refused_as_a_whole_and_the_answer_says_how_many_would()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        app.Engine.FrameDelay = TimeSpan.FromMilliseconds(50);
        using Person ada = await app.SignUpAsync("variants_many");
        Answer running = await ada.CreateAsync("a fox");

        Answer refusal = await ada.PostAsync("/api/generations", new { prompt = "a fox", seconds = 4, size = SketchEngine.Size, variants = 4 });

        refusal.ShouldBeProblem(HttpStatusCode.TooManyRequests, "too_many_active_generations");
        refusal["detail"].ShouldNotBeNull().ShouldContain("at most 3 at once");
        (await ada.GetAsync("/api/generations")).Find("items").GetArrayLength().ShouldBe(1);
        await ada.PostAsync($"/api/generations/{running["id"]}/cancel");
    }

    [Fact]
    public async Task Nobody_lists_someone_elses_variants()
    {
        using Person ada = await Shared.App.SignUpAsync("variants_hers");
        using Person bob = await Shared.App.SignUpAsync("variants_his");
        Answer first = (await ada.PostAsync("/api/generations", new { prompt = "a fox", seconds = 4, size = SketchEngine.Size, variants = 2 })).ShouldBeFine(HttpStatusCode.Accepted);

        (await bob.GetAsync($"/api/generations?batch={first["batchId"]}")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(0);
    }
}
