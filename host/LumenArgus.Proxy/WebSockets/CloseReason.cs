using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>What stands in the close frame of a refused message: 123 bytes have to tell what was found and that it was not sent. Never a value.</summary>
internal static class CloseReason
{
    private const int MaxTypeLength = 40;

    public static string For(ImmutableArray<Finding> findings, bool isOutbound)
    {
        var blocking = findings.Where(static finding => finding.Action == PolicyAction.Block).ToList();
        var first = blocking.Count > 0 ? blocking[0] : findings.FirstOrDefault();
        var type = first?.Type ?? "policy";
        var more = blocking.Count > 1 ? $" and {blocking.Count - 1} more" : "";
        return $"[lumen-argus] blocked: {(type.Length > MaxTypeLength ? type[..MaxTypeLength] : type)}{more}. "
            + (isOutbound ? "This message was NOT sent." : "The answer was NOT delivered.");
    }
}
