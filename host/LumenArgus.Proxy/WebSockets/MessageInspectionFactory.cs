using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.WebSockets.Messages;
using LumenArgus.Forwarding.WebSockets.Relay;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>
/// Says how a connection is relayed. Which directions are looked at is settled when it opens, for a compressed message can only be read by who has read
/// the ones before; rules and policy are those of the moment.
/// </summary>
internal sealed class MessageInspectionFactory(
    CurrentGeneration current,
    Inspector inspector,
    ModeSwitch mode,
    ExchangeRecorder recorder,
    RequestNumbers numbers,
    HashKey conversationKey,
    BodyBudget budget,
    ProxyMetrics metrics,
    TimeProvider clock)
{
    public RelayOptions OptionsFor(RelayedConnection connection, ConnectionEvents events, ExtensionAgreement agreement, LumenArgusConfig config)
    {
        return new RelayOptions
        {
            Agreement = agreement,
            Budget = budget,
            MaxMessageBytes = config.WebSocket.MaxFrameSize,
            OutboundJudge = config.Pipeline.WebSocketOutbound ? Judge(isOutbound: true) : null,
            InboundJudge = config.Pipeline.WebSocketInbound ? Judge(isOutbound: false) : null,
        };

        MessageInspection Judge(bool isOutbound) => new(
            connection, isOutbound, config.WebSocket.MaxFrameSize, events, current, inspector, mode, recorder, numbers, conversationKey, metrics, clock);
    }
}
