using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>
/// Rules for numbers that stand for a person. Digits alone are everywhere in code; so such a number counts where its printed form is
/// unmistakable, or where it stands behind its name.
/// </summary>
internal static class NumberRule
{
    // Between a name and its number: the rest of the name in camel case, an assignment, up to three words ("no. is", "</b> :").
    private const string Behind = "(?:[A-Z][a-z]{1,9}){0,2}[^0-9A-Za-z]{1,8}(?:[A-Za-z]{1,10}[^0-9A-Za-z]{1,8}){0,3}";

    // Without a check digit the name has to be directly before it.
    private const string DirectlyBehind = "(?:[A-Z][a-z]{1,9}){0,2}[^0-9A-Za-z]{1,6}(?:(?:N(?:umber|o)|n(?:umber|o|r)?|#)[^0-9A-Za-z]{1,4})?";

    /// <summary>Before a number: no letter or digit. The letter of an escaped line end is none, because tools quote text in JSON.</summary>
    public const string Start = @"(?:\\[nrt]|\b)";

    // Shorter names are also parts of other words.
    private const int LongName = 7;

    /// <summary>A number behind one of its names.</summary>
    /// <param name="name">The finding type, also the name of the validator.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="severity">How bad a match is.</param>
    /// <param name="source">The page that shows the format.</param>
    /// <param name="names">Its names in lower case; a blank is any separator or none. The longest ASCII word of each is what is searched for, or the one behind an asterisk, where that one is rarer.</param>
    /// <param name="number">The pattern of the number.</param>
    /// <param name="positives">Texts that hold one.</param>
    /// <param name="negatives">Texts that look like one to a careless rule.</param>
    /// <param name="evasion">A text that holds one in disguise.</param>
    /// <param name="hasCheck">Whether the number has a check digit, or another structure that chance does not meet.</param>
    /// <returns>The rule.</returns>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static DetectionRule Named(
        string name, string title, Severity severity, string source, string[] names, string number, string[] positives, string[] negatives, string evasion, bool hasCheck = true) =>
        Of(name, title, severity, source, $"{AnyOf([.. names.Select(static each => each.Replace("*", "", StringComparison.Ordinal))])}{(hasCheck ? Behind : DirectlyBehind)}({number})\\b", positives, negatives, evasion) with
        {
            Keywords = [.. names.Select(Keyword).Distinct()],
            WindowBytes = 192,
        };

    /// <summary>A number behind one of its names in any script: what is searched for is the digits, which have to begin and end there.</summary>
    /// <param name="name">The finding type, also the name of the validator.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="severity">How bad a match is.</param>
    /// <param name="source">The page that shows the format.</param>
    /// <param name="names">Pattern of its names, of at most 40 bytes.</param>
    /// <param name="number">The pattern of the number, which begins with a digit or with a few letters before one.</param>
    /// <param name="positives">Texts that hold one.</param>
    /// <param name="negatives">Texts that look like one to a careless rule.</param>
    /// <param name="evasion">A text that holds one in disguise.</param>
    /// <returns>The rule.</returns>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static DetectionRule NamedInAnyScript(
        string name, string title, Severity severity, string source, string names, string number, string[] positives, string[] negatives, string evasion) =>
        Of(name, title, severity, source, $"(?:{names})[^0-9A-Za-z]{{0,12}}\\b({number})\\b", positives, negatives, evasion) with { WindowBytes = 128 };

    /// <summary>A number whose printed form says what it is.</summary>
    /// <param name="name">The finding type, also the name of the validator.</param>
    /// <param name="title">What it is, for people.</param>
    /// <param name="severity">How bad a match is.</param>
    /// <param name="source">The page that shows the format.</param>
    /// <param name="pattern">The pattern of the number; what stands before it is taken care of.</param>
    /// <param name="positives">Texts that hold one.</param>
    /// <param name="negatives">Texts that look like one to a careless rule.</param>
    /// <param name="evasion">A text that holds one in disguise.</param>
    /// <returns>The rule.</returns>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static DetectionRule Printed(
        string name, string title, Severity severity, string source, string pattern, string[] positives, string[] negatives, string evasion) =>
        Of(name, title, severity, source, $"{Start}({pattern})", positives, negatives, evasion);

    private static DetectionRule Of(
        string name, string title, Severity severity, string source, string pattern, string[] positives, string[] negatives, string evasion) => new()
    {
        Name = name,
        Detector = Rules.Detector,
        Title = title,
        Severity = severity,
        Description = title + ".",
        Source = source,
        Pattern = pattern,
        SecretGroup = 1,
        Validator = name,
        WindowBytes = 96,
        Tags = ["identity"],
        Positives = [.. positives],
        Negatives = [.. negatives],
        Evasions = [evasion],
    };

    [MethodImpl(MethodImplOptions.NoOptimization)]
    private static string Keyword(string name)
    {
        var words = name.Split(' ');
        return words.FirstOrDefault(static word => word[0] == '*')?[1..] ?? words.Select(AsciiPart).MaxBy(static word => word.Length)!;
    }

    // Keywords are ASCII; of "fødselsnummer" the second part is searched for.
    private static string AsciiPart(string word) => word.Split([.. word.Where(static letter => !char.IsAscii(letter))]).MaxBy(static part => part.Length)!;

    [MethodImpl(MethodImplOptions.NoOptimization)]
    private static string AnyOf(string[] names)
    {
        var isLong = names.ToLookup(static name => name.Length >= LongName);
        var shortOnes = isLong[false].Any() ? $"(?:\\b|_)(?i:{Tree([.. isLong[false]])})" : "";
        var longOnes = isLong[true].Any() ? $"(?i:{Tree([.. isLong[true]])})" : "";
        return shortOnes.Length > 0 && longOnes.Length > 0 ? $"(?:{longOnes}|{shortOnes})" : longOnes + shortOnes;
    }

    // A tree, in which one character decides each choice: that costs the matcher no way back.
    [MethodImpl(MethodImplOptions.NoOptimization)]
    private static string Tree(ImmutableArray<string> names)
    {
        var tree = new StringBuilder();
        foreach (var group in names.Where(static name => name.Length > 0).GroupBy(static name => name[0]))
        {
            tree.Append(tree.Length == 0 ? "" : "|").Append(group.Key == ' ' ? "[ _.'-]{0,2}" : group.Key.ToString()).Append(Tree([.. group.Select(static name => name[1..])]));
        }

        return tree.Length == 0 ? "" : names.Contains("") ? $"(?:{tree})?" : names.Length == 1 ? tree.ToString() : $"(?:{tree})";
    }
}
