using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Appends a line to a file. A message has masked previews only, so nothing of a secret comes here.</summary>
internal sealed class FileNotifier(string path) : INotifier
{
    public async ValueTask<DeliveryResult> NotifyAsync(Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        var findings = string.Join(", ", notification.Findings.Select(static finding => $"{finding.Type} ({finding.Action})"));
        try
        {
            await File.AppendAllTextAsync(path, $"{notification.Timestamp:u} {notification.Provider}: {findings}\n", cancellationToken);
            return DeliveryResult.Sent;
        }
        catch (IOException exception)
        {
            // Tried again later. What cannot be mended by waiting is Refused.
            return DeliveryResult.Failed(exception.Message);
        }
        catch (UnauthorizedAccessException exception)
        {
            return DeliveryResult.Refused(exception.Message);
        }
    }
}
