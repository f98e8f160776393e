using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Video;

/// <summary>What players and caches rely on.</summary>
public sealed class MediaTests
{
    private static readonly SemaphoreSlim Once = new(1);
    private static string? s_url;

    [Fact]
    public async Task The_whole_file_comes_with_what_caches_need()
    {
        string url = await UrlAsync();
        using Person visitor = Shared.App.Visitor();

        Answer answer = (await visitor.GetAsync(url)).ShouldBeFine();

        answer.MediaType.ShouldBe("video/mp4");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.AcceptRanges.ShouldBe(["bytes"]);
        answer.Headers.ETag!.IsWeak.ShouldBeFalse();
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        string hash = url.Split('/')[^1].Split('.')[0];
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(answer.Bytes)).ShouldBe(hash);
    }

    [Theory]
    [InlineData("bytes=0-1", 0, 1)]
    [InlineData("bytes=100-199", 100, 199)]
    [InlineData("bytes=100-", 100, -1)]
    [InlineData("bytes=-10", -10, -1)]
    public async Task A_range_gets_exactly_its_bytes(string range, int from, int to)
    {
        string url = await UrlAsync();
        using Person visitor = Shared.App.Visitor();
        byte[] whole = (await visitor.GetAsync(url)).Bytes;
        int first = from < 0 ? whole.Length + from : from;
        int last = to < 0 ? whole.Length - 1 : to;

        Answer answer = await visitor.GetAsync(url, ("Range", range));

        answer.Status.ShouldBe(HttpStatusCode.PartialContent);
        answer.ContentHeaders.ContentRange!.ToString().ShouldBe($"bytes {first}-{last}/{whole.Length}");
        answer.Bytes.ShouldBe(whole[first..(last + 1)]);
    }

    [Fact]
    public async Task A_range_beyond_the_end_is_refused_with_the_length()
    {
        string url = await UrlAsync();
        using Person visitor = Shared.App.Visitor();
        int length = (await visitor.GetAsync(url)).Bytes.Length;

        Answer answer = await visitor.GetAsync(url, ("Range", $"bytes={length}-"));

        answer.Status.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        answer.ContentHeaders.ContentRange!.ToString().ShouldBe($"bytes */{length}");
    }

    [Fact]
    public async Task A_copy_that_is_still_good_is_not_sent_again()
    {
        string url = await UrlAsync();
        using Person visitor = Shared.App.Visitor();
        string tag = (await visitor.GetAsync(url)).Headers.ETag!.ToString();

        (await visitor.GetAsync(url, ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await visitor.GetAsync(url, ("Range", "bytes=0-9"), ("If-Range", tag))).Status.ShouldBe(HttpStatusCode.PartialContent);
        (await visitor.GetAsync(url, ("Range", "bytes=0-9"), ("If-Range", "\"another\""))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        string url = await UrlAsync();
        using Person visitor = Shared.App.Visitor();

        Answer answer = (await visitor.SendAsync(HttpMethod.Head, url)).ShouldBeFine();

        answer.ContentHeaders.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(1000);
        answer.Bytes.ShouldBeEmpty();
    }

    private static async Task<string> UrlAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (s_url is null)
            {
                using Person ada = await Shared.App.SignUpAsync("mediamaker");
                s_url = (await ada.PublishAsync("a file to be read"))["video.mp4Url"];
            }

            return s_url!;
        }
        finally
        {
            Once.Release();
        }
    }
}
