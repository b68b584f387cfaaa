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
            AllowedTargets = HostPatterns.Read(section, "allowed_targets", context, allowsAll: true),
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
}
