namespace LumenArgus.Tests.Scanning.History;

internal sealed class RandomResponses(int seed) : RandomHistory(seed)
{
    protected override string Question(IReadOnlyList<string> texts) =>
        $$"""{"type":"message","role":"user","content":{{List(texts.Select(static text => $$"""{"type":"input_text","text":"{{text}}"}"""))}}}""";

    protected override string? Merge(string message, IReadOnlyList<string> texts) => null;

    protected override IEnumerable<string> Round(int calls, bool isReasoning, bool speaks)
    {
        if (isReasoning)
        {
            yield return $$"""{"type":"reasoning","id":"{{NewId()}}","summary":["{{Text()}}"],"encrypted_content":"e"}""";
        }

        if (speaks)
        {
            yield return $$"""{"type":"message","role":"assistant","content":{{List([$$"""{"type":"output_text","text":"{{Text()}}"}"""])}}}""";
        }

        var ids = Enumerable.Range(0, calls).Select(_ => NewId()).ToList();
        foreach (var id in ids)
        {
            yield return $$"""{"type":"function_call","call_id":"{{id}}","name":"r","arguments":"{{Text()}}"}""";
        }

        foreach (var id in ids)
        {
            yield return $$"""{"type":"function_call_output","call_id":"{{id}}","output":"{{Text()}}"}""";
        }
    }

    protected override string Body(string messages) => $$"""{"instructions":"s","input":[{{messages}}]}""";
}
