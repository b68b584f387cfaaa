namespace LumenArgus.Tests.Scanning.History;

internal sealed class RandomChat(int seed) : RandomHistory(seed)
{
    protected override string Question(IReadOnlyList<string> texts) => texts.Count == 1
        ? $$"""{"role":"user","content":"{{texts[0]}}"}"""
        : $$"""{"role":"user","content":{{List(texts.Select(Block))}}}""";

    protected override string? Merge(string message, IReadOnlyList<string> texts) => null;

    protected override IEnumerable<string> Round(int calls, bool isReasoning, bool speaks)
    {
        var named = Roll(2) == 0;
        var ids = Enumerable.Range(0, calls).Select(_ => named ? NewId() : null).ToList();
        var content = speaks ? Roll(2) == 0 ? $"\"{Text()}\"" : List([Block(Text()), Block(Text())]) : "null";
        var reasoning = isReasoning ? $$""","reasoning_content":"{{Text()}}" """ : "";
        var list = calls > 0
            ? $$""","tool_calls":{{List(ids.Select(id => $$$"""{{{{Id("id", id)}}}"function":{"name":"r","arguments":"{{{Text()}}}"}}"""))}}"""
            : "";
        yield return $$"""{"role":"assistant","content":{{content}}{{reasoning}}{{list}}}""";
        foreach (var id in ids)
        {
            yield return $$"""{"role":"tool",{{Id("tool_call_id", id)}}"content":"{{Text()}}"}""";
        }
    }

    protected override string Body(string messages) => $$"""{"messages":[{"role":"system","content":"s"},{{messages}}]}""";

    private static string Id(string name, string? id) => id is null ? "" : $"\"{name}\":\"{id}\",";

    private static string Block(string text) => $$"""{"type":"text","text":"{{text}}"}""";
}
