using System.Text.Json;

namespace LumenArgus.Testing.StandIn;

/// <summary>Looks into a request body that may or may not be JSON.</summary>
internal static class RequestJson
{
    public static JsonDocument? Parse(RecordedRequest request)
    {
        try
        {
            var document = JsonDocument.Parse(request.Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            // Tests send bodies that are not JSON on purpose; they get the plain answer.
            return null;
        }
    }

    public static bool IsTrue(RecordedRequest request, string property)
    {
        using var body = Parse(request);
        return body is not null && body.RootElement.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.True;
    }
}
