using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>pipeline</c>.</summary>
public sealed record PipelineConfig
{
    /// <summary><c>stages.outbound_dlp.enabled</c>: whether requests are scanned at all.</summary>
    /// <value>Default true.</value>
    public bool OutboundDlp { get; init; } = true;

    /// <summary><c>stages.history_strip.enabled</c>: whether a request goes on without the parts of its history that would block it.</summary>
    /// <value>Default true.</value>
    public bool HistoryStrip { get; init; } = true;

    /// <summary><c>stages.response_secrets.enabled</c>: whether responses are looked through for what must not leave either.</summary>
    /// <value>Default false.</value>
    public bool ResponseSecrets { get; init; }

    /// <summary><c>stages.response_injection.enabled</c>: whether responses are looked through for texts that give orders to a model.</summary>
    /// <value>Default false.</value>
    public bool ResponseInjection { get; init; }

    /// <summary><c>stages.mcp_arguments.enabled</c>: whether the arguments of MCP tools are scanned. Which tools may be called does not depend on it.</summary>
    /// <value>Default true.</value>
    public bool McpArguments { get; init; } = true;

    /// <summary><c>stages.mcp_responses.enabled</c>: whether what MCP servers answer is scanned.</summary>
    /// <value>Default true.</value>
    public bool McpResponses { get; init; } = true;

    /// <summary><c>response_max_size</c>: bytes of the text of one response that are looked at; what lies beyond is reported.</summary>
    /// <value>1024 bytes to 64 MB, default 1 MB.</value>
    public int ResponseMaxSize { get; init; } = 1024 * 1024;

    /// <summary>Whether any stage looks at responses.</summary>
    public bool ScansResponses => ResponseSecrets || ResponseInjection;

    /// <summary><c>stages.websocket_outbound.enabled</c>: whether WebSocket messages to servers are scanned. Without it no provider is reached by WebSocket.</summary>
    /// <value>Default false.</value>
    public bool WebSocketOutbound { get; init; }

    /// <summary><c>stages.websocket_inbound.enabled</c>: whether WebSocket messages from servers are scanned, each before it goes on.</summary>
    /// <value>Default false.</value>
    public bool WebSocketInbound { get; init; }

    /// <summary><c>stages.encoding_decode</c>: which encodings are undone before the rules look.</summary>
    public DecodeOptions Decoding { get; init; } = new();
}
