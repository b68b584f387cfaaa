using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>The plugin's own API, below <c>/api/v1/plugins/PLUGIN_ID/</c>. The dashboard has checked who calls.</summary>
internal sealed class VisitsApi(Visits visits) : IApiHandler
{
    public ValueTask<ApiResponse?> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(request is { Method: "GET", Path: "visits" }
            ? ApiResponse.Json(JsonSerializer.SerializeToUtf8Bytes(new VisitsAnswer(visits.Count), AnswerJson.Default.VisitsAnswer))
            : null);
    }
}
