using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>response_scan</c>: judges the text of a response before the client gets it.</summary>
public interface IResponseScanHook
{
    /// <summary>Judges.</summary>
    /// <param name="text">The assembled text of the response.</param>
    /// <param name="provider">Identifier of the provider.</param>
    /// <param name="model">Model named in the request, or null.</param>
    /// <param name="session">Who sent the request.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns><see cref="PolicyAction.Block"/> replaces the response by an error.</returns>
    ValueTask<PolicyDecision> ScanResponseAsync(
        string text,
        string provider,
        string? model,
        SessionContext session,
        CancellationToken cancellationToken);
}
