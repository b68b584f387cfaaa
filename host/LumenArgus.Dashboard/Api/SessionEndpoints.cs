using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Dashboard.Api;

/// <summary>Login and logout.</summary>
internal sealed partial class SessionEndpoints(
    AccessRules rules, SessionTable sessions, LoginLimit limit, IProductControl product, ILogger<SessionEndpoints> logger) : IDashboardEndpoints, IDisposable
{
    private const int MaxPasswordLength = 1024;

    // A comparison takes a fraction of a second of a processor: one at a time leaves the others to the proxy.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public void Dispose() => _oneAtATime.Dispose();

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/session", http => Task.FromResult(Show(Caller.Of(http))));
        api.Post("/session", LoginAsync).WithMetadata(OpenToEverybody.Instance);
        api.Delete("/session", Logout);
    }

    private async Task<IResult> LoginAsync(HttpContext http)
    {
        var request = await Body.ReadAsync(http, DashboardJson.Default.LoginRequest);
        var hasToken = rules.Token?.Matches(request.Token) == true;
        var address = Authentication.AddressOf(http);

        // Nobody guesses the token: who has it does not wait because others of his address were wrong.
        if (!hasToken && limit.WaitOf(address) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return new ProblemAnswer(Problem.Of(StatusCodes.Status429TooManyRequests, "too_many_attempts", "Too many wrong logins; wait a moment and try again."));
        }

        if (request is { Token: null, Password: null })
        {
            throw ProblemException.BadRequest("invalid_login", "Send a token or a password.", "token");
        }

        var method = rules.Token is null ? "none" : hasToken ? "token" : "password";
        DashboardRole? role = method != "password" ? DashboardRole.Admin
            : request.Password is { Length: > 0 and <= MaxPasswordLength } password ? await RoleOfAsync(password, http.RequestAborted)
            : null;
        if (role is not { } granted)
        {
            limit.Failed(address);
            Log.LoginFailed(logger, address);
            return new ProblemAnswer(Problem.Of(
                StatusCodes.Status401Unauthorized, "invalid_credentials", request.Token is null ? "The password is wrong." : $"This is not the token of {rules.TokenFile}.") with
            {
                Auth = rules.Auth,
                Methods = rules.Methods,
                TokenFile = rules.TokenFile,
            });
        }

        var (cookie, caller) = sessions.Begin(granted, method, user: null);
        http.Response.Cookies.Append(Authentication.CookieName, cookie, Cookie());
        return Show(caller);
    }

    private Task<IResult> Logout(HttpContext http)
    {
        sessions.End(http.Request.Cookies[Authentication.CookieName]);
        http.Response.Cookies.Delete(Authentication.CookieName, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return Task.FromResult<IResult>(TypedResults.NoContent());
    }

    // What a password opens; null for a wrong one.
    private async Task<DashboardRole?> RoleOfAsync(string password, CancellationToken cancellationToken)
    {
        var (admin, viewer) = (rules.Config.Password, rules.Config.ViewerPassword);
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run<DashboardRole?>(
                () => admin?.Hash.Matches(password) == true ? DashboardRole.Admin : viewer?.Hash.Matches(password) == true ? DashboardRole.Viewer : null,
                cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private IResult Show(Caller caller) => Answer.Json(
        new SessionAnswer { Role = caller.RoleName, User = caller.User, CsrfToken = caller.CsrfToken, Auth = caller.Method, Version = product.Version },
        DashboardJson.Default.SessionAnswer);

    private static CookieOptions Cookie() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = SessionTable.Lifetime };

    private static partial class Log
    {
        [LoggerMessage(EventId = 5010, EventName = nameof(LoginFailed), Level = LogLevel.Warning, Message = "A login to the dashboard failed, from {Address}")]
        public static partial void LoginFailed(ILogger logger, System.Net.IPAddress address);
    }
}
