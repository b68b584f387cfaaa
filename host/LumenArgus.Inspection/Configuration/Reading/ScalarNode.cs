namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>A single value. Plain means written without quotes, which decides whether it can be a boolean or null.</summary>
internal sealed record ScalarNode(string Value, bool IsPlain, int Line, int Column) : ConfigNode(Line, Column)
{
    public override bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");
}
