using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The folder that holds everything of one user: <c>LUMEN_ARGUS_HOME</c>, else <c>.lumen-argus</c> in the user's home.</summary>
public sealed record LumenArgusHome
{
    /// <summary>Name of the variable that names the folder.</summary>
    public const string Variable = "LUMEN_ARGUS_HOME";

    /// <summary>Name of <see cref="HashKeyFile"/> in the folder.</summary>
    public const string HashKeyName = "hmac.key";

    /// <summary>Name of the file in the folder that holds the access token of the dashboard.</summary>
    public const string DashboardTokenName = "dashboard-token";

    private readonly string? _userHome;

    private LumenArgusHome(string root, string? userHome)
    {
        Root = root;
        _userHome = userHome;
    }

    /// <summary>Absolute path of the folder; it may not exist yet.</summary>
    public string Root { get; }

    /// <summary><c>config.yaml</c>.</summary>
    public string ConfigFile => Path.Combine(Root, "config.yaml");

    /// <summary>Default folder of the audit log.</summary>
    public string AuditDirectory => Path.Combine(Root, "audit");

    /// <summary>Default folder of the application log.</summary>
    public string LogDirectory => Path.Combine(Root, "logs");

    /// <summary>Default path of the database.</summary>
    public string DatabaseFile => Path.Combine(Root, "analytics.db");

    /// <summary>The key of all hashes that are stored.</summary>
    public string HashKeyFile => Path.Combine(Root, HashKeyName);

    /// <summary>Plugins that belong to this user.</summary>
    public string ExtensionsDirectory => Path.Combine(Root, "extensions");

    /// <summary>Finds the folder.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="home">The folder.</param>
    /// <param name="error">What the user can do if there is none.</param>
    /// <returns>Whether one was found.</returns>
    public static bool TryResolve(
        Func<string, string?> environment,
        [NotNullWhen(true)] out LumenArgusHome? home,
        [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var userHome = NotEmpty(environment("HOME")) ?? NotEmpty(environment("USERPROFILE"));
        var root = NotEmpty(environment(Variable)) ?? (userHome is null ? null : Path.Combine(userHome, ".lumen-argus"));
        if (root is null)
        {
            home = null;
            error = $"Neither HOME nor {Variable} is set: set {Variable} to the folder that shall hold the configuration, the logs and the audit files.";
            return false;
        }

        home = new LumenArgusHome(Path.GetFullPath(Expand(root, userHome)), userHome);
        error = null;
        return true;
    }

    /// <summary>Makes a configured path absolute: <c>~</c> is the user's home, a relative path starts at <paramref name="baseDirectory"/>.</summary>
    /// <param name="path">The path as configured.</param>
    /// <param name="baseDirectory">Absolute folder, normally the one of the configuration file.</param>
    /// <returns>An absolute path.</returns>
    public string Resolve(string path, string baseDirectory) => Path.GetFullPath(Expand(path, _userHome), baseDirectory);

    private static string Expand(string path, string? userHome) => userHome is null || (path != "~" && !path.StartsWith("~/", StringComparison.Ordinal))
        ? path
        : Path.Join(userHome, path[1..]);

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
