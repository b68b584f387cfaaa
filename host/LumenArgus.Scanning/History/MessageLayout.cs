namespace LumenArgus.Scanning.History;

/// <summary>The properties of a message as far as they decide whether two messages can be made one by leaving bytes out.</summary>
internal enum MessageLayout : byte
{
    /// <summary>There are others, or one is missing.</summary>
    Other,

    /// <summary>The role, then the list of blocks.</summary>
    RoleFirst,

    /// <summary>The list of blocks, then the role.</summary>
    RoleLast,

    /// <summary>The list of blocks alone.</summary>
    NoRole,
}
