namespace LumenArgus.Proxy.Providers;

internal static class PathPrefix
{
    /// <summary>Whether a path is the prefix or continues it at a segment border.</summary>
    public static bool Matches(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] is '/' or ':');
}
