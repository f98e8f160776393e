using System.Text.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>An open-weights model behind the same page: a tiny causal one, which makes a video block by block.</summary>
public sealed class WanTests(Stage stage) : IAsyncLifetime
{
    private readonly string _model = Directory.CreateTempSubdirectory("lucarne-model-").FullName;
    private RunningServer? _server;

    public async ValueTask InitializeAsync()
    {
        string fixtures = Path.Combine(Repository.Root, "tests", "Lucarne.Wan.Tests", "Fixtures");
        await File.WriteAllTextAsync(Path.Combine(_model, "model_index.json"), """{"_class_name": "WanPipeline"}""");
        Copy(Path.Combine(fixtures, "causal", "original"), "transformer");
        Copy(Path.Combine(fixtures, "vae", "wan22"), "vae");
        Copy(Path.Combine(fixtures, "pipeline", "wan21_t2v", "text_encoder"), "text_encoder");
        Copy(Path.Combine(fixtures, "pipeline", "wan21_t2v", "tokenizer"), "tokenizer");
        _server = await RunningServer.StartAsync(_model);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_model, recursive: true);
    }

    [Fact]
    public async Task A_causal_model_is_chosen_on_the_page_and_its_film_plays_while_later_blocks_are_made()
    {
        await using Visit author = await stage.OpenAsync(address: _server!.Address);
        await author.TellAsync(async () =>
        {
            await author.ArriveAsync("Ada");
            await author.GoAsync("/create");
            await author.Page.GetByText("Wan", new() { Exact = true }).ClickAsync();
            JsonElement wan = (await author.ApiAsync("/api/instance")).GetProperty("engines").EnumerateArray().Single(engine => engine.GetProperty("id").GetString() == "wan");
            ILocator length = author.Page.GetByLabel("Length");
            (await length.GetAttributeAsync("max")).ShouldBe(wan.GetProperty("maxSeconds").GetDouble().ToString("0", System.Globalization.CultureInfo.InvariantCulture));
            await author.CreateAsync("a red rubber ball bouncing down a wooden staircase", seconds: 12, quality: "64p");

            // A model takes its time, more so on a machine that is busy with other tests.
            await author.Page.GetByText("Playing while the rest is made").WaitForAsync(new() { Timeout = 200_000 });
            await author.WatchAsync();
            JsonElement made = (await author.ApiAsync("/api/generations?active=true")).GetProperty("items").EnumerateArray()
                .ShouldHaveSingleItem("the film was finished before it was seen playing");
            made.GetProperty("status").GetString().ShouldBe("in_progress");
            made.GetProperty("engine").GetString().ShouldBe("wan");
            made.GetProperty("progress").GetDouble().ShouldBeInRange(0.01, 0.96);

            await author.WaitUntilMadeAsync();
            JsonElement draft = await author.ApiAsync($"/api/drafts/{made.GetProperty("draftId").GetString()}");
            string film = draft.GetProperty("video").GetProperty("mp4Url").GetString().ShouldNotBeNull();
            (await author.LoudnessAsync(film)).ShouldBeGreaterThan(0.01, "the film is silent");
        });
    }

    private void Copy(string from, string part)
    {
        string to = Directory.CreateDirectory(Path.Combine(_model, part)).FullName;
        foreach (string file in Directory.EnumerateFiles(from).Where(file => !Path.GetFileName(file).Contains("code_", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
