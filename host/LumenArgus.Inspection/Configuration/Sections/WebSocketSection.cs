using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration.Reading;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class WebSocketSection
{
    private const int MaxFrameSize = 1024 * 1024 * 1024;

    public static WebSocketConfig Read(SectionReader section, ReadContext context)
    {
        var websocket = new WebSocketConfig
        {
            MaxFrameSize = (int)section.Integer("max_frame_size", new WebSocketConfig().MaxFrameSize, 1, MaxFrameSize),
            AllowedOrigins = ReadOrigins(section, context),
            AllowedTargets = ReadTargets(section, context),
        };
        section.Finish();
        return websocket;
    }

    private static ImmutableArray<string> ReadOrigins(SectionReader section, ReadContext context)
    {
        var origins = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes("allowed_origins"))
        {
            // "null" is what pages without an origin of their own send (RFC 6454, 7.1).
            if (node.Value != "null" && !(Uri.TryCreate(node.Value, UriKind.Absolute, out var origin) && origin.GetLeftPart(UriPartial.Authority).Equals(node.Value, StringComparison.OrdinalIgnoreCase)))
            {
                context.Error(node, section.PathOf("allowed_origins"), "must list origins, for example https://tools.example.com or http://localhost:3000");
                continue;
            }

            origins.Add(node.Value.ToLowerInvariant());
        }

        return origins.ToImmutable();
    }

    private static ImmutableArray<string> ReadTargets(SectionReader section, ReadContext context)
    {
        var targets = ImmutableArray.CreateBuilder<string>();
        foreach (var node in section.TextNodes("allowed_targets"))
        {
            if (!IsTarget(node.Value))
            {
                context.Error(node, section.PathOf("allowed_targets"), "must list hosts, for example tools.example.com, *.example.com:8443 or [::1]:9000");
                continue;
            }

            targets.Add(node.Value.ToLowerInvariant());
        }

        return targets.ToImmutable();
    }

    private static bool IsTarget(string value)
    {
        if (value == "*")
        {
            return true;
        }

        var host = value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value;
        return Uri.TryCreate("ws://" + host, UriKind.Absolute, out var url) && url.Host.Length > 0 && url.AbsolutePath == "/" && !host.Contains('/', StringComparison.Ordinal)
            && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0 && !host.Contains('*', StringComparison.Ordinal);
    }
}
