namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>A parsed pattern. The unit is one byte.</summary>
internal abstract class PatternNode
{
    /// <summary>Fixed bytes; with <paramref name="ignoreCase"/> ASCII letters match in either case (the bytes are then lower case).</summary>
    internal sealed class Literal(byte[] bytes, bool ignoreCase) : PatternNode
    {
        public byte[] Bytes { get; } = bytes;

        public bool IgnoreCase { get; } = ignoreCase;
    }

    /// <summary>One byte of a set.</summary>
    internal sealed class Class(ByteSet set) : PatternNode
    {
        public ByteSet Set { get; } = set;
    }

    internal sealed class Sequence(PatternNode[] items) : PatternNode
    {
        public PatternNode[] Items { get; } = items;
    }

    internal sealed class Alternation(PatternNode[] branches) : PatternNode
    {
        public PatternNode[] Branches { get; } = branches;
    }

    internal sealed class Repeat(PatternNode item, int min, int max, bool lazy) : PatternNode
    {
        /// <summary>No upper bound was written.</summary>
        public const int Unbounded = int.MaxValue;

        public PatternNode Item { get; } = item;

        public int Min { get; } = min;

        public int Max { get; } = max;

        public bool Lazy { get; } = lazy;
    }

    /// <summary>A capture group, numbered from 1.</summary>
    internal sealed class Capture(PatternNode item, int number) : PatternNode
    {
        public PatternNode Item { get; } = item;

        public int Number { get; } = number;
    }

    internal sealed class Assertion(AssertionKind kind) : PatternNode
    {
        public AssertionKind Kind { get; } = kind;
    }
}
