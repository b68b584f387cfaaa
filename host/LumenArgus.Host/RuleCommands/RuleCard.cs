using System.Globalization;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage;

namespace LumenArgus.Host.RuleCommands;

/// <summary>The output of <c>rules show</c> for people.</summary>
internal static class RuleCard
{
    private const int TitleWidth = 14;

    public static void Write(TextWriter output, IEnumerable<CatalogueRule> rules)
    {
        foreach (var each in rules)
        {
            Write(output, each);
        }
    }

    private static void Write(TextWriter output, CatalogueRule each)
    {
        var rule = each.Rule;
        output.WriteLine(PrintableText.Of(RuleNames.Full(each)));
        Line("title", rule.Title);
        Line("description", rule.Description);
        Line("state", each.Rejection is { } reason && each.IsEnabled ? $"rejected: {reason}" : StateOf(each));
        Line("severity", WireNames.Of(rule.Severity));
        Line("action", each.Action is { } action ? WireNames.Of(action) : "that of the detector");
        Line("tier", each.Tier);
        Line("from", each.Source);
        Line("format", rule.Format);
        Line("pattern", rule.Pattern);
        Line("keywords", string.Join(", ", rule.Keywords));
        Line("entropy floor", rule.EntropyFloor > 0 ? rule.EntropyFloor.ToString(CultureInfo.InvariantCulture) : null);
        Line("validator", rule.Validator);
        Line("tags", string.Join(", ", rule.Tags));
        Line("source", rule.Source);
        Line("hits", each.HitCount.ToString(CultureInfo.InvariantCulture));

        void Line(string title, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteLine($"  {title.PadRight(TitleWidth)}{PrintableText.Of(value)}");
            }
        }
    }

    private static string StateOf(CatalogueRule each) => each switch
    {
        { IsSwitchedOff: true } => "disabled",
        { IsEnabled: false } => $"disabled, because detector {each.Rule.Detector} is",
        _ => "enabled",
    };
}
