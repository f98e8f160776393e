using System.Net;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.People;

public sealed class SecurityTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string NewPassword = "another rather long password";

    [Fact]
    public async Task A_recovery_code_opens_the_account_once_and_a_new_password_can_be_set()
    {
        using Person ada = await Shared.App.SignUpAsync("recovers");
        string[] codes = [.. (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes")).ShouldBeFine().Find("codes").EnumerateArray().Select(c => c.GetString()!)];
        using Person lost = Shared.App.Visitor();

        codes.Length.ShouldBe(10);
        codes.Distinct().Count().ShouldBe(10);
        (await lost.PostAsync("/api/sessions/recovery", new { handle = "recovers", code = codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) })).ShouldBeFine()["handle"].ShouldBe("recovers");
        (await lost.SendAsync(HttpMethod.Put, "/api/me/password", new { password = NewPassword })).ShouldBeFine(HttpStatusCode.NoContent);

        (await ada.GetAsync("/api/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await lost.GetAsync("/api/me/security"))["recoveryCodesLeft"].ShouldBe("9");
        (await Shared.App.Visitor().PostAsync("/api/sessions/recovery", new { handle = "recovers", code = codes[3] })).ShouldBeProblem(HttpStatusCode.Unauthorized, "recovery_failed");
        (await Shared.App.Visitor().PostAsync("/api/sessions", new { handle = "recovers", password = NewPassword })).ShouldBeFine();
        (await Shared.App.Visitor().PostAsync("/api/sessions", new { handle = "recovers", password = Person.Password })).ShouldBeProblem("sign_in_failed");
    }

    [Fact]
    public async Task New_codes_end_the_old_ones_and_none_is_kept_in_clear()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        string old = (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes", null, ("Idempotency-Key", "codes")))["codes.0"]!;
        string code = (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes", null, ("Idempotency-Key", "codes")))["codes.0"]!;

        (await app.Visitor().PostAsync("/api/sessions/recovery", new { handle = "ada", code = old })).ShouldBeProblem("recovery_failed");
        (await app.ReadAsync(db => db.RecoveryCodes.CountAsync())).ShouldBe(10);
        (await app.ReadAsync(db => db.IdempotencyRecords.CountAsync())).ShouldBe(0);
        foreach (string file in Directory.GetFiles(app.DataFolder, "lucarne.db*"))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader reader = new(stream, System.Text.Encoding.Latin1);
            string bytes = await reader.ReadToEndAsync();
            bytes.ShouldNotContain(code);
            bytes.ShouldNotContain(code.Replace("-", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Of_many_uses_of_one_code_at_the_same_moment_one_is_let_in()
    {
        using Person ada = await Shared.App.SignUpAsync("onceonly");
        string code = (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes"))["codes.0"]!;

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Shared.App.Visitor().PostAsync("/api/sessions/recovery", new { handle = "onceonly", code })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Theory]
    [InlineData("nobody.at.all", "ABCD-EFGH-JKLM-NPQR")]
    [InlineData("guessed", "ABCD-EFGH-JKLM-NPQR")]
    [InlineData("guessed", "")]
    [InlineData("guessed", "0000-0000-0000-0000")]
    [InlineData("", "")]
    public async Task A_wrong_code_and_an_unknown_handle_get_the_same_answer(string handle, string code)
    {
        using Person visitor = Shared.App.Visitor();
        await visitor.PostAsync("/api/accounts", new { handle = "guessed", password = Person.Password });

        (await visitor.PostAsync("/api/sessions/recovery", new { handle, code })).ShouldBeProblem(HttpStatusCode.Unauthorized, "recovery_failed");
        (await visitor.PostAsync("/api/sessions/recovery", new { handle, code = new string('A', 100_000) })).ShouldBeProblem("recovery_failed");
    }

    [Fact]
    public async Task Guessing_codes_and_confirmations_is_slowed_down()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.RateLimit.SignInsPerHandleAndAddress = 4);
        using Person ada = await app.SignUpAsync("ada");
        (await ada.PostAsync("/api/sessions/recovery", new { handle = "ada", code = "ABCD-EFGH-JKLM-NPQR" })).ShouldBeProblem("recovery_failed");
        for (int i = 0; i < 3; i++)
        {
            (await ada.PostAsync("/api/me/confirmation", new { password = $"guess {i}" })).ShouldBeProblem(HttpStatusCode.Forbidden, "password_wrong");
        }

        (await ada.PostAsync("/api/me/confirmation", new { password = Person.Password })).ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_throttled");
        (await ada.PostAsync("/api/sessions/recovery", new { handle = "ada", code = "ABCD-EFGH-JKLM-NPQR" })).ShouldBeProblem(HttpStatusCode.TooManyRequests, "sign_in_throttled");
    }

    [Fact]
    public async Task What_guards_the_account_asks_again_who_one_is()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        await app.ReadAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, DateTimeOffset.UnixEpoch)));

        (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes")).ShouldBeProblem(HttpStatusCode.Forbidden, "confirmation_required");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/password", new { password = NewPassword })).ShouldBeProblem("confirmation_required");
        (await ada.PostAsync("/api/me/passkeys/options")).ShouldBeProblem("confirmation_required");
        (await ada.DeleteAsync("/api/me/passkeys/x")).ShouldBeProblem("confirmation_required");
        (await ada.PostAsync("/api/me/confirmation", new { password = Person.Password })).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.SendAsync(HttpMethod.Put, "/api/me/password", new { password = "short" })).ShouldBeProblem(HttpStatusCode.BadRequest, "password_too_short");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/password", new { password = "ada" + new string('a', 300) })).ShouldBeProblem("password_too_long");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/password", new { password = NewPassword })).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync("/api/me")).ShouldBeFine();
    }

    [Fact]
    public async Task Passkeys_are_added_named_used_and_removed_but_never_the_last_way_in()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = app.Visitor();
        using SoftwareAuthenticator phone = new(app.Address);
        using SoftwareAuthenticator key = new(app.Address);
        Answer question = await ada.PostAsync("/api/accounts/passkey-options", new { handle = "ada" });
        (await ada.PostAsync("/api/accounts/passkey", new { handle = "ada", credential = phone.Create(question.Json) })).ShouldBeFine(HttpStatusCode.Created);
        string first = (await ada.GetAsync("/api/me/security"))["passkeys.0.id"]!;

        (await ada.DeleteAsync($"/api/me/passkeys/{first}")).ShouldBeProblem(HttpStatusCode.Conflict, "last_way_in");
        Answer options = (await ada.PostAsync("/api/me/passkeys/options")).ShouldBeFine();
        options.Find("excludeCredentials").GetArrayLength().ShouldBe(1);
        Answer added = (await ada.PostAsync("/api/me/passkeys", new { credential = key.Create(options.Json), name = "Key ring" })).ShouldBeFine();
        added["name"].ShouldBe("Key ring");
        (await ada.SendAsync(HttpMethod.Put, $"/api/me/passkeys/{added["id"]}", new { name = "  Blue   key " })).ShouldBeFine()["name"].ShouldBe("Blue key");
        (await ada.SendAsync(HttpMethod.Put, $"/api/me/passkeys/{added["id"]}", new { name = "" })).ShouldBeProblem("passkey_name_invalid");
        (await ada.SendAsync(HttpMethod.Put, "/api/me/passkeys/nosuch", new { name = "x" })).ShouldBeProblem(HttpStatusCode.NotFound, "passkey_not_found");

        await app.ReadAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, DateTimeOffset.UnixEpoch)));
        (await ada.DeleteAsync($"/api/me/passkeys/{first}")).ShouldBeProblem("confirmation_required");
        Answer challenge = (await ada.PostAsync("/api/me/confirmation/passkey-options")).ShouldBeFine();
        (await ada.PostAsync("/api/me/confirmation/passkey", new { credential = key.Get(challenge.Json) })).ShouldBeFine(HttpStatusCode.NoContent);

        Answer[] answers = await Task.WhenAll(ada.DeleteAsync($"/api/me/passkeys/{first}"), ada.DeleteAsync($"/api/me/passkeys/{added["id"]}"));
        answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        (await app.ReadAsync(db => db.Passkeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_passkey_of_someone_else_confirms_nothing()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        using Person brook = app.Visitor();
        using SoftwareAuthenticator brooks = new(app.Address);
        Answer question = await brook.PostAsync("/api/accounts/passkey-options", new { handle = "brook" });
        await brook.PostAsync("/api/accounts/passkey", new { handle = "brook", credential = brooks.Create(question.Json) });

        Answer challenge = await ada.PostAsync("/api/me/confirmation/passkey-options");
        (await ada.PostAsync("/api/me/confirmation/passkey", new { credential = brooks.Get(challenge.Json) })).ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
        (await ada.PostAsync("/api/me/confirmation/passkey", new { credential = brooks.Get(challenge.Json) })).ShouldBeProblem("passkey_ceremony_missing");
        Answer options = (await ada.PostAsync("/api/me/passkeys/options")).ShouldBeFine();
        object stolen = brooks.Create(options.Json);
        (await brook.PostAsync("/api/me/passkeys", new { credential = stolen })).ShouldBeProblem("passkey_ceremony_missing");
    }

    [Fact]
    public async Task Devices_are_told_in_words_and_signed_out_one_by_one_or_all_others()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person laptop = await app.SignUpAsync("ada");
        using Person phone = app.Visitor();
        using Person library = app.Visitor();
        await phone.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password }, ("User-Agent", Firefox));
        await library.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password }, ("User-Agent", "<script>alert(1)</script>"));
        using Person brook = await app.SignUpAsync("brook");

        JsonElement[] devices = [.. (await laptop.GetAsync("/api/me/devices")).ShouldBeFine().Json.EnumerateArray()];
        devices.Length.ShouldBe(3);
        devices[0].GetProperty("current").GetBoolean().ShouldBeTrue();
        JsonElement firefox = devices.Single(d => d.GetProperty("browser").GetString() == "Firefox");
        firefox.GetProperty("system").GetString().ShouldBe("Linux");
        devices.Single(d => d.GetProperty("id").GetString() != devices[0].GetProperty("id").GetString() && d.GetProperty("id").GetString() != firefox.GetProperty("id").GetString())
            .GetProperty("browser").ValueKind.ShouldBe(JsonValueKind.Null);

        (await brook.DeleteAsync($"/api/me/devices/{firefox.GetProperty("id")}")).ShouldBeProblem(HttpStatusCode.NotFound, "device_not_found");
        (await laptop.DeleteAsync($"/api/me/devices/{firefox.GetProperty("id")}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await phone.GetAsync("/api/me")).ShouldBeProblem("signed_out");
        (await library.GetAsync("/api/me")).ShouldBeFine();
        (await laptop.DeleteAsync("/api/me/devices")).ShouldBeFine(HttpStatusCode.NoContent);
        (await library.GetAsync("/api/me")).ShouldBeProblem("signed_out");
        (await laptop.GetAsync("/api/me")).ShouldBeFine();
        (await brook.GetAsync("/api/me")).ShouldBeFine();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36", "Chrome", "Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15", "Safari", "macOS")]
    [InlineData(Firefox, "Firefox", "Linux")]
    [InlineData("curl/8.14.1", "curl", null)]
    [InlineData("", null, null)]
    public void Browsers_are_told_apart(string header, string? browser, string? system) => UserAgents.Describe(header).ShouldBe((browser, system));

    [Fact]
    public async Task A_suspended_account_is_refused_by_name_and_its_sessions_end()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        string code = (await ada.SendAsync(HttpMethod.Put, "/api/me/recovery-codes"))["codes.0"]!;
        await app.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.SuspendedAt, DateTimeOffset.UnixEpoch)));

        (await ada.GetAsync("/api/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "signed_out");
        (await ada.PostAsync("/api/sessions", new { handle = "ada", password = Person.Password })).ShouldBeProblem(HttpStatusCode.Forbidden, "account_suspended");
        (await ada.PostAsync("/api/sessions", new { handle = "ada", password = "not the password" })).ShouldBeProblem("sign_in_failed");
        (await ada.PostAsync("/api/sessions/recovery", new { handle = "ada", code })).ShouldBeProblem("account_suspended");
    }

    [Fact]
    public async Task A_closed_account_can_be_signed_in_to_and_says_since_when()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = await app.SignUpAsync("ada");
        await app.ReadAsync(db => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, DateTimeOffset.UnixEpoch)));

        (await app.Visitor().PostAsync("/api/sessions", new { handle = "ada", password = Person.Password })).ShouldBeFine()["closedAt"].ShouldNotBeNull();
    }
}
