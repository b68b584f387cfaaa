using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// A command of <c>lumen-argus</c>. Help and parsing come from the manifest alone; the plugin is loaded, with those it depends on, when its command runs. That is a process of its own beside
/// one that may serve: both share the store of the home folder, and nothing else.
/// </summary>
public interface ICommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="call">What was typed.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <returns>The exit code, 0 to 255; 0 is fine. An exception is told and is 1.</returns>
    ValueTask<int> RunAsync(CommandCall call, CancellationToken cancellationToken);
}
