using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>Collects what one read of a file gives beside the values: problems, and where the keys are.</summary>
internal sealed class ReadContext(string file, LumenArgusHome home)
{
    private readonly List<ConfigProblem> _errors = [];
    private readonly List<ConfigProblem> _warnings = [];
    private readonly ImmutableDictionary<string, int>.Builder _lines = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);

    public string File => file;

    public LumenArgusHome Home => home;

    public bool HasErrors => _errors.Count > 0;

    public void Error(int line, int column, string key, string message) => _errors.Add(new ConfigProblem(file, line, column, key, message));

    public void Error(ConfigNode node, string key, string message) => Error(node.Line, node.Column, key, message);

    public void Warning(ConfigNode node, string key, string message) => _warnings.Add(new ConfigProblem(file, node.Line, node.Column, key, message));

    public void UnknownKey(ConfigNode node, string key, string message) =>
        _warnings.Add(new ConfigProblem(file, node.Line, node.Column, key, message) { IsUnknownKey = true });

    public void SetLine(string key, int line) => _lines[key] = line;

    public string ResolvePath(string path) => home.Resolve(path, Path.GetDirectoryName(Path.GetFullPath(file))!);

    public ConfigResult ToResult(LumenArgusConfig? config) => new(
        HasErrors ? null : config,
        InFileOrder(_errors),
        InFileOrder(_warnings),
        new ConfigSource(file, _lines.ToImmutable()));

    private static ImmutableArray<ConfigProblem> InFileOrder(List<ConfigProblem> problems) =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
