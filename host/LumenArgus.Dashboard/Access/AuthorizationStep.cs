using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Access;

/// <summary>
/// The one gate: every request passes it, whatever it asks for, and what no rule lets through is refused. An endpoint can be open to everybody; nothing else
/// about this depends on the endpoint.
/// </summary>
internal sealed class AuthorizationStep(AccessRules rules, HostRule hosts, Authentication authentication)
{
    private const string CsrfHeader = "X-CSRF-Token";

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        SecurityHeaders.Set(http.Response.Headers);
        if (await RefusalAsync(http) is { } refusal)
        {
            if (refusal.Status == StatusCodes.Status401Unauthorized)
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
            }

            await ProblemWriter.WriteAsync(http, refusal);
            return;
        }

        await next(http);
    }

    private async ValueTask<Problem?> RefusalAsync(HttpContext http)
    {
        var request = http.Request;
        if (!hosts.Allows(request.Host))
        {
            return Forbidden("host_not_allowed", "The dashboard does not answer under this name. Names are allowed by dashboard.allowed_hosts in config.yaml.");
        }

        if (!hosts.AllowsOrigin(request))
        {
            return Forbidden("origin_not_allowed", "The request comes from a page of another site.");
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToEverybody>() is not null)
        {
            return IsRead(request) || IsJson(request) ? null : Problem.JsonRequired;
        }

        var caller = await authentication.FindAsync(http);
        if (caller is not null)
        {
            http.Features.Set(caller);
        }

        if (IsRead(request))
        {
            return caller is null ? Unauthenticated() : null;
        }

        if (caller?.CsrfToken is not null && !IsJson(request))
        {
            return Problem.JsonRequired;
        }

        return caller switch
        {
            null => Unauthenticated(),
            { CsrfToken: { } token } when !Matches(token, request.Headers[CsrfHeader]) => Forbidden(
                "csrf_validation_failed", $"Send the csrf_token of GET /api/v1/session in the header {CsrfHeader}."),
            { Role: not DashboardRole.Admin } when !IsLogout(request) => Forbidden("admin_required", "This role can look and change nothing."),
            _ => null,
        };
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Ends nothing but the caller's own session.
    private static bool IsLogout(HttpRequest request) => HttpMethods.IsDelete(request.Method) && request.Path == "/api/v1/session";

    // A form of another site cannot send this type without asking first.
    private static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type && type.Split(';', 2)[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static bool Matches(string token, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(given));

    private static Problem Forbidden(string error, string detail) => Problem.Of(StatusCodes.Status403Forbidden, error, detail);

    private Problem Unauthenticated() => Problem.Of(
        StatusCodes.Status401Unauthorized,
        "authentication_required",
        $"Open the link that 'lumen-argus serve' prints, or send the token of {rules.TokenFile} as 'Authorization: Bearer <token>'.") with
    {
        Auth = rules.Auth,
        Methods = rules.Methods,
        TokenFile = rules.TokenFile,
    };
}
