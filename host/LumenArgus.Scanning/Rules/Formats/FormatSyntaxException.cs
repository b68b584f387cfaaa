namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>A format cannot be read; the message says what is wrong and where.</summary>
internal sealed class FormatSyntaxException(string message) : Exception(message);
