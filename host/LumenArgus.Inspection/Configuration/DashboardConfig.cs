using System.Collections.Immutable;
using System.Net;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>dashboard</c>: the pages and the API beside the proxy. Read once, at the start.</summary>
public sealed record DashboardConfig
{
    /// <summary><c>enabled</c>: whether there is a dashboard. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>port</c>.</summary>
    /// <value>1 to 65535, default 8081; 0, by the flag only, takes a free one.</value>
    public int Port { get; init; } = 8081;

    /// <summary><c>bind</c>.</summary>
    /// <value>An IP address or <c>localhost</c>, default 127.0.0.1.</value>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary><c>auth</c>. Default token.</summary>
    public DashboardAuth Auth { get; init; }

    /// <summary><c>password</c>: with it the dashboard also opens to who knows it; null without.</summary>
    public DashboardPassword? Password { get; init; }

    /// <summary><c>viewer_password</c>: who knows it may look and change nothing; null without.</summary>
    public DashboardPassword? ViewerPassword { get; init; }

    /// <summary><c>allowed_hosts</c>: names under which browsers reach it, beside addresses and <c>localhost</c>, in lower case.</summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = [];

    /// <summary>Where to listen.</summary>
    public IPAddress GetAddress() => Bind == "localhost" ? IPAddress.Loopback : IPAddress.Parse(Bind);

    /// <summary>The URL for a browser of this machine: a wildcard address is no place to connect to.</summary>
    /// <param name="port">The port really in use.</param>
    /// <returns>Without a slash at its end.</returns>
    public string UrlFor(int port) => Bind switch
    {
        "0.0.0.0" or "::" or "localhost" => $"http://127.0.0.1:{port}",
        _ when Bind.Contains(':', StringComparison.Ordinal) => $"http://[{Bind}]:{port}",
        _ => $"http://{Bind}:{port}",
    };
}
