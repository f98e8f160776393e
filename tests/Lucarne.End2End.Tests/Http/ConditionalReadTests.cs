using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Http;

/// <summary>What was read before is not sent again while it stays as it is.</summary>
public sealed class ConditionalReadTests
{
    [Fact]
    public async Task A_post_is_sent_once_until_it_changes_and_to_each_reader_as_they_see_it()
    {
        using Person ada = await Shared.App.SignUpAsync("again.ada");
        using Person ben = await Shared.App.SignUpAsync("again.ben");
        string path = $"/api/posts/{(await ada.PublishAsync("a fox"))["id"]}";

        Answer first = (await ben.GetAsync(path)).ShouldBeFine();
        string tag = first.Headers.ETag!.ToString();
        tag.ShouldStartWith("W/\"");
        first.MediaType.ShouldBe("application/json");

        Answer again = await ben.GetAsync(path, ("If-None-Match", $"\"other\", {tag}"));
        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Bytes.ShouldBeEmpty();
        again.Headers.ETag!.ToString().ShouldBe(tag);
        again.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await ben.GetAsync(path, ("If-None-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotModified);

        // Its author sees another answer at the same address.
        (await ada.GetAsync(path, ("If-None-Match", tag))).ShouldBeFine()["mine"].ShouldBe("True");
        (await ben.SendAsync(HttpMethod.Put, $"{path}/reaction", new { kind = "like" })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
        (await ben.GetAsync(path, ("If-None-Match", tag))).ShouldBeFine()["counts.likes"].ShouldBe("1");
        (await ben.GetAsync($"/api/posts/{Guid.Empty}", ("If-None-Match", "*"))).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
    }

    [Theory]
    [InlineData("/api/instance")]
    [InlineData("/api/styles")]
    [InlineData("/api/explore")]
    [InlineData("/api/accounts/again.cleo")]
    public async Task What_everyone_reads_at_every_start_is_sent_once(string path)
    {
        using Person cleo = path.EndsWith("cleo", StringComparison.Ordinal) ? await Shared.App.SignUpAsync("again.cleo") : Shared.App.Visitor();

        // Explore counts beside serving: it may have changed in between, once.
        for (int attempt = 0; attempt < 5; attempt++)
        {
            string tag = (await cleo.GetAsync(path)).ShouldBeFine().Headers.ETag!.ToString();
            if ((await cleo.GetAsync(path, ("If-None-Match", tag))).Status == HttpStatusCode.NotModified)
            {
                return;
            }
        }

        Assert.Fail($"{path} was sent again five times");
    }
}
