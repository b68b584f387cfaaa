namespace LumenArgus.FunctionalTests;

/// <summary>How long a test waits for what must come; reaching it is a failure, never a measurement.</summary>
internal static class Limits
{
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    public static CancellationTokenSource Token() => new(Default);
}
