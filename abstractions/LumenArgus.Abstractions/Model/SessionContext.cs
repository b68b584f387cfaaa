namespace LumenArgus.Abstractions.Model;

/// <summary>Who sent the exchange and from where. A part that is not known is null.</summary>
/// <remarks>
/// Nearly all of it is what the sender says of itself. In particular <see cref="SessionId"/> may be chosen freely by whoever sends the request, so it is unique only
/// together with <see cref="ApiKeyHash"/>: what is remembered of a conversation is kept under both, else one tenant could reach into the conversation of another.
/// </remarks>
public sealed record SessionContext
{
    /// <summary>A context of which nothing is known.</summary>
    public static SessionContext Empty { get; } = new();

    /// <summary>Account identifier, at most 256 characters.</summary>
    public string? AccountId { get; init; }

    /// <summary>Truncated keyed hash of the API key, 16 hexadecimal digits. Not written to the audit log.</summary>
    public string? ApiKeyHash { get; init; }

    /// <summary>
    /// Conversation identifier, at most 256 characters, or a derived one that starts with <c>fp:</c>. Unique only together with <see cref="ApiKeyHash"/>.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>Machine identifier, at most 256 characters.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Address of the caller: the other end of the connection, or what a trusted proxy before us says it is.</summary>
    public string? SourceIp { get; init; }

    /// <summary>Project folder named by the tool, at most 512 characters.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Branch named by the tool, at most 256 characters.</summary>
    public string? GitBranch { get; init; }

    /// <summary>Operating system named by the tool, for example <c>linux</c>, at most 64 characters.</summary>
    public string? OsPlatform { get; init; }

    /// <summary>Name of the sender's machine, at most 256 characters. Only from an authenticated agent.</summary>
    public string? Hostname { get; init; }

    /// <summary>Name of the sender's account on that machine, at most 256 characters. Only from an authenticated agent.</summary>
    public string? Username { get; init; }

    /// <summary>The agent that passed the request on, at most 256 characters. Only where an agent auth provider knows it.</summary>
    public string? AgentId { get; init; }

    /// <summary>The namespace (tenant) of that agent, at most 256 characters.</summary>
    public string? NamespaceId { get; init; }

    /// <summary>Normalised client identifier, for example <c>claude_code</c>; of an unknown client the first product of its User-Agent, at most 128 characters.</summary>
    public string? ClientName { get; init; }

    /// <summary>Version of the client, for example <c>2.1.197</c>.</summary>
    public string? ClientVersion { get; init; }

    /// <summary>Kind of client: <c>cli</c>, <c>ide</c> or what the client calls itself, at most 64 characters.</summary>
    public string? ClientType { get; init; }

    /// <summary>The User-Agent header, at most 512 characters.</summary>
    public string? RawUserAgent { get; init; }

    /// <summary>Wire format of the request: <c>anthropic</c>, <c>openai</c> or <c>gemini</c>.</summary>
    public string? ApiFormat { get; init; }

    /// <summary>Library that sent the request, for example <c>anthropic-js</c> or <c>ai-sdk/openai</c>, at most 128 characters.</summary>
    public string? SdkName { get; init; }

    /// <summary>Version of that library, at most 128 characters.</summary>
    public string? SdkVersion { get; init; }

    /// <summary>What runs the client, for example <c>node/v20.11.0</c>, at most 128 characters.</summary>
    public string? Runtime { get; init; }

    /// <summary>How the request came to us: <c>reverse</c> (the tool was pointed at us) or <c>forward</c> (we stood in its way).</summary>
    public string? InterceptMode { get; init; }

    /// <summary>The host that the tool meant, at most 256 characters; in forward mode only.</summary>
    public string? OriginalHost { get; init; }
}
