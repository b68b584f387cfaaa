using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Role labels, computed per container on first use and inherited inwards: the nearest label wins, up to a tool's own data or a document. The labels of the provider
/// go before the names and types that all providers share.
/// </summary>
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

        if (IsForm(entry.Container))
        {
            return IsInFile(RootOf(field)) ? FieldRole.Document : LabelledRole(entry.Container, entry.Key) ?? ByName(_table.Name(entry.Key), entry.Container) ?? FieldRole.Unknown;
        }

        var around = ContainerRole(entry.Container);
        if (IsClosed(around))
        {
            return around;
        }

        var own = LabelledRole(entry.Container, entry.Key) ?? ByName(_table.Name(entry.Key), entry.Container);
        var isRootScalar = _table.Containers[entry.Container].Parent < 0 && entry.Key >= 0;
        return own ?? (isRootScalar ? FieldRole.Metadata : around);
    }

    internal FieldRole ContainerRole(int container)
    {
        if (_containerRoles is null)
        {
            _containerRoles = new byte[_table.Containers.Count];
            _containerRoles.AsSpan().Fill(Undecided);
        }

        // Up to the first decided container, then down again: no recursion, each container is decided once.
        var undecided = new StructList<int>(0);
        for (var i = container; i >= 0 && _containerRoles[i] == Undecided; i = _table.Containers[i].Parent)
        {
            undecided.Add(i);
        }

        for (var i = undecided.Count - 1; i >= 0; i--)
        {
            var decided = undecided[i];
            var parent = _table.Containers[decided].Parent;
            var around = parent < 0 ? FieldRole.Unknown : (FieldRole)_containerRoles[parent];
            _containerRoles[decided] = (byte)(IsClosed(around) ? around : OwnRole(decided) ?? around);
        }

        undecided.Return();
        return (FieldRole)_containerRoles[container];
    }

    // What a tool gets, gives or is made of can be any JSON. Names in it mean nothing, else a "role" among the arguments of a call would make them something else.
    private static bool IsClosed(FieldRole role) =>
        role is FieldRole.ToolCall or FieldRole.ToolResult or FieldRole.ToolDefinition or FieldRole.Document;

    private FieldRole? OwnRole(int container)
    {
        if (IsArguments(container))
        {
            return FieldRole.ToolCall;
        }

        if (LabelledRole(container) is { } labelled)
        {
            return labelled;
        }

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

            if (FieldNames.IsDocumentType(type))
            {
                return FieldRole.Document;
            }

            if (type.SequenceEqual("reasoning"u8))
            {
                return FieldRole.Assistant;
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

        if (FieldNames.IsDocument(name))
        {
            return FieldRole.Document;
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
