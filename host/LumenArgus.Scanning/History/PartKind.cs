namespace LumenArgus.Scanning.History;

/// <summary>What a block of a message is.</summary>
internal enum PartKind : byte
{
    /// <summary>A picture, a document, what is not known.</summary>
    Other,

    /// <summary>Text that a person may have written.</summary>
    Text,

    /// <summary>Text that begins like a tag: tools write that into the user's messages.</summary>
    Reminder,

    /// <summary>A call of a tool.</summary>
    Call,

    /// <summary>The result of a call.</summary>
    Result,

    /// <summary>Nothing that could stand alone: blank text, a mark for the cache.</summary>
    Filler,
}
