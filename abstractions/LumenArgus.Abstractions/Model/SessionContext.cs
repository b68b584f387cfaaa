namespace LumenArgus.Abstractions.Model;

/// <summary>Who sent the exchange and from where. A part that is not known is null.</summary>
public sealed record SessionContext
{
    /// <summary>A context of which nothing is known.</summary>
    public static SessionContext Empty { get; } = new();

    /// <summary>Account identifier, at most 256 characters.</summary>
    public string? AccountId { get; init; }

    /// <summary>Truncated keyed hash of the API key, 16 hexadecimal digits. Not written to the audit log.</summary>
    public string? ApiKeyHash { get; init; }

    /// <summary>Conversation identifier, or a derived one that starts with <c>fp:</c>.</summary>
    public string? SessionId { get; init; }

    /// <summary>Machine identifier.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Address of the caller.</summary>
    public string? SourceIp { get; init; }

    /// <summary>Project folder named by the tool.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Branch named by the tool.</summary>
    public string? GitBranch { get; init; }

    /// <summary>Operating system named by the tool, for example <c>linux</c>.</summary>
    public string? OsPlatform { get; init; }

    /// <summary>Normalised client identifier, for example <c>claude_code</c>.</summary>
    public string? ClientName { get; init; }

    /// <summary>Version of the client, for example <c>2.1.197</c>.</summary>
    public string? ClientVersion { get; init; }
}
