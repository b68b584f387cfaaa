using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Drops what has the shape of a mail address and is none (image names such as <c>logo@2x.png</c>, the <c>git@</c> of SSH addresses), and addresses
/// that are nobody's: keys in front of a host, those that take no answer, and those in the domains that RFC 2606 and RFC 6761 reserve.
/// </summary>
internal sealed class EmailValidator : IRuleValidator
{
    public const string RuleName = "email_shape";

    private const int ShortestKey = 32;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    // File name endings that are no top-level domain of IANA's list.
    private static readonly SearchValues<string> FileEndings = SearchValues.Create(
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "css", "scss", "js", "jsx", "ts", "tsx", "json", "html"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> ReservedTopLevels = SearchValues.Create(["example", "invalid", "test", "localhost"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> ReservedDomains = SearchValues.Create(["example.com", "example.org", "example.net"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> NoPerson = SearchValues.Create(["noreply", "donotreply"], StringComparison.OrdinalIgnoreCase);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var at = value.IndexOf('@');
        if (at < 1 || at == value.Length - 1)
        {
            return false;
        }

        var local = value[..at];
        var domain = value[(at + 1)..];
        return local is not "git" && !IsKey(local) && local[0] != '.' && local[^1] != '.' && domain[0] is not ('.' or '-')
            && !value.Contains("..", StringComparison.Ordinal)
            && !FileEndings.Contains(domain[(domain.LastIndexOf('.') + 1)..].ToString())
            && !IsReserved(domain) && !TakesNoAnswer(local);
    }

    // The user of an address is a key where a service has no passwords: https://<key>@host/project.
    private static bool IsKey(ReadOnlySpan<char> local) => local.Length >= ShortestKey && local.IndexOfAnyExcept(HexDigits) < 0;

    private static bool IsReserved(ReadOnlySpan<char> domain)
    {
        var top = domain.LastIndexOf('.');
        var second = domain[..Math.Max(top, 0)].LastIndexOf('.');
        return ReservedTopLevels.Contains(domain[(top + 1)..].ToString()) || ReservedDomains.Contains(domain[(second + 1)..].ToString());
    }

    // no-reply, noreply+tag, do_not_reply: written with and without separators.
    private static bool TakesNoAnswer(ReadOnlySpan<char> local)
    {
        var tag = local.IndexOf('+');
        var name = (tag < 0 ? local : local[..tag]).ToString();
        return NoPerson.Contains(string.Concat(name.Where(char.IsAsciiLetter)));
    }
}
