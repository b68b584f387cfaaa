namespace LumenArgus.Storage.Findings;

/// <summary>Wants to know of findings that are new in the database.</summary>
public interface IFindingObserver
{
    /// <summary>Called behind the transaction, on the thread that writes: must return at once and not throw.</summary>
    /// <param name="finding">The row with its number.</param>
    void Recorded(FindingRow finding);
}
