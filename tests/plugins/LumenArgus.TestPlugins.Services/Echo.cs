using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Answers with what it was asked, and by whom.</summary>
internal sealed class Echo : IPluginMessageHandler
{
    public ValueTask<PluginMessage?> HandleAsync(string from, PluginMessage message, CancellationToken cancellationToken) => ValueTask.FromResult(message.Name switch
    {
        "echo" => new PluginMessage("echoed", Encoding.UTF8.GetBytes($"{from}: {Encoding.UTF8.GetString(message.Body.Span)}")),
        "throw" => throw new InvalidOperationException("the answer fails as asked"),
        _ => null,
    });
}
