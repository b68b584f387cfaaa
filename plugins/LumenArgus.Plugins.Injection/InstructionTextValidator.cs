using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>A comment that tells a model what to do: it names the model or its instructions, and wants something.</summary>
internal sealed class InstructionTextValidator : IRuleValidator
{
    public const string RuleName = "instruction_text";

    private static readonly SearchValues<string> Addressed = SearchValues.Create(
        ["ai:", "ai,", "ai assistant", "ai agent", "ai model", "llm", "assistant", "claude", "chatgpt", "copilot", "gemini", "language model", "system prompt", "instruction", "ignore all", "ignore previous", "ignore the above"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Wanted = SearchValues.Create(
        ["must", "should", "please", "do not", "don't", "always", "never", "ignore", "approve", "execute", "reply", "respond", "push", "send", "add this", "add the", "disregard", "run "],
        StringComparison.OrdinalIgnoreCase);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => value.ContainsAny(Addressed) && value.ContainsAny(Wanted);
}
