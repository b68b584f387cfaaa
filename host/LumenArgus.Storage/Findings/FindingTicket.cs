namespace LumenArgus.Storage.Findings;

/// <summary>What became of a finding that was queued.</summary>
/// <param name="contentHash">See <see cref="FindingRow.ContentHash"/>.</param>
/// <param name="sessionId">See <see cref="FindingRow.SessionId"/>.</param>
/// <param name="place">See <see cref="Place"/>.</param>
/// <param name="state">See <see cref="State"/>.</param>
public class FindingTicket(string contentHash, string sessionId, string place = "", FindingState state = FindingState.Queued)
{
    private volatile FindingState _state = state;

    /// <summary>With the session the identity of its row.</summary>
    public string ContentHash { get; } = contentHash;

    /// <summary>The conversation.</summary>
    public string SessionId { get; } = sessionId;

    /// <summary>Who was given it: a plugin, or the host's own store if empty.</summary>
    public string Place { get; } = place;

    /// <summary>Where it is.</summary>
    public FindingState State => _state;

    /// <summary>Says where it is.</summary>
    /// <param name="state">The state.</param>
    protected internal void SetState(FindingState state) => _state = state;
}
