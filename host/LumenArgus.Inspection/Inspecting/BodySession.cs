using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Identity;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Adds to a session what the body tells. What headers say goes before; then comes what the tool says in its metadata, then the lines of its prompt, and
/// last an identifier that is derived from the opening of the conversation.
/// </summary>
internal static class BodySession
{
    private const int MaxValueLength = 4096;

    public static SessionContext Read(BodyDocument document, InspectionRequest request)
    {
        // A file is no conversation.
        if (request.SourceFile is not null)
        {
            return request.Session;
        }

        var session = ReadMetadata(document, request.Session);
        var opening = document.ReadOpening();
        session = PromptLines.Read(document, opening, session);
        return session.SessionId is null && request.ConversationKey is { } key
            ? session with { SessionId = DerivedSessionId.Of(document, opening, request.Provider, session, key) }
            : session;
    }

    private static SessionContext ReadMetadata(BodyDocument document, SessionContext session)
    {
        if (Find(document, "metadata", "user_id") is { Length: > 0 } userId)
        {
            return MetadataUserId.Read(userId, session);
        }

        return session with
        {
            AccountId = session.AccountId ?? Name(document, "user") ?? Name(document, "safety_identifier"),
            DeviceId = session.DeviceId ?? Name(document, "client_metadata", "x-codex-installation-id"),
            SessionId = session.SessionId
                ?? IdentityText.Conversation(Find(document, "client_metadata", "session_id"))
                ?? IdentityText.Conversation(Find(document, "request", "session_id"))
                ?? ConversationOf(Name(document, "prompt_cache_key")),
        };
    }

    // Tools put the identifier of the conversation there; of other programs it may be one constant for everything they send.
    private static string? ConversationOf(string? cacheKey) => Guid.TryParse(cacheKey, out _) || cacheKey?.StartsWith("ses_", StringComparison.Ordinal) == true ? cacheKey : null;

    private static string? Name(BodyDocument document, params ReadOnlySpan<string> path) => IdentityText.Cut(Find(document, path), IdentityText.Name);

    private static string? Find(BodyDocument document, params ReadOnlySpan<string> path) =>
        document.TryGetString(path, MaxValueLength, out var value) ? value : null;
}
