using System.Buffers;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>One step of a matcher program.</summary>
internal sealed class Instruction
{
    public required Operation Operation { get; init; }

    /// <summary>For <see cref="Operation.Literal"/>; lower case where <see cref="IgnoreCase"/>.</summary>
    public byte[] Bytes { get; init; } = [];

    public bool IgnoreCase { get; init; }

    /// <summary>For <see cref="Operation.Run"/>.</summary>
    public SearchValues<byte>? Set { get; init; }

    public int Min { get; init; }

    public int Max { get; init; }

    /// <summary>Whether a run may have to end before its longest end.</summary>
    public bool GivesBack { get; init; }

    public bool Lazy { get; init; }

    /// <summary>Whether nothing that takes bytes can follow: such a run may leave the window.</summary>
    public bool IsLast { get; init; }

    /// <summary>Target of jumps and of the second choice of splits.</summary>
    public int Target { get; set; }

    /// <summary>Slot of <see cref="Operation.Save"/>: 2n start, 2n+1 end of group n.</summary>
    public int Slot { get; init; }

    public AssertionKind Assertion { get; init; }
}
