using LumenArgus.Testing.Processes;
using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Chromium;

/// <summary>A headless Chromium that asks nobody outside of this machine for anything.</summary>
public sealed class ChromiumBrowser : IAsyncDisposable
{
    /// <summary>A name that leads to this machine, as it would after DNS rebinding.</summary>
    public const string ForeignName = "rebound.example";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ChromiumBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<ChromiumBrowser> StartAsync()
    {
        var path = await ChromiumPath.FindAsync();
        var playwright = await Playwright.CreateAsync();
        try
        {
            var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                ChromiumSandbox = false,
                Timeout = Limits.Milliseconds * 2,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--no-first-run", "--hide-scrollbars", $"--host-resolver-rules=MAP {ForeignName} 127.0.0.1",
                ],
            });
            return new ChromiumBrowser(playwright, browser);
        }
        catch
        {
            playwright.Dispose();
            throw;
        }
    }

    /// <summary>A window of its own: no cookies, nothing kept.</summary>
    public async Task<IBrowserContext> OpenAsync(Look look)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ColorScheme = look.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(Limits.Milliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
