using System.Collections.Immutable;
using System.Globalization;
using LumenArgus.Scanning.Allowlists;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>allowlists</c>. Entries are counted and never shown: they are the very values that must not spread.</summary>
internal static class AllowlistDiff
{
    public static IEnumerable<ConfigChange> Between(AllowlistOptions from, AllowlistOptions to)
    {
        var inline = from.InlineComments == to.InlineComments ? null
            : new ConfigChange("allowlists.inline_comments", SettingText.Of(from.InlineComments), SettingText.Of(to.InlineComments)) { IsWeaker = to.InlineComments };
        return new[]
        {
            Entries("allowlists.secrets", from.Secrets, to.Secrets),
            Entries("allowlists.pii", from.Pii, to.Pii),
            Entries("allowlists.paths", from.Paths, to.Paths),
            inline,
        }.OfType<ConfigChange>();
    }

    private static ConfigChange? Entries(string key, ImmutableArray<string> from, ImmutableArray<string> to)
    {
        var added = to.Except(from, StringComparer.Ordinal).Count();
        var removed = from.Except(to, StringComparer.Ordinal).Count();
        return added + removed == 0 ? null : new ConfigChange(key, Count(from.Length), string.Create(CultureInfo.InvariantCulture, $"{Count(to.Length)} (+{added}, -{removed})"))
        {
            IsWeaker = added > 0,
        };
    }

    private static string Count(int entries) => entries == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{entries} entries");
}
