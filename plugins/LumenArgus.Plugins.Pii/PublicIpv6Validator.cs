using System.Net;
using System.Net.Sockets;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Complete IPv6 addresses of 2000::/3, the range given to networks, without those for documentation (RFC 3849, RFC 9637). A pair of colons between
/// names of a program is no address: three groups are written out, at least.
/// </summary>
internal sealed class PublicIpv6Validator : IRuleValidator
{
    public const string RuleName = "public_ipv6";

    private const int FewestGroups = 3;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        // A colon behind the address belongs to the sentence.
        var address = value.EndsWith("::") ? value : value.TrimEnd(':');
        return CountGroups(address) >= FewestGroups
            && IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetworkV6
            && !address.StartsWith("2001:db8:", StringComparison.OrdinalIgnoreCase) && !address.StartsWith("3fff:", StringComparison.OrdinalIgnoreCase);
    }

    private static int CountGroups(ReadOnlySpan<char> address)
    {
        var groups = 0;
        foreach (var range in address.Split(':'))
        {
            groups += range.End.Value > range.Start.Value ? 1 : 0;
        }

        return groups;
    }
}
