using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// Looks at a text as the product looks at requests: rules, detectors, allowlists, policy. Nothing is recorded. Capability <c>scan</c>.
/// </summary>
public interface IScanService
{
    /// <summary>Scans a text.</summary>
    /// <param name="text">UTF-8, up to 16 MiB; JSON is walked by its strings, anything else is one text.</param>
    /// <param name="cancellationToken">Nobody waits any longer.</param>
    /// <returns>What was found, and what the policy would do.</returns>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    /// <exception cref="InvalidOperationException">The capability is missing, or the host stops.</exception>
    ValueTask<ScanReport> ScanAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);
}
