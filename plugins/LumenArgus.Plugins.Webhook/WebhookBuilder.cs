using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Webhook;

/// <summary>Makes notifiers over connections that they share.</summary>
internal sealed class WebhookBuilder(WebhookClient client, ITemplateRenderer templates, TimeProvider clock) : INotifierBuilder
{
    public string? FindProblem(ChannelInfo channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (settings, problem) = WebhookSettings.Read(channel);
        return problem ?? (client.Forbids(settings!.Url) ? ForbiddenAddressException.Advice : TemplateProblem(settings));
    }

    public INotifier? Build(ChannelInfo channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return WebhookSettings.Read(channel).Settings is { } settings ? new WebhookNotifier(settings, client, templates, clock) : null;
    }

    private string? TemplateProblem(WebhookSettings settings)
    {
        try
        {
            WebhookBody.Of(new Notification { Findings = [], Count = 0, Provider = "", Timestamp = clock.GetUtcNow() }, settings.Template, templates);
            return null;
        }
        catch (FormatException failure)
        {
            return failure.Message;
        }
    }
}
