using LumenArgus.Scanning.Decoding.Seams;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>Reads what a unit has to do with its neighbours. Only of units that are scanned anyway.</summary>
internal static class UnitTraits
{
    public static SeamTraits Of(BodyDocument document, in TextUnit unit)
    {
        var traits = SeamTraits.IsPassing;
        var table = document.Table;
        for (var field = unit.FirstField; field < unit.EndField; field++)
        {
            ref readonly var entry = ref table.Fields[field];
            if (entry.Kind != FieldKind.Value || entry.Container < 0)
            {
                continue;
            }

            if (entry.Key < 0)
            {
                traits |= SeamTraits.HasArray;
                if (unit.IsContainer)
                {
                    // Joined within its own array, which ends in the unit.
                    continue;
                }
            }
            else if (!SeamText.IsTextName(table.Utf8(entry.Key)))
            {
                continue;
            }

            var text = SeamText.Of(table.Utf8(field));
            if (!text.IsBlank)
            {
                traits |= SeamTraits.HasText;
                traits &= text.IsToken ? ~SeamTraits.None : ~SeamTraits.IsPassing;
            }
        }

        return traits;
    }
}
