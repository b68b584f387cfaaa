using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Providers;

internal static class FieldLabels
{
    /// <summary>Labels for what directs the model and is no part of the conversation.</summary>
    public static IEnumerable<FieldLabel> Parameters(params IEnumerable<string> paths) => Each(FieldRole.Metadata, paths);

    /// <summary>The same label for several places.</summary>
    public static IEnumerable<FieldLabel> Each(FieldRole role, params IEnumerable<string> paths) => paths.Select(path => new FieldLabel(path, role));
}
