using System.Text.Json;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a command gave.</summary>
internal sealed record ScanOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as one JSON object per line.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Standard output as one JSON document.</summary>
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;
}
