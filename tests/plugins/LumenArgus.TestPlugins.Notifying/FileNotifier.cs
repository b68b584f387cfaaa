using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Notifying;

/// <summary>Appends a line. The mode "throw" throws, "hang" never returns, "refuse" refuses, "token" writes the token.</summary>
internal sealed class FileNotifier(string path, string? mode, string? token) : INotifier
{
    public async ValueTask<DeliveryResult> NotifyAsync(Notification notification, CancellationToken cancellationToken)
    {
        switch (mode)
        {
            case "throw":
                throw new InvalidOperationException("it fails");
            case "hang":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
            case "refuse":
                return DeliveryResult.Refused("refused\n  here");
        }

        var line = mode == "token" ? token : string.Join(' ', notification.Findings.Select(static finding => $"{finding.Type}:{finding.Action}:{finding.ValuePreview}"));

        // Shared: a test reads it meanwhile, again and again.
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
        return DeliveryResult.Sent;
    }
}
