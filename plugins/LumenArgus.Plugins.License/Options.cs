using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.License;

/// <summary>What can be configured under <c>plugins.lumenargus.license</c>.</summary>
internal sealed record Options
{
    private const string HomeVariable = "LUMEN_ARGUS_HOME";

    /// <summary>Where the key is.</summary>
    /// <value><c>file</c>: a path. Default <c>license</c> in the product's home, where the dashboard saves it.</value>
    public string File { get; init; } = Path.Combine(Home(), "license");

    public static Options Read(IConfiguration configuration) => configuration["file"] is { Length: > 0 } file ? new Options { File = file } : new Options();

    private static string Home() => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".lumen-argus");
}
