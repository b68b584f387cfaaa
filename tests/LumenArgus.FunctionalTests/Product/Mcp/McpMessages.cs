namespace LumenArgus.FunctionalTests.Product.Mcp;

/// <summary>Messages of the Model Context Protocol, and where the product forwards them from.</summary>
internal static class McpMessages
{
    /// <summary>A named upstream of <see cref="ProductHost"/>.</summary>
    public const string Path = "/_upstream/raw/mcp";

    public static string Call(string tool, string argument = "x", string id = "1") =>
        $$$$"""{"jsonrpc":"2.0","id":{{{{id}}}},"method":"tools/call","params":{"name":"{{{{tool}}}}","arguments":{"text":"{{{{argument}}}}"}}}""";

    public static string Result(string text) => $$$"""{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"{{{text}}}"}]}}""";
}
