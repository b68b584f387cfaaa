namespace LumenArgus.Scanning.Decoding;

/// <summary>A run of base64 or hex in a text.</summary>
/// <param name="Source">The field or view.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Behind its last one, without padding.</param>
/// <param name="ContextStart">Start of what stands before it on its line, as far as that matters: the name that the value is assigned to.</param>
/// <param name="HasLines">Whether there are line breaks in it.</param>
internal readonly record struct EncodedRun(int Source, int Start, int End, int ContextStart, bool HasLines);
