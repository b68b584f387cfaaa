namespace LumenArgus.Scanning.Fields;

internal enum FieldKind : byte
{
    /// <summary>A JSON string value.</summary>
    Value,

    /// <summary>The name of a JSON property.</summary>
    PropertyName,

    /// <summary>A long JSON number: card and account numbers are sometimes sent without quotes.</summary>
    Number,

    /// <summary>A body that is not JSON, or its part behind the last place that is.</summary>
    Text,
}
