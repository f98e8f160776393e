using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Http;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Who_asks_too_fast_is_told_when_to_go_on_and_others_are_not_slowed()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => (options.RateLimit.AccountPointsPerMinute, options.RateLimit.AddressPointsPerMinute) = (60, 500));
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        Answer first = (await ada.GetAsync("/api/me")).ShouldBeFine();
        first.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"points\";q=60;w=60"]);
        first.Headers.GetValues("RateLimit").Single().ShouldStartWith("\"points\";r=59");
        Answer last = first;
        for (int i = 0; i < 200 && last.Status == HttpStatusCode.OK; i++)
        {
            last = await ada.GetAsync("/api/me");
        }

        last.ShouldBeProblem(HttpStatusCode.TooManyRequests, "rate_limited");
        last.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await brook.GetAsync("/api/me")).ShouldBeFine();
    }
}
