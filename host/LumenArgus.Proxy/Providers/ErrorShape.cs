namespace LumenArgus.Proxy.Providers;

/// <summary>The shape of an error where no vendor's is known.</summary>
internal static class ErrorShape
{
    /// <summary>Writes <c>{"error":{"type","message"}}</c>.</summary>
    public static byte[] Of(string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteString("type"u8, type);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    });
}
