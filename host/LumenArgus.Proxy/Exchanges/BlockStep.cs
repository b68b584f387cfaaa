using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Answers a blocked request with status 400 in the shape that the caller's SDK parses. 400 and not 403: some tools log the user out on 403.</summary>
internal sealed class BlockStep
{
    public Task RunAsync(Exchange exchange)
    {
        var message = BlockMessage.For(exchange.Decision!.Scan.Findings);
        var response = exchange.Http.Response;
        // Read by the Stainless-generated SDKs of Anthropic and OpenAI: a retry would be blocked again.
        response.Headers["x-should-retry"] = "false";
        return ErrorResponse.WriteJsonAsync(
            response, StatusCodes.Status400BadRequest, exchange.Route!.Provider.BlockBody(message), exchange.Http.RequestAborted);
    }
}
