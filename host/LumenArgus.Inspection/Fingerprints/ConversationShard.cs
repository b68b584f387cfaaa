namespace LumenArgus.Inspection.Fingerprints;

/// <summary>A part of all conversations under one lock, in the order of their last use.</summary>
internal sealed class ConversationShard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ConversationKey, LinkedListNode<Conversation>> _conversations = [];
    private readonly LinkedList<Conversation> _byUse = new();
    private long _oldestUse = long.MaxValue;

    /// <summary>When the conversation that was used least recently was used; the largest number if there is none.</summary>
    public long OldestUse => Volatile.Read(ref _oldestUse);

    /// <summary>Takes a conversation, or begins it.</summary>
    /// <param name="key">Whose it is.</param>
    /// <param name="hashes">Counts what it will remember.</param>
    /// <param name="now">The time.</param>
    /// <param name="expired">One that was used last before this time is forgotten.</param>
    /// <param name="isNew">Whether it was begun.</param>
    /// <returns>The conversation.</returns>
    public Conversation Take(ConversationKey key, HashCount hashes, long now, long expired, out bool isNew)
    {
        lock (_gate)
        {
            isNew = !_conversations.TryGetValue(key, out var node);
            if (node is not null && node.Value.LastUse < expired)
            {
                node.Value.Forget();
                _byUse.Remove(node);
                node = null;
            }

            if (node is null)
            {
                node = new LinkedListNode<Conversation>(new Conversation(key, hashes));
                _conversations[key] = node;
            }
            else
            {
                _byUse.Remove(node);
            }

            node.Value.LastUse = now;
            _byUse.AddLast(node);
            NoteOldest();
            return node.Value;
        }
    }

    /// <summary>Forgets the conversation that was used least recently, if that was before a time.</summary>
    /// <param name="expired">The time.</param>
    /// <returns>Whether one was forgotten.</returns>
    public bool TryForgetOldest(long expired)
    {
        lock (_gate)
        {
            if (_byUse.First is not { } oldest || oldest.Value.LastUse >= expired)
            {
                return false;
            }

            _byUse.RemoveFirst();
            _conversations.Remove(oldest.Value.Key);
            oldest.Value.Forget();
            NoteOldest();
            return true;
        }
    }

    private void NoteOldest() => Volatile.Write(ref _oldestUse, _byUse.First?.Value.LastUse ?? long.MaxValue);
}
