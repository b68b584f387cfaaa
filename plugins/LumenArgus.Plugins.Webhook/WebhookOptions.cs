using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Webhook;

/// <summary>The section <c>plugins.lumenargus.webhook</c>.</summary>
internal sealed record WebhookOptions
{
    /// <summary><c>allow_private</c>: whether receivers may be on this machine and in private networks. It is the plugin's and not the channel's, so that who may make channels cannot reach them.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="FormatException">A value is wrong.</exception>
    public static WebhookOptions Read(IConfiguration section) => new()
    {
        AllowPrivate = section["allow_private"] is { Length: > 0 } text
            ? bool.TryParse(text, out var allowed) ? allowed : throw new FormatException("allow_private: must be true or false")
            : false,
    };
}
