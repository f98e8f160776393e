using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Sharing;

namespace Lucarne.End2End.Tests.Works;

/// <summary>What leaves the installation: downloads, oEmbed, QR codes; and what does not.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task A_page_says_how_it_is_embedded_and_the_answer_fits_the_bounds()
    {
        using Person ada = await Shared.App.SignUpAsync("embeds.ada");
        Answer post = await ada.PublishAsync("a fox at dusk", new { title = "Fox & \"friends\"" });
        using Person visitor = Shared.App.Visitor();
        string origin = Shared.App.Address.GetLeftPart(UriPartial.Authority);

        string page = (await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine().Text;
        page.ShouldContain("type=\"application/json+oembed\"");
        Answer embed = (await visitor.GetAsync($"/oembed?format=json&maxwidth=200&maxheight=200&url={Uri.EscapeDataString(origin + post["shareUrl"])}")).ShouldBeFine();

        (embed["type"], embed["version"], embed["author_name"]).ShouldBe(("video", "1.0", "embeds.ada"));
        embed.Find("height").GetInt32().ShouldBe(200);
        embed.Find("width").GetInt32().ShouldBeInRange(112, 113);
        embed["html"]!.ShouldContain($"src=\"{origin}{post["shareUrl"]}/embed\"");
        embed["html"]!.ShouldNotContain("\"friends\"");
        embed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/p/0190a8c0-0000-7000-8000-000000000000", "embed_address_unknown")]
    [InlineData("javascript:alert(1)", "embed_address_unknown")]
    [InlineData("", "embed_address_unknown")]
    public async Task Other_addresses_are_not_embedded(string url, string code)
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.GetAsync($"/oembed?url={Uri.EscapeDataString(url)}")).ShouldBeProblem(HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task What_strangers_may_not_see_has_no_page_no_code_no_embed_and_no_download()
    {
        using Person ada = await Shared.App.SignUpAsync("hidden.ada");
        using Person stranger = await Shared.App.SignUpAsync("hidden.ben");
        string origin = Shared.App.Address.GetLeftPart(UriPartial.Authority);
        foreach (string visibility in (string[])["followers", "private"])
        {
            Answer post = await ada.PublishAsync("a secret", new { visibility });
            string embed = $"/oembed?url={Uri.EscapeDataString(origin + post["shareUrl"])}";
            foreach (string path in (string[])[post["shareUrl"]!, $"{post["shareUrl"]}/embed", $"{post["shareUrl"]}/qr.svg", embed, $"/api/posts/{post["id"]}/download", $"/api/posts/{post["id"]}/family"])
            {
                (await stranger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            }

            (await ada.GetAsync($"/api/posts/{post["id"]}/download")).ShouldBeFine();
        }
    }

    [Fact]
    public async Task A_download_has_a_name_that_tells_what_it_is()
    {
        using Person ada = await Shared.App.SignUpAsync("saves.ada");
        Answer post = await ada.PublishAsync("a fox", new { title = "Été: «un» renard ../../etc" });

        Answer file = (await Shared.App.Visitor().GetAsync($"/api/posts/{post["id"]}/download")).ShouldBeFine();

        file.MediaType.ShouldBe("video/mp4");
        file.ContentHeaders.ContentDisposition!.FileNameStar.ShouldBe("été-un-renard-etc-by-saves.ada.mp4");
        DownloadPost.Words("🦊").ShouldBe("film");
    }

    [Fact]
    public async Task A_shared_link_counts_once_a_day_for_each_account_and_never_for_the_author()
    {
        using Person ada = await Shared.App.SignUpAsync("shared.ada");
        using Person ben = await Shared.App.SignUpAsync("sharing.ben");
        using Person cleo = await Shared.App.SignUpAsync("sharing.cleo");
        string path = $"/api/posts/{(await ada.PublishAsync("a paper plane", new { visibility = "unlisted" }))["id"]}";
        Answer secret = await ada.PublishAsync("a paper plane", new { visibility = "private" });

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ben.PostAsync($"{path}/share")));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        (await cleo.PostAsync($"{path}/share")).ShouldBeFine()["counts.shares"].ShouldBe("2");
        (await ada.PostAsync($"{path}/share")).ShouldBeFine()["counts.shares"].ShouldBe("2");

        (await ada.PostAsync($"/api/posts/{secret["id"]}/share")).ShouldBeFine()["counts.shares"].ShouldBe("0");
        (await ben.PostAsync($"/api/posts/{secret["id"]}/share")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await Shared.App.Visitor().PostAsync($"{path}/share")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task A_film_leaves_with_a_card_at_its_end_as_a_gif_or_small_and_its_files_go_with_the_post()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person visitor = app.Visitor();
        Answer post = await ada.PublishAsync("a fox", new { title = "Fox" });
        string path = $"/api/posts/{post["id"]}";

        Answer[] prepared = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.PostAsync($"{path}/downloads", new { kind = "end_card" })));
        foreach (Answer answer in prepared)
        {
            (answer.ShouldBeFine()["fileName"], answer["sizeBytes"]).ShouldBe(("fox-by-ada-end-card.mp4", prepared[0]["sizeBytes"]));
        }

        int files = app.CountMediaFiles();
        Answer ended = (await visitor.GetAsync(prepared[0]["url"]!)).ShouldBeFine();
        ended.MediaType.ShouldBe("video/mp4");
        Seconds(ended.Bytes).ShouldBe(post.Find("video.seconds").GetDouble() + 2, 0.1);
        app.CountMediaFiles().ShouldBe(files);

        Answer moving = (await visitor.GetAsync($"{path}/download?kind=animated")).ShouldBeFine();
        (moving.MediaType, moving.ContentHeaders.ContentDisposition!.FileNameStar).ShouldBe(("image/gif", "fox-by-ada.gif"));
        System.Text.Encoding.ASCII.GetString(moving.Bytes[..6]).ShouldBe("GIF89a");
        (await visitor.GetAsync($"{path}/download?kind=small")).ShouldBeFine().Bytes.Length.ShouldBeLessThanOrEqualTo(1_000_000);
        (await visitor.GetAsync($"{path}/download?kind=poster")).ShouldBeProblem(HttpStatusCode.BadRequest, "download_kind_unknown");

        (await ada.DeleteAsync(path)).ShouldBeFine(HttpStatusCode.NoContent);
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task An_author_decides_who_downloads()
    {
        using Person ada = await Shared.App.SignUpAsync("keeps.ada");
        using Person friend = await Shared.App.SignUpAsync("keeps.ben");
        using Person stranger = await Shared.App.SignUpAsync("keeps.cleo");
        using Person visitor = Shared.App.Visitor();
        (await friend.SendAsync(HttpMethod.Put, "/api/accounts/keeps.ada/follow")).ShouldBeFine();
        Answer post = await ada.PublishAsync("a fox", new { downloadAudience = "followers" });
        string path = $"/api/posts/{post["id"]}";

        foreach ((Person person, bool may) in new[] { (ada, true), (friend, true), (stranger, false), (visitor, false) })
        {
            (await person.GetAsync(path)).ShouldBeFine().Find("canDownload").GetBoolean().ShouldBe(may, person.Handle);
            (await person.GetAsync($"{path}/download")).Status.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, person.Handle);
            (await person.PostAsync($"{path}/downloads", new { kind = "animated" })).Status.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, person.Handle);
        }

        (await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine().Text.ShouldNotContain("/download");
        (await ada.SendAsync(HttpMethod.Put, path, new { visibility = "public", remixAudience = "everyone", commentAudience = "everyone" })).ShouldBeFine()["downloadAudience"].ShouldBe("followers");
        (await ada.SendAsync(HttpMethod.Put, path, new { visibility = "public", remixAudience = "everyone", commentAudience = "everyone", downloadAudience = "nobody" })).ShouldBeFine();
        (await friend.GetAsync($"{path}/download")).ShouldBeProblem(HttpStatusCode.Forbidden, "download_not_allowed");
        (await ada.GetAsync($"{path}/download")).ShouldBeFine();
    }

    [Fact]
    public async Task The_code_is_a_picture_without_script()
    {
        using Person ada = await Shared.App.SignUpAsync("codes.ada");
        Answer post = await ada.PublishAsync("a fox");

        Answer code = (await Shared.App.Visitor().GetAsync($"{post["shareUrl"]}/qr.svg")).ShouldBeFine();

        code.MediaType.ShouldBe("image/svg+xml");
        code.Text.ShouldStartWith("<svg");
        code.Text.ShouldNotContain("<script");
        code.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    /// <summary>Length that an mp4's movie header tells.</summary>
    private static double Seconds(byte[] mp4)
    {
        int at = mp4.AsSpan().IndexOf("mvhd"u8) + 4;
        mp4[at].ShouldBe((byte)0, "version of the movie header");
        return (double)BinaryPrimitives.ReadUInt32BigEndian(mp4.AsSpan(at + 16)) / BinaryPrimitives.ReadUInt32BigEndian(mp4.AsSpan(at + 12));
    }
}
