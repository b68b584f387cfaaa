using System.Security.Cryptography;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.Control;
using LumenArgus.Host.Output;
using LumenArgus.Host.Startup;
using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Reloading;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.PluginCommands;

/// <summary>Runs <c>plugins trust</c>, <c>plugins sign</c> and <c>plugins keygen</c>.</summary>
internal sealed class PluginTrustApplication(TextWriter output, TextWriter error, Func<string, string?> environment)
{
    public async Task<int> TrustAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        if (StartConfiguration.Load(options.ConfigPath, createDefault: false, environment, error) is not { } start)
        {
            return ExitCode.Failure;
        }

        var folders = ExtensionFolders.Find(options.Extensions, options.IncludeBundledExtensions, environment, start.Home, AppContext.BaseDirectory);
        var found = PluginCatalog.Discover(folders).Candidates.Where(static candidate => candidate is { IsHidden: false, Manifest: not null }).ToList();
        if (options.Names.FirstOrDefault(name => !found.Exists(candidate => candidate.Id == name)) is { } unknown)
        {
            return await FailAsync($"no plugin '{unknown}' was found{Suggestion.For(unknown, [.. found.Select(static candidate => candidate.Id)])}");
        }

        var accepted = found.Where(candidate => options.Names.IsEmpty || options.Names.Contains(candidate.Id))
            .Select(static candidate => PluginVerification.Of(candidate, TrustGate.Open)).ToList();
        if (accepted.Find(static plugin => plugin.Problem is not null) is { } wrong)
        {
            return await FailAsync($"{wrong.Candidate.Id} is not accepted: {wrong.Problem}");
        }

        var problem = PinsFile.Change(start.Home, pins => accepted.Aggregate(pins, static (all, plugin) => all.With(plugin.Candidate.Manifest!, plugin.ContentHash)));
        if (problem is not null)
        {
            return await FailAsync(problem);
        }

        foreach (var plugin in accepted)
        {
            var line = PrintableText.Of($"accepted {plugin.Candidate.Id} {plugin.Candidate.Manifest!.Version}, content {plugin.ContentHash}");
            await (options.Format == TerminalFormat.Json ? error : output).WriteLineAsync(line);
        }

        return await TellRunningAsync(start.Home, options, cancellationToken);
    }

    public async Task<int> SignAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        var folder = options.Names[0];
        try
        {
            using var key = PluginKey.TryReadPrivate(await File.ReadAllTextAsync(options.KeyFile!, cancellationToken));
            if (key is null)
            {
                return await FailAsync($"{options.KeyFile} holds no private key for plugins; 'lumen-argus plugins keygen' makes one");
            }

            // What nobody could load needs no signature; most often it is the wrong folder.
            if (!Directory.Exists(folder) || PluginCatalog.Inspect(folder) is not { Manifest: { } manifest })
            {
                return await FailAsync($"{folder} is no folder of a plugin");
            }

            var signature = PluginSignature.Sign(folder, key);
            await output.WriteLineAsync(PrintableText.Of($"signed {manifest.Id} {manifest.Version}, {signature.Files.Count} files, with the key {signature.KeyId}"));
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return await FailAsync($"{folder} was not signed: {failure.Message}");
        }
    }

    public async Task<int> GenerateKeyAsync(PluginsOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var key = PluginKey.Generate();
            await using (var stream = PrivateFiles.CreateNew(options.Names[0]))
            await using (var writer = new StreamWriter(stream))
            {
                await writer.WriteLineAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
            }

            await output.WriteLineAsync(PluginKey.Of(key).ToString());
            await error.WriteLineAsync($"lumen-argus: {options.Names[0]} is the private key {PluginKey.Of(key).Id}: keep it; the line above goes into plugins.trusted_keys");
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await FailAsync($"{options.Names[0]} was not written: {failure.Message}");
        }
    }

    // A plugin that was refused until now is taken up.
    private async Task<int> TellRunningAsync(LumenArgusHome home, PluginsOptions options, CancellationToken cancellationToken)
    {
        if (await ControlClient.TryReadPluginsAsync(home, cancellationToken) is null)
        {
            return ExitCode.Ok;
        }

        var (report, problem) = await ControlClient.ReloadPluginsAsync(home, id: null, cancellationToken);
        if (report is null)
        {
            return await FailAsync(problem!);
        }

        var lines = options.Format == TerminalFormat.Json ? [ReloadReportJson.Write(report)] : report.Plugins.Select(static change => PrintableText.Of(change.ToString()));
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }

        return report.Ok ? ExitCode.Ok : ExitCode.Failure;
    }

    private async Task<int> FailAsync(string problem)
    {
        await error.WriteLineAsync($"lumen-argus: {problem}");
        return ExitCode.Failure;
    }
}
