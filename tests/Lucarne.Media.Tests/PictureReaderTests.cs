using Lucarne.Media.Encoding;
using Lucarne.Media.Images;

namespace Lucarne.Media.Tests;

public sealed class PictureReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PictureReader _reader = new(new Ffmpeg());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("png", 0)]
    [InlineData("jpg", 6)]
    [InlineData("webp", 6)]
    public async Task A_picture_comes_as_it_was_drawn(string extension, int tolerance)
    {
        string path = Path.Combine(_folder.Path, $"-a picture.{extension}");
        await Draw("color=c=0x3060c0:s=70x40,format=rgb24", "-frames:v", "1", path);

        Picture picture = await _reader.ReadAsync(path, TestContext.Current.CancellationToken);

        (picture.Width, picture.Height).ShouldBe((70, 40));
        picture.Pixels.Length.ShouldBe(70 * 40 * 3);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            Math.Abs(picture.Pixels[i] - (i % 3) switch { 0 => 0x30, 1 => 0x60, _ => 0xc0 }).ShouldBeLessThanOrEqualTo(tolerance);
        }
    }

    [Fact]
    public async Task The_end_of_a_video_comes_frame_by_frame_at_the_wanted_rate_and_size()
    {
        // It grows brighter from black to white.
        string path = Path.Combine(_folder.Path, "film.mp4");
        await Draw("color=c=black:s=64x32:r=24:d=2,geq=lum='16+N*4':cb=128:cr=128", "-c:v", "libx264", "-pix_fmt", "yuv420p", path);

        IReadOnlyList<Picture> all = await _reader.ReadEndAsync(path, 1000, 24, 32, 32, TestContext.Current.CancellationToken);
        IReadOnlyList<Picture> last = await _reader.ReadEndAsync(path, 5, 24, 32, 32, TestContext.Current.CancellationToken);

        all.Count.ShouldBe(48);
        last.Select(p => p.Pixels[0]).ShouldBe(all.Skip(43).Select(p => p.Pixels[0]));
        last.ShouldAllBe(p => p.Width == 32 && p.Height == 32);
        all[47].Pixels[0].ShouldBeGreaterThan(all[0].Pixels[0]);
        (await _reader.ReadEndAsync(path, 1000, 12, 32, 32, TestContext.Current.CancellationToken)).Count.ShouldBe(24);
    }

    [Theory]
    [InlineData("ffconcat version 1.0\nfile /etc/hostname\n")]
    [InlineData("#EXTM3U\n#EXTINF:1,\n/etc/hostname\n")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("")]
    public async Task A_file_that_leads_elsewhere_or_is_no_picture_is_refused_before_it_is_decoded(string content)
    {
        string path = Path.Combine(_folder.Path, "picture.png");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<PictureException>(() => _reader.ReadAsync(path, TestContext.Current.CancellationToken))).Message.ShouldContain("PNG");
        (await Should.ThrowAsync<PictureException>(() => _reader.ReadEndAsync(path, 1, 16, 32, 32, TestContext.Current.CancellationToken))).Message.ShouldContain("mp4");
    }

    [Fact]
    public async Task A_picture_that_breaks_off_or_claims_a_monstrous_size_is_refused()
    {
        string path = Path.Combine(_folder.Path, "picture.png");
        await Draw("testsrc2=s=640x480", "-frames:v", "1", path);
        byte[] whole = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        await File.WriteAllBytesAsync(path, whole[..40], TestContext.Current.CancellationToken);
        await Should.ThrowAsync<PictureException>(() => _reader.ReadAsync(path, TestContext.Current.CancellationToken));

        // Width and height stand at bytes 16 to 23.
        byte[] monstrous = [.. whole[..16], 0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff, .. whole[24..]];
        await File.WriteAllBytesAsync(path, monstrous, TestContext.Current.CancellationToken);
        await Should.ThrowAsync<PictureException>(() => _reader.ReadAsync(path, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<PictureException>(() => _reader.ReadAsync(Path.Combine(_folder.Path, "nothing.png"), TestContext.Current.CancellationToken));
    }

    private static async Task Draw(string source, params string[] output)
    {
        await using FfmpegProcess process = new Ffmpeg().Start(["-f", "lavfi", "-i", source, .. output[..^1], "file:" + output[^1]]);
        await process.ThrowUnlessSucceededAsync(TestContext.Current.CancellationToken);
    }
}
