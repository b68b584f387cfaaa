using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Installation;

/// <summary>The real tools, installed from npm into artifacts/ at their pinned versions.</summary>
internal static class ClientInstall
{
    public static Task EnsureAsync(CancellationToken cancellationToken = default) =>
        NpmInstall.EnsureAsync(BuildPaths.ClientSources, BuildPaths.ClientInstallFolder, cancellationToken);
}
