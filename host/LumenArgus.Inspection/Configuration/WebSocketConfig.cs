using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>websocket</c>.</summary>
public sealed record WebSocketConfig
{
    /// <summary><c>max_frame_size</c>: bytes of a message that are held and scanned; a larger one is forwarded or blocked by <c>fail.oversize</c>.</summary>
    /// <value>At least 1, at most 1 GB, default 1 MB.</value>
    public int MaxFrameSize { get; init; } = 1_048_576;

    /// <summary><c>allowed_origins</c>: what the header Origin may say. A request without that header comes from no web page and is not asked.</summary>
    /// <value>Origins as browsers write them; default none, which allows all.</value>
    public ImmutableArray<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// <c>allowed_targets</c>: servers that <c>/ws?url=</c> may lead to, also in private networks. Default none: every server in the public internet; <c>*</c> adds
    /// those to the ones that are listed.
    /// </summary>
    /// <value>Host names in lower case, also <c>*.example.com</c> for all below it, with or without a port.</value>
    public ImmutableArray<string> AllowedTargets { get; init; } = [];
}
