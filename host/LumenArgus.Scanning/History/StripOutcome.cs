namespace LumenArgus.Scanning.History;

/// <summary>What became of the wish to leave something out of a conversation.</summary>
public enum StripOutcome
{
    /// <summary>It can be left out.</summary>
    Stripped,

    /// <summary>Some of it is in the latest turn, in instructions or outside any conversation: that is not history.</summary>
    NotHistory,

    /// <summary>All of it is history, but the rest would be no conversation that the provider accepts.</summary>
    Refused,
}
