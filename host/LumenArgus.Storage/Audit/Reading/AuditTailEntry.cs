using System.Text.Json;

namespace LumenArgus.Storage.Audit.Reading;

/// <summary>A line of the audit log with what it is looked for by.</summary>
public sealed record AuditTailEntry
{
    /// <summary>Its time as it is written.</summary>
    public string Timestamp { get; init; } = "";

    /// <summary>Number of the request.</summary>
    public long RequestId { get; init; }

    /// <summary>Identifier of the exchange.</summary>
    public string ExchangeId { get; init; } = "";

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The path of the request.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The action.</summary>
    public string Action { get; init; } = "";

    /// <summary>The conversation.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Findings in it.</summary>
    public int FindingCount { get; init; }

    /// <summary>How long the scan took, in milliseconds.</summary>
    public double ScanDurationMs { get; init; }

    /// <summary>Bytes of the request.</summary>
    public long RequestSizeBytes { get; init; }

    /// <summary>The line itself, without its line feed.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line; it is copied.</param>
    /// <returns>Null if it is none of ours.</returns>
    public static AuditTailEntry? TryRead(ReadOnlyMemory<byte> line)
    {
        var text = line.Span.TrimEnd((byte)'\n').ToArray();
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object || Text(root, "timestamp") is not { Length: > 0 } timestamp ? null : new AuditTailEntry
            {
                Timestamp = timestamp,
                RequestId = root.TryGetProperty("request_id", out var id) && id.TryGetInt64(out var number) ? number : 0,
                ExchangeId = Text(root, "exchange_id"),
                Provider = Text(root, "provider"),
                Model = Text(root, "model"),
                Endpoint = Text(root, "endpoint"),
                Action = Text(root, "action"),
                SessionId = Text(root, "session_id"),
                FindingCount = root.TryGetProperty("findings", out var findings) && findings.ValueKind == JsonValueKind.Array ? findings.GetArrayLength() : 0,
                ScanDurationMs = root.TryGetProperty("scan_duration_ms", out var scan) && scan.TryGetDouble(out var milliseconds) ? milliseconds : 0,
                RequestSizeBytes = root.TryGetProperty("request_size_bytes", out var size) && size.TryGetInt64(out var bytes) ? bytes : 0,
                Json = text,
            };
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Damaged, or changed by somebody: 'audit verify' is there for that.
            return null;
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
