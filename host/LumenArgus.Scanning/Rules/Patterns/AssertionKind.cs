namespace LumenArgus.Scanning.Rules.Patterns;

internal enum AssertionKind
{
    WordBoundary,
    LineStart,
    LineEnd,
}
