using System.Net;
using System.Text.Json.Nodes;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.People;

public sealed class SettingsTests
{
    private static int _people;

    [Fact]
    public async Task What_one_device_chooses_the_other_finds()
    {
        using Person laptop = await Shared.App.SignUpAsync("twodevices");
        using Person phone = Shared.App.Visitor();
        await phone.PostAsync("/api/sessions", new { handle = "twodevices", password = Person.Password });

        (await laptop.GetAsync("/api/me/settings"))["theme"].ShouldBe("system");
        Answer changed = (await ChangeAsync(laptop, settings => (settings["theme"], settings["messagesFrom"], settings["locale"], settings["breakAfterMinutes"]) = ("light", "nobody", "fr", 45))).ShouldBeFine();

        changed["theme"].ShouldBe("light");
        Answer me = await phone.GetAsync("/api/me");
        me["settings.theme"].ShouldBe("light");
        me["settings.messagesFrom"].ShouldBe("nobody");
        me["settings.breakAfterMinutes"].ShouldBe("45");
        me["locale"].ShouldBe("fr");
    }

    [Fact]
    public async Task A_change_made_from_old_settings_is_refused_rather_than_undoing_a_newer_one()
    {
        using Person ada = await Shared.App.SignUpAsync("oldsettings");
        string tag = (await ada.GetAsync("/api/me/settings")).Headers.ETag!.ToString();
        (await ada.GetAsync("/api/me/settings", ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.NotModified);

        string newer = (await ChangeAsync(ada, settings => settings["autoplay"] = false, ("If-Match", tag))).ShouldBeFine().Headers.ETag!.ToString();

        newer.ShouldNotBe(tag);
        (await ChangeAsync(ada, settings => settings["autoplay"] = true, ("If-Match", tag))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "settings_changed");
        (await ChangeAsync(ada, settings => settings["autoplay"] = true, ("If-Match", "\"rubbish\""))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "settings_changed");
        (await ada.GetAsync("/api/me/settings"))["autoplay"].ShouldBe("False");
        (await ada.GetAsync("/api/me/settings", ("If-None-Match", tag))).ShouldBeFine();
    }

    [Theory]
    [InlineData("locale", "\"tlh\"", "locale_invalid")]
    [InlineData("theme", "\"mauve\"", "body_invalid")]
    [InlineData("theme", "1", "body_invalid")]
    [InlineData("autoplay", "null", "body_invalid")]
    [InlineData("breakAfterMinutes", "-5", "break_invalid")]
    [InlineData("breakAfterMinutes", "1000000", "break_invalid")]
    public async Task What_is_no_choice_is_refused(string member, string value, string code)
    {
        using Person ada = await Shared.App.SignUpAsync($"nochoice{Interlocked.Increment(ref _people)}");

        (await ChangeAsync(ada, settings => settings[member] = JsonNode.Parse(value))).ShouldBeProblem(HttpStatusCode.BadRequest, code);
    }

    private static async Task<Answer> ChangeAsync(Person person, Action<JsonObject> change, params (string Name, string Value)[] headers)
    {
        JsonObject settings = JsonNode.Parse((await person.GetAsync("/api/me/settings")).Bytes)!.AsObject();
        change(settings);
        return await person.SendAsync(HttpMethod.Put, "/api/me/settings", settings, headers);
    }
}
