using System.Buffers;

namespace LumenArgus.Proxy.Providers;

/// <summary>A region out of a request becomes a part of the host that the caller's credentials are sent to.</summary>
internal static class RegionName
{
    private const int MaxLength = 32;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Whether it is one label of a host name and nothing more.</summary>
    public static bool IsValid(ReadOnlySpan<char> region) =>
        region.Length is > 0 and <= MaxLength && !region.ContainsAnyExcept(Letters) && region[0] != '-' && region[^1] != '-';
}
