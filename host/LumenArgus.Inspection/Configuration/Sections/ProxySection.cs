using System.Collections.Immutable;
using System.Net;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class ProxySection
{
    /// <summary>The host's own providers; a test compares them with the proxy's.</summary>
    internal static readonly string[] ProviderNames = ["anthropic", "openai", "gemini", "azure", "bedrock", "vertex", "ollama", "copilot", "chatgpt"];

    public static ProxyConfig Read(SectionReader section, ReadContext context)
    {
        var defaults = new ProxyConfig();
        var proxy = new ProxyConfig
        {
            Port = (int)section.Integer("port", defaults.Port, 1, 65535),
            Bind = ReadBind(section, defaults.Bind),
            Timeout = section.Seconds("timeout", defaults.Timeout, 1, 300),
            ConnectTimeout = section.Seconds("connect_timeout", defaults.ConnectTimeout, 1, 120),
            Retries = (int)section.Integer("retries", defaults.Retries, 0, 5),
            MaxBodySize = section.Integer("max_body_size", defaults.MaxBodySize, 1),
            BodyMemory = section.Integer("body_memory", defaults.BodyMemory, 1024 * 1024),
            MaxConnections = (int)section.Integer("max_connections", defaults.MaxConnections, 1, 10_000),
            DrainTimeout = section.Seconds("drain_timeout", defaults.DrainTimeout, 0, 300),
            CaBundle = ReadCaBundle(section, context),
            VerifySsl = section.Boolean("verify_ssl", defaults.VerifySsl),
            Standalone = section.Boolean("standalone", defaults.Standalone),
            TrustedProxies = ReadTrustedProxies(section, context),
            ForwardHosts = HostPatterns.Read(section, "forward_hosts", context),
            Upstreams = ReadUpstreams(section.Section("upstream")),
        };
        if (!proxy.VerifySsl)
        {
            section.Warn("verify_ssl", "is false: any certificate is accepted, so anyone on the way can read and change the traffic");
        }

        section.Finish();
        return proxy;
    }

    private static string ReadBind(SectionReader section, string fallback)
    {
        if (section.Scalar("bind") is not { } node)
        {
            return fallback;
        }

        var isAddress = IPAddress.TryParse(node.Value, out var address);
        if (!isAddress && node.Value != "localhost")
        {
            section.Invalid(node, "bind", "an IP address or localhost");
            return fallback;
        }

        if (isAddress && !IPAddress.IsLoopback(address!))
        {
            section.Warn("bind", $"is {node.Value}: other machines can reach the proxy, which asks nobody for a password");
        }

        return node.Value;
    }

    private static string? ReadCaBundle(SectionReader section, ReadContext context)
    {
        if (section.Scalar("ca_bundle") is not { Value.Length: > 0 } node)
        {
            return null;
        }

        var path = context.ResolvePath(node.Value);
        if (UpstreamTrust.TryLoad(path, out var error) is not { } trust)
        {
            section.Invalid(node, "ca_bundle", $"a PEM file with certificates or a folder of such files: {error}");
        }
        else if (!trust.LeftOut.IsEmpty)
        {
            section.Warn("ca_bundle", $"has damaged certificates, which are left out: {string.Join(", ", trust.LeftOut)}");
        }

        return path;
    }

    private static ImmutableArray<IPNetwork> ReadTrustedProxies(SectionReader section, ReadContext context)
    {
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var node in section.TextNodes("trusted_proxies"))
        {
            if (IPAddress.TryParse(node.Value, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(node.Value, out var network))
            {
                networks.Add(network);
            }
            else
            {
                section.Invalid(node, "trusted_proxies", "a list of IP addresses and networks, for example [10.0.0.7, 10.1.0.0/16]");
                continue;
            }

            if (networks[^1].PrefixLength == 0)
            {
                context.Warning(node, section.PathOf("trusted_proxies"), "believes everyone: every caller can choose the address that is recorded of it");
            }
        }

        return networks.ToImmutable();
    }

    private static ImmutableDictionary<string, Uri> ReadUpstreams(SectionReader section)
    {
        var upstreams = ImmutableDictionary.CreateBuilder<string, Uri>(StringComparer.Ordinal);
        foreach (var name in section.Keys)
        {
            if (section.Scalar(name) is not { } node)
            {
                continue;
            }

            if (node.Value.Contains('@', StringComparison.Ordinal))
            {
                // The value is not shown: it may hold a password.
                section.Error(name, "must be a URL without user and password");
            }
            else if (!Uri.TryCreate(node.Value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
                || url.Query.Length > 0 || url.Fragment.Length > 0)
            {
                section.Invalid(node, name, "an http or https URL without query, for example https://api.example.com/base");
            }
            else
            {
                upstreams[name] = url;
                if (!ProviderNames.Contains(name) && Suggestion.Closest(name, ProviderNames) is { } provider)
                {
                    // Any name is allowed, but one letter off a provider's is a mistake that would send traffic elsewhere.
                    section.Warn(name, $"is an upstream of its own (/_upstream/{name}/...); did you mean '{provider}'?");
                }
            }
        }

        return upstreams.ToImmutable();
    }
}
