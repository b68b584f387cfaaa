using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A notifier of a plugin that needs no channel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Notifier">The notifier; called through the invoker only.</param>
public sealed record NotifierContribution(string Name, INotifier Notifier);
