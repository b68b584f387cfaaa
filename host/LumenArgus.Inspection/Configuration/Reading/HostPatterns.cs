using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>Lists of hosts: a name, <c>*.example.com</c> for all below it, or an address, each with or without a port.</summary>
internal static class HostPatterns
{
    public const string All = "*";

    /// <summary>Reads a list; what is no host is an error at its line.</summary>
    /// <param name="section">Holds the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="context">Takes the errors.</param>
    /// <param name="allowsAll">Whether <c>*</c> alone may stand for every host.</param>
    public static ImmutableArray<string> Read(SectionReader section, string key, ReadContext context, bool allowsAll = false)
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes(key))
        {
            if (node.Value == All ? !allowsAll : !IsHost(node.Value))
            {
                context.Error(node, section.PathOf(key), "must list hosts, for example tools.example.com, *.example.com:8443 or [::1]:9000");
                continue;
            }

            hosts.Add(node.Value.ToLowerInvariant());
        }

        return hosts.ToImmutable();
    }

    private static bool IsHost(string value)
    {
        var host = value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value;
        return Uri.TryCreate("ws://" + host, UriKind.Absolute, out var url) && url.Host.Length > 0 && url.AbsolutePath == "/" && !host.Contains('/', StringComparison.Ordinal)
            && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && !host.Contains('*', StringComparison.Ordinal);
    }
}
