using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.End2End.Tests.People;
using Lucarne.Media.Encoding;
using Lucarne.Media.Images;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Create;

/// <summary>Pictures that films start from: kept for their owner alone, rewritten, and gone with the last film.</summary>
public sealed class FirstImageTests
{
    private const string Confirmed = "/api/first-images?rightsConfirmed=true&name=holiday.png";

    [Fact]
    public async Task A_film_starts_from_a_picture_and_so_do_its_variants_other_takes_and_retaken_shots()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        Answer picture = (await UploadAsync(ada, await PictureTests.MakeAsync("png", "400x300"))).ShouldBeFine(HttpStatusCode.Created);
        picture["name"].ShouldBe("holiday");
        (picture.Find("width").GetInt32(), picture.Find("height").GetInt32()).ShouldBe((400, 300));
        byte[] kept = (await ada.GetAsync(picture["url"]!)).ShouldBeFine().Bytes;

        Answer first = (await ada.PostAsync("/api/generations", Ask(picture["id"], variants: 2))).ShouldBeFine(HttpStatusCode.Accepted);
        (await ada.WatchAsync(first["id"]))[^1].GetProperty("status").GetString().ShouldBe("completed");
        Answer again = (await ada.PostAsync($"/api/drafts/{first["draftId"]}/reroll")).ShouldBeFine(HttpStatusCode.Accepted);
        Answer board = (await ada.PostAsync("/api/generations", new
        {
            storyboard = new { shots = new[] { new { prompt = "a fox", seconds = 2 }, new { prompt = "a cat", seconds = 2 } } },
            size = SketchEngine.Size,
            firstImageId = picture["id"],
        })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(board["id"]);
        Answer retaken = (await ada.PostAsync($"/api/generations/{board["id"]}/shots/2/retake", new { })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(again["id"]);
        await ada.WatchAsync(retaken["id"]);

        foreach (Answer made in (Answer[])[first, again, board, retaken])
        {
            made["firstImage.id"].ShouldBe(picture["id"]);
            made["firstImage.url"].ShouldBe(picture["url"]);
        }

        (await ada.GetAsync($"/api/drafts/{again["draftId"]}")).ShouldBeFine()["generation.firstImage.url"].ShouldBe(picture["url"]);
        app.Engine.FirstImages.ShouldBe(Enumerable.Repeat(Convert.ToHexStringLower(SHA256.HashData(kept)), 5));
    }

    [Fact]
    public async Task A_film_without_a_picture_says_so()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_none");

        (await ada.CreateAsync("a quiet lake")).Find("firstImage").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ada.GetAsync("/api/instance")).Find("engines")[0].GetProperty("firstImage").GetBoolean().ShouldBeTrue();
        (await ada.GetAsync("/api/instance")).Find("engines")[0].GetProperty("firstImageNeeded").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_picture_too_large_too_small_or_not_confirmed_is_refused()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_refused");
        byte[] png = await PictureTests.MakeAsync("png", "80x80");
        async Task RefusesAsync(byte[] sent, HttpStatusCode status, string code, string type = "image/png") => (await UploadAsync(ada, sent, type)).ShouldBeProblem(status, code);

