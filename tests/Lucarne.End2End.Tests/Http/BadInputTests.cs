using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Http;

/// <summary>Whatever is sent, the answer is a clear 4xx with a code, and the server has nothing to complain of.</summary>
public sealed class BadInputTests
{
    private static readonly string Nothing = Guid.Empty.ToString();

    [Theory]
    [InlineData("", "prompt_empty")]
    [InlineData("   \n\t  ", "prompt_empty")]
    [InlineData("\u0000\u0001\u0007", "prompt_empty")]
    [InlineData("\u202E\u2066\u200B", "prompt_empty")]
    [InlineData("12345 !!! ???", "prompt_no_words")]
    public async Task A_prompt_without_content_is_refused(string prompt, string code)
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        (await ada.PostAsync("/api/generations", new { prompt })).ShouldBeProblem(HttpStatusCode.BadRequest, code).Find("errors.prompt").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_prompt_of_40000_characters_is_refused_and_told_its_limit()
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        Answer answer = await ada.PostAsync("/api/generations", new { prompt = new string('a', 40_000) });

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "prompt_too_long")["detail"].ShouldNotBeNull().ShouldContain("20000");
    }

    [Theory]
    [InlineData("""{"prompt":"a ball","size":"720"}""", "size_not_supported")]
    [InlineData("""{"prompt":"a ball","size":"0x0"}""", "size_not_supported")]
    [InlineData("""{"prompt":"a ball","size":"-1x20"}""", "size_not_supported")]
    [InlineData("""{"prompt":"a ball","size":"99999999999x1"}""", "size_not_supported")]
    [InlineData("""{"prompt":"a ball","size":"181x321"}""", "size_not_supported")]
    [InlineData("""{"prompt":"a ball","fps":23}""", "fps_not_supported")]
    [InlineData("""{"prompt":"a ball","fps":-1}""", "fps_not_supported", "seconds_not_supported")]
    [InlineData("""{"prompt":"a ball","seconds":3.9}""", "seconds_not_supported")]
    [InlineData("""{"prompt":"a ball","seconds":26}""", "seconds_not_supported")]
    [InlineData("""{"prompt":"a ball","seconds":-1e308}""", "seconds_not_supported")]
    [InlineData("""{"prompt":"a ball","seconds":1e308}""", "seconds_not_supported")]
    [InlineData("""{"prompt":"a ball","seed":-1}""", "seed_invalid")]
    [InlineData("""{"prompt":"a ball","seed":9007199254740992}""", "seed_invalid")]
    [InlineData("""{"prompt":"a ball","engine":"none"}""", "engine_unknown")]
    [InlineData("""{"prompt":"a ball","engine":"../../etc/passwd"}""", "engine_unknown")]
    [InlineData("""{"prompt":"a ball","seconds":"10"}""", "body_invalid")]
    [InlineData("""{"prompt":"a ball","seed":1.5}""", "body_invalid")]
    [InlineData("""{"prompt":"a ball","seed":1e400}""", "body_invalid")]
    [InlineData("""{"prompt":null}""", "prompt_empty")]
    [InlineData("""{"seconds":10}""", "prompt_empty")]
    [InlineData("""["a ball"]""", "body_invalid")]
    [InlineData("""{"prompt":"a ball""", "body_invalid")]
    [InlineData("null", "request_invalid", "body_invalid")]
    [InlineData("", "request_invalid", "body_invalid")]
    public async Task A_generation_that_cannot_be_is_refused(string body, params string[] codes)
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        Answer answer = await ada.PostAsync("/api/generations", Person.Body(body));

        answer.ShouldBeProblem(answer["code"]!);
        codes.ShouldContain(answer["code"]);
    }

    [Fact]
    public async Task Json_nested_a_thousand_deep_is_refused()
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());
        string deep = string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000));

        (await ada.PostAsync("/api/sessions/passkey", Person.Body($"{{\"credential\":{deep}}}"))).ShouldBeProblem(HttpStatusCode.BadRequest, "body_invalid");
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused()
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        (await ada.PostAsync("/api/generations", new { prompt = new string('a', 1 << 20) })).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task A_body_that_is_no_json_is_refused(string contentType)
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        (await ada.PostAsync("/api/generations", Person.Body("prompt=a ball", contentType))).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "media_type_not_supported");
    }

    [Theory]
    [InlineData("GET", "/api/nothing", "route_not_found")]
    [InlineData("GET", "/api", "route_not_found")]
    [InlineData("GET", "/api/", "route_not_found")]
    [InlineData("GET", "/api/drafts/not-an-id", "route_not_found")]
    [InlineData("GET", "/v1/videos/none", "route_not_found")]
    [InlineData("POST", "/somewhere/else", "route_not_found")]
    [InlineData("GET", "/media/..//../etc/passwd.mp4", "route_not_found")]
    [InlineData("GET", "/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "media_not_found", "route_not_found")]
    [InlineData("GET", "/media/0123.mp4", "media_not_found")]
    [InlineData("GET", "/media/streams/..%2f..%2flucarne.db", "route_not_found")]
    [InlineData("PUT", "/api/accounts", "method_not_allowed")]
    [InlineData("DELETE", "/api/feed", "method_not_allowed")]
    [InlineData("GET", "/missing.png", "route_not_found")]
    public async Task An_unknown_address_is_a_problem_whatever_the_browser_accepts(string method, string path, params string[] codes)
    {
        using Person visitor = Shared.App.Visitor();

        Answer answer = await visitor.SendAsync(new HttpMethod(method), path, null, ("Accept", "text/html"));

        answer.ShouldBeProblem(answer["code"]!);
        codes.ShouldContain(answer["code"]);
    }

    [Theory]
    [InlineData("/api/feed?cursor=AAAA", "cursor_invalid")]
    [InlineData("/api/feed?cursor=%00", "cursor_invalid")]
    [InlineData("/api/feed?cursor=AZr1XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "cursor_invalid")]
    [InlineData("/api/feed?limit=0", "limit_invalid")]
    [InlineData("/api/feed?limit=101", "limit_invalid")]
    [InlineData("/api/feed?limit=ten", "request_invalid")]
    [InlineData("/api/feed?limit=99999999999999", "request_invalid")]
    [InlineData("/api/feed?tab=everything", "feed_tab_unknown")]
    public async Task A_list_that_cannot_be_is_refused(string path, string code)
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.GetAsync(path)).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("GET", "/api/me")]
    [InlineData("POST", "/api/generations")]
    [InlineData("POST", "/api/screenplays")]
    [InlineData("GET", "/api/generations")]
    [InlineData("GET", "/api/drafts")]
    [InlineData("GET", "/api/generations/00000000-0000-0000-0000-000000000000/stream/index.m3u8")]
    public async Task What_needs_an_account_says_so(string method, string path)
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.SendAsync(new HttpMethod(method), path, method == "POST" ? new { prompt = "a ball" } : null)).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        using Person ada = await Shared.App.SignUpAsync(NewHandle());

        (await ada.GetAsync($"/api/drafts/{Nothing}")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await ada.DeleteAsync($"/api/drafts/{Nothing}")).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await ada.PostAsync($"/api/drafts/{Nothing}/publish", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "draft_not_found");
        (await ada.GetAsync($"/api/generations/{Nothing}")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await ada.GetAsync($"/api/generations/{Nothing}/events")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await ada.PostAsync($"/api/generations/{Nothing}/cancel")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await ada.GetAsync($"/api/generations/{Nothing}/stream/index.m3u8")).ShouldBeProblem(HttpStatusCode.NotFound, "generation_not_found");
        (await ada.GetAsync($"/api/posts/{Nothing}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.DeleteAsync($"/api/posts/{Nothing}")).ShouldBeProblem(HttpStatusCode.NotFound, "post_not_found");
        (await ada.GetAsync($"/media/{new string('a', 64)}.mp4")).ShouldBeProblem(HttpStatusCode.NotFound, "media_not_found");
    }

    [Fact]
    public async Task A_connection_goes_on_working_after_a_broken_body()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        for (int i = 0; i < 20; i++)
        {
            (await ada.PostAsync("/api/generations", Person.Body("""{"prompt":"a ball""" + new string(' ', i * 2000)))).ShouldBeProblem("body_invalid");
            (await ada.GetAsync("/api/me")).ShouldBeFine();
        }

        app.Complaints.ShouldBeEmpty();
    }

    private static string NewHandle() => $"p{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}"[..30];
}
