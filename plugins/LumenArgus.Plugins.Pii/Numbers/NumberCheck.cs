namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Decides about a number that has one of the shapes of its kind, without separators and in capitals.</summary>
internal delegate bool NumberCheck(ReadOnlySpan<char> number);
