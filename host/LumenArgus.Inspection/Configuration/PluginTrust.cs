namespace LumenArgus.Inspection.Configuration;

/// <summary>Which plugins are loaded of those that are found.</summary>
public enum PluginTrust
{
    /// <summary><c>open</c>: all.</summary>
    Open = 0,

    /// <summary><c>pinned</c>: those whose content the operator has accepted.</summary>
    Pinned,

    /// <summary><c>signed</c>: those that came with the product, and those with the signature of a trusted key.</summary>
#pragma warning disable CA1720 // The word of the configuration; there is no type of this name.
    Signed,
#pragma warning restore CA1720
}
