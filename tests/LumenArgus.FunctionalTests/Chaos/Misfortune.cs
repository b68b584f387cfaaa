namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>Something that goes wrong with one request, and what the caller may see of it.</summary>
/// <param name="Name">What goes wrong; the query that the provider obeys.</param>
/// <param name="Path">Where the request goes.</param>
/// <param name="Status">The status that the caller gets; 0 where it does not wait for one.</param>
/// <param name="IsCut">Whether the response ends before its end.</param>
/// <param name="Weight">How often it happens, against the others.</param>
internal sealed record Misfortune(string Name, string Path, int Status, bool IsCut = false, int Weight = 10)
{
    public static IReadOnlyList<Misfortune> All { get; } =
    [
        new("none", "/v1/messages", 200, Weight: 60),
        new("reset", "/v1/messages", 502),
        new("close", "/v1/messages", 502),
        new("half-a-head", "/v1/messages", 502),
        new("garbage", "/v1/messages", 502),
        new("cut-length", "/v1/messages", 200, IsCut: true),
        new("cut-chunks", "/v1/messages", 200, IsCut: true),
        new("reset-stream", "/v1/messages", 200, IsCut: true),
        new("half-close", "/v1/messages", 200),
        new("large", "/v1/messages", 200, Weight: 3),
        new("silent", "/v1/messages", 504, Weight: 1),
        new("silent-stream", "/v1/messages", 200, IsCut: true, Weight: 1),
        new("no-tls", "/_upstream/no-tls/v1/messages", 502),
        new("no-name", "/_upstream/no-name/v1/messages", 502),
        new("no-port", "/_upstream/no-port/v1/messages", 502),
        new("slow-reader", "/v1/messages?large", 200, Weight: 2),
        new("leaves-before-the-answer", "/v1/messages?silent", 0),
        new("leaves-in-the-answer", "/v1/messages?large", 0),
        new("leaves-in-its-body", "/v1/messages", 0),
        new("bad-chunk", "/v1/messages", 400),
    ];
}
