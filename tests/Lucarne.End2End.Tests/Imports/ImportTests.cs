using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Imports;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Imports;

public sealed class ImportTests
{
    [Fact]
    public async Task An_account_moves_to_another_installation_with_its_films_times_and_lineage_and_doing_it_again_adds_nothing()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync();
        using Person ada = await old.SignUpAsync("ada");
        using Person bea = await old.SignUpAsync("bea");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/profile", new { displayName = "Ada L.", bio = "I make boats." })).ShouldBeFine();
        Answer post = await ada.PublishAsync("a red ball on a wooden floor", new { title = "Rouge", caption = "caption", visibility = "unlisted" });
        Answer draft = await ada.CreateDraftAsync("a paper boat on a pond");
        string zip = await ExportAsync(old, ada);
        using Person someone = await fresh.SignUpAsync("someone");

        ImportReport report = await fresh.ImportAsync(zip);

        report.Handle.ShouldBe("ada");
        report.Sections.Single(s => s.Name == "posts").ShouldBe(new ImportedSection("posts", 1, 0, 0, 0));
        report.Sections.Single(s => s.Name == "drafts").ShouldBe(new ImportedSection("drafts", 1, 0, 0, 0));
        report.Sections.Single(s => s.Name == "generations").Added.ShouldBe(2);
        using Person moved = fresh.Visitor();
        (await moved.PostAsync("/api/sessions", new { handle = "ada", password = report.Password })).ShouldBeFine()["administrator"].ShouldBe("False");
        Answer there = (await moved.GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine();
        there["title"].ShouldBe("Rouge");
        there["visibility"].ShouldBe("unlisted");
        there["createdAt"].ShouldBe((await ada.GetAsync($"/api/posts/{post["id"]}"))["createdAt"]);
        there["author.displayName"].ShouldBe("Ada L.");
        there["prompt"].ShouldBe("a red ball on a wooden floor");
        Answer film = (await moved.GetAsync(there["video.mp4Url"]!)).ShouldBeFine();
        film.Bytes.Length.ShouldBe((int)there.Find("video.sizeBytes").GetInt64());
        string playlist = (await moved.GetAsync(there["video.hlsUrl"]!)).ShouldBeFine().Text;
        playlist.ShouldContain("#EXT-X-ENDLIST");
        string[] segments = [.. playlist.Split('\n').Where(line => line.EndsWith(".m4s", StringComparison.Ordinal))];
        segments.Length.ShouldBe(5);
        foreach (string segment in segments)
        {
            (await moved.GetAsync($"/media/{segment}")).ShouldBeFine();
        }

        (await moved.GetAsync($"/api/drafts/{draft["id"]}")).ShouldBeFine()["generation.prompt"].ShouldBe("a paper boat on a pond");
        (await fresh.ReadAsync(db => db.Lineage.SingleAsync(l => l.PostId == Guid.Parse(post["id"]!)))).RootId.ShouldBe(Guid.Parse(post["id"]!));

        int files = fresh.CountMediaFiles();
        ImportReport again = await fresh.ImportAsync(zip);
        again.Sections.ShouldAllBe(s => s.Added == 0);
        again.Password.ShouldBeNull();
        fresh.CountMediaFiles().ShouldBe(files);
        (await fresh.ReadAsync(db => db.Posts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_archive_goes_into_an_empty_account_and_never_into_someone_elses()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync();
        using Person ada = await old.SignUpAsync("ada");
        Answer post = await ada.PublishAsync("a red ball");
        string zip = await ExportAsync(old, ada);
        using Person other = await fresh.SignUpAsync("ada");
        await other.CreateDraftAsync("mine");
        using Person empty = await fresh.SignUpAsync("adela");

        (await Should.ThrowAsync<ArchiveException>(() => fresh.ImportAsync(zip))).Message.ShouldContain("--handle");
        (await fresh.ImportAsync(zip, "adela")).Password.ShouldBeNull();

        (await empty.GetAsync($"/api/posts/{post["id"]}")).ShouldBeFine().Find("mine").GetBoolean().ShouldBeTrue();
        (await Should.ThrowAsync<ArchiveException>(() => fresh.ImportAsync(zip, "elsewhere"))).Message.ShouldContain("@adela");
    }

    [Fact]
    public async Task What_is_hostile_in_an_archive_is_refused_or_skipped_and_touches_no_file_outside()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync();
        using Person ada = await old.SignUpAsync("ada");
        await ada.PublishAsync("a red ball");
        string zip = await ExportAsync(old, ada);

        await RefusedAsync("not a zip", path => File.WriteAllText(path, "hello"));
        await RefusedAsync("no manifest", Change(z => z.GetEntry("lucarne-export.json")!.Delete()));
        await RefusedAsync("a future version", Change(z => Json(z, "lucarne-export.json", manifest => manifest["version"] = 2)));
        await RefusedAsync("two manifests", Change(z => Write(z, "lucarne-export.json", "{}")));
        await RefusedAsync("nesting", Change(z => Replace(z, "account.json", new string('[', 10_000) + new string(']', 10_000))));
        await RefusedAsync("a bomb", Change(z => Replace(z, "posts.json", "[" + new string(' ', 300 << 20) + "]")));
        await RefusedAsync("another's manifest", Change(z => Json(z, "lucarne-export.json", manifest => manifest["accountId"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString())));
        await RefusedAsync("broken rows", Change(z => Replace(z, "generations.json", "[{\"id\": 5}]")));
        (await fresh.ReadAsync(db => db.Posts.CountAsync())).ShouldBe(0);

        ImportReport slipped = await ImportAsync(Change(z =>
        {
            Write(z, "../../escaped.json", "[]");
            Write(z, "media/../../escaped.mp4", "x");
            Write(z, "/etc/escaped", "x");
        }));
        slipped.Sections.Single(s => s.Name == "posts").Added.ShouldBe(1);
        Directory.GetFiles(Path.GetTempPath(), "*escaped*", SearchOption.TopDirectoryOnly).ShouldBeEmpty();
        File.Exists("/etc/escaped").ShouldBeFalse();

        async Task RefusedAsync(string what, Action<string> make)
            => (await Should.ThrowAsync<ArchiveException>(() => ImportAsync(make), what)).Message.Length.ShouldBeLessThan(500);

        Action<string> Change(Action<ZipArchive> change) => path =>
        {
            File.Copy(zip, path, overwrite: true);
            using ZipArchive opened = ZipFile.Open(path, ZipArchiveMode.Update);
            change(opened);
        };

        async Task<ImportReport> ImportAsync(Action<string> make)
        {
            string path = Path.Combine(fresh.DataFolder, "hostile.zip");
            make(path);
            return await fresh.ImportAsync(path);
        }
    }

    [Fact]
    public async Task Rows_that_lie_are_skipped_and_the_rest_is_carried()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        await using LucarneApp fresh = await LucarneApp.StartAsync();
        using Person ada = await old.SignUpAsync("ada");
        Answer honest = await ada.PublishAsync("an honest ball");
        Answer future = await ada.PublishAsync("a ball of the future");
        Answer forged = await ada.PublishAsync("a forged ball");
        string zip = await ExportAsync(old, ada);
        using (ZipArchive opened = ZipFile.Open(zip, ZipArchiveMode.Update))
        {
            Json(opened, "posts.json", posts =>
            {
                JsonNode later = posts.AsArray().Single(p => p!["id"]!.GetValue<string>() == future["id"])!;
                later["id"] = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddYears(5)).ToString();
                later["createdAt"] = TimeProvider.System.GetUtcNow().AddYears(5);
            });
            Json(opened, "generations.json", generations =>
            {
                JsonNode lie = generations.AsArray().Single(g => g!["id"]!.GetValue<string>() == forged["video.id"])!;
                lie["width"] = 4096;
            });
        }

        ImportReport report = await fresh.ImportAsync(zip);

        report.Sections.Single(s => s.Name == "posts").ShouldBe(new ImportedSection("posts", 1, 0, 0, 2));
        report.Sections.Single(s => s.Name == "generations").Skipped.ShouldBe(1);
        report.Notes.ShouldContain(note => note.Contains(forged["video.id"]!, StringComparison.Ordinal));
        using Person visitor = fresh.Visitor();
        (await visitor.FeedAsync()).ShouldBe([honest["id"]!]);
    }

    /// <summary>Makes an export and keeps its zip beside the server's data.</summary>
    internal static async Task<string> ExportAsync(LucarneApp app, Person person)
    {
        Answer export = await Exports.ExportTests.MakeAsync(person);
        string path = Path.Combine(app.DataFolder, $"{person.Handle}.zip");
        await File.WriteAllBytesAsync(path, (await person.GetAsync(export["fileUrl"]!)).ShouldBeFine().Bytes);
        return path;
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using StreamWriter writer = new(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
        writer.Write(text);
    }

    private static void Replace(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        Write(zip, name, text);
    }

    private static void Json(ZipArchive zip, string name, Action<JsonNode> change)
    {
        JsonNode node;
        using (StreamReader reader = new(zip.GetEntry(name)!.Open(), Encoding.UTF8))
        {
            node = JsonNode.Parse(reader.ReadToEnd())!;
        }

        change(node);
        Replace(zip, name, node.ToJsonString());
    }
}
