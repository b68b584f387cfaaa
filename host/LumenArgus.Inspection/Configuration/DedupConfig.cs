namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>dedup</c>: what is remembered of earlier requests so that a conversation that is sent again with every turn is neither scanned nor recorded again.</summary>
public sealed record DedupConfig
{
    /// <summary><c>conversation_ttl_minutes</c>: how long a conversation is remembered after its last request.</summary>
    /// <value>At least 1 minute, default 30.</value>
    public TimeSpan ConversationTtl { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary><c>finding_ttl_minutes</c>: how long a finding that was recorded is not recorded again in its conversation.</summary>
    /// <value>At least 1 minute, default 30.</value>
    public TimeSpan FindingTtl { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary><c>max_conversations</c>: conversations remembered at the same time; beyond it those used least recently are forgotten.</summary>
    /// <value>At least 1, default 10,000.</value>
    public int MaxConversations { get; init; } = 10_000;

    /// <summary><c>max_hashes_per_conversation</c>: texts remembered of one conversation; those beyond it are scanned again each time.</summary>
    /// <value>At least 1, default 5,000.</value>
    public int MaxHashesPerConversation { get; init; } = 5_000;
}
