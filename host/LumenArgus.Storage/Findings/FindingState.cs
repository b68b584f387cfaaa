namespace LumenArgus.Storage.Findings;

/// <summary>Where a finding is that was given to the store.</summary>
public enum FindingState
{
    /// <summary>It waits.</summary>
    Queued = 0,

    /// <summary>Its transaction is committed.</summary>
    Recorded = 1,

    /// <summary>It will never be written: there was no room, or the database refused it.</summary>
    Lost = 2,
}
