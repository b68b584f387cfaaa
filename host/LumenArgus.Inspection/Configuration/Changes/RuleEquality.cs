using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Compares rules by what is in them. The records' own equality compares their lists by reference, so that a rule that was read twice is two rules.</summary>
internal static class RuleEquality
{
    public static bool AreSame(DetectionRule one, DetectionRule other) =>
        ReferenceEquals(one, other)
        || (WithoutLists(one) == WithoutLists(other)
            && one.Keywords.SequenceEqual(other.Keywords)
            && one.ExceptRoles.SequenceEqual(other.ExceptRoles)
            && one.Tags.SequenceEqual(other.Tags)
            && one.Examples.SequenceEqual(other.Examples)
            && one.Positives.SequenceEqual(other.Positives)
            && one.Negatives.SequenceEqual(other.Negatives)
            && one.Evasions.SequenceEqual(other.Evasions));

    private static DetectionRule WithoutLists(DetectionRule rule) =>
        rule with { Keywords = [], ExceptRoles = [], Tags = [], Examples = [], Positives = [], Negatives = [], Evasions = [] };
}
