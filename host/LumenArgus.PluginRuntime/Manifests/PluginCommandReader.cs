using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>
/// Reads a command: <c>{"name": "report", "help": "Prints a report.", "arguments": ["project: the folder", "files...: what to leave out"], "options": ["--days=N: how far back", "--all: everything"]}</c>.
/// An argument that can be left out ends in <c>?</c>, one that takes many in <c>...</c>.
/// </summary>
internal static partial class PluginCommandReader
{
    private const int MaxHelp = 256;
    private const int MaxParts = 32;

    private static readonly ImmutableArray<string> Keys = ["name", "help", "arguments", "options"];

    /// <summary>Reads a command.</summary>
    /// <param name="value">The element of <c>commands</c>.</param>
    /// <param name="problem">What is wrong, if null is returned.</param>
    public static PluginCommand? Read(JsonElement value, out string problem)
    {
        problem = "";
        if (value.ValueKind != JsonValueKind.Object)
        {
            problem = "must be an object with name and help";
        }
        else if (value.EnumerateObject().FirstOrDefault(static member => !Keys.Contains(member.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            problem = $"unknown key {unknown.Name}; allowed are {string.Join(", ", Keys)}";
        }
        else if (!TryText(value, "name", out var name) || !NamePattern().IsMatch(name))
        {
            problem = "name must be lower-case words joined by hyphens, for example report";
        }
        else if (!TryText(value, "help", out var help) || help.Length is 0 or > MaxHelp || help.Any(char.IsControl))
        {
            problem = $"help must be a sentence of at most {MaxHelp} characters";
        }
        else if (!TryList(value, "arguments", ReadArgument, out var arguments) || arguments.SkipLast(1).Any(static argument => argument.IsMany) || HasNeededBehindOptional(arguments))
        {
            problem = "arguments must be texts such as \"project: the folder\"; a name that ends in ? can be left out, one in ... takes many; these come last";
        }
        else if (!TryList(value, "options", ReadOption, out var options))
        {
            problem = "options must be texts such as \"--days=N: how far back\", or \"--all: everything\" for a flag";
        }
        else if (arguments.DistinctBy(static argument => argument.Name).Count() < arguments.Length || options.DistinctBy(static option => option.Name).Count() < options.Length)
        {
            problem = "an argument or option is given twice";
        }
        else
        {
            return new PluginCommand(name, help, arguments, options);
        }

        return null;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(?<name>[a-z][a-z0-9_-]*)(?<kind>\?|\.\.\.)?(: (?<help>.*))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArgumentPattern();

    [GeneratedRegex(@"^(?<name>--[a-z][a-z0-9-]*)(=(?<value>[A-Za-z][A-Za-z0-9_-]*))?(: (?<help>.*))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionPattern();

    private static bool HasNeededBehindOptional(ImmutableArray<PluginCommandArgument> arguments) =>
        arguments.SkipWhile(static argument => argument.IsNeeded).Any(static argument => argument.IsNeeded);

    private static PluginCommandArgument? ReadArgument(string text) => ArgumentPattern().Match(text) is { Success: true } match
        ? new PluginCommandArgument(match.Groups["name"].Value, match.Groups["help"].Value, IsNeeded: match.Groups["kind"].Value.Length == 0, IsMany: match.Groups["kind"].Value == "...")
        : null;

    private static PluginCommandOption? ReadOption(string text) => OptionPattern().Match(text) is { Success: true } match && match.Groups["name"].Value != "--help"
        ? new PluginCommandOption(match.Groups["name"].Value, match.Groups["help"].Value, match.Groups["value"] is { Success: true } value ? value.Value : null)
        : null;

    private static bool TryText(JsonElement value, string key, [NotNullWhen(true)] out string? text)
    {
        text = value.TryGetProperty(key, out var member) && member.ValueKind == JsonValueKind.String ? ManifestValidation.ReadText(member) : null;
        return text is not null;
    }

    private static bool TryList<T>(JsonElement value, string key, Func<string, T?> read, out ImmutableArray<T> list)
        where T : class
    {
        list = [];
        if (!value.TryGetProperty(key, out var member))
        {
            return true;
        }

        if (member.ValueKind != JsonValueKind.Array || member.GetArrayLength() > MaxParts)
        {
            return false;
        }

        var items = member.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String && ManifestValidation.ReadText(item) is { Length: <= MaxHelp } text && !text.Any(char.IsControl) ? read(text) : null).ToList();
        list = [.. items.OfType<T>()];
        return list.Length == items.Count;
    }
}
