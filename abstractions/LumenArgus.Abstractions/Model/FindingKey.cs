namespace LumenArgus.Abstractions.Model;

/// <summary>What findings can be counted by. Names are those of <see cref="StoredFinding"/>; an empty text is a name too.</summary>
public enum FindingKey
{
    /// <summary>Severity.</summary>
    Severity = 0,

    /// <summary>Detector.</summary>
    Detector,

    /// <summary>Type.</summary>
    Type,

    /// <summary>Action.</summary>
    Action,

    /// <summary>Provider.</summary>
    Provider,

    /// <summary>Model.</summary>
    Model,

    /// <summary>Tool.</summary>
    Client,

    /// <summary>Origin.</summary>
    Origin,

    /// <summary>Account.</summary>
    Account,

    /// <summary>Project folder.</summary>
    WorkingDirectory,

    /// <summary>The day on which it was seen last, in UTC: <c>2026-03-16</c>.</summary>
    Day,

    /// <summary>The hour in which it was seen last, in UTC: <c>2026-03-16T14</c>.</summary>
    Hour,
}
