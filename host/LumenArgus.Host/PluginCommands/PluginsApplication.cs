using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Runs the commands <c>plugins</c> that only look: <c>list</c>, <c>show</c>, <c>verify</c>.</summary>
internal sealed class PluginsApplication(TextWriter output, TextWriter error, Func<string, string?> environment, TimeProvider clock)
{
    public async Task<int> ListAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (await ReadAsync(options, cancellationToken) is not { } rows)
        {
            return ExitCode.Failure;
        }

        if (options.Format == TerminalFormat.Json)
        {
            PluginTable.WriteJson(output, rows);
            return ExitCode.Ok;
        }

        var colour = ColourChoice.IsOn(noColorFlag: false, !Console.IsOutputRedirected, environment);
        PluginTable.WriteText(output, rows, colour, Console.IsOutputRedirected ? null : Console.WindowWidth);
        return ExitCode.Ok;
    }

    public async Task<int> ShowAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (await ReadAsync(options, cancellationToken) is not { } all)
        {
            return ExitCode.Failure;
        }

        // More than one where an old version has not left, or another folder holds the same id.
        var rows = all.Where(row => row.Id == options.Names[0]).ToList();
        if (rows.Count == 0)
        {
            var suggestion = Suggestion.For(options.Names[0], [.. all.Select(static row => row.Id)]);
            await error.WriteLineAsync($"lumen-argus: no plugin '{options.Names[0]}' was found{suggestion}");
            return ExitCode.Failure;
        }

        if (options.Format == TerminalFormat.Json)
        {
            PluginTable.WriteJson(output, rows);
        }
        else
        {
            await output.WriteLineAsync(string.Join("\n\n", rows.Select(PluginCard.Render)));
        }

        return ExitCode.Ok;
    }

    public async Task<int> VerifyAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        var found = PluginCatalog.Discover(SearchPath(start, options).Folders).Candidates;
        using var unpacked = new UnpackedPlugins();
        var wanted = new List<PluginCandidate>();
        foreach (var name in options.Names)
        {
            PluginCandidate[] matches;
            if (File.Exists(name))
            {
                var (zipped, problem) = unpacked.Add(name);
                if (zipped is null)
                {
                    await error.WriteLineAsync($"lumen-argus: {name} cannot be unpacked: {problem}");
                    return ExitCode.Failure;
                }

                matches = [zipped];
            }
            else
            {
                matches = Directory.Exists(name) ? [PluginCatalog.Inspect(name)] : [.. found.Where(candidate => candidate.Id == name)];
            }

            if (matches.Length == 0)
            {
                await error.WriteLineAsync($"lumen-argus: '{name}' is neither a folder, nor a zip, nor a plugin that was found{Suggestion.For(name, [.. found.Select(static each => each.Id)])}");
                return ExitCode.Failure;
            }

            wanted.AddRange(matches);
        }

        var gate = TrustGates.For(start.Config.Plugins, start.Home.Root);
        var results = (options.Names.IsEmpty ? found : [.. wanted]).Select(candidate => PluginVerification.Of(candidate, gate)).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var keys = start.Config.Plugins.TrustedKeys.Select(PluginKey.TryParse).OfType<PluginKey>().ToList();
        foreach (var result in results)
        {
            var signature = SignatureOf(result.Candidate, keys);
            await output.WriteLineAsync(options.Format == TerminalFormat.Json ? VerificationText.Json(result, signature) : VerificationText.Render(result, signature));
        }

        return results.TrueForAll(static result => result.Problem is null || result.Candidate.IsHidden) ? ExitCode.Ok : ExitCode.Failure;
    }

    // Also where it decides nothing: whoever is about to install something wants to know whose it is.
    private static string SignatureOf(PluginCandidate candidate, IReadOnlyCollection<PluginKey> keys)
    {
        try
        {
            return PluginVouching.Of(candidate.Id, candidate.Folder, keys, ShippedPlugins.Read(AppContext.BaseDirectory));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"unknown: its files cannot be read ({exception.GetType().Name})";
        }
    }

    private PluginSearchPath SearchPath(StartConfiguration start, PluginsOptions options) => new(
        ExtensionFolders.Find(options.Extensions, options.IncludeBundledExtensions, environment, start.Home, AppContext.BaseDirectory), start.Home.Root);

    // What runs says most; otherwise the plugins are loaded as serve would, looked at, and let go.
    private async Task<IReadOnlyList<PluginRow>?> ReadAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (!options.NamesFolders && LumenArgusHome.TryResolve(environment, out var home, out _)
            && await ControlClient.TryReadPluginsAsync(home, cancellationToken) is { } running)
        {
            return running;
        }

        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
        {
            return null;
        }

        using var loggers = LoggerFactory.Create(static _ => { });
        return await PluginListing.LoadAsync(start.Config, SearchPath(start, options), clock, loggers, cancellationToken);
    }
}
