using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api;

/// <summary>Reads bodies of requests.</summary>
internal static class Body
{
    public static async Task<T> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        // Another type is refused by the route; a request without one is none of its business.
        if (string.IsNullOrEmpty(http.Request.ContentType))
        {
            throw ProblemException.JsonRequired();
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted) ?? throw Wrong(field: null);
        }
        catch (JsonException failure)
        {
            throw Wrong(failure.Path is { Length: > 1 } path ? path.TrimStart('$', '.') : null);
        }
    }

    // What the caller sent is not repeated: it may hold a credential.
    private static ProblemException Wrong(string? field) => ProblemException.BadRequest(
        "invalid_json", field is null ? "The body must be a JSON object with the members of this call." : $"The member {field} is not one of this call, has a wrong type or is missing.", field);
}
