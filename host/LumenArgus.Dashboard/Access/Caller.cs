using LumenArgus.Abstractions.Model;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Access;

/// <summary>Who asks.</summary>
/// <param name="Role">What he may do.</param>
/// <param name="Method">How he showed who he is: <c>token</c>, <c>password</c>, <c>none</c>, or the name of a plugin's provider.</param>
/// <param name="User">His name, where it is known.</param>
/// <param name="CsrfToken">What a change of his has to carry; null where his browser adds nothing by itself that others could use.</param>
internal sealed record Caller(DashboardRole Role, string Method, string? User, string? CsrfToken)
{
    public string RoleName => Role == DashboardRole.Admin ? "admin" : "viewer";

    /// <summary>The caller of a request that was let through.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint is open to everybody.");
}
