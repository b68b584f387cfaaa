using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A page that a plugin brings.</summary>
/// <param name="Page">What it is; checked.</param>
/// <param name="Renderer">Renders it, called through the invoker only; null for a module.</param>
public sealed record PageContribution(DashboardPage Page, IPageRenderer? Renderer);
