using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Lucarne.Browser.Tests;

/// <summary>What holds for the pages around the main job.</summary>
public sealed class PagesTests(Stage stage)
{
    [Theory]
    [InlineData(Stage.Desktop)]
    [InlineData(Stage.Phone)]
    public async Task Every_page_passes_axe(string device)
    {
        await using Visit someone = await stage.OpenAsync(device, still: true);
        await someone.TellAsync(async () =>
        {
            foreach (string address in new[] { "/", "/sign-in", "/sign-up", "/nowhere" })
            {
                await OpenAsync(someone, address);
            }

            await someone.SignUpAsync("Eve");
            await OpenAsync(someone, "/drafts");
            await OpenAsync(someone, "/settings");
            await OpenAsync(someone, "/create");
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
            await OpenAsync(someone, "/drafts");
            await someone.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First.ClickAsync();
            await someone.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
            await someone.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await someone.ShouldBeAccessibleAsync("the publish dialog");
            await someone.Page.Keyboard.PressAsync("Escape");
            await someone.Page.GetByRole(AriaRole.Img, new() { Name = "The picture that this film started from" }).WaitForAsync();
            await someone.ShouldBeAccessibleAsync("a draft");
            await someone.PublishAsync("Marbles");
            await someone.ShouldBeAccessibleAsync("a post");
            await OpenAsync(someone, "/feed");
            await someone.WatchAsync();
            await someone.ShouldBeAccessibleAsync("the feed");
            await someone.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).First.ClickAsync();
            await someone.Page.GetByRole(AriaRole.Menuitem, new() { Name = "How it was made" }).ClickAsync();
            await someone.Page.GetByRole(AriaRole.Dialog).WaitForAsync();
            await someone.ShouldBeAccessibleAsync("how it was made");
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
    public async Task The_first_person_is_told_that_they_will_be_the_administrator()
    {
        await using RunningServer fresh = await RunningServer.StartAsync();
        await using Visit first = await stage.OpenAsync(address: fresh.Address);
        await first.TellAsync(async () =>
        {
            await (await first.GoAsync("/")).GetByText("You will be the administrator.").WaitForAsync();
            await first.SignUpAsync("Root");
            (await first.ApiAsync("/api/me")).GetProperty("administrator").GetBoolean().ShouldBeTrue();
            await first.GoAsync("/settings");
            await first.Page.GetByRole(AriaRole.Link, new() { Name = "Administration" }).WaitForAsync();
        });
    }

    [Fact]
    public async Task Signing_out_closes_the_private_pages_and_signing_in_leads_back_to_them()
    {
        await using Visit someone = await stage.OpenAsync();
        await someone.TellAsync(async () =>
        {
            string handle = await someone.SignUpAsync("Noor");
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

    [Theory]
    [InlineData(Stage.Desktop)]
    [InlineData(Stage.Phone)]
    public async Task No_page_is_wider_than_the_screen_even_at_360_pixels(string device)
    {
        await using Visit someone = await stage.OpenAsync(device);
        await someone.TellAsync(async () =>
        {
            await someone.SignUpAsync("Thin");
            if (device == Stage.Phone)
            {
                await someone.Page.SetViewportSizeAsync(360, 740);
            }

            foreach (string address in new[] { "/create", "/drafts", "/settings", "/feed", "/sign-up", "/nowhere" })
            {
                await someone.GoAsync(address);
                await someone.Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
                int overflow = await someone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
                overflow.ShouldBeLessThanOrEqualTo(0, address);
            }
        });
    }

    private static async Task OpenAsync(Visit visit, string address)
    {
        await visit.GoAsync(address);
        await visit.Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visit.ShouldBeAccessibleAsync(address);
    }
}
