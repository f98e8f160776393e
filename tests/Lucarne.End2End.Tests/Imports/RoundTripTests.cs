using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Imports;

public sealed class RoundTripTests
{
    /// <summary>Sections of devices and hours, and of imports themselves.</summary>
    private static readonly string[] Apart = ["sessions", "passkeys", "watches", "imports"];

    /// <summary>What the new installation makes or counts by itself.</summary>
    private static readonly string[] MadeAnew = ["views", "likes", "dislikes", "comments", "reposts", "remixes", "file", "sha256", "sizeBytes", "seconds"];

    [Fact]
    public async Task An_account_with_one_of_everything_says_the_same_after_a_move()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync();
        using Person bea = await old.SignUpAsync("bea");
        using Person ada = await old.SignUpAsync("ada");
        string own = await LiveAsync(old, ada, bea);
        string first = await ImportTests.ExportAsync(old, ada);
        using Person otherBea = await fresh.SignUpAsync("bea");

        ImportReport report = await fresh.ImportAsync(first);
        using Person moved = fresh.Visitor();
        (await moved.PostAsync("/api/sessions", new { handle = "ada", password = report.Password })).ShouldBeFine();
        string second = await ImportTests.ExportAsync(fresh, moved);

        // What people see is there.
        Answer profile = (await otherBea.GetAsync("/api/accounts/ada")).ShouldBeFine();
        profile["bio"].ShouldBe("I make boats.");
        (await otherBea.GetAsync(profile["pictureUrl"]!)).ShouldBeFine().MediaType.ShouldBe("image/webp");
        (await otherBea.GetAsync(profile["coverUrl"]!)).ShouldBeFine();
        Answer post = (await otherBea.GetAsync($"/api/posts/{own}")).ShouldBeFine();
        post.Find("captionTracks").GetArrayLength().ShouldBe(1);
        post.Find("counts.comments").GetInt32().ShouldBe(2);
        post.Find("counts.remixes").GetInt32().ShouldBe(0);
        (await moved.GetAsync($"/api/posts/{own}/revisions")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(2, "the text that was, and the one that is");
        (await moved.GetAsync("/api/sounds")).Find("items").GetArrayLength().ShouldBe(1);
        (await moved.GetAsync((await moved.GetAsync("/api/sounds"))["items.0.url"]!)).ShouldBeFine();
        (await moved.GetAsync("/api/schedule")).Find("items").GetArrayLength().ShouldBe(1);
        (await otherBea.GetAsync("/api/accounts/bea")).ShouldBeFine().Find("counts.followers").GetInt32().ShouldBe(1, "the person with the handle is followed");
        (await fresh.ReadAsync(db => db.Notifications.CountAsync())).ShouldBe(1, "an import is no news: of the export alone is told");

        // And both archives hold the same, to the last row.
        Dictionary<string, List<string>> before = await ReadAsync(first);
        Dictionary<string, List<string>> after = await ReadAsync(second);
        after.Keys.Order(StringComparer.Ordinal).ShouldBe(before.Keys.Order(StringComparer.Ordinal));
        string[] empty = [.. before.Where(section => section.Value.Count == 0).Select(section => section.Key)];
        empty.ShouldBeEmpty("the account has one of everything");
        foreach ((string section, List<string> rows) in before)
        {
            after[section].ShouldBe(rows, section);
        }

        // Read back where it began, nothing is added; read once more here, neither.
        (await old.ImportAsync(second)).Sections.Where(s => s.Name != "imports" && s.Added + s.Skipped > 0).ShouldBeEmpty();
        int kept = await fresh.ReadAsync(db => db.KeptRows.CountAsync());
        (await fresh.ImportAsync(first)).Sections.ShouldAllBe(s => s.Added == 0);
        (await fresh.ReadAsync(db => db.KeptRows.CountAsync())).ShouldBe(kept);
    }

