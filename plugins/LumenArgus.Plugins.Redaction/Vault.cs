using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Redaction;

/// <summary>
/// The conversations in which something was replaced. A value only comes back to whom it came from: conversations are kept by the hash of the API key and the session, since a
/// session alone is whatever the sender says. Where either is missing, an exchange is a conversation.
/// </summary>
internal sealed class Vault(TimeProvider clock)
{
    private const int MaxConversations = 1_000;

    // The client sends the values again with its next request; this is for an answer that takes long.
    private static readonly TimeSpan MaxIdle = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);

    /// <summary>The conversation of a request; a new one if need be.</summary>
    public Conversation Open(RequestInfo request, SessionContext session)
    {
        var key = KeyOf(request, session);
        lock (_lock)
        {
            Forget();
            if (!_conversations.TryGetValue(key, out var conversation))
            {
                MakeRoom();
                _conversations.Add(key, conversation = new Conversation());
            }

            conversation.UsedAt = clock.GetTimestamp();
            return conversation;
        }
    }

    /// <summary>What was replaced in the conversation of a request.</summary>
    /// <returns>Placeholders and values; null if there are none.</returns>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Find(RequestInfo request, SessionContext session)
    {
        lock (_lock)
        {
            Forget();
            if (!_conversations.TryGetValue(KeyOf(request, session), out var conversation))
            {
                return null;
            }

            conversation.UsedAt = clock.GetTimestamp();
            return conversation.Snapshot();
        }
    }

    private static string KeyOf(RequestInfo request, SessionContext session) =>
        session is { ApiKeyHash: { } tenant, SessionId: { } id } ? $"{tenant}/{id}" : request.ExchangeId.ToString();

    private void Forget()
    {
        foreach (var (key, conversation) in _conversations)
        {
            if (clock.GetElapsedTime(conversation.UsedAt) > MaxIdle)
            {
                _conversations.Remove(key);
            }
        }
    }

    private void MakeRoom()
    {
        if (_conversations.Count >= MaxConversations)
        {
            _conversations.Remove(_conversations.MinBy(static each => each.Value.UsedAt).Key);
        }
    }
}
