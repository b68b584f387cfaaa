namespace LumenArgus.Plugins.Redaction;

/// <summary>What was replaced in one conversation. In memory only.</summary>
internal sealed class Conversation
{
    private const int MaxValues = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Timestamp of its last use.</summary>
    public long UsedAt { get; set; }

    /// <summary>Notes a placeholder.</summary>
    /// <returns>False if it stands for another value, or there are too many.</returns>
    public bool TryAdd(string placeholder, string value)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(placeholder, out var known))
            {
                return known == value;
            }

            return _values.Count < MaxValues && _values.TryAdd(placeholder, value);
        }
    }

    /// <summary>All placeholders with their values.</summary>
    /// <returns>A copy; null if there are none.</returns>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Snapshot()
    {
        lock (_lock)
        {
            return _values.Count == 0 ? null : [.. _values];
        }
    }
}
