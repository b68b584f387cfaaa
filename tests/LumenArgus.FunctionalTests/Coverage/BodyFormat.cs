using System.Text;
using System.Text.RegularExpressions;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>
/// A body of one format with all its text slots. A slot is written as the role that is expected of it: <c>‹user›</c>, with <c>+</c> if it is of the newest turn, with
/// <c>~</c> if what stands there is base64. Lines are for the reader, they are part of the body as well.
/// </summary>
/// <param name="Name">The format.</param>
/// <param name="Path">Where such a body is sent.</param>
/// <param name="Template">The body.</param>
internal sealed partial record BodyFormat(string Name, string Path, string Template)
{
    /// <summary>What is in the slots that hold nothing to be found.</summary>
    public const string Harmless = "plain words";

    /// <summary>Headers that such a request needs.</summary>
    public (string Name, string Value)[] Headers { get; init; } = [];

    public int Slots => SlotPattern().Count(Template);

    /// <summary>The role of a slot, and whether it is of the newest turn.</summary>
    public (string Role, bool IsLatestTurn) Expected(int slot)
    {
        var groups = SlotPattern().Matches(Template)[slot].Groups;
        return (groups["role"].Value, groups["new"].Success);
    }

    /// <summary>The body with a text in one slot; with -1 in none.</summary>
    public string With(int slot, string text)
    {
        var at = 0;
        return SlotPattern().Replace(Template, match =>
        {
            // Property names have to differ.
            var place = at++;
            var content = place == slot ? text : match.Groups["role"].Value == "property_name" ? $"name{place}" : Harmless;
            return match.Groups["coded"].Success ? Convert.ToBase64String(Encoding.UTF8.GetBytes(content)) : content;
        });
    }

    [GeneratedRegex("‹(?<role>[a-z_]+)(?<new>\\+)?(?<coded>~)?›", RegexOptions.ExplicitCapture)]
    private static partial Regex SlotPattern();
}
