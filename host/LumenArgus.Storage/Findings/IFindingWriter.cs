namespace LumenArgus.Storage.Findings;

/// <summary>The write side of the findings. Never waits: what cannot be written now is kept and tried again.</summary>
public interface IFindingWriter
{
    /// <summary>Where findings go; changes when they go elsewhere from now on, where nothing is known of those before.</summary>
    string Place => "";

    /// <summary>Queues a finding. One with the content and session of a row that exists raises the count of that row.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>Tells what becomes of it.</returns>
    FindingTicket Write(FindingRow finding);

    /// <summary>Counts another sight of a finding that was queued before.</summary>
    /// <param name="ticket">What <see cref="Write"/> gave.</param>
    /// <param name="at">When, see <see cref="Database.StoreTime"/>.</param>
    void SeenAgain(FindingTicket ticket, string at);
}
