using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>Where the containers stand among the places that the provider's labels name. All are found in one pass, on first use.</summary>
public sealed partial class BodyDocument
{
    private readonly LabelSet _labels;
    private int[]? _places;

    /// <summary>Tells which labels count here, and where in them a container stands: both decide what its texts are.</summary>
    internal (int Labels, int Place) PlaceOf(int container) => (_labels.Number, PlaceOfContainer(container));

    private int PlaceOfContainer(int container)
    {
        if (ReferenceEquals(_labels, LabelSet.None))
        {
            return LabelSet.Nowhere;
        }

        return (_places ??= FindPlaces())[container];
    }

    // Parents come before their children in the table.
    private int[] FindPlaces()
    {
        var places = new int[_table.Containers.Count];
        for (var i = 0; i < places.Length; i++)
        {
            ref readonly var container = ref _table.Containers[i];
            places[i] = container.Parent < 0 ? LabelSet.Top : Step(places[container.Parent], container.Key);
        }

        return places;
    }

    private int Step(int place, int key) =>
        place == LabelSet.Nowhere ? LabelSet.Nowhere : key < 0 ? _labels.Element(place) : _labels.Property(place, _table.Utf8(key));

    private FieldLabel? LabelOf(int place, int key) =>
        !ReferenceEquals(_labels, LabelSet.None) && _labels.TryGetLabel(place, _table.Name(key), out var label) ? label : null;

    /// <summary>What the labels say about a container itself; null if nothing.</summary>
    private FieldRole? LabelledRole(int container) => RoleIn(LabelOf(PlaceOfContainer(container), _table.Containers[container].Key));

    /// <summary>What the labels say about a value that stands in a container; null if nothing.</summary>
    private FieldRole? LabelledRole(int container, int key) => RoleIn(LabelOf(Step(PlaceOfContainer(container), key), key));

    private static FieldRole? RoleIn(FieldLabel? label) => label is null or { Role: FieldRole.Unknown } ? null : label.Role;
}
