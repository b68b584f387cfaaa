namespace LumenArgus.Testing.Plugins;

/// <summary>A built plugin.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Output">The build's output folder.</param>
/// <param name="Entry">File name of its dll.</param>
public sealed record TestPlugin(string Id, string Output, string Entry);
