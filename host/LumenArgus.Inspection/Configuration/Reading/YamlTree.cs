using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>
/// Builds the node tree from parser events. The library's own tree stops at the first key that is given twice; here that is one problem
/// among others. An alias can only name a node that is complete, so there are no cycles.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;

    private readonly Dictionary<string, ConfigNode> _anchors = new(StringComparer.Ordinal);
    private readonly ReadContext _context;
    private readonly Parser _parser;

    private YamlTree(string text, ReadContext context)
    {
        _context = context;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads the file's one mapping. Null after an error, or for a file without content (then without error).</summary>
    public static MappingNode? Load(string text, ReadContext context)
    {
        try
        {
            return new YamlTree(text, context).ReadRoot();
        }
        catch (YamlException exception)
        {
            var tabLine = FindTabIndent(text, (int)exception.Start.Line, (int)exception.End.Line);
            var line = tabLine ?? (int)exception.Start.Line;
            var message = tabLine is null ? exception.Message.TrimEnd('.') : "indent with spaces, tabs are not allowed";
            context.Error(line, (int)exception.Start.Column, "", $"is not valid YAML: {message}");
            return null;
        }
    }

    // The parser names the place where it got lost, which for a tab is the line above it.
    private static int? FindTabIndent(string text, int first, int last)
    {
        var lines = text.Split('\n');
        for (var number = first; number <= last + 1 && number <= lines.Length; number++)
        {
            var line = lines[number - 1].AsSpan();
            if (line[..^line.TrimStart().Length].Contains('\t'))
            {
                return number;
            }
        }

        return null;
    }

    private MappingNode? ReadRoot()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _context.Error((int)second.Start.Line, 1, "", "starts a second document (---); only one is read");
        }

        if (root is MappingNode mapping)
        {
            return mapping;
        }

        if (!root.IsNull)
        {
            _context.Error(root, "", "must hold keys and values, for example default_action: alert");
        }

        return null;
    }

    private ConfigNode ReadNode(string path, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested deeper than {MaxDepth} levels");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.GetValueOrDefault(alias.Value.Value)
                ?? throw new YamlException(alias.Start, alias.End, $"alias *{alias.Value.Value} names nothing above it");
        }

        var start = _parser.Consume<NodeEvent>();
        ConfigNode node = start switch
        {
            Scalar scalar => ToNode(scalar),
            SequenceStart => ReadSequence(start, path, depth),
            _ => ReadMapping(start, path, depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = node;
        }

        return node;
    }

    private SequenceNode ReadSequence(NodeEvent start, string path, int depth)
    {
        var items = new List<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(path, depth + 1));
        }

        return new SequenceNode(items, (int)start.Start.Line, (int)start.Start.Column);
    }

    private MappingNode ReadMapping(NodeEvent start, string path, int depth)
    {
        var entries = new List<MappingEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var scalar))
            {
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "a key must be a single value");
            }

            var key = ToNode(scalar);
            var keyPath = path.Length == 0 ? key.Value : path + "." + key.Value;
            var entry = new MappingEntry(key, ReadNode(keyPath, depth + 1));
            if (key is { IsPlain: true, Value: "<<" })
            {
                _context.Error(key, keyPath, "is a merge key, which is not supported; write the keys out");
            }
            else if (entries.Find(other => other.Key.Value == key.Value) is { } first)
            {
                _context.Error(key, keyPath, $"is given twice (first in line {first.Key.Line})");
            }
            else
            {
                entries.Add(entry);
            }
        }

        return new MappingNode(entries, (int)start.Start.Line, (int)start.Start.Column);
    }

    private static ScalarNode ToNode(Scalar scalar) =>
        new(scalar.Value, scalar.Style == ScalarStyle.Plain, (int)scalar.Start.Line, (int)scalar.Start.Column);
}
