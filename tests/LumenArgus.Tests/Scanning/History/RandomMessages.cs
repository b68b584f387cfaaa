namespace LumenArgus.Tests.Scanning.History;

internal sealed class RandomMessages(int seed) : RandomHistory(seed)
{
    protected override string Question(IReadOnlyList<string> texts) => texts.Count == 1 && Roll(2) == 0
        ? $$"""{"role":"user","content":"{{texts[0]}}"}"""
        : $$"""{"role":"user","content":{{List(texts.Select(Block))}}}""";

    protected override string? Merge(string message, IReadOnlyList<string> texts) =>
        message.EndsWith("]}", StringComparison.Ordinal) ? message[..^2] + "," + string.Join(",", texts.Select(Block)) + "]}" : null;

    protected override IEnumerable<string> Round(int calls, bool isReasoning, bool speaks)
    {
        var ids = Enumerable.Range(0, calls).Select(_ => NewId()).ToList();
        var blocks = new List<string>();
        if (isReasoning)
        {
            blocks.Add($$"""{"type":"thinking","thinking":"{{Text()}}","signature":"s"}""");
        }

        if (speaks)
        {
            blocks.Add(Block(Text()));
        }

        blocks.AddRange(ids.Select(id => $$$"""{"type":"tool_use","id":"{{{id}}}","name":"r","input":{"q":"{{{Text()}}}"}}"""));
        yield return $$"""{"role":"assistant","content":{{List(blocks)}}}""";
        if (calls > 0)
        {
            var results = ids.Select(id => $$"""{"type":"tool_result","tool_use_id":"{{id}}","content":{{List([Block(Text())])}}}""").ToList();
            if (Roll(3) == 0)
            {
                results.Add(Block($"<system-reminder>{Text()}</system-reminder>"));
            }

            yield return $$"""{"role":"user","content":{{List(results)}}}""";
        }
    }

    protected override string Body(string messages) => $$"""{"system":"s","messages":[{{messages}}]}""";

    private static string Block(string text) => $$"""{"type":"text","text":"{{text}}"}""";
}
