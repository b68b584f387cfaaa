namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>A pattern outside the dialect; the message is for the author of the rule.</summary>
internal sealed class PatternSyntaxException(string message) : Exception(message);
