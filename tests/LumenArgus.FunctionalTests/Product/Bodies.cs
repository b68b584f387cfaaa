namespace LumenArgus.FunctionalTests.Product;

/// <summary>Request bodies in the shapes of the providers, and made-up secrets.</summary>
internal static class Bodies
{
    /// <summary>An AWS access key id of the right shape that nobody owns.</summary>
    public const string AwsKey = "AKIA" + "Q3EGRFSZ7XKDLZMP";

    public static string Anthropic(string text, bool stream = false) =>
        $$"""{"model":"claude-x","max_tokens":16,"stream":{{(stream ? "true" : "false")}},"messages":[{"role":"user","content":[{"type":"text","text":"{{text}}"}]}]}""";

    public static string OpenAiChat(string text) => $$"""{"model":"gpt-x","messages":[{"role":"user","content":"{{text}}"}]}""";

    public static string OpenAiResponses(string text) => $$"""{"model":"gpt-x","input":[{"role":"user","content":[{"type":"input_text","text":"{{text}}"}]}]}""";

    public static string Gemini(string text) => $$"""{"contents":[{"role":"user","parts":[{"text":"{{text}}"}]}]}""";
}
