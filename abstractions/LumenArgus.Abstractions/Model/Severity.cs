namespace LumenArgus.Abstractions.Model;

/// <summary>How much harm a finding can do if the text really left the machine. Ordered: a larger value is worse.</summary>
public enum Severity
{
    /// <summary>A weak signal, normally only logged.</summary>
    Info = 0,

    /// <summary>Possible personal data or a marker such as DRAFT.</summary>
    Warning = 1,

    /// <summary>A probable secret.</summary>
    High = 2,

    /// <summary>An active credential, key or highly sensitive datum.</summary>
    Critical = 3,
}
