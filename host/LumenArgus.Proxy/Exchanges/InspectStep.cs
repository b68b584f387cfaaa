using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Modes;
using LumenArgus.Proxy.Identity;
using LumenArgus.Storage.Hashing;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Identifies the sender and has the body inspected, unless inspection is switched off.</summary>
internal sealed class InspectStep(Inspector inspector, LabelScan labels, ModeSwitch mode, HeaderSession session, HashKey conversationKey)
{
    public async ValueTask RunAsync(Exchange exchange)
    {
        var headers = exchange.Http.Request.Headers;
        var generation = exchange.Lease!.Generation;
        var sender = session.Read(exchange, generation) with { ApiFormat = exchange.Route!.Provider.Name };
        var model = exchange.Route.Model;
        if (mode.IsPassthrough)
        {
            exchange.Decision = new Decision { Scan = new ScanResult(), Session = sender, Model = model };
            return;
        }

        exchange.Decision = await inspector.InspectAsync(
            new InspectionRequest
            {
                Request = exchange.Request,
                Provider = exchange.Route.ProviderName,
                Body = exchange.Body!,
                IsPart = exchange.Rest is not null,
                Lacks = exchange.Rest is { } rest ? [Beyond(rest, exchange.Lease.Generation.Config)] : [],
                BytesLacking = exchange.Rest?.Length ?? 0,
                ContentEncodings = Values(headers.ContentEncoding),
                ContentType = headers.ContentType,
                Model = model,
                Labels = exchange.Route.Provider.Labels,
                IsBodySigned = exchange.Route.IsBodySigned || SignedBody.Is(headers),
                CanStripHistory = true,
                Session = sender,
                ConversationKey = conversationKey,
            },
            exchange.Lease.Generation,
            exchange.Http.RequestAborted);
        if (generation.Config.Pipeline.OutboundDlp)
        {
            var scan = await labels.AddToAsync(exchange.Decision.Scan, exchange.Request.Path, sender.RawUserAgent, generation);
            var hasMore = scan.Findings.Length > exchange.Decision.Scan.Findings.Length;
            exchange.Decision = exchange.Decision with { Scan = scan, LeavesWithNextTurn = exchange.Decision.LeavesWithNextTurn && !hasMore };
        }

        if (!exchange.HookFailures.IsEmpty)
        {
            exchange.Decision = WithFailures(exchange.Decision, exchange.HookFailures);
        }
    }

    private static Decision WithFailures(Decision decision, ImmutableArray<Finding> failures) => decision with
    {
        LeavesWithNextTurn = false,
        Scan = decision.Scan with { Findings = [.. decision.Scan.Findings, .. failures], Action = PolicyAction.Block },
    };

    private static Finding Beyond(BodyRest rest, LumenArgusConfig config)
    {
        var howMany = rest.Length is { } length ? $"{length} bytes lie" : "an unknown number of bytes lies";
        return FailTable.Finding(FailCase.Oversize, config, "request_body", $"{howMany} beyond proxy.max_body_size ({config.Proxy.MaxBodySize})");
    }

    private static IReadOnlyList<string> Values(StringValues values) => values.Count == 0 ? [] : [.. values.OfType<string>()];
}
