using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Answers a blocked request with status 400 in the shape that the caller's SDK parses. 400 and not 403: some tools log the user out on 403.</summary>
internal sealed class BlockStep
{
    public async Task RunAsync(Exchange exchange)
    {
        var findings = exchange.Decision!.Scan.Findings;
        var response = exchange.Http.Response;
        // Read by the Stainless-generated SDKs of Anthropic and OpenAI: a retry would be blocked again.
        response.Headers["x-should-retry"] = "false";
        var body = exchange.Decision.Mcp is { } mcp
            ? mcp.Refuse(BlockMessage.ForMcp(mcp, findings))
            : await exchange.Route!.Provider.ErrorBodyAsync(
                StatusCodes.Status400BadRequest, "invalid_request_error", BlockMessage.For(findings, exchange.Decision.LeavesWithNextTurn), exchange.Http.RequestAborted);
        await ErrorResponse.WriteJsonAsync(response, StatusCodes.Status400BadRequest, body, exchange.Http.RequestAborted);
    }
}
