using System.Collections.Immutable;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Host.Reloading;

/// <summary>The files of the configuration, read again as <c>serve</c> read them: the same file, the same flags over it, the same project file.</summary>
/// <param name="Start">What they say; null if there is any error.</param>
/// <param name="Warnings">One line each.</param>
/// <param name="Errors">One line each, with file, line and key.</param>
internal sealed record ReloadFiles(StartConfiguration? Start, ImmutableArray<string> Warnings, ImmutableArray<string> Errors)
{
    public static ReloadFiles Read(ServeOptions options, StartConfiguration running, string folder)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var errors = ImmutableArray.CreateBuilder<string>();

        // A file that has gone is not read as "all defaults": that would quietly take back what it said.
        var start = running with { Config = LumenArgusConfig.Defaults(running.Home), Warnings = [] };
        if (running.File is { } path)
        {
            var result = ConfigReader.Read(Path.GetFullPath(path), running.Home);
            Take(result);
            start = start with { Config = result.Config ?? start.Config, Source = result.Source, Warnings = result.Warnings };
        }
        else if (Path.Exists(running.Home.ConfigFile))
        {
            var result = ConfigReader.Read(running.Home.ConfigFile, running.Home);
            Take(result);
            start = start with { File = running.Home.ConfigFile, Config = result.Config ?? start.Config, Source = result.Source, Warnings = result.Warnings };
        }

        start = start with { Config = options.ApplyTo(start.Config) };
        if (start.Source is { } source)
        {
            errors.AddRange(OwnAddress.Find(start.Config.Proxy, source).Select(static mistake => mistake.ToString()));
        }

        if (errors.Count > 0)
        {
            return new ReloadFiles(null, warnings.ToImmutable(), errors.ToImmutable());
        }

        var tightened = start.Tighten([folder], (result, _) => Take(result));
        return new ReloadFiles(tightened, warnings.ToImmutable(), errors.ToImmutable());

        void Take(ConfigResult result)
        {
            warnings.AddRange(result.Warnings.Select(static warning => warning.ToString()));
            errors.AddRange(result.Errors.Select(static error => error.ToString()));
        }
    }
}