        await RefusesAsync([], HttpStatusCode.BadRequest, "first_image_invalid");
        await RefusesAsync("#EXTM3U\nfile:///etc/passwd\n"u8.ToArray(), HttpStatusCode.BadRequest, "first_image_invalid");
        await RefusesAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), HttpStatusCode.BadRequest, "first_image_invalid");
        await RefusesAsync(png[..60], HttpStatusCode.BadRequest, "first_image_invalid");
        await RefusesAsync(PictureTests.Bomb(png), HttpStatusCode.BadRequest, "first_image_invalid");
        await RefusesAsync(await PictureTests.MakeAsync("png", "40x300"), HttpStatusCode.BadRequest, "first_image_too_small");
        await RefusesAsync(png, HttpStatusCode.UnsupportedMediaType, "media_type_not_supported", "image/svg+xml");
        await RefusesAsync(png, HttpStatusCode.UnsupportedMediaType, "media_type_not_supported", "video/mp4");
        await RefusesAsync(new byte[(20 << 20) + 1], HttpStatusCode.RequestEntityTooLarge, "first_image_too_large");
        (await UploadAsync(ada, png, path: "/api/first-images")).ShouldBeProblem(HttpStatusCode.BadRequest, "first_image_rights_needed");
        (await UploadAsync(ada, png, path: "/api/first-images?rightsConfirmed=false")).ShouldBeProblem(HttpStatusCode.BadRequest, "first_image_rights_needed");
        (await UploadAsync(Shared.App.Visitor(), png)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await Shared.App.ReadAsync(db => db.FirstImages.CountAsync(i => db.Accounts.Any(a => a.Id == i.OwnerId && a.Handle == "firstimage_refused")))).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_picture_is_as_good_as_none()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_hers");
        using Person bob = await Shared.App.SignUpAsync("firstimage_his");
        Answer picture = (await UploadAsync(ada, await PictureTests.MakeAsync("webp", "90x90"))).ShouldBeFine(HttpStatusCode.Created);

        (await bob.PostAsync("/api/generations", Ask(picture["id"]))).ShouldBeProblem(HttpStatusCode.NotFound, "first_image_not_found");
        (await bob.GetAsync(picture["url"]!)).ShouldBeProblem(HttpStatusCode.NotFound, "first_image_not_found");
        (await Shared.App.Visitor().GetAsync(picture["url"]!)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await bob.DeleteAsync($"/api/first-images/{picture["id"]}")).ShouldBeProblem(HttpStatusCode.NotFound, "first_image_not_found");
        (await bob.PostAsync("/api/generations", Ask(Guid.Empty.ToString()))).ShouldBeProblem(HttpStatusCode.NotFound, "first_image_not_found");
        (await bob.GetAsync("/api/generations")).Find("items").GetArrayLength().ShouldBe(0);
        (await ada.GetAsync(picture["url"]!)).ShouldBeFine();
    }

    [Fact]
    public async Task Earlier_pictures_are_listed_once_each_for_their_owner_alone_and_can_be_used_again()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_again");
        using Person ben = await Shared.App.SignUpAsync("firstimage_other");
        byte[] red = await PictureTests.MakeAsync("png", "400x300");
        Answer older = (await UploadAsync(ada, red)).ShouldBeFine(HttpStatusCode.Created);
        Answer newer = (await UploadAsync(ada, await PictureTests.MakeAsync("png", "300x400"))).ShouldBeFine(HttpStatusCode.Created);
        Answer twice = (await UploadAsync(ada, red)).ShouldBeFine(HttpStatusCode.Created);

        Answer list = (await ada.GetAsync("/api/first-images")).ShouldBeFine();

        list.Find("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ShouldBe([twice["id"], newer["id"]], "the same picture is there once");
        (await ben.GetAsync("/api/first-images")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(0);
        (await ada.DeleteAsync($"/api/first-images/{newer["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        Answer film = (await ada.PostAsync("/api/generations", Ask(older["id"]))).ShouldBeFine(HttpStatusCode.Accepted);
        film["firstImage.id"].ShouldBe(older["id"]);
        (await ada.GetAsync("/api/first-images")).ShouldBeFine().Find("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_photograph_is_turned_upright_and_says_nothing_of_where_it_was_taken()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_upright");
        // Red on the left and blue on the right, to be turned by a quarter clockwise: red comes to the top.
        byte[] sent = PictureTests.WithOrientation(await PictureTests.MakeAsync("jpg", "2400x1200", "color=red:s=1200x1200[l];color=blue:s=1200x1200[r];[l][r]hstack"), 6);

        Answer picture = (await UploadAsync(ada, sent, "image/jpeg")).ShouldBeFine(HttpStatusCode.Created);

        byte[] kept = (await ada.GetAsync(picture["url"]!)).ShouldBeFine().Bytes;
        Picture seen = await PictureTests.DecodeAsync(kept);
        (seen.Width, seen.Height).ShouldBe((960, 1920), "it is kept no larger than the largest film");
        (picture.Find("width").GetInt32(), picture.Find("height").GetInt32()).ShouldBe((960, 1920));
        ReadOnlySpan<byte> top = seen.Pixels.AsSpan(((60 * 960) + 480) * 3, 3);
        (top[0] > 150 && top[2] < 100).ShouldBeTrue("red is at the top");
        Encoding.Latin1.GetString(kept).ShouldNotContain("Exif");
        Encoding.Latin1.GetString(kept).ShouldNotContain("EXIF");
    }

    [Fact]
    public async Task A_picture_goes_with_the_last_film_or_when_it_is_given_up()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person bob = await app.SignUpAsync("bob");
        byte[] sent = await PictureTests.MakeAsync("png", "120x90");
        Answer unused = (await UploadAsync(ada, await PictureTests.MakeAsync("png", "100x90"))).ShouldBeFine(HttpStatusCode.Created);
        Answer hers = (await UploadAsync(ada, sent)).ShouldBeFine(HttpStatusCode.Created), his = (await UploadAsync(bob, sent)).ShouldBeFine(HttpStatusCode.Created);
        app.CountMediaFiles().ShouldBe(2, "the same bytes are kept once");

        (await ada.DeleteAsync($"/api/first-images/{unused["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        app.CountMediaFiles().ShouldBe(1);
        Answer film = (await ada.PostAsync("/api/generations", Ask(hers["id"]))).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(film["id"]);
        (await ada.DeleteAsync($"/api/first-images/{hers["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync(hers["url"]!)).ShouldBeFine();
        (await ada.DeleteAsync($"/api/drafts/{film["draftId"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync(hers["url"]!)).ShouldBeProblem(HttpStatusCode.NotFound, "first_image_not_found");
        (await bob.GetAsync(his["url"]!)).ShouldBeFine();
        (await bob.DeleteAsync($"/api/first-images/{his["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        app.CountMediaFiles().ShouldBe(0);
    }

    [Fact]
    public async Task A_frame_of_ones_own_film_can_be_the_picture_and_nobody_elses()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_frame");
        using Person bob = await Shared.App.SignUpAsync("firstimage_thief");
        string videoId = (await ada.CreateDraftAsync("A quiet lake"))["video.id"]!;

        Answer picture = (await ada.PostAsync("/api/first-images/frame", new { videoId, atSeconds = 1.5, rightsConfirmed = true })).ShouldBeFine(HttpStatusCode.Created);

        (picture.Find("width").GetInt32(), picture.Find("height").GetInt32()).ShouldBe((180, 320));
        picture["name"].ShouldBe("A quiet lake");
        (await ada.PostAsync("/api/first-images/frame", new { videoId, atSeconds = 1.5 })).ShouldBeProblem(HttpStatusCode.BadRequest, "first_image_rights_needed");
        (await ada.PostAsync("/api/first-images/frame", new { videoId, atSeconds = 99, rightsConfirmed = true })).ShouldBeProblem(HttpStatusCode.BadRequest, "moment_invalid");
        (await bob.PostAsync("/api/first-images/frame", new { videoId, atSeconds = 1.5, rightsConfirmed = true })).ShouldBeProblem(HttpStatusCode.NotFound, "video_not_found");
    }

    [Fact]
    public async Task A_remix_of_ones_own_film_starts_from_its_picture_and_one_of_somebody_elses_does_not()
    {
        using Person ada = await Shared.App.SignUpAsync("firstimage_author");
        using Person bob = await Shared.App.SignUpAsync("firstimage_remixer");
        Answer picture = (await UploadAsync(ada, await PictureTests.MakeAsync("png", "90x160"))).ShouldBeFine(HttpStatusCode.Created);
        Answer film = (await ada.PostAsync("/api/generations", Ask(picture["id"]))).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(film["id"]);
        Answer post = (await ada.PostAsync($"/api/drafts/{film["draftId"]}/publish", new { })).ShouldBeFine(HttpStatusCode.Created);

        Answer own = (await ada.PostAsync("/api/generations", new { change = "at night", remixOf = post["id"] })).ShouldBeFine(HttpStatusCode.Accepted);
        Answer foreign = (await bob.PostAsync("/api/generations", new { change = "at night", remixOf = post["id"] })).ShouldBeFine(HttpStatusCode.Accepted);

        own["firstImage.id"].ShouldBe(picture["id"]);
        foreign.Find("firstImage").ValueKind.ShouldBe(JsonValueKind.Null);
        (await bob.GetAsync($"/api/posts/{post["id"]}/family")).ShouldBeFine().Find("nodes")[0].GetProperty("film").GetProperty("firstImage").GetBoolean().ShouldBeTrue();
        await ada.WatchAsync(own["id"]);
        await bob.WatchAsync(foreign["id"]);
    }

    /// <summary>Uploads a picture, its rights confirmed.</summary>
    /// <returns>Its id.</returns>
    internal static async Task<string> UploadAsync(HttpClient browser, byte[] png)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Confirmed) { Content = new ByteArrayContent(png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } } };
        request.Headers.Add("X-Lucarne-Csrf", "1");
        using HttpResponseMessage response = await browser.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>The first frame of an mp4.</summary>
    internal static async Task<Picture> FirstFrameAsync(byte[] mp4)
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-frame-").FullName;
        string video = Path.Combine(folder, "video.mp4"), still = Path.Combine(folder, "still.webp");
        try
        {
            await File.WriteAllBytesAsync(video, mp4);
            PictureReader reader = new(new Ffmpeg());
            await reader.RewriteFrameAsync(video, 0, 640, still);
            return await reader.ReadAsync(still);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static object Ask(string? firstImageId, int variants = 1) => new { prompt = "a fox in the snow", seconds = 4, size = SketchEngine.Size, seed = 7, variants, firstImageId };

    private static Task<Answer> UploadAsync(Person person, byte[] file, string type = "image/png", string path = Confirmed)
        => person.PostAsync(path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } });
}
