using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Exports;

namespace Lucarne.End2End.Tests.Exports;

public sealed class ExportTests
{
    [Fact]
    public async Task An_export_holds_the_posts_drafts_prompts_and_videos_of_its_owner_and_no_secret()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person bea = await app.SignUpAsync("bea");
        Answer post = await ada.PublishAsync("a red ball on a wooden floor", new { title = "Rouge « vif »", caption = "hello @bea" });
        Answer draft = await ada.CreateDraftAsync("a paper boat on a pond");
        await bea.PublishAsync("bea's own secret garden");

        using ZipArchive zip = await DownloadAsync(ada, await MakeAsync(ada));

        JsonElement manifest = await ReadAsync(zip, "lucarne-export.json");
        manifest.GetProperty("format").GetString().ShouldBe("lucarne-export");
        manifest.GetProperty("version").GetInt32().ShouldBe(1);
        manifest.GetProperty("handle").GetString().ShouldBe("ada");
        manifest.GetProperty("missing").GetArrayLength().ShouldBe(0);
        (await ReadAsync(zip, "account.json"))[0].GetProperty("handle").GetString().ShouldBe("ada");
        JsonElement exported = (await ReadAsync(zip, "posts.json")).EnumerateArray().Single();
        exported.GetProperty("id").GetString().ShouldBe(post["id"]);
        exported.GetProperty("title").GetString().ShouldBe("Rouge « vif »");
        (await ReadAsync(zip, "drafts.json")).EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(draft["id"]);
        JsonElement[] generations = [.. (await ReadAsync(zip, "generations.json")).EnumerateArray()];
        generations.Select(g => g.GetProperty("prompt").GetString()).ShouldBe(["a red ball on a wooden floor", "a paper boat on a pond"]);
        generations[0].GetProperty("screenplay").GetProperty("shots").GetArrayLength().ShouldBeGreaterThan(0);

        foreach (JsonElement file in manifest.GetProperty("files").EnumerateArray())
        {
            await using Stream media = await zip.GetEntry(file.GetProperty("file").GetString()!).ShouldNotBeNull().OpenAsync(TestContext.Current.CancellationToken);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(media, TestContext.Current.CancellationToken)).ShouldBe(file.GetProperty("sha256").GetString());
        }

        string video = exported.GetProperty("generationId").GetString()!;
        generations.Single(g => g.GetProperty("id").GetString() == video).GetProperty("files").EnumerateArray()
            .Select(f => f.GetProperty("name").GetString()).ShouldContain("video.mp4");
        string everything = string.Concat(await Task.WhenAll(zip.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.Ordinal)).Select(async e => (await ReadAsync(zip, e.FullName)).GetRawText())));
        everything.ShouldNotContain("secret garden");
        everything.ShouldNotContain("passwordHash");
        everything.ShouldNotContain("secretHash");
        zip.Entries.Count(e => e.FullName.StartsWith("media/", StringComparison.Ordinal)).ShouldBe(manifest.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task An_export_is_downloaded_in_parts_by_its_owner_alone_and_told_when_it_is_ready()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person bea = await app.SignUpAsync("bea");
        using Person nobody = app.Visitor();

        Answer export = await MakeAsync(ada);

        string file = export["fileUrl"]!;
        byte[] whole = (await ada.GetAsync(file)).ShouldBeFine().Bytes;
        whole.Length.ShouldBe((int)export.Find("sizeBytes").GetInt64());
        Answer part = (await ada.GetAsync(file, ("Range", "bytes=10-19"))).ShouldBeFine(HttpStatusCode.PartialContent);
        part.Bytes.ShouldBe(whole[10..20]);
        part.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await bea.GetAsync(file)).ShouldBeProblem(HttpStatusCode.NotFound, "export_not_found");
        (await bea.GetAsync($"/api/me/exports/{export["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "export_not_found");
        (await bea.DeleteAsync($"/api/me/exports/{export["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "export_not_found");
        (await nobody.GetAsync(file)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await app.ReadAsync(db => Task.FromResult(db.Notifications.Count(n => n.Kind == Social.Notifications.NotificationKind.ExportReady)))).ShouldBe(1);

        (await ada.DeleteAsync($"/api/me/exports/{export["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync(file)).ShouldBeProblem(HttpStatusCode.NotFound, "export_not_found");
        Directory.GetFiles(Path.Combine(app.DataFolder, "exports")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_many_requests_at_the_same_moment_one_export_is_made()
    {
        // A node that only answers leaves it queued for as long as the test looks.
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.Concurrency = 0);
        using Person ada = await app.SignUpAsync("ada");

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ada.PostAsync("/api/me/exports")));

        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(1);
        foreach (Answer refused in answers.Where(a => a.Status != HttpStatusCode.Accepted))
        {
            refused.ShouldBeProblem(HttpStatusCode.Conflict, "export_in_progress");
        }

        (await ada.GetAsync("/api/me/exports")).Find("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_new_export_replaces_the_one_before()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");

        Answer first = await MakeAsync(ada);
        Answer second = await MakeAsync(ada);

        (await ada.GetAsync(first["fileUrl"]!)).ShouldBeProblem(HttpStatusCode.NotFound, "export_not_found");
        (await ada.GetAsync(second["fileUrl"]!)).ShouldBeFine();
        Directory.GetFiles(Path.Combine(app.DataFolder, "exports")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_documentation_lists_every_document_and_every_field()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "export-format.md"), TestContext.Current.CancellationToken);
        Check("## lucarne-export.json", typeof(ExportManifest));
        foreach (ExportSection section in ExportSections.All)
        {
            Check($"## {section.File}", section.Record);
        }

        void Check(string heading, Type record)
        {
            int start = text.IndexOf(heading + "\n", StringComparison.Ordinal);
            start.ShouldBeGreaterThan(0, heading);
            int end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            string chapter = text[start..(end < 0 ? text.Length : end)];
            foreach (System.Reflection.PropertyInfo member in record.GetProperties())
            {
                chapter.ShouldContain($"| `{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}` |", Case.Sensitive, $"{heading} does not tell {member.Name}");
            }
        }
    }

    /// <summary>Asks for an export and waits until it is ready.</summary>
    internal static async Task<Answer> MakeAsync(Person person)
    {
        Answer export = (await person.PostAsync("/api/me/exports")).ShouldBeFine(HttpStatusCode.Accepted);
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(2));
        double progress = 0;
        while (export["status"] is "queued" or "in_progress")
        {
            await Task.Delay(50, giveUp.Token);
            export = (await person.GetAsync($"/api/me/exports/{export["id"]}")).ShouldBeFine();
            export.Find("progress").GetDouble().ShouldBeGreaterThanOrEqualTo(progress);
            progress = export.Find("progress").GetDouble();
        }

        export["status"].ShouldBe("ready", export.Text);
        return export;
    }

    /// <summary>The archive of a finished export.</summary>
    internal static async Task<ZipArchive> DownloadAsync(Person person, Answer export)
        => new(new MemoryStream((await person.GetAsync(export["fileUrl"]!)).ShouldBeFine().Bytes));

    private static async Task<JsonElement> ReadAsync(ZipArchive zip, string name)
    {
        await using Stream stream = await zip.GetEntry(name).ShouldNotBeNull().OpenAsync();
        using MemoryStream copy = new();
        await stream.CopyToAsync(copy);
        return JsonElement.Parse(copy.ToArray());
    }
}
