using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task Who_signs_out_is_out_and_can_come_back_with_the_password()
    {
        using Person ada = await Shared.App.SignUpAsync("comesback");

        (await ada.DeleteAsync("/api/sessions/current")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync("/api/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");

        (await ada.PostAsync("/api/sessions", new { handle = "@ComesBack", password = Person.Password })).ShouldBeFine()["handle"].ShouldBe("comesback");
        (await ada.GetAsync("/api/me")).ShouldBeFine();
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_opens_nothing()
    {
        using Person ada = Shared.App.Visitor();
        Answer signedUp = await ada.PostAsync("/api/accounts", new { handle = "keptcookie", password = Person.Password });
        string cookie = signedUp.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await ada.DeleteAsync("/api/sessions/current");
        using Person thief = Shared.App.Visitor();

        (await thief.GetAsync("/api/me", ("Cookie", cookie))).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Fact]
    public async Task A_session_with_one_character_of_its_secret_changed_opens_nothing()
    {
        using Person ada = Shared.App.Visitor();
        Answer signedUp = await ada.PostAsync("/api/accounts", new { handle = "tampered", password = Person.Password });
        string cookie = signedUp.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        string tampered = cookie[..^2] + (cookie[^2] == 'A' ? 'B' : 'A') + cookie[^1];
        using Person thief = Shared.App.Visitor();

        (await thief.GetAsync("/api/me", ("Cookie", cookie))).ShouldBeFine();
        (await thief.GetAsync("/api/me", ("Cookie", tampered))).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
    }

    [Theory]
    [InlineData("nosuchperson", Person.Password)]
    [InlineData("wrongpass", "not the password at all")]
    [InlineData("wrongpass", "")]
    [InlineData("", "")]
    public async Task A_wrong_handle_and_a_wrong_password_get_the_same_answer(string handle, string password)
    {
        using Person visitor = Shared.App.Visitor();
        await visitor.PostAsync("/api/accounts", new { handle = "wrongpass", password = Person.Password });
        await visitor.DeleteAsync("/api/sessions/current");

        (await visitor.PostAsync("/api/sessions", new { handle, password })).ShouldBeProblem(HttpStatusCode.Unauthorized, "sign_in_failed");
    }

    [Fact]
    public async Task Guessing_passwords_is_slowed_down_even_for_the_right_one()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.RateLimit.SignInsPerHandleAndAddress = 3);
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");
        using Person guesser = app.Visitor();
        for (int i = 0; i < 3; i++)
        {
            (await guesser.PostAsync("/api/sessions", new { handle = "ada", password = $"guess number {i}" })).ShouldBeProblem("sign_in_failed");
        }

        Answer throttled = await guesser.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password });

        throttled.ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_throttled");
        throttled.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 900);
        (await guesser.PostAsync("/api/sessions", new { handle = "brook", password = Person.Password })).ShouldBeFine();
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_act()
    {
        using Person ada = await Shared.App.SignUpAsync("crosssite");
        HttpRequestMessage FromElsewhere(string name, string value)
        {
            HttpRequestMessage request = new(HttpMethod.Delete, "/api/sessions/current");
            request.Headers.Add(name, value);
            return request;
        }

        (await ada.SendAsync(FromElsewhere("Sec-Fetch-Site", "cross-site"))).ShouldBeProblem(HttpStatusCode.Forbidden, "cross_site_request");
        (await ada.SendAsync(FromElsewhere("Origin", "https://elsewhere.example"))).ShouldBeProblem(HttpStatusCode.Forbidden, "cross_site_request");
        (await ada.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/sessions/current"))).ShouldBeProblem(HttpStatusCode.Forbidden, "cross_site_request");
        (await ada.GetAsync("/api/me")).ShouldBeFine();
        (await ada.SendAsync(FromElsewhere("Origin", Shared.App.Address.GetLeftPart(UriPartial.Authority)))).ShouldBeFine(HttpStatusCode.NoContent);
    }
}
