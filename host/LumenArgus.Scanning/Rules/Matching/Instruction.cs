using System.Buffers;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>One step of a matcher program.</summary>
internal sealed class Instruction
{
    // Asked in their place: from a property each question would copy 32 bytes.
    private ByteSet _next = ByteSet.All;
    private ByteSet _members;

    public required Operation Operation { get; init; }

    /// <summary>For <see cref="Operation.Literal"/>; lower case where <see cref="IgnoreCase"/>.</summary>
    public byte[] Bytes { get; init; } = [];

    public bool IgnoreCase { get; init; }

    /// <summary>For <see cref="Operation.Run"/>.</summary>
    public ByteSet Members
    {
        get => _members;
        init => (_members, Set) = (value, value.ToSearchValues());
    }

    /// <summary>The members, to search for many bytes at once.</summary>
    public SearchValues<byte>? Set { get; private init; }

    /// <summary>The bytes that may stand where this step begins: with another one, all that can follow fails. All bytes where the match may end without one.</summary>
    public ByteSet Next
    {
        get => _next;
        set => _next = value;
    }

    public int Min { get; init; }

    public int Max { get; init; }

    /// <summary>Whether a run may have to end before its longest end.</summary>
    public bool GivesBack { get; init; }

    public bool Lazy { get; init; }

    /// <summary>Whether nothing follows but the end of the match: such a run may leave the window, because it cannot fail any more.</summary>
    public bool IsLast { get; init; }

    /// <summary>
    /// Whether assertions alone stand between this run and the end of the match. It may leave the window too, with a <see cref="TailRun"/>
    /// that keeps it from being read again at every start.
    /// </summary>
    public bool IsTail { get; set; }

    /// <summary>Target of jumps and of the second choice of splits.</summary>
    public int Target { get; set; }

    /// <summary>Slot of <see cref="Operation.Save"/>: 2n start, 2n+1 end of group n.</summary>
    public int Slot { get; init; }

    public AssertionKind Assertion { get; init; }

    public bool CanBeginWith(byte value) => _next.Contains(value);

    public bool Takes(byte value) => _members.Contains(value);
}
