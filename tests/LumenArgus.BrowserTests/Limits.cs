namespace LumenArgus.BrowserTests;

/// <summary>How long a test waits for what must come; reaching it is a failure, never a measurement.</summary>
internal static class Limits
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    /// <summary>The same in the unit of Playwright.</summary>
    public static float Milliseconds => (float)Default.TotalMilliseconds;

    public static CancellationTokenSource Token() => new(Default);
}
