using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class DedupSection
{
    // A year: longer is a mistake in the unit.
    private const int MaxMinutes = 525_600;

    public static DedupConfig Read(SectionReader section)
    {
        var defaults = new DedupConfig();
        var dedup = new DedupConfig
        {
            ConversationTtl = Minutes("conversation_ttl_minutes", defaults.ConversationTtl),
            FindingTtl = Minutes("finding_ttl_minutes", defaults.FindingTtl),
            MaxConversations = (int)section.Integer("max_conversations", defaults.MaxConversations, 1, 1_000_000),
            MaxHashesPerConversation = (int)section.Integer("max_hashes_per_conversation", defaults.MaxHashesPerConversation, 1, 1_000_000),
        };
        section.Finish();
        return dedup;

        TimeSpan Minutes(string key, TimeSpan fallback) => TimeSpan.FromMinutes(section.Integer(key, (long)fallback.TotalMinutes, 1, MaxMinutes));
    }
}
