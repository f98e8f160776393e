using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Media.Encoding;
using Lucarne.Media.Images;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.People;

public sealed class PictureTests
{
    [Theory]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("webp", "image/webp")]
    public async Task A_picture_becomes_a_square_that_everyone_sees_beside_the_name(string extension, string type)
    {
        using Person ada = await Shared.App.SignUpAsync($"picture.{extension}");
        byte[] sent = await MakeAsync(extension, "800x300");

        Answer profile = (await SendAsync(ada, "/api/me/picture", sent, type)).ShouldBeFine();

        Answer file = (await Shared.App.Visitor().GetAsync(profile["pictureUrl"]!)).ShouldBeFine();
        file.MediaType.ShouldBe("image/webp");
        file.Headers.CacheControl!.ToString().ShouldContain("immutable");
        Picture picture = await DecodeAsync(file.Bytes);
        (picture.Width, picture.Height).ShouldBe((400, 400));
        (await ada.GetAsync("/api/me"))["pictureUrl"].ShouldBe(profile["pictureUrl"]);
    }

    [Fact]
    public async Task A_cover_becomes_a_banner_and_removing_it_removes_the_file()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        byte[] sent = await MakeAsync("png", "640x640");
        string url = (await SendAsync(ada, "/api/me/cover", sent, "image/png")).ShouldBeFine()["coverUrl"]!;
        (await SendAsync(brook, "/api/me/cover", sent, "image/png")).ShouldBeFine()["coverUrl"].ShouldBe(url);
        Picture cover = await DecodeAsync((await app.Visitor().GetAsync(url)).Bytes);

        (cover.Width, cover.Height).ShouldBe((1500, 500));
        (await ada.DeleteAsync("/api/me/cover")).ShouldBeFine()["coverUrl"].ShouldBeNull();
        (await app.Visitor().GetAsync(url)).ShouldBeFine();
        (await brook.DeleteAsync("/api/me/cover")).ShouldBeFine();
        (await app.Visitor().GetAsync(url)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
        app.CountMediaFiles().ShouldBe(0);
        (await brook.DeleteAsync("/api/me/cover")).ShouldBeFine();
    }

    [Fact]
    public async Task A_photograph_stands_upright_and_its_metadata_is_gone()
    {
        using Person ada = await Shared.App.SignUpAsync("uprightphoto");
        // Red on the left and blue on the right, to be turned by a quarter clockwise: red comes to the top.
        byte[] sent = WithOrientation(await MakeAsync("jpg", "200x200", "color=red:s=100x200[l];color=blue:s=100x200[r];[l][r]hstack"), 6);

        byte[] got = (await Shared.App.Visitor().GetAsync((await SendAsync(ada, "/api/me/picture", sent, "image/jpeg")).ShouldBeFine()["pictureUrl"]!)).Bytes;

        Picture picture = await DecodeAsync(got);
        ReadOnlySpan<byte> top = picture.Pixels.AsSpan(((20 * 400) + 200) * 3, 3);
        ReadOnlySpan<byte> bottom = picture.Pixels.AsSpan(((380 * 400) + 200) * 3, 3);
        (top[0] > 150 && top[2] < 100).ShouldBeTrue("red is at the top");
        (bottom[2] > 150 && bottom[0] < 100).ShouldBeTrue("blue is at the bottom");
        System.Text.Encoding.Latin1.GetString(got).ShouldNotContain("Exif");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_the_old_one_stays()
    {
        using Person ada = await Shared.App.SignUpAsync("nopicture");
        byte[] png = await MakeAsync("png", "64x64");
        string url = (await SendAsync(ada, "/api/me/picture", png, "image/png")).ShouldBeFine()["pictureUrl"]!;
        async Task RefusesAsync(byte[] sent, string type, HttpStatusCode status, string code) => (await SendAsync(ada, "/api/me/picture", sent, type)).ShouldBeProblem(status, code);

        await RefusesAsync([], "image/png", HttpStatusCode.BadRequest, "picture_invalid");
        await RefusesAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/png", HttpStatusCode.BadRequest, "picture_invalid");
        await RefusesAsync("#EXTM3U\nfile:///etc/passwd\n"u8.ToArray(), "image/jpeg", HttpStatusCode.BadRequest, "picture_invalid");
        await RefusesAsync(png[..60], "image/png", HttpStatusCode.BadRequest, "picture_invalid");
        await RefusesAsync(png, "image/svg+xml", HttpStatusCode.UnsupportedMediaType, "media_type_not_supported");
        await RefusesAsync(png, "text/html", HttpStatusCode.UnsupportedMediaType, "media_type_not_supported");
        await RefusesAsync(Bomb(png), "image/png", HttpStatusCode.BadRequest, "picture_invalid");
        // Asks first, as a well-behaved client does with a large file: the answer comes before the bytes.
        (await SendAsync(ada, "/api/me/picture", new byte[(10 << 20) + 1], "image/png", ("Expect", "100-continue"))).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        (await SendAsync(Shared.App.Visitor(), "/api/me/picture", png, "image/png")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await ada.GetAsync("/api/me"))["pictureUrl"].ShouldBe(url);
        (await ada.GetAsync(url)).ShouldBeFine();
    }

    [Fact]
    public async Task A_frame_of_ones_own_video_can_be_the_picture_and_nobody_elses()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        Answer draft = await ada.CreateDraftAsync("A quiet lake");
        string videoId = draft["video.id"]!;

        string first = (await ada.SendAsync(HttpMethod.Put, "/api/me/picture/frame", new { videoId, atSeconds = 0.5 })).ShouldBeFine()["pictureUrl"]!;
        string last = (await ada.SendAsync(HttpMethod.Put, "/api/me/picture/frame", new { videoId, atSeconds = draft.Find("video.seconds").GetDouble() })).ShouldBeFine()["pictureUrl"]!;

        last.ShouldNotBe(first);
        (await app.Visitor().GetAsync(last)).ShouldBeFine();
        (await app.Visitor().GetAsync(first)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
        (await brook.SendAsync(HttpMethod.Put, "/api/me/picture/frame", new { videoId, atSeconds = 0.5 })).ShouldBeProblem(HttpStatusCode.NotFound, "video_not_found");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/picture/frame", new { videoId, atSeconds = -1 })).ShouldBeProblem(HttpStatusCode.BadRequest, "moment_invalid");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/picture/frame", new { videoId, atSeconds = 1e9 })).ShouldBeProblem(HttpStatusCode.BadRequest, "moment_invalid");
        await app.ReadAsync(db => db.Accounts.Where(a => a.Handle == "ada").ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, DateTimeOffset.UnixEpoch)));
        (await app.Visitor().GetAsync(last)).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
    }

    private static Task<Answer> SendAsync(Person person, string path, byte[] file, string type, params (string Name, string Value)[] headers)
        => person.SendAsync(HttpMethod.Put, path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, headers);

    internal static async Task<byte[]> MakeAsync(string extension, string size, string? source = null)
    {
        string path = Path.Combine(Path.GetTempPath(), $"lucarne-{Environment.ProcessId}-{extension}-{size}.{extension}");
        using Process ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-y", .. source is null ? (string[])["-f", "lavfi", "-i", $"testsrc=s={size}"] : ["-filter_complex", source], "-frames:v", "1", path]);
        await ffmpeg.WaitForExitAsync();
        byte[] bytes = await File.ReadAllBytesAsync(path);
        File.Delete(path);
        return bytes;
    }

    internal static async Task<Picture> DecodeAsync(byte[] webp)
    {
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, webp);
        Picture picture = await new PictureReader(new Ffmpeg()).ReadAsync(path);
        File.Delete(path);
        return picture;
    }

    /// <summary>A JPEG with an EXIF block that says how it lies.</summary>
    internal static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg.AsSpan(0, 2), 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg.AsSpan(2)];
    }

    /// <summary>A PNG that says that it has 30,000 × 30,000 pixels.</summary>
    internal static byte[] Bomb(byte[] png)
    {
        byte[] bomb = [.. png];
        (bomb[18], bomb[19], bomb[22], bomb[23]) = (0x75, 0x30, 0x75, 0x30);
        uint crc = uint.MaxValue;
        foreach (byte value in bomb.AsSpan(12, 17))
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), ~crc);
        return bomb;
    }
}
