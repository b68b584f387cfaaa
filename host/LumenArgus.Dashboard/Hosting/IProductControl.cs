using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>What the dashboard asks of the executable around it.</summary>
public interface IProductControl : IRunningProxy
{
    /// <summary>The configuration file; null if there is none.</summary>
    string? ConfigFile { get; }

    /// <summary>The tools that are known, as one JSON array.</summary>
    /// <param name="url">The proxy's address without a path.</param>
    /// <returns>The array.</returns>
    string ClientsJsonFor(string url);

    /// <summary>What to type so that tools talk to the proxy.</summary>
    /// <param name="url">Its address without a path.</param>
    /// <returns>The tools, those that are used most first.</returns>
    IReadOnlyList<ToolLines> ToolsFor(string url);

    /// <summary>Whether a setting stands in the configuration file.</summary>
    /// <param name="key">The key with its parents.</param>
    /// <returns>True if it does.</returns>
    bool IsInFile(string key);

    /// <summary>Whether a setting stands on the command line, which goes before the file and before what is decided in the dashboard.</summary>
    /// <param name="key">The key with its parents.</param>
    /// <returns>True if it does.</returns>
    bool IsOnCommandLine(string key);

    /// <summary>Puts in use what was decided in the dashboard, over the files as they were read last; never throws.</summary>
    /// <returns>How it went.</returns>
    Task<ReloadReport> ApplyStoredAsync();

    /// <summary>Puts the table of rules in use; never throws.</summary>
    /// <returns>How it went.</returns>
    Task<ReloadReport> ApplyRulesAsync();

    /// <summary>The newest lines of the application log.</summary>
    /// <param name="count">Lines at most.</param>
    /// <returns>The oldest first; none if there is no file.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    IReadOnlyList<string> LogTail(int count);

    /// <summary>The whole application log without what tells about machine and network.</summary>
    /// <returns>The lines, the oldest first, read as they are taken.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    IEnumerable<string> CleanLog();
}
