using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Identity;

/// <summary>
/// Claude Code's <c>metadata.user_id</c>: a JSON object in a string, or before that <c>user_&lt;device&gt;_account_&lt;uuid&gt;_session_&lt;uuid&gt;</c>, where the account may be
/// missing. Of anyone else it is the account (Anthropic: "an external identifier for the user").
/// </summary>
internal static class MetadataUserId
{
    private const string UserMark = "user_";
    private const string AccountMark = "_account_";
    private const string SessionMark = "_session_";

    /// <summary>Adds to a session what it does not know yet.</summary>
    public static SessionContext Read(string userId, SessionContext session)
    {
        if (userId.StartsWith('{'))
        {
            return ReadJson(userId, session);
        }

        var conversation = userId.LastIndexOf(SessionMark, StringComparison.Ordinal);
        if (!userId.StartsWith(UserMark, StringComparison.Ordinal) || conversation < UserMark.Length)
        {
            return With(session, userId, device: null, conversation: null);
        }

        var account = userId.IndexOf(AccountMark, StringComparison.Ordinal);
        var hasAccount = account >= 0 && account < conversation;
        return With(
            session,
            hasAccount && account + AccountMark.Length < conversation ? userId[(account + AccountMark.Length)..conversation] : null,
            userId[UserMark.Length..Math.Max(UserMark.Length, hasAccount ? account : conversation)],
            userId[(conversation + SessionMark.Length)..]);
    }

    private static SessionContext ReadJson(string userId, SessionContext session)
    {
        try
        {
            using var parsed = JsonDocument.Parse(userId);
            var root = parsed.RootElement;
            return With(session, JsonText.Of(root, "account_uuid"), JsonText.Of(root, "device_id"), JsonText.Of(root, "session_id"));
        }
        catch (JsonException)
        {
            return session;
        }
    }

    private static SessionContext With(SessionContext session, string? account, string? device, string? conversation) => session with
    {
        AccountId = session.AccountId ?? IdentityText.Cut(account, IdentityText.Name),
        DeviceId = session.DeviceId ?? IdentityText.Cut(device, IdentityText.Name),
        SessionId = session.SessionId ?? IdentityText.Conversation(conversation),
    };
}
