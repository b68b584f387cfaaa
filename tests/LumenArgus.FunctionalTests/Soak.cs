namespace LumenArgus.FunctionalTests;

/// <summary>How often the long tests repeat: a short form with every test run, the long form with <c>make soak</c>.</summary>
internal static class Soak
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("LUMEN_ARGUS_SOAK") == "1";

    public static int Times(int shortForm, int longForm) => IsLong ? longForm : shortForm;

    public static TimeSpan Limit { get; } = IsLong ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(2);
}
