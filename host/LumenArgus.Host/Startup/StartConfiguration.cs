using System.Collections.Immutable;
using System.Net;
using LumenArgus.Host.CommandLine;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Project;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.Startup;

/// <summary>Home, file and flags brought together; what is wrong is told on standard error.</summary>
/// <param name="Home">The home folder.</param>
/// <param name="File">The file that was read; null if there is none and the defaults are used.</param>
/// <param name="Config">The configuration with the flags applied.</param>
/// <param name="Source">Where each key stands.</param>
internal sealed partial record StartConfiguration(LumenArgusHome Home, string? File, LumenArgusConfig Config, ConfigSource? Source)
{
    /// <summary>The project files that were applied.</summary>
    public ImmutableArray<ConfigSource> ProjectFiles { get; init; } = [];

    /// <summary>What of the files works otherwise than their author may think.</summary>
    public ImmutableArray<ConfigProblem> Warnings { get; init; } = [];

    /// <summary>Loads the configuration for <c>serve</c>.</summary>
    /// <returns>Null after an error, which was told: exit code 1.</returns>
    public static StartConfiguration? Load(ServeOptions options, Func<string, string?> environment, TextWriter error)
    {
        foreach (var flag in options.UnsupportedFlags)
        {
            error.WriteLine($"lumen-argus: warning: {flag} is not supported by this version yet and has no effect");
        }

        if (options.Host is { } host && IPAddress.TryParse(host, out var address) && !IPAddress.IsLoopback(address))
        {
            error.WriteLine($"lumen-argus: warning: --host {host}: other machines can reach the proxy, which asks nobody for a password");
        }

        var start = Load(options.ConfigPath, createDefault: true, environment, error);
        if (start is null)
        {
            return null;
        }

        start = start with { Config = options.ApplyTo(start.Config) };
        if (start.Source is not { } source || OwnAddress.Find(start.Config.Proxy, source).ToList() is not { Count: > 0 } mistakes)
        {
            return start;
        }

        Tell(mistakes, source.File, error);
        return null;
    }

    /// <summary>Loads the configuration for commands that only look.</summary>
    /// <param name="configPath">The file; null is the one of the home folder, which may be missing.</param>
    /// <param name="createDefault">Whether a missing file of the home folder is created.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>Null after an error, which was told: exit code 1.</returns>
    public static StartConfiguration? Load(string? configPath, bool createDefault, Func<string, string?> environment, TextWriter error)
    {
        if (!LumenArgusHome.TryResolve(environment, out var home, out var problem))
        {
            error.WriteLine("lumen-argus: " + problem);
            return null;
        }

        if (configPath is null && createDefault)
        {
            DefaultConfigFile.TryCreate(home, out var notCreated);
            if (notCreated is not null)
            {
                error.WriteLine($"lumen-argus: warning: {notCreated}; the defaults are used");
            }
        }

        var path = configPath ?? home.ConfigFile;
        // A folder of that name is an error, not a file that is missing.
        if (configPath is null && !Path.Exists(path))
        {
            return new StartConfiguration(home, null, LumenArgusConfig.Defaults(home), null);
        }

        var result = ConfigReader.Read(Path.GetFullPath(path), home);
        Tell(result, path, error);
        return result.Config is { } config ? new StartConfiguration(home, path, config, result.Source) { Warnings = result.Warnings } : null;
    }

    /// <summary>
    /// Tightens the configuration by the project files of folders. Also <c>serve</c> does that, for the folder it is started in, as the original did: a
    /// project file can only make the policy stricter, so it is safe for the traffic of other projects too.
    /// </summary>
    /// <param name="folders">Where a project file may be.</param>
    /// <param name="error">Standard error.</param>
    /// <returns>Null after an error, which was told: exit code 1. A strictness that was asked for and misspelt must not be lost.</returns>
    public StartConfiguration? WithProjectFiles(IEnumerable<string> folders, TextWriter error) => Tighten(folders, (result, path) => Tell(result, path, error));

    /// <summary>As <see cref="WithProjectFiles"/>, for a caller that tells in its own way.</summary>
    /// <param name="folders">Where a project file may be.</param>
    /// <param name="tell">Called for each file.</param>
    public StartConfiguration? Tighten(IEnumerable<string> folders, Action<ConfigResult, string> tell)
    {
        var config = Config;
        var sources = new List<ConfigSource>();
        var warnings = Warnings;
        foreach (var path in folders.Distinct(StringComparer.Ordinal).Select(folder => Path.Combine(folder, ProjectFile.Name)).Where(System.IO.File.Exists))
        {
            var result = ProjectFile.Apply(path, config, Home);
            tell(result, path);
            if (result.Config is not { } tightened)
            {
                return null;
            }

            config = tightened;
            sources.Add(result.Source);
            warnings = [.. warnings, .. result.Warnings];
        }

        return this with { Config = config, ProjectFiles = [.. sources], Warnings = warnings };
    }

    /// <summary>Warns about detectors and plugins that the files name and that are not there, which is only known once the plugins are loaded.</summary>
    /// <param name="plugins">All plugins, also those that were rejected.</param>
    /// <param name="error">Standard error.</param>
    public void TellUnknown(PluginSet plugins, TextWriter error)
    {
        foreach (var warning in UnknownNames(plugins))
        {
            error.WriteLine($"lumen-argus: warning: {warning}");
        }
    }

    /// <summary>Writes all warnings to the log: what was said at the start has scrolled away when somebody looks for it.</summary>
    /// <param name="plugins">All plugins, also those that were rejected.</param>
    /// <param name="logger">The log without standard error, which was told.</param>
    public void LogWarnings(PluginSet plugins, ILogger logger)
    {
        foreach (var warning in Warnings.Concat(UnknownNames(plugins)))
        {
            Log.StartWarned(logger, warning);
        }
    }

    /// <summary>The names of detectors and plugins in the files that no plugin has.</summary>
    /// <param name="plugins">All plugins, also those that were rejected.</param>
    public IEnumerable<ConfigProblem> UnknownNames(PluginSet plugins)
    {
        var all = plugins.All;
        string[] detectors = [.. all.SelectMany(static plugin => plugin.Detectors)];
        var warnings = ProjectFiles.SelectMany(source => source.UnknownDetectors(Config, detectors));
        if (Source is { } own)
        {
            warnings = own.UnknownDetectors(Config, detectors).Concat(own.UnknownPlugins(Config, [.. all.Select(static plugin => plugin.Id)])).Concat(warnings);
        }

        return warnings;
    }

    private static void Tell(ConfigResult result, string path, TextWriter error)
    {
        foreach (var warning in result.Warnings)
        {
            error.WriteLine($"lumen-argus: warning: {warning}");
        }

        if (result.Errors.Length > 0)
        {
            Tell(result.Errors, path, error);
        }
    }

    private static void Tell(IReadOnlyCollection<ConfigProblem> mistakes, string path, TextWriter error)
    {
        error.WriteLine($"lumen-argus: {path} has {mistakes.Count} mistake(s):");
        foreach (var mistake in mistakes)
        {
            error.WriteLine("  " + mistake);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 6017, EventName = nameof(StartWarned), Level = LogLevel.Warning, Message = "Configuration: {Warning}")]
        public static partial void StartWarned(ILogger logger, ConfigProblem warning);
    }
}
