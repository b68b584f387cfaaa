using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// Divides a body into units: the elements of arrays up to a size (messages, blocks, tools), and what is left of the containers around them, long texts
/// alone and short ones in runs. Where a unit begins and ends depends on what is before and in it, never on what follows: a conversation that grows keeps its units.
/// </summary>
internal static class UnitDivision
{
    private const int MaxContainerBytes = 16 * 1024;
    private const int MinLongText = 256;
    private const int MaxRunFields = 64;
    private const int MaxRunBytes = 4096;

    public static void Divide(FieldTable table, ref StructList<TextUnit> units)
    {
        var field = 0;
        var container = 0;
        while (field < table.Fields.Count)
        {
            while (container < table.Containers.Count && !IsUnit(table, in table.Containers[container]))
            {
                container++;
            }

            if (container == table.Containers.Count)
            {
                AddFields(table, field, table.Fields.Count, ref units);
                return;
            }

            AddFields(table, field, table.Containers[container].FirstField, ref units);
            field = AddContainer(table, container, ref units);
            container = units[units.Count - 1].EndContainer;
        }
    }

    // One that ends with the body may be cut off; one of an array that is the body may be the conversation that grows.
    private static bool IsUnit(FieldTable table, in ContainerEntry container) =>
        container.Parent >= 0 && container.Key < 0 && table.Containers[container.Parent].Parent >= 0
        && container.End - container.Start <= MaxContainerBytes && container.End < table.Body.Length;

    private static int AddContainer(FieldTable table, int container, ref StructList<TextUnit> units)
    {
        ref readonly var entry = ref table.Containers[container];
        var end = container + 1;
        while (end < table.Containers.Count && table.Containers[end].Start < entry.End)
        {
            end++;
        }

        // Fields are in the order of the body.
        var field = entry.FirstField;
        for (var step = table.Fields.Count - field; step > 0; step /= 2)
        {
            while (field + step <= table.Fields.Count && table.Fields[field + step - 1].RawStart < entry.End)
            {
                field += step;
            }
        }

        units.Add(new TextUnit
        {
            FirstField = entry.FirstField, EndField = field, RawStart = entry.Start, RawEnd = entry.End, Container = container, EndContainer = end, IsContainer = true,
        });
        return field;
    }

    private static void AddFields(FieldTable table, int from, int to, ref StructList<TextUnit> units)
    {
        for (var field = from; field < to;)
        {
            var end = EndOfRun(table, field, to);
            ref readonly var first = ref table.Fields[field];
            ref readonly var last = ref table.Fields[end - 1];
            units.Add(new TextUnit
            {
                FirstField = field,
                EndField = end,
                RawStart = first.RawStart,
                RawEnd = last.RawStart + last.RawLength,
                Container = first.Container,
                EndContainer = first.Container + 1,
                IsInArray = first.Container >= 0 && first.Kind != FieldKind.PropertyName && first.Key < 0,
            });
            field = end;
        }
    }

    private static int EndOfRun(FieldTable table, int from, int to)
    {
        ref readonly var first = ref table.Fields[from];
        var end = from + 1;
        if (IsAlone(in first))
        {
            return end;
        }

        while (end < to && end - from < MaxRunFields)
        {
            ref readonly var next = ref table.Fields[end];
            if (IsAlone(in next) || next.Container != first.Container || next.RawStart + next.RawLength - first.RawStart > MaxRunBytes)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static bool IsAlone(in FieldEntry field) => field.RawLength >= MinLongText || field.Kind == FieldKind.Text;
}
