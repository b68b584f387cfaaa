using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>What a post-scan hook sees.</summary>
public readonly ref struct PostScanContext
{
    /// <summary>Which request it was.</summary>
    public required RequestInfo Request { get; init; }

    /// <summary>The result.</summary>
    public required ScanResult Result { get; init; }

    /// <summary>The body after content decoding.</summary>
    public required ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Identifier of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Model named in the request, or null.</summary>
    public required string? Model { get; init; }

    /// <summary>Who sent it.</summary>
    public required SessionContext Session { get; init; }
}
