using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>A plugin's own API, below <c>/api/v1/plugins/&lt;id&gt;/</c>.</summary>
public interface IApiHandler
{
    /// <summary>Answers a call. Budget 2 seconds: what takes longer goes on by itself, and tells its end with a live event.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>The answer; null if there is no such address.</returns>
    ValueTask<ApiResponse?> HandleAsync(ApiRequest request, CancellationToken cancellationToken);
}
