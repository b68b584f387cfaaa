using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// The labels of one provider, compiled into a tree of places: a step from an object or array to what is in it is one look-up, whatever the number of
/// labels. Immutable.
/// </summary>
public sealed class LabelSet
{
    /// <summary>No place of a label is in there.</summary>
    internal const int Nowhere = -1;

    /// <summary>The place of a body's first value.</summary>
    internal const int Top = 0;

    // Any names beside given ones multiply places; a hundred labels without them need a few hundred.
    private const int MaxPlaces = 4096;

    private static int _last;

    private readonly List<Place> _places = [];
    private readonly List<(byte[] Name, FieldLabel Label)> _anywhere = [];

    private LabelSet(ImmutableArray<FieldLabel> labels)
    {
        Number = Interlocked.Increment(ref _last);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        Add([.. labels.Where(static label => label.Segments[0] != FieldLabel.Anywhere).Select(static label => (label, 0))], known);
        foreach (var label in labels.Where(static label => label.Segments[0] == FieldLabel.Anywhere))
        {
            _anywhere.Add((Encoding.UTF8.GetBytes(label.Segments[1]), label));
        }
    }

    /// <summary>No labels: the names that all providers share still have their meaning.</summary>
    public static LabelSet None { get; } = new([]);

    /// <summary>Tells this set from every other one of the process.</summary>
    internal int Number { get; }

    /// <summary>Compiles labels.</summary>
    /// <param name="labels">The labels; of two for one place the first counts.</param>
    /// <param name="problem">Why they cannot be used; null otherwise.</param>
    /// <returns>The set, or null.</returns>
    public static LabelSet? TryCompile(ImmutableArray<FieldLabel> labels, out string? problem)
    {
        problem = null;
        try
        {
            return labels.IsDefaultOrEmpty ? None : new LabelSet(labels);
        }
        catch (InvalidOperationException failure)
        {
            problem = failure.Message;
            return null;
        }
    }

    /// <summary>The place of a property.</summary>
    internal int Property(int place, ReadOnlySpan<byte> name)
    {
        if (place == Nowhere)
        {
            return Nowhere;
        }

        var from = _places[place];
        foreach (var (known, next) in from.Names)
        {
            if (name.SequenceEqual(known))
            {
                return next;
            }
        }

        return from.AnyName;
    }

    /// <summary>The place of an element of an array.</summary>
    internal int Element(int place) => place == Nowhere ? Nowhere : _places[place].Element;

    /// <summary>Finds what is said about a place, or about the property of this name wherever it is.</summary>
    internal bool TryGetLabel(int place, ReadOnlySpan<byte> name, [NotNullWhen(true)] out FieldLabel? label)
    {
        label = place == Nowhere ? null : _places[place].Label;
        if (label is null && !name.IsEmpty)
        {
            foreach (var (known, anywhere) in _anywhere)
            {
                if (name.SequenceEqual(known))
                {
                    label = anywhere;
                    break;
                }
            }
        }

        return label is not null;
    }

    // The labels that fit so far, with how much of each was read, are one place.
    private int Add(ImmutableArray<(FieldLabel Label, int Read)> open, Dictionary<string, int> known)
    {
        if (open.IsEmpty && _places.Count > 0)
        {
            return Nowhere;
        }

        var key = string.Join(';', open.Select(static each => $"{each.Label.Path}:{each.Read}"));
        if (known.TryGetValue(key, out var place))
        {
            return place;
        }

        if (_places.Count == MaxPlaces)
        {
            throw new InvalidOperationException($"its labels make more than {MaxPlaces} places: use fewer paths with *");
        }

        var entry = new Place { Label = open.FirstOrDefault(static each => each.Read == each.Label.Segments.Length).Label };
        place = _places.Count;
        _places.Add(entry);
        known.Add(key, place);
        var names = open.Where(static each => each.Read < each.Label.Segments.Length).Select(static each => each.Label.Segments[each.Read])
            .Where(static segment => segment is not (FieldLabel.Elements or FieldLabel.AnyName)).Distinct(StringComparer.Ordinal);
        entry.Names = [.. names.Select(name => (Encoding.UTF8.GetBytes(name), Step(segment => segment == name || segment == FieldLabel.AnyName)))];
        entry.AnyName = Step(static segment => segment == FieldLabel.AnyName);
        entry.Element = Step(static segment => segment == FieldLabel.Elements);
        return place;

        int Step(Func<string, bool> fits) => Add(
            [.. open.Where(each => each.Read < each.Label.Segments.Length && fits(each.Label.Segments[each.Read])).Select(static each => (each.Label, each.Read + 1))], known);
    }

    private sealed class Place
    {
        public FieldLabel? Label { get; init; }

        public (byte[] Name, int Place)[] Names { get; set; } = [];

        public int AnyName { get; set; } = Nowhere;

        public int Element { get; set; } = Nowhere;
    }
}
