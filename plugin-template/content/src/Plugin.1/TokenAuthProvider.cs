using System.Net;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Lets in whoever shows the configured token. Whoever it knows is in: without a token it knows nobody.</summary>
internal sealed class TokenAuthProvider(string? token) : IAuthProvider
{
    private const string Header = "X-SAMPLE-ID-Token";

    private readonly byte[]? _token = token is null ? null : Encoding.UTF8.GetBytes(token);

    public string Name => "SAMPLE-ID";

    public ValueTask<DashboardUser?> AuthenticateAsync(RequestHead request, IPAddress remoteAddress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var shown = request.HeaderValues(Header).Take(2).ToArray() is [var one] ? Encoding.UTF8.GetBytes(one) : null;
        var isKnown = _token is not null && shown is not null && CryptographicOperations.FixedTimeEquals(shown, _token);
        return ValueTask.FromResult(isKnown ? new DashboardUser("token", DashboardRole.Viewer) : null);
    }
}
