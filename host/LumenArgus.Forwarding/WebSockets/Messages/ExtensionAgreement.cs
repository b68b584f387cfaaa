using LumenArgus.Forwarding.WebSockets.Frames;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>What client and server have agreed on, as the server's answer says (RFC 6455, 9.1; RFC 7692).</summary>
public sealed record ExtensionAgreement
{
    private const int AllReserved = 7;

    /// <summary>permessage-deflate is in use.</summary>
    public bool Deflate { get; private init; }

    /// <summary>The client's messages may refer back to the ones before.</summary>
    public bool ClientKeepsContext { get; private init; }

    /// <summary>The server's messages may refer back to the ones before.</summary>
    public bool ServerKeepsContext { get; private init; }

    /// <summary>Something is in use that we do not know: what the reserved bits mean, and the payload itself, cannot be told.</summary>
    public bool HasUnknown { get; private init; }

    internal int AllowedReserved => HasUnknown ? AllReserved : Deflate ? FrameHeader.CompressedBit : 0;

    /// <param name="values">The lines of Sec-WebSocket-Extensions in the server's answer.</param>
    public static ExtensionAgreement Parse(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var agreement = new ExtensionAgreement();
        foreach (var extension in values.SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var parts = extension.Split(';', StringSplitOptions.TrimEntries);
            agreement = agreement.Deflate || !parts[0].Equals("permessage-deflate", StringComparison.OrdinalIgnoreCase)
                ? agreement with { HasUnknown = true }
                : agreement with
                {
                    Deflate = true,
                    ClientKeepsContext = !Has(parts, "client_no_context_takeover"),
                    ServerKeepsContext = !Has(parts, "server_no_context_takeover"),
                };
        }

        return agreement;
    }

    // The window bits do not matter: who reads with the largest window reads what was written with any.
    private static bool Has(string[] parts, string name) => Array.Exists(parts, part => part.Equals(name, StringComparison.OrdinalIgnoreCase));
}
