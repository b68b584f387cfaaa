using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>
/// Reads the body into one buffer under the memory budget, up to <c>proxy.max_body_size</c>; what comes behind that is not looked at, and only taken while it is sent.
/// </summary>
internal sealed class CaptureStep(BodyBudget budget)
{
    public async ValueTask RunAsync(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var hasBody = request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0;
        var captured = hasBody
            ? await RequestBodyReader.ReadAsync(
                request.BodyReader, request.ContentLength, exchange.Lease!.Generation.Config.Proxy.MaxBodySize, budget, exchange.Http.RequestAborted)
            : new CapturedBody(BodyLease.CreateEmpty(), Rest: null);
        exchange.Body = captured.Start;
        exchange.Rest = captured.Rest;
        exchange.CapturedBytes = captured.Start.Length;
    }
}
