namespace LumenArgus.Scanning.Rules.Matching;

internal enum Operation : byte
{
    /// <summary>Fixed bytes.</summary>
    Literal,

    /// <summary>A number of bytes of one set.</summary>
    Run,

    /// <summary>Goes on with the next step; if that fails, with the target.</summary>
    Split,

    /// <summary>Goes on with the target.</summary>
    Jump,

    /// <summary>Notes the position.</summary>
    Save,

    /// <summary>Looks at the neighbours.</summary>
    Assert,

    /// <summary>The end of a match.</summary>
    Match,
}
