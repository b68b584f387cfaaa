namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>git could not give a diff; the message says why.</summary>
internal sealed class GitException(string message) : Exception(message);
