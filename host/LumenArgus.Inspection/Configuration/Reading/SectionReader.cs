using System.Collections.Immutable;
using System.Globalization;

namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>
/// Reads the keys of one mapping. Each method reports what is wrong and then gives the default, so that all errors are found in one go.
/// A key that was asked for is known; <see cref="Finish"/> warns about the others.
/// </summary>
internal sealed class SectionReader
{
    private readonly MappingNode? _node;
    private readonly ReadContext _context;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public SectionReader(MappingNode? node, string path, ReadContext context)
    {
        _node = node;
        Path = path;
        _context = context;
        foreach (var entry in node?.Entries ?? [])
        {
            context.SetLine(PathOf(entry.Key.Value), entry.Key.Line);
        }
    }

    public string Path { get; }

    /// <summary>The line it begins in; 0 if it is missing.</summary>
    public int Line => _node?.Line ?? 0;

    public IEnumerable<string> Keys => _node?.Entries.Select(entry => entry.Key.Value) ?? [];

    public IEnumerable<MappingEntry> Unread => _node?.Entries.Where(entry => !_known.Contains(entry.Key.Value)) ?? [];

    public string PathOf(string key) => Path.Length == 0 ? key : Path + "." + key;

    /// <summary>The node of a key, or null if it is missing or empty.</summary>
    public ConfigNode? Node(string key)
    {
        _known.Add(key);
        var value = _node?.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
        return value is null or { IsNull: true } ? null : value;
    }

    public SectionReader Section(string key)
    {
        var node = Node(key);
        if (node is not null and not MappingNode)
        {
            _context.Error(node, PathOf(key), "must be a section with keys of its own");
        }

        return new SectionReader(node as MappingNode, PathOf(key), _context);
    }

    public ScalarNode? Scalar(string key)
    {
        var node = Node(key);
        if (node is not null and not ScalarNode)
        {
            _context.Error(node, PathOf(key), "must be a single value");
        }

        return node as ScalarNode;
    }

    public string Text(string key, string fallback) => Scalar(key)?.Value ?? fallback;

    public long Integer(string key, long fallback, long min, long max = long.MaxValue)
    {
        if (Scalar(key) is not { } node)
        {
            return fallback;
        }

        // YAML 1.1 lets digits be grouped: 52_428_800.
        if (long.TryParse(node.Value.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max)
        {
            return value;
        }

        var range = max == long.MaxValue ? $"a whole number, at least {min}" : $"{min}..{max}";
        Invalid(node, key, range);
        return fallback;
    }

    public double Number(string key, double fallback, double min, double max)
    {
        if (Scalar(key) is not { } node)
        {
            return fallback;
        }

        if (double.TryParse(node.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max)
        {
            return value;
        }

        Invalid(node, key, $"{min.ToString(CultureInfo.InvariantCulture)}..{max.ToString(CultureInfo.InvariantCulture)}");
        return fallback;
    }

    public TimeSpan Seconds(string key, TimeSpan fallback, int min, int max) =>
        TimeSpan.FromSeconds(Integer(key, (long)fallback.TotalSeconds, min, max));

    public bool Boolean(string key, bool fallback)
    {
        if (Scalar(key) is not { } node)
        {
            return fallback;
        }

        switch (node.Value.ToLowerInvariant())
        {
            case "true" or "yes" or "on" when node.IsPlain:
                return true;
            case "false" or "no" or "off" when node.IsPlain:
                return false;
            case "true" or "yes" or "on" or "false" or "no" or "off":
                // Never guessed: a quoted "false" that counts as true would switch a protection the wrong way.
                _context.Error(node, PathOf(key), $"must be true or false without quotes (was \"{node.Value}\")");
                return fallback;
            default:
                Invalid(node, key, "true or false");
                return fallback;
        }
    }

    public T Choice<T>(string key, T fallback, IReadOnlyList<(string Name, T Value)> choices)
    {
        if (Scalar(key) is not { } node)
        {
            return fallback;
        }

        foreach (var (name, value) in choices)
        {
            if (name == node.Value)
            {
                return value;
            }
        }

        var names = choices.Select(choice => choice.Name).ToArray();
        _context.Error(node, PathOf(key), $"must be one of {string.Join(", ", names)} (was {Shown(node.Value)}){Suggestion.For(node.Value, names)}");
        return fallback;
    }

    /// <summary>A list of texts; null if the key is missing.</summary>
    public ImmutableArray<string>? Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case SequenceNode list when list.Items.All(item => item is ScalarNode):
                return [.. list.Items.Select(item => ((ScalarNode)item).Value)];
            case var node:
                _context.Error(node, PathOf(key), "must be a list of texts, for example [first, second]");
                return null;
        }
    }

    /// <summary>The items of a list of texts with their places; none if the key is missing.</summary>
    public IReadOnlyList<ScalarNode> TextNodes(string key)
    {
        if (Texts(key) is null)
        {
            return [];
        }

        return [.. ((SequenceNode)Node(key)!).Items.Cast<ScalarNode>()];
    }

    /// <summary>The items of a list of sections, named <c>key[0]</c> and so on; none if the key is missing.</summary>
    public IReadOnlyList<SectionReader> Sections(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case SequenceNode list when list.Items.All(item => item is MappingNode):
                return [.. list.Items.Select((item, i) => new SectionReader((MappingNode)item, PathOf(string.Create(CultureInfo.InvariantCulture, $"{key}[{i}]")), _context))];
            case var node:
                _context.Error(node, PathOf(key), "must be a list of entries with keys of their own");
                return [];
        }
    }

    public void Invalid(ScalarNode node, string key, string allowed) =>
        _context.Error(node, PathOf(key), $"must be {allowed} (was {Shown(node.Value)})");

    public void Warn(string key, string message) => Warn(Entry(key), message);

    public void Warn(MappingEntry entry, string message) => _context.Warning(entry.Key, PathOf(entry.Key.Value), message);

    public void Error(string key, string message) => _context.Error(Entry(key).Key, PathOf(key), message);

    /// <summary>Keys that users of other versions have: accepted, and said to have no effect.</summary>
    public void NotSupportedYet(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Node(key) is not null)
            {
                Warn(key, "is not supported by this version and has no effect");
            }
        }
    }

    /// <summary>Warns about every key that nobody asked for. Its value is not shown: it may be a credential.</summary>
    public void Finish()
    {
        foreach (var entry in Unread)
        {
            _context.UnknownKey(entry.Key, PathOf(entry.Key.Value), "is not a known key and has no effect" + Suggestion.For(entry.Key.Value, _known));
        }
    }

    private MappingEntry Entry(string key) => _node!.Entries.First(entry => entry.Key.Value == key);

    private static string Shown(string value)
    {
        var text = value.Length > 40 ? value[..40] + "..." : value;
        return new string([.. text.Select(character => char.IsControl(character) ? '?' : character)]);
    }
}
