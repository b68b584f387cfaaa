using System.Collections.Frozen;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Accepts a URL whose password is a value. A variable (<c>$PASS</c>, <c>%s</c>) and a mask (<c>***</c>) are what careful people write in place of one. A word for a
/// password, and one that is the user's name (<c>guest:guest</c>, <c>postgres:postgres</c>), stand in documentation and test setups: they are examples.
/// </summary>
internal sealed class UrlCredentialsValidator : IRuleValidator
{
    private static readonly string[] Owners = ["your", "my", "the", "db", "some"];

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "password", "pass", "passwd", "pwd", "pw", "secret", "changeme", "change_me", "change-me", "example", "placeholder", "username", "user", "token");

    public string Name => "url_credentials";

    public bool IsValid(ReadOnlySpan<char> value) =>
        TryRead(value, out _, out var password) && password.Length > 0 && password[0] != '$' && password is not "%s" && password.IndexOfAnyExcept("*.xX") >= 0;

    public Verdict Judge(ReadOnlySpan<char> value) =>
        TryRead(value, out var user, out var password)
        && (password.Equals(user, StringComparison.OrdinalIgnoreCase) || Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(WithoutOwner(password)))
            ? Verdict.Example
            : Verdict.None;

    // your-password, my_password, db_pass
    private static ReadOnlySpan<char> WithoutOwner(ReadOnlySpan<char> password)
    {
        foreach (var owner in Owners)
        {
            if (password.StartsWith(owner, StringComparison.OrdinalIgnoreCase))
            {
                return password[owner.Length..].TrimStart("-_");
            }
        }

        return password;
    }

    private static bool TryRead(ReadOnlySpan<char> value, out ReadOnlySpan<char> user, out ReadOnlySpan<char> password)
    {
        var scheme = value.IndexOf("://");
        var authority = scheme < 0 ? value : value[(scheme + 3)..];
        var at = authority.LastIndexOf('@');
        var userinfo = at < 0 ? [] : authority[..at];
        var colon = userinfo.IndexOf(':');
        user = userinfo[..Math.Max(0, colon)];
        password = userinfo[(colon + 1)..];
        return at >= 0;
    }
}
