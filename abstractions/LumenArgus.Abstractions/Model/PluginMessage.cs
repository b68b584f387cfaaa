namespace LumenArgus.Abstractions.Model;

/// <summary>What one plugin tells another.</summary>
/// <param name="Name">What it is about, for example <c>lookup</c>.</param>
/// <param name="Body">Up to 1 MiB; copied on its way.</param>
public sealed record PluginMessage(string Name, ReadOnlyMemory<byte> Body = default);
