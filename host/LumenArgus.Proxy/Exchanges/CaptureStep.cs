using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Reads the whole body into one buffer under the memory budget. Nothing is sent before all of it has been looked at.</summary>
internal sealed class CaptureStep(BodyBudget budget)
{
    public async ValueTask RunAsync(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var hasBody = request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0;
        exchange.Body = hasBody
            ? await RequestBodyReader.ReadAsync(request.BodyReader, request.ContentLength, budget, exchange.Http.RequestAborted)
            : BodyLease.CreateEmpty();
        exchange.RequestBytes = exchange.Body.Length;
    }
}
