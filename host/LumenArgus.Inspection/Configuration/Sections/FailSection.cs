using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class FailSection
{
    private static readonly (string Name, FailMode Value)[] Modes = [("open", FailMode.Open), ("closed", FailMode.Closed)];

    public static FailConfig Read(SectionReader section)
    {
        var fail = new FailConfig
        {
            Scan = section.Choice("scan", FailMode.Open, Modes),
            Decode = section.Choice("decode", FailMode.Open, Modes),
            Oversize = section.Choice("oversize", FailMode.Open, Modes),
            Hook = section.Choice("hook", FailMode.Open, Modes),
            Audit = section.Choice("audit", FailMode.Open, Modes),
            Store = section.Choice("store", FailMode.Open, Modes),
        };
        section.Finish();
        return fail;
    }
}
