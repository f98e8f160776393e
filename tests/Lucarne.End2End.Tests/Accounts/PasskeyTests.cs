using System.Net;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Accounts;

public sealed class PasskeyTests
{
    [Fact]
    public async Task A_passkey_makes_an_account_and_opens_it_again()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator key = new(Shared.App.Address);

        Answer question = (await ada.PostAsync("/api/accounts/passkey-options", new { handle = "keyed", displayName = "Ada of the Keys" })).ShouldBeFine();
        question["user.name"].ShouldBe("keyed");
        question["authenticatorSelection.residentKey"].ShouldBe("required");
        Answer me = (await ada.PostAsync("/api/accounts/passkey", new { handle = "keyed", displayName = "Ada of the Keys", credential = key.Create(question.Json) })).ShouldBeFine(HttpStatusCode.Created);
        me["displayName"].ShouldBe("Ada of the Keys");
        (await ada.DeleteAsync("/api/sessions/current")).ShouldBeFine(HttpStatusCode.NoContent);

        Answer challenge = (await ada.PostAsync("/api/sessions/passkey-options")).ShouldBeFine();
        (await ada.PostAsync("/api/sessions/passkey", new { credential = key.Get(challenge.Json) })).ShouldBeFine()["handle"].ShouldBe("keyed");
        (await ada.GetAsync("/api/me"))["id"].ShouldBe(me["id"]);
    }

    [Fact]
    public async Task An_answer_cannot_be_given_twice()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator key = new(Shared.App.Address);
        await SignUpAsync(ada, key, "answersonce");
        Answer challenge = await ada.PostAsync("/api/sessions/passkey-options");
        object credential = key.Get(challenge.Json);

        (await ada.PostAsync("/api/sessions/passkey", new { credential })).ShouldBeFine();
        (await ada.PostAsync("/api/sessions/passkey", new { credential })).ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_ceremony_missing");
    }

    [Fact]
    public async Task A_cloned_key_whose_counter_goes_back_is_refused()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator key = new(Shared.App.Address);
        await SignUpAsync(ada, key, "clonedkey");
        (await ada.PostAsync("/api/sessions/passkey", new { credential = key.Get((await ada.PostAsync("/api/sessions/passkey-options")).Json) })).ShouldBeFine();

        key.SignCount--;

        (await ada.PostAsync("/api/sessions/passkey", new { credential = key.Get((await ada.PostAsync("/api/sessions/passkey-options")).Json) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
    }

    [Fact]
    public async Task An_answer_given_to_another_site_is_refused()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator fooled = new(new Uri("https://elsewhere.example"));
        Answer question = await ada.PostAsync("/api/accounts/passkey-options", new { handle = "phished" });

        (await ada.PostAsync("/api/accounts/passkey", new { handle = "phished", credential = fooled.Create(question.Json) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
        (await ada.GetAsync("/api/handles/phished"))["available"].ShouldBe("True");
    }

    [Fact]
    public async Task An_unknown_key_and_rubbish_are_refused()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator known = new(Shared.App.Address);
        using SoftwareAuthenticator stranger = new(Shared.App.Address);
        stranger.Create((await ada.PostAsync("/api/accounts/passkey-options", new { handle = "stranger1" })).Json);

        (await ada.PostAsync("/api/sessions/passkey", new { credential = stranger.Get((await ada.PostAsync("/api/sessions/passkey-options")).Json) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
        await ada.PostAsync("/api/sessions/passkey-options");
        (await ada.PostAsync("/api/sessions/passkey", new { credential = new { id = "AAAA", nonsense = true } })).ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
        await ada.PostAsync("/api/sessions/passkey-options");
        (await ada.PostAsync("/api/sessions/passkey", new { credential = 7 })).ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
    }

    [Fact]
    public async Task A_key_made_for_one_handle_cannot_take_another()
    {
        using Person ada = Shared.App.Visitor();
        using SoftwareAuthenticator key = new(Shared.App.Address);
        Answer question = await ada.PostAsync("/api/accounts/passkey-options", new { handle = "askedfor" });

        (await ada.PostAsync("/api/accounts/passkey", new { handle = "tookinstead", credential = key.Create(question.Json) }))
            .ShouldBeProblem(HttpStatusCode.BadRequest, "passkey_refused");
    }

    private static async Task SignUpAsync(Person person, SoftwareAuthenticator key, string handle)
    {
        Answer question = await person.PostAsync("/api/accounts/passkey-options", new { handle });
        (await person.PostAsync("/api/accounts/passkey", new { handle, credential = key.Create(question.Json) })).ShouldBeFine(HttpStatusCode.Created);
    }
}
