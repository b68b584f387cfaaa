namespace LumenArgus.FunctionalTests.Product;

/// <summary>A conversation in the shape of one provider, sent whole with every turn, as tools do.</summary>
internal sealed class ToolConversation(string path, Func<string, string> question, Func<string, string> answer, Func<string, string> body)
{
    private readonly List<string> _messages = [];

    public string Path => path;

    /// <summary>The next request.</summary>
    public string Body => body(string.Join(", ", _messages));

    public string BodyWithout(string text) => body(string.Join(", ", _messages.Where(message => !message.Contains(text, StringComparison.Ordinal))));

    public static ToolConversation Create(string shape) => shape switch
    {
        "anthropic" => new(
            "/v1/messages",
            static text => $$"""{"role":"user","content":[{"type":"text","text":"{{text}}"}]}""",
            static text => $$"""{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"text","text":"{{text}}"}]}""",
            static messages => """{"model":"claude-x","max_tokens":16,"messages":[""" + messages + "]}"),
        "chat" => new(
            "/v1/chat/completions",
            static text => $$"""{"role":"user","content":"{{text}}"}""",
            static text => $$"""{"role":"assistant","content":"{{text}}"}""",
            static messages => """{"model":"gpt-x","messages":[{"role":"system","content":"be brief"},""" + messages + "]}"),
        "responses" => new(
            "/v1/responses",
            static text => $$"""{"type":"message","role":"user","content":[{"type":"input_text","text":"{{text}}"}]}""",
            static text => """{"type":"reasoning","summary":[],"encrypted_content":"e"},"""
                + $$"""{"type":"message","role":"assistant","content":[{"type":"output_text","text":"{{text}}"}]}""",
            static messages => """{"model":"gpt-x","input":[""" + messages + "]}"),
        _ => new(
            "/v1beta/models/gemini-x:generateContent",
            static text => $$"""{"role":"user","parts":[{"text":"{{text}}"}]}""",
            static text => $$"""{"role":"model","parts":[{"text":"{{text}}"}]}""",
            static messages => """{"contents":[""" + messages + "]}"),
    };

    public void Ask(string text) => _messages.Add(question(text));

    public void Answer(string text) => _messages.Add(answer(text));
}
