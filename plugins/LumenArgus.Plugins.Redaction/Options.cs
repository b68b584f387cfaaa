using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Redaction;

/// <summary>What can be configured under <c>plugins.lumenargus.redaction</c>.</summary>
internal sealed record Options
{
    private const string HomeVariable = "LUMEN_ARGUS_HOME";

    /// <summary>Whether values come back in the response.</summary>
    /// <value><c>mode</c>: <c>reversible</c> (default) or <c>irreversible</c>.</value>
    public bool IsReversible { get; init; } = true;

    /// <summary>Where the key of the placeholders is kept. Without it they would change with each start, and a provider's prompt cache would be lost.</summary>
    /// <value><c>key_file</c>: a path. Default <c>redaction.key</c> in the product's home.</value>
    public string KeyFile { get; init; } = Path.Combine(Home(), "redaction.key");

    public static Options Read(IConfiguration configuration)
    {
        var mode = configuration["mode"];
        var options = mode switch
        {
            null or "" or "reversible" => new Options(),
            "irreversible" => new Options { IsReversible = false },
            _ => throw new InvalidOperationException($"mode must be reversible or irreversible (was '{mode}')"),
        };
        return configuration["key_file"] is { Length: > 0 } file ? options with { KeyFile = file } : options;
    }

    private static string Home() => Environment.GetEnvironmentVariable(HomeVariable) is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".lumen-argus");
}
