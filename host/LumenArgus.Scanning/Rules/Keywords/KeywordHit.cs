namespace LumenArgus.Scanning.Rules.Keywords;

/// <param name="Keyword">Number of the keyword.</param>
/// <param name="End">Offset behind its last byte.</param>
internal readonly record struct KeywordHit(int Keyword, int End);
