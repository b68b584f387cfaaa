namespace LumenArgus.Scanning.History;

/// <summary>
/// Which result belongs to which call: by identifier the latest call before it, as some programs begin to count anew with every turn; without identifiers
/// all calls and all results of one answer belong together.
/// </summary>
internal sealed class CallLinks
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<int> _withoutCall = [];
    private int _nameless = HistoryPart.NoLink;

    public int Count { get; private set; }

    /// <summary>Links of results whose call is not in the body.</summary>
    public IReadOnlySet<int> WithoutCall => _withoutCall;

    public void StartModelMessage() => _nameless = HistoryPart.NoLink;

    public int Call(string? id)
    {
        if (id is not null)
        {
            return _byId[id] = Count++;
        }

        return _nameless = _nameless == HistoryPart.NoLink ? Count++ : _nameless;
    }

    public int Result(string? id)
    {
        if (id is not null && _byId.TryGetValue(id, out var link))
        {
            return link;
        }

        if (_nameless != HistoryPart.NoLink)
        {
            return _nameless;
        }

        _withoutCall.Add(Count);
        return Count++;
    }
}
