using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Scanning.Allowlists;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class AllowlistsSection
{
    private const int MaxEntryLength = 1024;

    public static AllowlistOptions Read(SectionReader section, ReadContext context)
    {
        var options = new AllowlistOptions
        {
            Secrets = ReadList(section, "secrets", Allowlist.AllowsEveryValue, "every value: nothing of these detectors is reported any more", context),
            Pii = ReadList(section, "pii", Allowlist.AllowsEveryValue, "every value: nothing of these detectors is reported any more", context),
            Paths = ReadList(section, "paths", Allowlist.AllowsEveryPath, "every path: no file is scanned any more", context),
            InlineComments = section.Boolean("inline_comments", fallback: false),
        };
        section.Finish();
        return options;
    }

    private static ImmutableArray<string> ReadList(
        SectionReader section, string key, Func<string, bool> allowsEverything, string consequence, ReadContext context)
    {
        var entries = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes(key))
        {
            // The entry itself is not quoted in a message: it may be a value that was real once.
            if (node.IsNull || string.IsNullOrWhiteSpace(node.Value) || node.Value.Length > MaxEntryLength)
            {
                context.Error(node, section.PathOf(key), $"has an entry that is empty or longer than {MaxEntryLength} characters");
                continue;
            }

            if (allowsEverything(node.Value))
            {
                context.Warning(node, section.PathOf(key), $"has an entry that matches {consequence}");
            }

            entries.Add(node.Value);
        }

        return entries.ToImmutable();
    }
}
