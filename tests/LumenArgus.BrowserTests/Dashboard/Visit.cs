using System.Text.RegularExpressions;
using LumenArgus.BrowserTests.Chromium;
using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>Somebody in front of the dashboard: one window, and all that went wrong or was said in it.</summary>
internal sealed partial class Visit : IAsyncDisposable
{
    // The page reads its events with a decoder; what it hears is nowhere else to be had. What it is not allowed to do is told on the console.
    private const string Listen = """
        window.heard = '';
        const decode = TextDecoder.prototype.decode;
        TextDecoder.prototype.decode = function (...given) { const text = decode.apply(this, given); window.heard += text; return text; };
        document.addEventListener('securitypolicyviolation', event => console.error(`refused by the content security policy: ${event.violatedDirective} ${event.blockedURI}`));
        window.alert = () => { window.broken = true; };
        """;

    private const string AllText = """
        () => {
          const parts = [window.heard];
          const walk = root => {
            for (const element of root.querySelectorAll('*')) {
              for (const attribute of element.attributes) { parts.push(attribute.value); }
              if ('value' in element) { parts.push(String(element.value)); }
              if (element.shadowRoot) { walk(element.shadowRoot); }
            }
            parts.push(root.textContent ?? document.documentElement.textContent);
          };
          walk(document);
          return parts.join('\n');
        }
        """;

    private const string IsAtRest = """
        () => {
          const waits = root => root.querySelector('[aria-busy=true], .skeleton, .page-wait') !== null || [...root.querySelectorAll('*')].some(element => element.shadowRoot && waits(element.shadowRoot));
          return document.querySelector('#main h1') !== null && !waits(document);
        }
        """;

    // A table's cells are in a shadow root, which a selector does not look into.
    private const string IsBroken = """
        () => {
          const holds = root => root.querySelector('script, img') !== null || [...root.querySelectorAll('*')].some(element => element.shadowRoot && holds(element.shadowRoot));
          const main = document.querySelector('main');
          return window.broken === true || (main !== null && holds(main));
        }
        """;

    private readonly IBrowserContext _context;
    private readonly Look _look;
    private readonly string _address;
    private readonly List<string> _problems = [];
    private readonly List<Task<string>> _answers = [];

    private Visit(IBrowserContext context, IPage page, Look look, string address)
    {
        (_context, Page, _look, _address) = (context, page, look, address);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _problems.Add(error);
        page.Response += (_, response) =>
        {
            if (!response.Url.Contains("/api/v1/live", StringComparison.Ordinal))
            {
                _answers.Add(BodyOfAsync(response));
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of the console, exceptions nobody caught, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The rows of the first table of the page.</summary>
    public ILocator Rows => Page.Locator("main la-table").First.Locator("tbody tr[data-key]");

    /// <summary>Opens a window without going anywhere.</summary>
    /// <param name="dashboard">Whose browser.</param>
    /// <param name="look">How the window is.</param>
    /// <param name="link">Of another product than the shared one: it is followed.</param>
    public static async Task<Visit> OpenAsync(DashboardFixture dashboard, Look look, string? link = null)
    {
        var context = await dashboard.Browser.OpenAsync(look);
        await context.AddInitScriptAsync(Listen);
        var visit = new Visit(context, await context.NewPageAsync(), look, DashboardFixture.AddressOf(link ?? dashboard.Link));
        if (link is not null)
        {
            await visit.FollowAsync(link);
        }

        return visit;
    }

    /// <summary>Opens a window and follows the printed link.</summary>
    public static async Task<Visit> SignedInAsync(DashboardFixture dashboard, Look? look = null)
    {
        var visit = await OpenAsync(dashboard, look ?? Look.Wide);
        await visit.FollowAsync(dashboard.Link);
        return visit;
    }

    /// <summary>Goes to a page of the dashboard and waits until it shows its data.</summary>
    public async Task GoAsync(string hash)
    {
        await Page.GotoAsync($"{_address}/{hash}");
        await RestAsync();
    }

    /// <summary>Follows a link that the product printed, and waits until it has opened the dashboard.</summary>
    public async Task FollowAsync(string link)
    {
        await Page.GotoAsync(link);
        await RestAsync();
    }

    /// <summary>Waits until somebody is signed in and nothing is being loaded.</summary>
    public Task RestAsync() => Page.WaitForFunctionAsync(IsAtRest);

    /// <summary>Waits until the live events flow.</summary>
    public Task LiveAsync() => Page.Locator("button.live.live").WaitForAsync();

    /// <summary>Whether a script that somebody sent has run, or stands in the page as one.</summary>
    public Task<bool> IsBrokenAsync() => Page.EvaluateAsync<bool>(IsBroken);

    /// <summary>How much wider than the window the page is.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    /// <summary>All that can be read in the page, its attributes, its fields and its events.</summary>
    public Task<string> TextAsync() => Page.EvaluateAsync<string>(AllText);

    /// <summary>The live events up to now, as they came.</summary>
    public Task<string> HeardAsync() => Page.EvaluateAsync<string>("() => window.heard");

    /// <summary>Keeps a picture for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(BuildPaths.ScreenshotFolder, $"{name}-{_look}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });

    /// <summary>Sends a request with the cookie of this window.</summary>
    /// <returns>The status and, if it was refused, why.</returns>
    public Task<string> SendAsync(string method, string path, bool withToken) => Page.EvaluateAsync<string>(
        """
        async ([method, path, withToken]) => {
          const session = await fetch('/api/v1/session').then(answer => answer.json());
          const headers = { 'Content-Type': 'application/json', ...(withToken ? { 'X-CSRF-Token': session.csrf_token } : {}) };
          const answer = await fetch(`/api/v1${path}`, { method, headers, body: '{}' });
          return `${answer.status} ${(await answer.json()).error ?? ''}`;
        }
        """,
        new object[] { method, path, withToken });

    /// <summary>All that was answered to this window since it was opened, but the events.</summary>
    public async Task<string> AnswersAsync() => string.Join('\n', await Task.WhenAll(_answers));

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static async Task<string> BodyOfAsync(IResponse response)
    {
        try
        {
            return NotText().IsMatch(response.Url) ? "" : await response.TextAsync();
        }
        catch (PlaywrightException)
        {
            // Nobody waited for it: the page had gone on.
            return "";
        }
    }

    [GeneratedRegex(@"\.(js|css|svg|ico)(\?|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotText();
}
