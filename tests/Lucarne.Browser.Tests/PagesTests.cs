using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>What holds for the pages around the main job.</summary>
public sealed class PagesTests(Stage stage)
{
    [Fact]
    public async Task A_film_starts_from_a_picture_that_its_draft_shows()
    {
        await using Visit someone = await stage.OpenAsync(Stage.Phone, still: true);
        await someone.TellAsync(async () =>
        {
            await someone.ArriveAsync("Eve");
            await someone.GoAsync("/create");
            await someone.Page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(Repository.Root, "docs", "images", "11.jpg"));
            ILocator preview = someone.Page.GetByRole(AriaRole.Img, new() { Name = "The picture that the film starts from: 11" });
            await preview.WaitForAsync();
            await someone.Page.GetByLabel("I hold the rights to this picture").CheckAsync();
            await someone.Page.GetByText("The picture is ready.").WaitForAsync();
            (await preview.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0, "it is seen");
            await someone.ShouldBeAccessibleAsync("a picture to start from");
            await someone.CreateAsync("three glass marbles rolling into each other with a glorp", seconds: 4, quality: "360p");
            await someone.Page.Locator("[data-status]").WaitForAsync();
            await someone.ShouldBeAccessibleAsync("a film being made");
            await someone.WaitUntilMadeAsync();
            await someone.ShouldBeAccessibleAsync("a film that is ready");
            await someone.GoAsync("/drafts");
            await someone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
            await someone.Page.GetByRole(AriaRole.Img, new() { Name = "The picture that this film started from" }).WaitForAsync();
            await someone.ShouldBeAccessibleAsync("a draft that started from a picture");
        });
    }

    [Fact]
    public async Task A_french_browser_gets_french_pages_and_can_switch()
    {
        await using Visit visitor = await stage.OpenAsync(locale: "fr-FR");
        await visitor.TellAsync(async () =>
        {
            IPage page = await visitor.GoAsync("/");
            await page.GetByRole(AriaRole.Heading, new() { Name = "Une phrase entre. Un film en sort." }).WaitForAsync();
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("fr");
            await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "A sentence goes in. A film comes out." }).WaitForAsync();
            await page.ReloadAsync();
            await page.GetByRole(AriaRole.Heading, new() { Name = "A sentence goes in. A film comes out." }).WaitForAsync();
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        });
    }

    [Fact]
    public async Task Signing_out_closes_the_private_pages_and_signing_in_leads_back_to_them()
    {
        await using Visit someone = await stage.OpenAsync();
        await someone.TellAsync(async () =>
        {
            string handle = await someone.ArriveAsync("Noor");
            await someone.GoAsync("/settings");
            await someone.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await someone.Page.GetByRole(AriaRole.Heading, new() { Name = "A sentence goes in. A film comes out." }).WaitForAsync();
            await someone.GoAsync("/drafts");
            await someone.Page.GetByRole(AriaRole.Heading, new() { Name = "Welcome back" }).WaitForAsync();
            await someone.Page.GetByLabel("Handle").FillAsync(handle);
            await someone.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the password");
            await someone.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await someone.Page.GetByText("Handle and password do not match.").WaitForAsync();
            await someone.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Visit.Password);
            await someone.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await someone.Page.GetByRole(AriaRole.Heading, new() { Name = "Drafts" }).WaitForAsync();
        });
    }

    [Fact]
    public async Task A_passkey_signs_up_and_signs_in()
    {
        await using Visit someone = await stage.OpenAsync();
        await someone.TellAsync(async () =>
        {
            IPage page = await someone.GoAsync("/sign-up");
            ICDPSession session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                },
            });
            await page.GetByLabel("Handle").FillAsync("keyholder");
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue with a passkey" }).ClickAsync();
            await page.WaitForURLAsync("**/create");
            await page.Locator("a[href='/settings']").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Profile", Exact = true }).WaitForAsync();
            (await someone.ApiAsync("/api/me")).GetProperty("handle").GetString().ShouldBe("keyholder");
        });
    }
}
