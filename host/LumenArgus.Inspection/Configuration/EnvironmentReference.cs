using System.Text.RegularExpressions;

namespace LumenArgus.Inspection.Configuration;

/// <summary><c>${env:NAME}</c> in a value: what the variable holds. So a credential need not stand in a file or in the database.</summary>
public static partial class EnvironmentReference
{
    /// <summary>Puts the variables in.</summary>
    /// <param name="value">The value.</param>
    /// <param name="resolve">Gives what a variable holds.</param>
    /// <returns>The value with all of them.</returns>
    public static string Replace(string value, Func<string, string> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        return Pattern().Replace(value, match => resolve(match.Groups["name"].Value));
    }

    /// <summary>Whether a value is one variable and nothing else, so that it says nothing about its content.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True if it is.</returns>
    public static bool IsWhole(string value) => Pattern().Match(value) is { Success: true, Index: 0 } match && match.Length == value.Length;

    [GeneratedRegex(@"\$\{env:(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
