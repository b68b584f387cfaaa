namespace LumenArgus.Scanning.Fields;

/// <summary>
/// A pair of offsets, both from the start of the string, that belong together: unescaped text and raw bytes. There is one for about every
/// kilobyte, so mapping a hit costs at most that much however many hits a field has.
/// </summary>
internal readonly record struct Checkpoint(int Text, int Raw);
