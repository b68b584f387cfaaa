namespace LumenArgus.Inspection.Modes;

/// <summary>Whether the product looks at what passes.</summary>
public enum ProxyMode
{
    /// <summary>Everything is looked at.</summary>
    Active = 0,

    /// <summary>Everything is forwarded and recorded, nothing is looked at.</summary>
    Passthrough,
}
