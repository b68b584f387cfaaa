namespace LumenArgus.Inspection.Configuration;

/// <summary>What happens to the traffic when a part of the inspection fails.</summary>
public enum FailMode
{
    /// <summary><c>open</c>: forward, with a finding that says what was not looked at.</summary>
    Open = 0,

    /// <summary><c>closed</c>: answer with the block response.</summary>
    Closed = 1,
}
