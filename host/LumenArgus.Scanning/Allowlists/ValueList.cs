using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LumenArgus.Scanning.Allowlists;

/// <summary>Values that are known to be harmless: exact ones in a table, patterns one after the other.</summary>
internal sealed class ValueList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exact;
    private readonly ValueGlob[] _patterns;

    public ValueList(ImmutableArray<string> entries)
    {
        _exact = entries.Where(static entry => !ValueGlob.IsPattern(entry)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _patterns = [.. entries.Where(ValueGlob.IsPattern).Select(static pattern => new ValueGlob(pattern))];
        IsEmpty = entries.IsEmpty;
    }

    public bool IsEmpty { get; }

    public bool Contains(ReadOnlySpan<char> value)
    {
        if (_exact.Contains(value))
        {
            return true;
        }

        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(value))
            {
                return true;
            }
        }

        return false;
    }
}
