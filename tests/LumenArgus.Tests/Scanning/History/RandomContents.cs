namespace LumenArgus.Tests.Scanning.History;

internal sealed class RandomContents(int seed) : RandomHistory(seed)
{
    private readonly bool _isSnakeCase = seed % 2 == 0;
    private readonly bool _hasIds = seed % 3 == 0;
    private readonly bool _isRoleLast = seed % 5 == 0;

    protected override string Question(IReadOnlyList<string> texts) => Message("user", texts.Select(static text => $$"""{"text":"{{text}}"}"""));

    protected override string? Merge(string message, IReadOnlyList<string> texts) => null;

    protected override IEnumerable<string> Round(int calls, bool isReasoning, bool speaks)
    {
        var ids = Enumerable.Range(0, calls).Select(_ => _hasIds ? $"\"id\":\"{NewId()}\"," : "").ToList();
        var signature = isReasoning ? ""","thoughtSignature":"s" """ : "";
        var parts = new List<string>();
        if (speaks)
        {
            parts.Add($$"""{"text":"{{Text()}}"{{(calls == 0 ? signature : "")}}}""");
        }

        parts.AddRange(ids.Select((id, i) => $$$"""{"{{{Name("function", "Call")}}}":{{{{id}}}"name":"r","args":{"q":"{{{Text()}}}"}}{{{(i == 0 ? signature : "")}}}}"""));
        yield return Message("model", parts);
        if (calls > 0)
        {
            yield return Message("user", ids.Select(id => "{\"" + Name("function", "Response") + "\":{" + id + "\"name\":\"r\",\"response\":{\"output\":\"" + Text() + "\"}}}"));
        }
    }

    protected override string Body(string messages) => $$$"""{"request":{"contents":[{{{messages}}}]}}""";

    private string Message(string role, IEnumerable<string> parts) => _isRoleLast
        ? $$"""{"parts":{{List(parts)}},"role":"{{role}}"}"""
        : $$"""{"role":"{{role}}","parts":{{List(parts)}}}""";

    private string Name(string first, string second) => _isSnakeCase ? $"{first}_{second.ToLowerInvariant()}" : first + second;
}
