using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>Role labels, computed per container on first use and inherited inwards: the nearest label wins.</summary>
public sealed partial class BodyDocument
{
    private const byte Undecided = byte.MaxValue;

    private byte[]? _containerRoles;

    internal FieldRole RoleOf(int field)
    {
        ref readonly var entry = ref _table.Fields[RootOf(field)];
        if (entry.Kind == FieldKind.PropertyName)
        {
            return FieldRole.PropertyName;
        }

        if (entry.Container < 0)
        {
            return FieldRole.Unknown;
        }

        var own = ByName(_table.Name(entry.Key), entry.Container);
        var isRootScalar = _table.Containers[entry.Container].Parent < 0 && entry.Key >= 0;
        return own ?? (isRootScalar ? FieldRole.Metadata : ContainerRole(entry.Container));
    }

    internal FieldRole ContainerRole(int container)
    {
        if (_containerRoles is null)
        {
            _containerRoles = new byte[_table.Containers.Count];
            _containerRoles.AsSpan().Fill(Undecided);
        }

        // Up to the first decided container, then down again in a second walk: no recursion, each container is decided once.
        var top = container;
        var role = FieldRole.Unknown;
        while (top >= 0)
        {
            if (_containerRoles[top] != Undecided)
            {
                role = (FieldRole)_containerRoles[top];
                break;
            }

            if (OwnRole(top) is { } own)
            {
                role = own;
                break;
            }

            top = _table.Containers[top].Parent;
        }

        for (var i = container; i >= 0 && i != top; i = _table.Containers[i].Parent)
        {
            _containerRoles[i] = (byte)role;
        }

        if (top >= 0)
        {
            _containerRoles[top] = (byte)role;
        }

        return role;
    }

    private FieldRole? OwnRole(int container)
    {
        ref readonly var entry = ref _table.Containers[container];
        if (entry.TypeField >= 0)
        {
            var type = _table.Utf8(entry.TypeField);
            if (FieldNames.IsToolResultType(type))
            {
                return FieldRole.ToolResult;
            }

            if (FieldNames.IsToolCallType(type))
            {
                return FieldRole.ToolCall;
            }
        }

        return (entry.RoleField >= 0 ? ByRole(_table.Utf8(entry.RoleField)) : null) ?? ByName(_table.Name(entry.Key), entry.Parent);
    }

    private static FieldRole? ByRole(ReadOnlySpan<byte> role) =>
        role.SequenceEqual("user"u8) ? FieldRole.User
        : role.SequenceEqual("assistant"u8) || role.SequenceEqual("model"u8) ? FieldRole.Assistant
        : role.SequenceEqual("system"u8) || role.SequenceEqual("developer"u8) ? FieldRole.System
        : role.SequenceEqual("tool"u8) || role.SequenceEqual("function"u8) ? FieldRole.ToolResult
        : null;

    private FieldRole? ByName(ReadOnlySpan<byte> name, int container)
    {
        if (name.IsEmpty || container < 0)
        {
            return null;
        }

        if (FieldNames.IsToolCall(name))
        {
            return FieldRole.ToolCall;
        }

        if (FieldNames.IsToolResult(name))
        {
            return FieldRole.ToolResult;
        }

        if (_table.Containers[container].Parent >= 0)
        {
            return null;
        }

        return FieldNames.IsSystem(name) ? FieldRole.System
            : FieldNames.IsToolList(name) ? FieldRole.ToolDefinition
            : FieldNames.IsUserInput(name) ? FieldRole.User
            : name.SequenceEqual("metadata"u8) ? FieldRole.Metadata
            : null;
    }
}
