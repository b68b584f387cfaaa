namespace LumenArgus.Scanning.Findings;

/// <summary>One occurrence: a range of a field's text. The value itself is read from the body when it is needed.</summary>
internal readonly record struct Hit(int Value, int Field, int Start, int Length)
{
    public int End => Start + Length;
}
