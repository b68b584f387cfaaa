using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>Something that says who asks the dashboard.</summary>
/// <param name="Name">Its name, read once.</param>
/// <param name="Provider">The provider; called through the invoker only.</param>
public sealed record AuthProviderContribution(string Name, IAuthProvider Provider);
