using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>Drops what has the shape of a mail address and is none: image names such as <c>logo@2x.png</c> and the <c>git@</c> of SSH addresses.</summary>
internal sealed class EmailValidator : IRuleValidator
{
    public const string RuleName = "email_shape";

    // File name endings that are no top-level domain of IANA's list.
    private static readonly SearchValues<string> FileEndings = SearchValues.Create(
        ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "css", "scss", "js", "jsx", "ts", "tsx", "json", "html"], StringComparison.OrdinalIgnoreCase);

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
        return local is not "git" && local[0] != '.' && local[^1] != '.' && domain[0] is not ('.' or '-')
            && !value.Contains("..", StringComparison.Ordinal)
            && !FileEndings.Contains(domain[(domain.LastIndexOf('.') + 1)..].ToString());
    }
}
