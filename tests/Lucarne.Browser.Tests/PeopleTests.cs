using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>Profiles, follows, blocks and the ways into an account, as people use them.</summary>
public sealed class PeopleTests(Stage stage)
{
    [Fact]
    public async Task Someone_edits_their_profile_is_followed_and_is_blocked()
    {
        await using Visit ada = await stage.OpenAsync(Stage.Phone, still: true);
        string adas = await ada.ArriveAsync("Ada");
        IPage page = await ada.GoAsync($"/@{adas}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit profile" }).ClickAsync();
        ILocator dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Choose a picture").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Assertions.Expect(page.GetByText("Your picture is changed.")).ToBeVisibleAsync();
        await dialog.GetByLabel("About you").FillAsync("Films about #rain.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await dialog.GetByLabel("Link 1", new() { Exact = true }).FillAsync("https://example.org/films");
        await ada.ShouldBeAccessibleAsync("the profile being edited");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Films about #rain.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("header img")).ToHaveCountAsync(1);
        await ada.ShouldBeAccessibleAsync("one's own profile");

        await using Visit brook = await stage.OpenAsync(still: true);
        string brooks = await brook.ArriveAsync("Brook");
        IPage theirs = await brook.GoAsync($"/@{adas}");
        await Assertions.Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "example.org/films" })).ToHaveAttributeAsync("href", "https://example.org/films");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Follow: Ada" }).ClickAsync();
        await Assertions.Expect(theirs.GetByText("1 follower")).ToBeVisibleAsync();
        await brook.ShouldBeAccessibleAsync("someone's profile");

        await ada.GoAsync($"/@{adas}");
        await page.GetByRole(AriaRole.Button, new() { Name = "1 follower" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = brooks }).ClickAsync();
        await Assertions.Expect(page.GetByText("Follows you")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.GetByText("Block", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Block" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You block Brook")).ToBeVisibleAsync();
        await brook.GoAsync($"/@{adas}");
        await Assertions.Expect(theirs.GetByText("There is no such account")).ToBeVisibleAsync();

        await ada.GoAsync("/settings/privacy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: Brook" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody is blocked.")).ToBeVisibleAsync();
        await ada.ShouldBeAccessibleAsync("the privacy settings");
        ada.Complaints.ShouldBeEmpty();
        brook.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recovery_code_leads_back_in_where_a_new_password_is_set()
    {
        await using Visit ada = await stage.OpenAsync(still: true);
        string handle = await ada.ArriveAsync("Recovers");
        IPage page = await ada.GoAsync("/settings/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make new codes" }).ClickAsync();
        string code = await page.Locator("dialog code").First.InnerTextAsync();
        await ada.ShouldBeAccessibleAsync("the recovery codes");

        await using Visit lost = await stage.OpenAsync(Stage.Phone, still: true);
        IPage door = await lost.GoAsync("/sign-in");
        await door.GetByRole(AriaRole.Link, new() { Name = "Lost your password or passkey?" }).ClickAsync();
        await door.GetByLabel("Handle").FillAsync(handle);
        await door.GetByLabel("Recovery code").FillAsync(code);
        await door.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await door.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await door.GetByRole(AriaRole.Textbox, new() { Name = "Password", Exact = true }).FillAsync("another rather long password");
        await door.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(door.GetByText("every other device is signed out")).ToBeVisibleAsync();
        await Assertions.Expect(door.GetByText("9 of 10 left")).ToBeVisibleAsync();
        await lost.ShouldBeAccessibleAsync("the security settings");
        lost.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chosen_theme_stays_through_the_next_visit()
    {
        await using Visit ada = await stage.OpenAsync(still: true);
        await ada.ArriveAsync("Themed");
        IPage page = await ada.GoAsync("/settings/appearance");
        await page.GetByText("Light", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await ada.ShouldBeAccessibleAsync("the appearance settings");
        await page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Dark" })).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
