using System.Net;
using System.Text.RegularExpressions;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Video;

public sealed class SharePageTests
{
    [Fact]
    public async Task The_page_plays_without_script_and_tells_previews_what_it_holds()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer post = await ada.PublishAsync("a fox at dusk", new { title = "Fox", caption = "Look", altText = "A fox crosses a field" });
        using Person visitor = app.Visitor();

        Answer page = (await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine();

        page.MediaType.ShouldBe("text/html");
        Meta(page, "og:title").ShouldBe("Fox");
        Meta(page, "og:type").ShouldBe("video.other");
        Meta(page, "og:video").ShouldBe($"{app.Address.GetLeftPart(UriPartial.Authority)}{post["video.mp4Url"]}");
        Meta(page, "og:video:width").ShouldBe("180");
        Meta(page, "twitter:card").ShouldBe("player");
        page.Text.ShouldContain($"<source src=\"{post["video.mp4Url"]}\" type=\"video/mp4\">");
        page.Text.ShouldContain("aria-label=\"A fox crosses a field\"");
        page.Text.ShouldNotContain("<script");
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        (await visitor.GetAsync($"{post["shareUrl"]}/embed")).ShouldBeFine().Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors *");
    }

    [Fact]
    public async Task Link_previews_get_a_jpeg_card_that_says_what_the_film_is_called()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        string origin = app.Address.GetLeftPart(UriPartial.Authority);
        using Person ada = await app.SignUpAsync("ada");
        Answer post = await ada.PublishAsync("a fox at dusk", new { title = "Fox {\\i1} & \"friends\"" });
        using Person visitor = app.Visitor();
        int files = app.CountMediaFiles();

        Answer page = (await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine();
        (Meta(page, "og:image:type"), Meta(page, "og:image:width"), Meta(page, "og:image:height")).ShouldBe(("image/jpeg", "1200", "630"));
        Meta(page, "twitter:image").ShouldBe(Meta(page, "og:image"));
        string address = Meta(page, "og:image").Replace(origin, "", StringComparison.Ordinal);
        Answer[] cards = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => visitor.GetAsync(address)));

        foreach (Answer card in cards)
        {
            card.ShouldBeFine().MediaType.ShouldBe("image/jpeg");
            JpegSize(card.Bytes).ShouldBe((1200, 630));
            card.Bytes.ShouldBe(cards[0].Bytes);
        }

        app.CountMediaFiles().ShouldBe(files + 1);

        // Other words: another card in the place of the first, at another address.
        (await ada.SendAsync(HttpMethod.Put, $"/api/posts/{post["id"]}", new { visibility = "unlisted", remixAudience = "everyone", commentAudience = "everyone", title = "Wolf" })).ShouldBeFine();
        string second = Meta((await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine(), "og:image").Replace(origin, "", StringComparison.Ordinal);
        second.ShouldNotBe(address);
        (await visitor.GetAsync(second)).ShouldBeFine().Bytes.ShouldNotBe(cards[0].Bytes);
        app.CountMediaFiles().ShouldBe(files + 1);

        (await ada.DeleteAsync($"/api/posts/{post["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await visitor.GetAsync(second)).Status.ShouldBe(HttpStatusCode.NotFound);
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task Words_of_people_are_words_and_never_markup()
    {
        using Person ada = await Shared.App.SignUpAsync("marksup");
        Answer post = await ada.PublishAsync("\"><script>alert(1)</script> a cat", new { title = "</title><img src=x onerror=alert(1)>", caption = "<b>bold</b>", altText = "\" autofocus onfocus=\"alert(1)" });
        using Person visitor = Shared.App.Visitor();

        string html = (await visitor.GetAsync(post["shareUrl"]!)).ShouldBeFine().Text;

        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("\" autofocus");
    }

    [Theory]
    [InlineData("fr-CH, fr;q=0.9, en;q=0.8", "fr", "Réalisé par une IA")]
    [InlineData("en;q=0.5, fr;q=0.9", "fr", "Réalisé par une IA")]
    [InlineData("de, en;q=0.5", "en", "Made by AI")]
    [InlineData("", "en", "Made by AI")]
    [InlineData(";;;,,q=", "en", "Made by AI")]
    public async Task The_page_speaks_the_visitors_language(string accept, string language, string words)
    {
        using Person ada = await Shared.App.SignUpAsync($"speaks{Math.Abs(string.GetHashCode(accept, StringComparison.Ordinal))}");
        Answer post = await ada.PublishAsync("a film with words");
        using Person visitor = Shared.App.Visitor();

        Answer page = (await visitor.GetAsync(post["shareUrl"]!, ("Accept-Language", accept))).ShouldBeFine();

        page.Text.ShouldContain($"<html lang=\"{language}\">");
        page.Text.ShouldContain(words);
    }

    [Fact]
    public async Task A_link_to_nothing_gets_a_page_that_says_so()
    {
        using Person visitor = Shared.App.Visitor();

        Answer page = await visitor.GetAsync($"/p/{Guid.Empty}", ("Accept-Language", "fr"));

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.MediaType.ShouldBe("text/html");
        page.Text.ShouldContain("Cette vidéo n’est pas ici");
    }

    /// <summary>Width and height in a JPEG's frame header.</summary>
    private static (int Width, int Height) JpegSize(byte[] jpeg)
    {
        for (int at = 2; at + 9 < jpeg.Length; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
        {
            jpeg[at].ShouldBe((byte)0xFF);
            if (jpeg[at + 1] is 0xC0 or 0xC2)
            {
                return ((jpeg[at + 7] << 8) + jpeg[at + 8], (jpeg[at + 5] << 8) + jpeg[at + 6]);
            }
        }

        throw new InvalidDataException("JPEG: no frame header");
    }

    private static string Meta(Answer page, string name)
        => WebUtility.HtmlDecode(Regex.Match(page.Text, $"<meta (?:property|name)=\"{Regex.Escape(name)}\" content=\"([^\"]*)\">", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value);
}
