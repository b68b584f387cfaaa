using System.Text.Json;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a command gave.</summary>
internal sealed class ScanOutcome(int exitCode, string output, string error)
{
    public int ExitCode => exitCode;

    public string Output => output;

    public string Error => error;

    /// <summary>Standard output as one JSON object per line.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Standard output as one JSON document.</summary>
    public JsonElement Document => JsonDocument.Parse(Output).RootElement;
}
