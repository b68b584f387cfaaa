using System.Net;
using System.Text.Json.Nodes;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>The built product with its community plugins, in a home of its own.</summary>
internal static class Product
{
    public const string Name = "lumen-argus";

    /// <summary>The same with both stages for responses on.</summary>
    public const string NameWithResponses = "lumen-argus, responses";

    private const string ResponseStages = "pipeline:\n  stages:\n    response_secrets: {enabled: true}\n    response_injection: {enabled: true}\n";
    private const string HostOutput = "artifacts/bin/LumenArgus.Host/release";
    private const string PluginPrefix = "LumenArgus.Plugins.";

    /// <summary>The Release executable of the checkout that this tool runs in; null if it is not built.</summary>
    public static string? Find() => Path.Combine(Checkout.Root, HostOutput, Name) is var program && File.Exists(program) ? program : null;

    public static Task<Target> StartAsync(string program, string workspace, IPEndPoint upstream, CancellationToken cancellationToken) =>
        StartAsync(program, workspace, upstream, moreConfiguration: "", cancellationToken);

    /// <summary>Starts it with the stages for responses, beside one without.</summary>
    public static async Task<Target> StartWithResponsesAsync(string program, string workspace, IPEndPoint upstream, CancellationToken cancellationToken)
    {
        var own = Directory.CreateDirectory(Path.Combine(workspace, "responses")).FullName;
        return await StartAsync(program, own, upstream, ResponseStages, cancellationToken) with { Name = NameWithResponses };
    }

    /// <summary>Starts it with more lines in its configuration.</summary>
    public static Task<Target> StartAsync(string program, string workspace, IPEndPoint upstream, string moreConfiguration, CancellationToken cancellationToken) =>
        StartAsync(program, workspace, Path.Combine(workspace, "home"), dashboard: null, upstream, moreConfiguration, cancellationToken);

    /// <summary>Starts it with its dashboard, in a home that may hold a database.</summary>
    public static async Task<(Target Target, Dashboard Dashboard)> StartWithDashboardAsync(
        string program, string workspace, string home, IPEndPoint upstream, CancellationToken cancellationToken)
    {
        var address = RoleProcess.FreeEndpoint();
        var target = await StartAsync(program, workspace, home, address, upstream, moreConfiguration: "", cancellationToken);
        try
        {
            return (target, await Dashboard.ReachAsync(address, Path.Combine(home, "dashboard-token"), cancellationToken));
        }
        catch
        {
            await target.Proxy!.DisposeAsync();
            throw;
        }
    }

    private static async Task<Target> StartAsync(
        string program, string workspace, string home, IPEndPoint? dashboard, IPEndPoint upstream, string moreConfiguration, CancellationToken cancellationToken)
    {
        var endpoint = RoleProcess.FreeEndpoint();
        Directory.CreateDirectory(home);
        var configuration = Path.Combine(workspace, "config.yaml");
        await File.WriteAllTextAsync(configuration, $"proxy:\n  upstream:\n    anthropic: \"http://{upstream}\"\n{moreConfiguration}", cancellationToken);

        string[] arguments = ["serve", "--port", $"{endpoint.Port}", "--config", configuration, "--no-bundled-extensions", "--extensions", CopyPlugins(workspace), "--no-color", .. dashboard is null ? (string[])["--no-dashboard"] : ["--dashboard-port", $"{dashboard.Port}"]];
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["LUMEN_ARGUS_HOME"] = home };
        var process = await RoleProcess.StartAsync(endpoint, Path.Combine(workspace, "product.log"), program, arguments, environment, cancellationToken);
        return new Target(Name, endpoint, process);
    }

    /// <summary>Copies the build output of each plugin of the community edition, so the run neither reads nor fills the checkout's own extensions folder.</summary>
    private static string CopyPlugins(string workspace)
    {
        var artifacts = Path.Combine(Checkout.Root, "artifacts");
        var extensions = Directory.CreateDirectory(Path.Combine(workspace, "extensions")).FullName;
        foreach (var manifest in Directory.EnumerateFiles(Path.Combine(artifacts, "bin"), "plugin.json", SearchOption.AllDirectories))
        {
            var source = Path.GetDirectoryName(manifest)!;
            var id = JsonNode.Parse(File.ReadAllText(manifest))!["id"]!.GetValue<string>();
            if (!source.StartsWith(Path.Combine(artifacts, "bin", PluginPrefix), StringComparison.Ordinal)
                || Path.GetFileName(source) != "release"
                || Directory.Exists(Path.Combine(artifacts, "pro", id)))
            {
                continue;
            }

            var destination = Directory.CreateDirectory(Path.Combine(extensions, id)).FullName;
            foreach (var file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
            }
        }

        return extensions;
    }
}
