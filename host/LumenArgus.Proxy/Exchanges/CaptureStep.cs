using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>
/// Reads the body into one buffer under the memory budget, up to <c>proxy.max_body_size</c>; what comes behind that is not looked at, and only taken while it is sent.
/// Of a body that is refused for its declared length nothing is read.
/// </summary>
internal sealed class CaptureStep(BodyBudget budget)
{
    public async ValueTask RunAsync(Exchange exchange)
    {
        var request = exchange.Http.Request;
        var hasBody = request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0;
        var config = exchange.Lease!.Generation.Config;
        var captured = !hasBody ? new CapturedBody(BodyLease.CreateEmpty(), Rest: null)
            : request.ContentLength is { } length && length > config.Proxy.MaxBodySize && FailTable.ModeOf(FailCase.Oversize, config) == FailMode.Closed
                ? RequestBodyReader.Leave(request.BodyReader, length)
            : await RequestBodyReader.ReadAsync(
                request.BodyReader, request.ContentLength, config.Proxy.MaxBodySize, budget, exchange.Http.RequestAborted);
        exchange.Body = captured.Start;
        exchange.Rest = captured.Rest;
        exchange.CapturedBytes = captured.Start.Length;
    }
}
