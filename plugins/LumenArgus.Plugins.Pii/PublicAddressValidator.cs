using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// IPv4 addresses that tell where somebody is: not those of RFC 6890 that are private (10/8, 172.16/12, 192.168/16), loopback (127/8), link-local
/// (169.254/16), of this network (0/8), shared (100.64/10), multicast (224/4) or reserved (240/4, with the netmasks). Version numbers, object identifiers
/// and other chains fail too.
/// </summary>
internal sealed class PublicAddressValidator : IRuleValidator
{
    public const string RuleName = "exclude_private_ips";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<int> octets = stackalloc int[4];
        return TryRead(value, octets) && !IsSpecial(octets) && !LooksLikeVersion(octets);
    }

    // RFC 5737: three networks for documentation.
    public Verdict Judge(ReadOnlySpan<char> value) =>
        value.StartsWith("192.0.2.") || value.StartsWith("198.51.100.") || value.StartsWith("203.0.113.") ? Verdict.Example : Verdict.None;

    private static bool TryRead(ReadOnlySpan<char> value, Span<int> octets)
    {
        var count = 0;
        foreach (var range in value.Split('.'))
        {
            var part = value[range];
            if (count == octets.Length || part.Length is 0 or > 3 || part.IndexOfAnyExceptInRange('0', '9') >= 0 || (part.Length > 1 && part[0] == '0'))
            {
                return false;
            }

            octets[count] = int.Parse(part, provider: null);
            if (octets[count++] > 255)
            {
                return false;
            }
        }

        return count == octets.Length;
    }

    private static bool IsSpecial(ReadOnlySpan<int> octets) => octets[0] switch
    {
        0 or 10 or 127 or >= 224 => true,
        100 => octets[1] is >= 64 and <= 127,
        169 => octets[1] == 254,
        172 => octets[1] is >= 16 and <= 31,
        192 => octets[1] == 168,
        _ => false,
    };

    // 4.0.0.0 is a version or a network, never a machine.
    private static bool LooksLikeVersion(ReadOnlySpan<int> octets) => octets[1] == 0 && octets[2] == 0 && octets[3] == 0;
}
