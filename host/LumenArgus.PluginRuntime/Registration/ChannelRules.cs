using System.Buffers;
using System.Collections.Frozen;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>What a type of channel must be so that a form can be made of it.</summary>
internal static class ChannelRules
{
    private const int MaxName = 64;
    private const int MaxText = 500;
    private const int MaxFields = 50;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly SearchValues<char> FieldLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    // What every channel of config.yaml has beside its settings.
    private static readonly FrozenSet<string> OfEveryChannel = FrozenSet.ToFrozenSet(["name", "type", "enabled", "events", "min_severity"], StringComparer.Ordinal);

    /// <summary>Whether a type or a notifier can be called so.</summary>
    public static bool IsName(string? name) => name is { Length: > 0 and <= MaxName } && !name.AsSpan().ContainsAnyExcept(NameLetters);

    /// <summary>What is wrong with a type; null if nothing is.</summary>
    public static string? ProblemOf(ChannelType type)
    {
        if (!IsName(type.Name))
        {
            return $"has a channel type whose name is not 1..{MaxName} lower-case letters, digits, - and _";
        }

        var problem = type switch
        {
            _ when !IsText(type.Label) || type.Description is null or { Length: > MaxText } => $"needs a label, and texts of at most {MaxText} characters",
            { Fields.IsDefault: true } or { Fields.Length: > MaxFields } => $"has no list of fields, or more than {MaxFields}",
            _ when type.Fields.Any(static field => field is null) => "has a field that is null",
            _ when type.Fields.DistinctBy(static field => field.Name, StringComparer.Ordinal).Count() != type.Fields.Length => "has two fields of one name",
            _ => type.Fields.Select(ProblemOf).OfType<string>().FirstOrDefault(),
        };
        return problem is null ? null : $"has a channel type '{type.Name}' that {problem}";
    }

    private static string? ProblemOf(ChannelField field) => field switch
    {
        { Name: null or { Length: 0 or > MaxName } } => $"has a field whose name is not 1..{MaxName} characters",
        _ when field.Name.AsSpan().ContainsAnyExcept(FieldLetters) => $"has a field '{field.Name}' whose name is not lower-case letters, digits and _",
        _ when OfEveryChannel.Contains(field.Name) => $"has a field '{field.Name}': every channel has that beside its settings",
        _ when !IsText(field.Label) || field.Placeholder?.Length > MaxText || field.Hint?.Length > MaxText => $"has a field '{field.Name}' without a label, or with a text of more than {MaxText} characters",
        _ => null,
    };

    private static bool IsText(string? text) => text is { Length: > 0 and <= MaxText };
}
