using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Configuration.Sections;

/// <summary>Reads <c>notifications</c>: a section, or, as the original has it, the list of channels alone.</summary>
internal static class NotificationsSection
{
    private const string Key = "notifications";
    private const int MaxCooldown = 86_400;
    private const int MaxName = 200;

    // An alias that is used often multiplies its content.
    private const int MaxSettings = 64 * 1024;

    private static readonly (string Name, string Value)[] Severities = [.. Enum.GetValues<Severity>().Select(static severity => (WireNames.Of(severity), WireNames.Of(severity)))];

    public static NotificationsConfig Read(SectionReader root, ReadContext context)
    {
        var defaults = new NotificationsConfig();
        if (root.Node(Key) is SequenceNode)
        {
            return defaults with { Channels = ReadChannels(root.Sections(Key), context) };
        }

        var section = root.Section(Key);
        var notifications = new NotificationsConfig
        {
            Cooldown = section.Seconds("cooldown_seconds", defaults.Cooldown, 0, MaxCooldown),
            Channels = ReadChannels(section.Sections("channels"), context),
        };
        section.Finish();
        return notifications;
    }

    private static ImmutableArray<ConfiguredChannel> ReadChannels(IEnumerable<SectionReader> entries, ReadContext context)
    {
        var channels = ImmutableArray.CreateBuilder<ConfiguredChannel>();
        foreach (var entry in entries)
        {
            if (ReadChannel(entry, context) is not { } channel)
            {
                continue;
            }

            if (channels.Any(other => other.Name == channel.Name))
            {
                context.Error(entry.Line, 0, entry.Path, $"({channel.Name}) has the name of an earlier channel");
            }
            else
            {
                channels.Add(channel);
            }
        }

        return channels.ToImmutable();
    }

    private static ConfiguredChannel? ReadChannel(SectionReader entry, ReadContext context)
    {
        var (name, type) = (entry.Text("name", "").Trim(), entry.Text("type", "").Trim());
        var defaults = new ConfiguredChannel(name, type, "{}");
        var channel = defaults with
        {
            Enabled = entry.Boolean("enabled", fallback: true),
            Events = ReadEvents(entry, defaults.Events),
            MinSeverity = entry.Choice("min_severity", defaults.MinSeverity, Severities),
        };
        if (name.Length is 0 or > MaxName || type.Length == 0 || name.Any(char.IsControl))
        {
            context.Error(entry.Line, 0, entry.Path, $"must have a type and a name of at most {MaxName} characters");
            return null;
        }

        if (ReadSettings(entry, context) is { Length: <= MaxSettings } settings)
        {
            return channel with { Settings = settings };
        }

        context.Error(entry.Line, 0, entry.Path, $"({name}) has settings of more than {MaxSettings} bytes");
        return null;
    }

    private static string ReadEvents(SectionReader entry, string fallback)
    {
        const string key = "events";
        if (entry.Texts(key) is null)
        {
            return fallback;
        }

        var names = new List<string>();
        foreach (var node in entry.TextNodes(key))
        {
            if (ChannelEvents.All.Contains(node.Value))
            {
                names.Add(node.Value);
            }
            else
            {
                entry.Invalid(node, key, $"a list of {string.Join(", ", ChannelEvents.All)}");
            }
        }

        return ChannelEvents.Write(names);
    }

    // What is left belongs to the plugin that knows the type. Values are not interpreted: 0123 may be a pager's number.
    private static string ReadSettings(SectionReader entry, ReadContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var setting in entry.Unread)
            {
                context.SetLine(entry.PathOf(setting.Key.Value), setting.Key.Line);
                json.WritePropertyName(setting.Key.Value);
                Write(json, setting.Value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ConfigNode node)
    {
        if (json.BytesCommitted + json.BytesPending > MaxSettings)
        {
            json.WriteStringValue("");
            return;
        }

        switch (node)
        {
            case MappingNode mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case SequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case ScalarNode { IsNull: false } scalar:
                json.WriteStringValue(scalar.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
