using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>A finding in a file of the corpus, without its value.</summary>
internal sealed record CorpusFinding(Severity Severity, string Type, string File, int Line)
{
    public override string ToString() => $"{Severity} {Type} {File}:{Line}";
}
