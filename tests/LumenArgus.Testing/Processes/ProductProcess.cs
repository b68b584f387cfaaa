using System.Text.RegularExpressions;

namespace LumenArgus.Testing.Processes;

/// <summary>The built product as its users run it: a process of its own with its own empty home, on a free port.</summary>
public sealed partial class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _home;
    private readonly ProductOptions _options;
    private ChildProcess _process;

    private ProductProcess(ProductOptions options, TemporaryFolder home, ChildProcess process, string url)
    {
        _options = options;
        _home = home;
        _process = process;
        Url = url;
    }

    /// <summary>Where the product listens: <c>http://127.0.0.1:port</c>.</summary>
    public string Url { get; private set; }

    /// <summary>Its <c>LUMEN_ARGUS_HOME</c>: configuration, audit files, logs.</summary>
    public string Home => _home.Path;

    /// <summary>The folder with its plugins, to be changed while it runs.</summary>
    public string ExtensionsFolder => Extensions(_home);

    public int ProcessId => _process.Id;

    public string StandardOutput => _process.StandardOutput;

    public string StandardError => _process.StandardError;

    /// <summary>Starts the product and waits until it says where it listens.</summary>
    public static async Task<ProductProcess> StartAsync(ProductOptions options, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(options.Executable))
        {
            throw new FileNotFoundException($"The product is not built: {options.Executable} is missing. Build host/LumenArgus.Host first.");
        }

        var home = new TemporaryFolder();
        ChildProcess? process = null;
        try
        {
            await File.WriteAllTextAsync(home.File("config.yaml"), Configuration(options), cancellationToken);
            foreach (var plugin in options.PluginFolders)
            {
                FolderCopy.Copy(plugin, Path.Combine(Extensions(home), PluginId(plugin)));
            }

            process = Serve(options, home);
            return new ProductProcess(options, home, process, await UrlOfAsync(process, cancellationToken));
        }
        catch
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            home.Dispose();
            throw;
        }
    }

    /// <summary>Kills the product and starts it again with what it left in its home.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await _process.DisposeAsync();
        _process = Serve(_options, _home);
        Url = await UrlOfAsync(_process, cancellationToken);
    }

    /// <summary>Waits until the product has said something on standard output.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> match, CancellationToken cancellationToken = default) =>
        _process.WaitForLineAsync(match, StartTimeout, cancellationToken);

    /// <summary>Writes config.yaml anew, with other lines and, if given, another port.</summary>
    public Task WriteConfigurationAsync(string extra, int? port = null) =>
        File.WriteAllTextAsync(_home.File("config.yaml"), Configuration(_options with { ExtraConfiguration = extra, Port = port ?? _options.Port }));

    /// <summary>Has every write to a file fail that goes beyond so many bytes, as on a full disk; null lifts that. Linux only.</summary>
    public void LimitFileSize(long? bytes) => FileSizeLimit.Set(_process.Id, bytes);

    /// <summary>Asks the product to end and does not wait.</summary>
    public void Terminate() => _process.Terminate();

    /// <summary>Waits until the product has ended; kills it when it does not.</summary>
    public Task<ChildProcessResult> WaitForExitAsync(CancellationToken cancellationToken = default) => _process.WaitForExitAsync(StopTimeout, cancellationToken);

    /// <summary>Sends SIGHUP.</summary>
    public void HangUp() => _process.HangUp();

    /// <summary>Runs another command of the product with the same home.</summary>
    public Task<ChildProcessResult> RunAsync(params string[] arguments) => ChildProcess.RunAsync(
        new ChildProcessStart(_options.Executable, arguments) { WorkingDirectory = _home.Path, Environment = BuiltProduct.Environment(_home.Folder("user"), _home.Path) },
        StartTimeout);

    /// <summary>Runs a command that loads plugins, with those of the product.</summary>
    public Task<ChildProcessResult> RunWithPluginsAsync(params string[] arguments) =>
        RunAsync([.. arguments, "--no-bundled-extensions", "--extensions", Extensions(_home)]);

    /// <summary>Asks the product to end and waits until it has; kills it when it does not.</summary>
    public async Task<ChildProcessResult> StopAsync(CancellationToken cancellationToken = default)
    {
        _process.Terminate();
        return await _process.WaitForExitAsync(StopTimeout, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _home.Dispose();
    }

    private static ChildProcess Serve(ProductOptions options, TemporaryFolder home)
    {
        var environment = BuiltProduct.Environment(home.Folder("user"), home.Path);
        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }

        var arguments = Arguments(options, home);
        var start = options.SurvivesFileSizeLimit
            ? new ChildProcessStart("/bin/sh", ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", options.Executable, .. arguments])
            : new ChildProcessStart(options.Executable, arguments);
        return ChildProcess.Start(start with { WorkingDirectory = home.Path, Environment = environment });
    }

    private static async Task<string> UrlOfAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        var banner = await process.WaitForLineAsync(ListeningOn().IsMatch, StartTimeout, cancellationToken);
        return ListeningOn().Match(banner).Groups["url"].Value;
    }

    private static string Configuration(ProductOptions options) => $"""
        proxy:
          port: {options.Port ?? 8080}
          upstream:
            anthropic: {options.UpstreamUrl}
            openai: {options.UpstreamUrl}
            gemini: {options.UpstreamUrl}
        {options.ExtraConfiguration}
        """;

    private static string Extensions(TemporaryFolder home) => home.Folder("extensions-under-test");

    private static List<string> Arguments(ProductOptions options, TemporaryFolder home)
    {
        // The repository's own folder is never searched: what is in it is somebody's working state.
        List<string> arguments = ["serve", "--no-color", "--no-bundled-extensions", "--extensions", Extensions(home), .. options.ExtraArguments];
        if (options.Port is null)
        {
            arguments.AddRange(["--port", "0"]);
        }

        if (!options.Dashboard)
        {
            arguments.Add("--no-dashboard");
        }

        if (options.Action is not null)
        {
            arguments.AddRange(["--action", options.Action]);
        }

        return arguments;
    }

    /// <summary>A plugin's folder must be named like the plugin.</summary>
    private static string PluginId(string folder)
    {
        var manifest = Path.Combine(folder, "plugin.json");
        if (!File.Exists(manifest))
        {
            throw new FileNotFoundException($"{folder} is not a built plugin: it has no plugin.json.");
        }

        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(manifest));
        return document.RootElement.GetProperty("id").GetString()!;
    }

    [GeneratedRegex(@"listening on (?<url>http://[0-9.]+:[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListeningOn();
}
