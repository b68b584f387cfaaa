namespace LumenArgus.ClientTests.Clients;

internal static class AllClients
{
    public static IReadOnlyList<IClient> Tools { get; } = [new ClaudeCode(), new Codex(overWebSocket: false), new GeminiCli()];

    /// <summary>Those of the tools that can go on with a conversation.</summary>
    public static IReadOnlyList<IClient> Conversing => [.. Tools.Where(static tool => tool is IConversingClient)];

    /// <summary>Those that can be told to write a file.</summary>
    public static IReadOnlyList<IClient> Writing => [.. Tools.Where(static tool => tool is IWritingClient)];

    public static IReadOnlyList<IClient> Sdks { get; } =
    [
        new SdkScript("anthropic", "plain"),
        new SdkScript("anthropic", "stream"),
        new SdkScript("openai", "chat"),
        new SdkScript("openai", "chat-stream"),
        new SdkScript("openai", "responses"),
        new SdkScript("openai", "responses-stream"),
        new SdkScript("google", "plain"),
        new SdkScript("google", "stream"),
    ];

    public static IClient CodexOverWebSocket { get; } = new Codex(overWebSocket: true);

    public static IClient Named(string name) => Tools.Concat(Sdks).Append(CodexOverWebSocket).Single(client => client.Name == name);

    public static TheoryData<string> Names(IReadOnlyList<IClient> clients) => [.. clients.Select(client => client.Name)];
}
