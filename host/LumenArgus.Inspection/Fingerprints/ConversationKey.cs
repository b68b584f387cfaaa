using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Fingerprints;

/// <summary>Whose conversation it is. A session id is chosen by the sender, so it means something only beside the API key, or beside the address of who has none.</summary>
internal readonly record struct ConversationKey(string Tenant, string Session, string Provider)
{
    /// <summary>The key of an exchange; null if it names no session or nothing tells who sent it.</summary>
    public static ConversationKey? Of(SessionContext session, string provider) => session.SessionId is { Length: > 0 } id && TenantOf(session) is { } tenant
        ? new ConversationKey(tenant, id, provider)
        : null;

    /// <summary>Whether it came over a network at all.</summary>
    public static bool HasTenant(SessionContext session) => TenantOf(session) is not null;

    private static string? TenantOf(SessionContext session) =>
        session.ApiKeyHash is { Length: > 0 } key ? "key:" + key
        : session.SourceIp is { Length: > 0 } address ? "address:" + address
        : null;
}
