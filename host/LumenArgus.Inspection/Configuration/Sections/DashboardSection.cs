using System.Collections.Immutable;
using System.Net;
using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class DashboardSection
{
    private static readonly (string Name, DashboardAuth Value)[] Auths = [("token", DashboardAuth.Token), ("none", DashboardAuth.None)];

    public static DashboardConfig Read(SectionReader section, ReadContext context)
    {
        var defaults = new DashboardConfig();
        var dashboard = new DashboardConfig
        {
            Enabled = section.Boolean("enabled", defaults.Enabled),
            Port = (int)section.Integer("port", defaults.Port, 1, 65_535),
            Bind = ReadBind(section, defaults.Bind),
            Auth = section.Choice("auth", defaults.Auth, Auths),
            Password = ReadPassword(section, "password"),
            ViewerPassword = ReadPassword(section, "viewer_password"),
            AllowedHosts = ReadHosts(section, context),
        };
        if (!IPAddress.IsLoopback(dashboard.GetAddress()))
        {
            if (dashboard.Auth == DashboardAuth.None)
            {
                section.Error("auth", "cannot be none where other machines can reach the dashboard: set dashboard.bind to 127.0.0.1, or delete this key");
            }

            section.Warn("bind", $"is {dashboard.Bind}: other machines can reach the dashboard, and token or password travel without encryption unless a proxy adds TLS");
        }

        section.Finish();
        return dashboard;
    }

    private static string ReadBind(SectionReader section, string fallback)
    {
        if (section.Scalar("bind") is not { } node || node.Value == "localhost" || IPAddress.TryParse(node.Value, out _))
        {
            return section.Text("bind", fallback);
        }

        section.Invalid(node, "bind", "an IP address or localhost");
        return fallback;
    }

    private static DashboardPassword? ReadPassword(SectionReader section, string key)
    {
        if (section.Scalar(key) is not { Value.Length: > 0 } node)
        {
            return null;
        }

        var password = DashboardPassword.TryRead(node.Value);
        if (password is null)
        {
            // The value is not shown.
            section.Error(key, "begins like a hash and is none: 'lumen-argus dashboard password' prints one");
        }

        return password;
    }

    private static ImmutableArray<string> ReadHosts(SectionReader section, ReadContext context)
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes("allowed_hosts"))
        {
            if (Uri.CheckHostName(node.Value) == UriHostNameType.Unknown)
            {
                context.Error(node, section.PathOf("allowed_hosts"), "must list names of hosts without port, for example argus.example.com");
                continue;
            }

            hosts.Add(node.Value.ToLowerInvariant());
        }

        return hosts.ToImmutable();
    }
}
