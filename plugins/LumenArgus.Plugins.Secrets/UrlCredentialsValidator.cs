using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Accepts a URL whose password is a value. A variable (<c>$PASS</c>, <c>%s</c>) and a mask (<c>***</c>) are what careful people write in place of one.
/// </summary>
internal sealed class UrlCredentialsValidator : IRuleValidator
{
    public string Name => "url_credentials";

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var scheme = value.IndexOf("://");
        var authority = scheme < 0 ? value : value[(scheme + 3)..];
        var at = authority.LastIndexOf('@');
        if (at < 0)
        {
            return false;
        }

        var userinfo = authority[..at];
        var password = userinfo[(userinfo.IndexOf(':') + 1)..];
        return password.Length > 0 && password[0] != '$' && password is not "%s" && password.IndexOfAnyExcept("*.xX") >= 0;
    }
}
