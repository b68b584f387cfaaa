namespace LumenArgus.Benchmarks.Roles;

/// <summary>Starts the stand-in provider: this same executable with its hidden verb.</summary>
internal static class Upstream
{
    public static Task<RoleProcess> StartAsync(string workspace, CancellationToken cancellationToken)
    {
        var endpoint = RoleProcess.FreeEndpoint();
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("this process has no path");
        string[] arguments = [UpstreamCommand.Name, "--port", $"{endpoint.Port}"];

        // Started as "dotnet LumenArgus.Benchmarks.dll" the process path is the dotnet host.
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            arguments = [typeof(Upstream).Assembly.Location, .. arguments];
        }

        return RoleProcess.StartAsync(endpoint, Path.Combine(workspace, "upstream.log"), program, arguments, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
    }
}
