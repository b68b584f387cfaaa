using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class RolesSection
{
    private static readonly ImmutableDictionary<string, FieldRole> Names =
        Enum.GetValues<FieldRole>().ToImmutableDictionary(WireNames.Of, static role => role, StringComparer.Ordinal);

    public static ImmutableDictionary<FieldRole, PolicyAction> Read(SectionReader section)
    {
        var actions = ImmutableDictionary.CreateBuilder<FieldRole, PolicyAction>();
        foreach (var name in section.Keys)
        {
            var entry = section.Section(name);
            if (!Names.TryGetValue(name, out var role))
            {
                // A slip here would leave texts to the default, which may be milder.
                section.Error(name, $"is no role: {string.Join(", ", Names.Keys.Order(StringComparer.Ordinal))}{Suggestion.For(name, Names.Keys)}");
                continue;
            }

            if (entry.Scalar("action") is { Value.Length: > 0 })
            {
                actions[role] = entry.Choice("action", PolicyAction.Alert, ActionChoices.All);
            }

            entry.Finish();
        }

        return actions.ToImmutable();
    }
}
