using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Notifications;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>The kinds of channels, with what forms need.</summary>
internal sealed record ChannelTypes(IReadOnlyDictionary<string, ChannelTypes.Kind> Types)
{
    public static ChannelTypes Of(IEnumerable<KnownChannelType> types) => new(types.ToDictionary(
        static known => known.Type.Name,
        static known => new Kind(
            known.Type.Label,
            known.Type.Description,
            known.PluginId,
            known.Type.Fields.ToDictionary(
                static field => field.Name,
                static field => new Field(field.Label, InputOf(field), field.IsRequired, field.IsSecret, field.Placeholder ?? "", field.Hint ?? ""),
                StringComparer.Ordinal)),
        StringComparer.Ordinal));

    private static string InputOf(ChannelField field) => field.Kind switch
    {
        ChannelFieldKind.Json => "json",
        ChannelFieldKind.Lines => "textarea",
        ChannelFieldKind.Number => "number",
        ChannelFieldKind.Switch => "boolean",
        ChannelFieldKind.Url => "url",
        _ => field.IsSecret ? "password" : "text",
    };

    /// <summary>A kind of channel and what it has to be told.</summary>
    internal sealed record Kind(string Label, string Description, string PluginId, IReadOnlyDictionary<string, Field> Fields);

    /// <summary>A setting of a channel.</summary>
    internal sealed record Field(string Label, string Type, bool Required, bool Secret, string Placeholder, string Hint);
}
