namespace LumenArgus.Scanning.Fingerprints;

/// <summary>Fields that stand together and are remembered together. The bytes from the first to the last belong to it, so names and structure do too.</summary>
internal struct TextUnit
{
    public int FirstField;
    public int EndField;
    public int RawStart;
    public int RawEnd;

    /// <summary>The container that the fields stand in directly; of a unit that is a container itself, that one.</summary>
    public int Container;

    /// <summary>Behind its last container; of fields without one, the container they stand in and no more.</summary>
    public int EndContainer;

    /// <summary>Whether it is a whole container.</summary>
    public bool IsContainer;

    /// <summary>Whether its fields are strings of an array.</summary>
    public bool IsInArray;

    public UInt128 Fingerprint;
    public SeamTraits Traits;

    /// <summary>Found to be clean in an earlier request.</summary>
    public bool IsKnown;

    /// <summary>Something was found in it, or it was not looked at.</summary>
    public bool IsTainted;

    /// <summary>It meets something new: its strings in arrays have to be joined again.</summary>
    public bool HasNewArraySeam;

    /// <summary>It meets something new: its texts have to be joined again.</summary>
    public bool HasNewTextSeam;

    /// <summary>Whether its texts have to be joined with others.</summary>
    public readonly bool IsToBeJoined(bool ofArrays) => !IsKnown || (ofArrays ? HasNewArraySeam : HasNewTextSeam);
}
