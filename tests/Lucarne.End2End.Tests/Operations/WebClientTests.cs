using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Operations;

public sealed class WebClientTests
{
    [Fact]
    public async Task The_page_comes_for_every_path_that_the_client_routes_and_its_files_for_ever()
    {
        string web = Directory.CreateTempSubdirectory("lucarne-web-").FullName;
        Directory.CreateDirectory(Path.Combine(web, "assets"));
        await File.WriteAllTextAsync(Path.Combine(web, "index.html"), "<!doctype html><title>client</title>");
        await File.WriteAllTextAsync(Path.Combine(web, "assets", "app-1a2b3c.js"), string.Concat(Enumerable.Repeat("export const ball = 'red';\n", 200)));
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.WebFolder = web);
        using Person visitor = app.Visitor();

        foreach (string path in new[] { "/", "/index.html", "/@ada", "/drafts/1", "/create" })
        {
            Answer page = (await visitor.GetAsync(path)).ShouldBeFine();
            page.MediaType.ShouldBe("text/html");
            page.Headers.CacheControl!.NoCache.ShouldBeTrue(path);
            page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        }

        Answer plain = (await visitor.GetAsync("/assets/app-1a2b3c.js")).ShouldBeFine();
        plain.MediaType.ShouldBe("text/javascript");
        plain.Headers.CacheControl!.ToString().ShouldContain("immutable");
        Answer brotli = (await visitor.GetAsync("/assets/app-1a2b3c.js", ("Accept-Encoding", "gzip, br"))).ShouldBeFine();
        brotli.ContentHeaders.ContentEncoding.ShouldBe(["br"]);
        brotli.Bytes.Length.ShouldBeLessThan(plain.Bytes.Length / 4);
        brotli.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
        (await visitor.GetAsync("/assets/app-1a2b3c.js", ("If-None-Match", plain.Headers.ETag!.ToString()))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await visitor.GetAsync("/assets/missing.js")).ShouldBeProblem(HttpStatusCode.NotFound, "route_not_found");
        (await visitor.GetAsync("/assets/../../../../etc/passwd.js")).ShouldBeProblem(HttpStatusCode.NotFound, "route_not_found");
        Directory.Delete(web, recursive: true);
    }
}
