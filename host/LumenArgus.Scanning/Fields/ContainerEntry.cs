namespace LumenArgus.Scanning.Fields;

/// <summary>One JSON object or array that holds at least one field, directly or deeper; or a form.</summary>
internal struct ContainerEntry
{
    /// <summary>The container around it; -1 at the top.</summary>
    public int Parent;

    /// <summary>As <see cref="FieldEntry.Key"/>.</summary>
    public int Key;

    /// <summary>Offset of the opening bracket in the body.</summary>
    public int Start;

    /// <summary>Offset behind the closing bracket, or the end of the body.</summary>
    public int End;

    /// <summary>First field inside.</summary>
    public int FirstField;

    /// <summary>Field of the string value of <c>role</c>; -1 without one.</summary>
    public int RoleField;

    /// <summary>Field of the string value of <c>type</c>; -1 without one.</summary>
    public int TypeField;

    public bool IsArray;

    /// <summary>A signed block (<c>thinking</c>, <c>redacted_thinking</c>): the provider refuses it when a byte of it has changed.</summary>
    public bool IsSigned;

    /// <summary>No JSON, but a form or a multipart body; its members are fields of a form.</summary>
    public bool IsForm;
}