    [Fact]
    public async Task What_is_kept_finds_its_place_when_the_others_have_come_and_goes_with_the_account()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync(options => options.DaysOfGrace = 0);
        using Person bea = await old.SignUpAsync("bea");
        using Person ada = await old.SignUpAsync("ada");
        string beas = (await bea.PublishAsync("a paper boat"))["id"]!;
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{beas}/reaction", new { kind = "like" })).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{beas}/repost")).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{beas}/bookmark")).ShouldBeFine();
        (await ada.SendAsync(HttpMethod.Put, "/api/accounts/bea/follow")).ShouldBeFine();
        string opened = (await bea.SayAsync(beas, "it floats"))["id"]!;
        await ada.SayAsync(beas, "it does", opened);
        string adas = await ImportTests.ExportAsync(old, ada);
        string hers = await ImportTests.ExportAsync(old, bea);
        using Person administrator = await fresh.SignUpAsync("warden");

        ImportReport report = await fresh.ImportAsync(adas);
        string[] waiting = ["reactions", "reposts", "bookmarks", "comments", "relations"];
        report.Sections.Where(s => waiting.Contains(s.Name)).ShouldAllBe(s => s.Kept == 1 && s.Added == 0);
        await fresh.ImportAsync(hers);
        report = await fresh.ImportAsync(adas);

        report.Sections.Where(s => waiting.Contains(s.Name)).ShouldAllBe(s => s.Kept == 0 && s.Added == 1);
        Answer post = (await administrator.GetAsync($"/api/posts/{beas}")).ShouldBeFine();
        (post.Find("counts.likes").GetInt32(), post.Find("counts.reposts").GetInt32(), post.Find("counts.comments").GetInt32()).ShouldBe((1, 1, 2));
        (await fresh.ReadAsync(db => db.KeptRows.CountAsync(r => waiting.Contains(r.Section)))).ShouldBe(1, "bea's tie to ada alone: that ada follows her is ada's to say");
        (await fresh.ReadAsync(db => db.Accounts.Where(a => a.Handle == "bea").Select(a => a.Followers).SingleAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Messages_from_before_one_came_are_not_in_ones_export()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person bea = await app.SignUpAsync("bea");
        using Person cyn = await app.SignUpAsync("cyn");
        string room = (await ada.PostAsync("/api/rooms", new { handles = new[] { "bea" }, name = "plans" })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = "a surprise for cyn" })).ShouldBeFine(HttpStatusCode.Created);
        (await ada.PostAsync($"/api/rooms/{room}/members", new { handles = new[] { "cyn" } })).ShouldBeFine();
        (await cyn.PostAsync($"/api/rooms/{room}/accept")).ShouldBeFine();
        (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = "welcome, cyn" })).ShouldBeFine(HttpStatusCode.Created);

        using ZipArchive zip = await Exports.ExportTests.DownloadAsync(cyn, await Exports.ExportTests.MakeAsync(cyn));

        string messages = await new StreamReader(zip.GetEntry("messages.json")!.Open()).ReadToEndAsync(TestContext.Current.CancellationToken);
        messages.ShouldContain("welcome, cyn");
        messages.ShouldNotContain("a surprise");
    }

    /// <summary>Ada does one of everything, beside bea.</summary>
    /// <returns>Her post.</returns>
    private static async Task<string> LiveAsync(LucarneApp app, Person ada, Person bea)
    {
        using Person cyn = await app.SignUpAsync("cyn");
        using Person dov = await app.SignUpAsync("dov");
        await PutAsync(ada, "/api/me/profile", new { displayName = "Ada L.", bio = "I make boats.", location = "By the pond", links = new[] { "https://example.org/ada" } });
        await SendFileAsync(ada, "/api/me/picture", "testsrc=s=400x400", "png", "image/png");
        await SendFileAsync(ada, "/api/me/cover", "testsrc=s=900x300", "png", "image/png");
        await PutAsync(ada, "/api/me/settings", new
        {
            locale = "fr",
            autoplay = false,
            soundAtStart = true,
            dataSaver = true,
            captions = true,
            reducedMotion = "on",
            theme = "light",
            showLikes = true,
            messagesFrom = "followed",
            discoverable = false,
            breakAfterMinutes = 45,
        });
        await PutAsync(ada, "/api/feed/preferences", new { defaultTab = "latest", originals = true, since = "month", unseen = true });
        await PutAsync(ada, "/api/notifications/settings", new { kind = "repost", onPage = false, push = false });
        byte[] sound = await MakeAsync("sine=frequency=300:duration=1", "wav");
        (await ada.PostAsync("/api/sounds?name=hum.wav", new ByteArrayContent(sound) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } })).ShouldBeFine(HttpStatusCode.Created);

        byte[] picture = await MakeAsync("testsrc=s=90x160", "png");
        Answer start = (await ada.PostAsync("/api/first-images?rightsConfirmed=true&name=pond.png", new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } })).ShouldBeFine(HttpStatusCode.Created);
        await ada.WatchAsync((await ada.PostAsync("/api/generations", new { prompt = "a pond", seconds = 4, size = SketchEngine.Size, firstImageId = start["id"] })).ShouldBeFine(HttpStatusCode.Accepted)["id"]);

        string beas = (await bea.PublishAsync("a paper boat on a pond"))["id"]!;
        Answer post = await ada.PublishAsync("a red ball on a wooden floor", new { title = "Rouge", caption = "before, with @bea" });
        string own = post["id"]!;
        await PutAsync(ada, $"/api/posts/{own}", new { visibility = "public", remixAudience = "followers", commentAudience = "everyone", title = "Rouge vif", caption = "after" });
        await PutAsync(ada, $"/api/posts/{own}/captions/en", new { vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt bounces.\n" });
        string said = (await ada.SayAsync(own, "count the bounces"))["id"]!;
        await ada.SayAsync(own, "I count three", said);
        string asked = (await bea.SayAsync(own, "how many?"))["id"]!;
        await ada.SayAsync(own, "look above", asked);
        await PutAsync(ada, $"/api/posts/{own}/comment-rules", new { audience = "everyone", slowSeconds = 30 });
        await PutAsync(ada, $"/api/comments/{said}/pin");
        await PutAsync(ada, $"/api/comments/{asked}/like");

        string folder = (await ada.PostAsync("/api/drafts/folders", new { name = "Boats" })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        string remix = (await ada.PostAsync("/api/generations", new { prompt = "two paper boats", seconds = 4, size = SketchEngine.Size, remixOf = beas })).ShouldBeFine(HttpStatusCode.Accepted)["draftId"]!;
        string cut = (await ada.PostAsync("/api/edits", new { clips = new[] { new { postId = own, startFrame = 0, endFrame = 48 } }, title = "Shorter" })).ShouldBeFine(HttpStatusCode.Accepted)["draftId"]!;
        await SettledAsync(ada, remix);
        await SettledAsync(ada, cut);
        app.Engine.FailAtFrame = 0;
        string failed = (await ada.CreateAsync("a sheet that tears"))["draftId"]!;
        await SettledAsync(ada, failed);
        app.Engine.FailAtFrame = null;
        (await ada.PostAsync("/api/drafts/arrange", new { ids = new[] { cut }, action = "move", folderId = folder })).ShouldBeFine();
        (await ada.PostAsync($"/api/drafts/{remix}/publish", new { title = "Deux" })).ShouldBeFine(HttpStatusCode.Created);
        await PutAsync(ada, $"/api/drafts/{cut}/schedule", new { publishAt = TimeProvider.System.GetUtcNow().AddDays(9), title = "In nine days" });

        await PutAsync(ada, "/api/accounts/bea/follow");
        await PutAsync(bea, "/api/accounts/ada/follow");
        await PutAsync(ada, "/api/accounts/cyn/block");
        await PutAsync(ada, "/api/accounts/dov/mute", new { });
        (await ada.PostAsync("/api/me/muted-words", new { text = "spoiler" })).ShouldBeFine();
        (await ada.PostAsync("/api/feed/steers", new { kind = "topic", words = "thunder" })).ShouldBeFine(HttpStatusCode.Created);
        (await ada.PostAsync("/api/feed/steers", new { kind = "author", postId = beas })).ShouldBeFine(HttpStatusCode.Created);
        foreach (string kind in (string[])["repost", "bookmark"])
        {
            await PutAsync(ada, $"/api/posts/{beas}/{kind}");
        }

        await PutAsync(ada, $"/api/posts/{own}/bookmark");
        await PutAsync(ada, $"/api/posts/{own}/reaction", new { kind = "like" });
        await PutAsync(ada, $"/api/posts/{beas}/reaction", new { kind = "dislike" });
        string collection = (await ada.PostAsync("/api/collections", new { name = "Round things", description = "balls", isPublic = true })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        foreach (string item in (string[])[beas, own])
        {
            await PutAsync(ada, $"/api/collections/{collection}/posts/{item}", status: HttpStatusCode.NoContent);
        }

        (await ada.PostAsync("/api/reports", new { kind = "post", target = beas, reason = "spam", note = "a test" })).ShouldBeFine(HttpStatusCode.Created);
        string room = (await ada.PostAsync("/api/rooms", new { handles = new[] { "bea" } })).ShouldBeFine(HttpStatusCode.Created)["id"]!;
        (await ada.PostAsync($"/api/rooms/{room}/messages", new { text = "hello bea" })).ShouldBeFine(HttpStatusCode.Created);
        return own;
    }

    /// <summary>The rows of an archive by section, those kept among them, without what every installation makes or counts by itself.</summary>
    private static async Task<Dictionary<string, List<string>>> ReadAsync(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        JsonNode manifest = await DocumentAsync("lucarne-export.json");
        Dictionary<string, Dictionary<string, string>> sections = new(StringComparer.Ordinal);
        foreach (string section in manifest["sections"]!.AsArray().Select(s => s!["name"]!.GetValue<string>()).Where(s => s != "kept"))
        {
            sections[section] = new(StringComparer.Ordinal);
            foreach (JsonNode? row in (await DocumentAsync($"{section}.json")).AsArray())
            {
                Add(section, row!);
            }
        }

        // A row of which only a part has found its place is kept whole beside it.
        foreach (JsonNode? kept in (await DocumentAsync("kept.json")).AsArray())
        {
            Add(kept!["section"]!.GetValue<string>(), kept["row"]!);
        }

        return sections.Where(s => !Apart.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Value.Values.Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

        void Add(string section, JsonNode row)
        {
            Clean(section, row);
            string key = section is "posts" or "drafts" or "generations" or "collections" ? row["id"]!.ToString() : section == "comment_rules" ? row["postId"]!.ToString() : row.ToJsonString();
            sections[section][key] = row.ToJsonString();
        }

        async Task<JsonNode> DocumentAsync(string name)
        {
            await using Stream stream = await zip.GetEntry(name).ShouldNotBeNull(name).OpenAsync();
            return (await JsonNode.ParseAsync(stream))!;
        }
    }

    private static void Clean(string section, JsonNode row)
    {
        switch (row)
        {
            case JsonArray array:
                array.ToList().ForEach(item => Clean(section, item!));
                break;
            case JsonObject members:
                foreach (string member in members.Select(m => m.Key).ToList())
                {
                    if (MadeAnew.Contains(member) && section is "posts" or "comments" or "generations" or "sounds" or "first_images" && MadeAnew.Contains(member))
                    {
                        members.Remove(member);
                    }
                    else if ((section == "account" && member is "picture" or "cover") || (section == "relations" && member == "accountId"))
                    {
                        members[member] = members[member] is not null;
                    }
                    else if (section == "account" && member == "administrator")
                    {
                        members.Remove(member);
                    }
                    else if (members[member] is { } inner && section == "generations" && member == "files")
                    {
                        Clean(section, inner);
                    }
                }

                break;
        }
    }

    private static async Task SettledAsync(Person person, string draftId)
    {
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(2));
        while ((await person.GetAsync($"/api/drafts/{draftId}")).ShouldBeFine()["generation.status"] is "queued" or "in_progress")
        {
            await Task.Delay(50, giveUp.Token);
        }
    }

    private static async Task PutAsync(Person person, string path, object? body = null, HttpStatusCode status = HttpStatusCode.OK)
        => (await person.SendAsync(HttpMethod.Put, path, body)).ShouldBeFine(status);

    private static async Task SendFileAsync(Person person, string path, string source, string extension, string type)
        => await PutAsync(person, path, new ByteArrayContent(await MakeAsync(source, extension)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } });

    /// <summary>A picture or a sound that ffmpeg makes.</summary>
    internal static async Task<byte[]> MakeAsync(string source, string extension)
    {
        string path = Path.Combine(Path.GetTempPath(), $"lucarne-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.{extension}");
        using Process ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", source, .. extension == "wav" ? (string[])[] : ["-frames:v", "1"], path]);
        await ffmpeg.WaitForExitAsync();
        byte[] bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }
}
