using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Bookmarks, collections and captions.</summary>
public sealed class CollectionTests
{
    [Fact]
    public async Task What_one_keeps_is_listed_last_kept_first_and_nobody_else_sees_it()
    {
        using Person ada = await Shared.App.SignUpAsync("keep.ada");
        using Person ben = await Shared.App.SignUpAsync("keep.ben");
        Answer first = await ada.PublishAsync("a red ball");
        Answer second = await ada.PublishAsync("a blue boat");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ben.SendAsync(HttpMethod.Put, $"/api/posts/{first["id"]}/bookmark")));
        (await ben.SendAsync(HttpMethod.Put, $"/api/posts/{second["id"]}/bookmark")).ShouldBeFine().Find("bookmarked").GetBoolean().ShouldBeTrue();

        (await ben.GetAsync("/api/bookmarks")).Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe([second["id"], first["id"]]);
        (await ada.GetAsync("/api/bookmarks")).Find("items").GetArrayLength().ShouldBe(0);
        (await ben.DeleteAsync($"/api/posts/{second["id"]}/bookmark")).ShouldBeFine().Find("bookmarked").GetBoolean().ShouldBeFalse();
        (await ben.GetAsync("/api/bookmarks")).Find("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_collection_keeps_its_order_and_shows_each_viewer_only_what_they_may_see()
    {
        using Person ada = await Shared.App.SignUpAsync("collect.ada");
        using Person ben = await Shared.App.SignUpAsync("collect.ben");
        Answer[] posts = [await ada.PublishAsync("one ball"), await ada.PublishAsync("two balls"), await ada.PublishAsync("three balls", new { visibility = "private" })];
        Answer collection = (await ada.PostAsync("/api/collections", new { name = "Best of", description = "round things", isPublic = true })).ShouldBeFine(HttpStatusCode.Created);
        string path = $"/api/collections/{collection["id"]}";
        foreach (Answer post in posts)
        {
            (await ada.SendAsync(HttpMethod.Put, $"{path}/posts/{post["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        }

        (await ada.SendAsync(HttpMethod.Put, $"{path}/order", new { postIds = new[] { posts[2]["id"], posts[1]["id"] } })).ShouldBeFine()
            .Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe([posts[2]["id"], posts[1]["id"], posts[0]["id"]]);
        Answer seen = (await Shared.App.Visitor().GetAsync(path)).ShouldBeFine();
        seen.Find("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe([posts[1]["id"], posts[0]["id"]]);
        seen.Find("collection.posts").GetInt32().ShouldBe(2, "a private post is not even counted");
        (await ada.GetAsync($"/api/collections?post={posts[0]["id"]}")).Find("items.0.holds").GetBoolean().ShouldBeTrue();
        (await ben.GetAsync("/api/accounts/collect.ada/collections")).Find("items").GetArrayLength().ShouldBe(1);
        (await ada.SendAsync(HttpMethod.Put, path, new { name = "Mine", isPublic = false })).ShouldBeFine();
        (await ben.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "collection_not_found");
        (await ben.GetAsync("/api/accounts/collect.ada/collections")).Find("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_fills_changes_or_deletes_the_collection_of_another()
    {
        using Person ada = await Shared.App.SignUpAsync("owner.ada");
        using Person ben = await Shared.App.SignUpAsync("owner.ben");
        Answer collection = (await ada.PostAsync("/api/collections", new { name = "Best of", isPublic = true })).ShouldBeFine(HttpStatusCode.Created);
        Answer secret = await ada.PublishAsync("a ball", new { visibility = "private" });
        string path = $"/api/collections/{collection["id"]}";
        Answer own = (await ben.PostAsync("/api/collections", new { name = "Ben's" })).ShouldBeFine(HttpStatusCode.Created);

        (await ben.SendAsync(HttpMethod.Put, path, new { name = "Taken" })).ShouldBeProblem("collection_not_found");
        (await ben.SendAsync(HttpMethod.Put, $"{path}/order", new { postIds = Array.Empty<string>() })).ShouldBeProblem("collection_not_found");
        (await ben.DeleteAsync(path)).ShouldBeProblem("collection_not_found");
        (await ben.SendAsync(HttpMethod.Put, $"/api/collections/{own["id"]}/posts/{secret["id"]}")).ShouldBeProblem("post_not_found");
        (await ben.PostAsync("/api/collections", new { name = "   " })).ShouldBeProblem("collection_name_invalid");
        (await ben.PostAsync("/api/collections", new { name = "x", description = new string('y', 501) })).ShouldBeProblem("collection_description_too_long");
    }

    [Fact]
    public async Task Captions_are_written_read_and_bounded()
    {
        using Person ada = await Shared.App.SignUpAsync("captions.ada");
        using Person ben = await Shared.App.SignUpAsync("captions.ben");
        Answer post = await ada.PublishAsync("a red ball", new { visibility = "followers" });
        string path = $"/api/posts/{post["id"]}/captions";
        const string Vtt = "WEBVTT\n\nNOTE hidden\n\n00:01.000 --> 00:02.000 line:0\n<b>Boing</b> & <script>alert(1)</script>\n";

        Answer written = (await ada.SendAsync(HttpMethod.Put, $"{path}/en", new { vtt = Vtt })).ShouldBeFine();
        written.Find("captionTracks.0.language").GetString().ShouldBe("en");
        Answer read = (await ada.GetAsync(written.Find("captionTracks.0.url").GetString()!)).ShouldBeFine();
        read.MediaType.ShouldBe("text/vtt");
        read.Text.ShouldBe("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nBoing &amp; alert(1)\n");
        (await ben.GetAsync($"{path}/en")).ShouldBeProblem(HttpStatusCode.NotFound, "captions_not_found");
        (await ben.SendAsync(HttpMethod.Put, $"{path}/en", new { vtt = Vtt })).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.SendAsync(HttpMethod.Put, $"{path}/en", new { vtt = "WEBVTT\n\n00:01 --> soon\nx" })).ShouldBeProblem("captions_invalid").Text.ShouldContain("vtt.lines[3]");

        // SubRip comes in, and either form goes out.
        (await ada.SendAsync(HttpMethod.Put, $"{path}/de", new { vtt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nGuten <i>Tag</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nWelt\r\n" })).ShouldBeFine();
        Answer srt = (await ada.GetAsync($"{path}/de/file?format=srt")).ShouldBeFine();
        srt.Text.ShouldBe("1\n00:00:01,000 --> 00:00:02,500\nGuten Tag\n\n2\n00:00:03,000 --> 00:00:04,000\nWelt\n\n");
        srt.ContentHeaders.ContentDisposition!.FileNameStar.ShouldEndWith(".de.srt");
        (await ada.GetAsync($"{path}/de/file")).ShouldBeFine().Text.ShouldStartWith("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nGuten Tag\n");
        (await ada.SendAsync(HttpMethod.Put, $"{path}/de", new { vtt = "1\n00:00:01,000 --> 00:00:02,500\nGut\n\n2\n00:00:03,000 --> bald\nWelt\n" })).ShouldBeProblem("captions_invalid").Text.ShouldContain("vtt.lines[6]");
        (await ada.GetAsync($"{path}/de/file?format=doc")).ShouldBeProblem("captions_format_unknown");
        (await ada.GetAsync($"{path}/spoken/file")).ShouldBeProblem("captions_not_found");
        (await ada.DeleteAsync($"{path}/de")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.SendAsync(HttpMethod.Put, $"{path}/..%2f..", new { vtt = Vtt })).ShouldBeProblem("caption_language_invalid");
        (await ada.SendAsync(HttpMethod.Put, $"{path}/EN", new { vtt = Vtt })).ShouldBeProblem("caption_language_invalid");
        (await ada.DeleteAsync($"{path}/en")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync($"/api/posts/{post["id"]}")).Find("captionTracks").GetArrayLength().ShouldBe(0);
    }
}
