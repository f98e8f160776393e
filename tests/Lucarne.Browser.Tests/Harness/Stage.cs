using System.Net.Http.Json;
using Lucarne.Browser.Tests.Harness;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stage))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lucarne.Browser.Tests.Harness;

/// <summary>One running app and one Chromium, for all tests.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>A phone in portrait, as wide as most are.</summary>
    public const string Phone = "phone";

    /// <summary>A laptop.</summary>
    public const string Desktop = "desktop";

    private static readonly string[] ChromiumPaths =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningServer? _server;

    /// <summary>Address of the app.</summary>
    public Uri Address => (_server ?? throw new InvalidOperationException("The app was not started")).Address;

    /// <summary>What the app has logged so far.</summary>
    public string ServerLog => _server?.Log ?? "";

    private static string? ChromiumPath
        => new[] { Environment.GetEnvironmentVariable("LUCARNE_CHROMIUM") }.Concat(ChromiumPaths).FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (ChromiumPath is not { } chromium)
        {
            return;
        }

        if (!File.Exists(Path.Combine(Repository.WebClient, "index.html")))
        {
            throw new InvalidOperationException("The web client is not built: run 'npm ci && npm run build' in web, or ./lucarne build.");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = ChromiumArguments });
        _server = await RunningServer.StartAsync();

        // The first account is the administrator, who cannot leave alone: nobody in a story is.
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add("X-Lucarne-Csrf", "1");
        using HttpResponseMessage kept = await http.PostAsJsonAsync(new Uri(Address, "/api/accounts"), new { handle = "keeper", password = Visit.Password });
        kept.EnsureSuccessStatusCode();
    }

    /// <summary>Opens a browser of its own for someone: own cookies, own storage. Skips the test where there is no Chromium.</summary>
    /// <param name="device"><see cref="Phone"/> or <see cref="Desktop"/>.</param>
    /// <param name="locale">What the browser prefers to read.</param>
    /// <param name="script">False for a browser that runs no script.</param>
    /// <param name="light">True for someone who prefers light pages.</param>
    /// <param name="still">True for someone who has asked for reduced motion: pages are as they will stay at once.</param>
    /// <param name="address">Another app than the shared one.</param>
    public async Task<Visit> OpenAsync(string device = Desktop, string locale = "en-GB", bool script = true, bool light = false, bool still = false, Uri? address = null)
    {
        Assert.SkipWhen(_browser is null, "No Chromium was found; install Debian's chromium, or set LUCARNE_CHROMIUM to its path.");
        BrowserNewContextOptions options = new()
        {
            BaseURL = (address ?? Address).GetLeftPart(UriPartial.Authority),
            Locale = locale,
            JavaScriptEnabled = script,
            ColorScheme = light ? ColorScheme.Light : ColorScheme.Dark,
            ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = device == Phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            HasTouch = device == Phone,
            IsMobile = device == Phone,
        };
        return new Visit(await _browser!.NewContextAsync(options), this);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
