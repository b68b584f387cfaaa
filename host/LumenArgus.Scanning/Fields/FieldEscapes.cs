namespace LumenArgus.Scanning.Fields;

/// <summary>How text has to be written to stand in a field.</summary>
internal enum FieldEscapes : byte
{
    /// <summary>With the escapes of a JSON string.</summary>
    Json,

    /// <summary>As it is.</summary>
    None,

    /// <summary>With the escapes of a form: <c>%41</c>, and <c>+</c> for a blank.</summary>
    Form,
}
