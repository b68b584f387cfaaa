using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>Rules as they come from the process of a plugin.</summary>
internal static class RuleWire
{
    // Of a rule with nothing in it: its lengths and numbers.
    private const int MinBytes = 64;

    public static void Write(WireWriter writer, IReadOnlyCollection<DetectionRule> rules)
    {
        writer.Number(rules.Count);
        foreach (var rule in rules)
        {
            Write(writer, rule);
        }
    }

    public static ImmutableArray<DetectionRule> Read(ref WireReader reader)
    {
        var rules = ImmutableArray.CreateBuilder<DetectionRule>(reader.Count(MinBytes));
        for (var i = rules.Capacity; i > 0; i--)
        {
            rules.Add(ReadOne(ref reader));
        }

        return rules.MoveToImmutable();
    }

    private static void Write(WireWriter writer, DetectionRule rule)
    {
        writer.Text(rule.Name);
        writer.Text(rule.Detector);
        writer.Text(rule.Title);
        writer.Text(rule.Pattern);
        writer.Text(rule.Format);
        writer.Byte((byte)rule.Severity);
        WriteList(writer, rule.Keywords);
        writer.Number(rule.KeywordDistance);
        writer.Number(rule.WindowBytes);
        writer.Number(rule.SecretGroup);
        writer.Number(rule.EntropyFloor);
        writer.Text(rule.Validator);
        writer.Byte((byte)rule.Stages);
        writer.Byte((byte)rule.Target);
        var roles = rule.ExceptRoles.IsDefault ? [] : rule.ExceptRoles;
        writer.Number(roles.Length);
        foreach (var role in roles)
        {
            writer.Byte((byte)role);
        }

        writer.Flag(rule.Generic);
        writer.Text(rule.Description);
        writer.Text(rule.Source);
        WriteList(writer, rule.Tags);
        WriteList(writer, rule.Examples);
        WriteList(writer, rule.Positives);
        WriteList(writer, rule.Negatives);
        WriteList(writer, rule.Evasions);
    }

    private static void WriteList(WireWriter writer, ImmutableArray<string> texts) => writer.Texts(texts.IsDefault ? [] : texts);

    // Initialisers run in the order in which they stand.
    private static DetectionRule ReadOne(ref WireReader reader) => new()
    {
        Name = reader.Text(),
        Detector = reader.Text(),
        Title = reader.Text(),
        Pattern = reader.Text(),
        Format = reader.TextOrNull(),
        Severity = reader.Choice<Severity>(),
        Keywords = reader.Texts(),
        KeywordDistance = reader.Number(),
        WindowBytes = reader.Number(),
        SecretGroup = reader.Number(),
        EntropyFloor = reader.Real(),
        Validator = reader.TextOrNull(),
        Stages = (RuleStages)reader.Byte() & RuleStages.All,
        Target = reader.Choice<RuleTarget>(),
        ExceptRoles = ReadRoles(ref reader),
        Generic = reader.Flag(),
        Description = reader.Text(),
        Source = reader.TextOrNull(),
        Tags = reader.Texts(),
        Examples = reader.Texts(),
        Positives = reader.Texts(),
        Negatives = reader.Texts(),
        Evasions = reader.Texts(),
    };

    private static ImmutableArray<FieldRole> ReadRoles(ref WireReader reader)
    {
        var roles = ImmutableArray.CreateBuilder<FieldRole>(reader.Count(sizeof(byte)));
        for (var i = roles.Capacity; i > 0; i--)
        {
            roles.Add(reader.Choice<FieldRole>());
        }

        return roles.MoveToImmutable();
    }
}
