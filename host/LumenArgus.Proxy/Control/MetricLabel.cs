namespace LumenArgus.Proxy.Control;

/// <summary>One label of a sample.</summary>
internal readonly record struct MetricLabel(string Name, string Value);
