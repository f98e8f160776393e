using System.Net;
using Lucarne.End2End.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Accounts;

public sealed class SignUpTests
{
    [Fact]
    public async Task The_first_account_is_the_administrator_and_the_second_is_not()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();

        using Person ada = await app.SignUpAsync("ada");
        using Person brook = await app.SignUpAsync("brook");

        (await ada.GetAsync("/api/me"))["administrator"].ShouldBe("True");
        (await brook.GetAsync("/api/me"))["administrator"].ShouldBe("False");
    }

    [Fact]
    public async Task Of_many_first_sign_ups_at_the_same_moment_one_becomes_administrator()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        Person[] people = [.. Enumerable.Range(0, 8).Select(_ => app.Visitor())];

        Answer[] answers = await Task.WhenAll(people.Select((person, i) =>
            person.PostAsync("/api/accounts", new { handle = $"person{i}", password = Person.Password })));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        answers.Count(a => a["administrator"] == "True").ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_sign_ups_for_one_handle_at_the_same_moment_one_gets_it()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        Person[] people = [.. Enumerable.Range(0, 6).Select(_ => app.Visitor())];

        Answer[] answers = await Task.WhenAll(people.Select(person =>
            person.PostAsync("/api/accounts", new { handle = "ada", password = Person.Password })));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (Answer refused in answers.Where(a => a.Status != HttpStatusCode.Created))
        {
            refused.ShouldBeProblem(HttpStatusCode.Conflict, "handle_taken");
        }
    }

    [Theory]
    [InlineData("ab", "handle_invalid")]
    [InlineData("", "handle_invalid")]
    [InlineData("a_very_long_handle_of_31_letters", "handle_invalid")]
    [InlineData("has space", "handle_invalid")]
    [InlineData("héloïse", "handle_invalid")]
    [InlineData(".dotted", "handle_invalid")]
    [InlineData("dotted.", "handle_invalid")]
    [InlineData("two..dots", "handle_invalid")]
    [InlineData("12345", "handle_invalid")]
    [InlineData("../../etc", "handle_invalid")]
    [InlineData("<script>", "handle_invalid")]
    [InlineData("admin", "handle_reserved")]
    [InlineData("ad.min", "handle_reserved")]
    [InlineData("API", "handle_reserved")]
    [InlineData("drafts", "handle_reserved")]
    public async Task A_handle_that_breaks_the_rules_is_refused_with_its_reason(string handle, string code)
    {
        using Person visitor = Shared.App.Visitor();

        Answer answer = await visitor.PostAsync("/api/accounts", new { handle, password = Person.Password });

        answer.ShouldBeProblem(code).Find("errors.handle").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("short", "password_too_short")]
    [InlineData("password123", "password_common")]
    [InlineData("Motdepasse123", "password_common")]
    [InlineData("aaaaaaaaaaaaaa", "password_common")]
    [InlineData("verylonghandle", "password_common")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password, string code)
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.PostAsync("/api/accounts", new { handle = "verylonghandle", password })).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_password_of_300_characters_is_refused_before_it_is_hashed()
    {
        using Person visitor = Shared.App.Visitor();

        (await visitor.PostAsync("/api/accounts", new { handle = "longpass", password = new string('x', 299) + "y" }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "password_too_long");
    }

    [Fact]
    public async Task A_handle_can_be_checked_before_it_is_chosen()
    {
        using Person ada = await Shared.App.SignUpAsync("checked");
        using Person visitor = Shared.App.Visitor();

        (await visitor.GetAsync("/api/handles/CHECKED"))["reason"].ShouldBe("handle_taken");
        (await visitor.GetAsync("/api/handles/support"))["reason"].ShouldBe("handle_reserved");
        (await visitor.GetAsync("/api/handles/a"))["reason"].ShouldBe("handle_invalid");
        (await visitor.GetAsync("/api/handles/unused_name"))["available"].ShouldBe("True");
    }

    [Fact]
    public async Task Sign_up_can_be_closed_once_the_administrator_is_there()
    {
        await using LucarneApp app = await LucarneApp.StartAsync(options => options.SignUpsOpen = false);
        using Person visitor = app.Visitor();
        (await visitor.GetAsync("/api/instance"))["signUpsOpen"].ShouldBe("True");

        using Person ada = await app.SignUpAsync("ada");

        (await visitor.GetAsync("/api/instance"))["signUpsOpen"].ShouldBe("False");
        (await visitor.PostAsync("/api/accounts", new { handle = "brook", password = Person.Password })).ShouldBeProblem(HttpStatusCode.Forbidden, "sign_ups_closed");
    }

    [Fact]
    public async Task The_database_holds_neither_passwords_nor_session_secrets()
    {
        await using LucarneApp app = await LucarneApp.StartAsync();
        using Person ada = app.Visitor();
        Answer signedUp = await ada.PostAsync("/api/accounts", new { handle = "ada", password = Person.Password });
        string cookie = signedUp.Headers.GetValues("Set-Cookie").Single();

        byte[] hash = await app.ReadAsync(db => db.Sessions.Select(s => s.SecretHash).SingleAsync());
        string? password = await app.ReadAsync(db => db.Accounts.Select(a => a.PasswordHash).SingleAsync());

        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        hash.Length.ShouldBe(32);
        cookie.ShouldNotContain(System.Buffers.Text.Base64Url.EncodeToString(hash));
        password.ShouldNotBeNull().ShouldNotContain(Person.Password);
    }
}
