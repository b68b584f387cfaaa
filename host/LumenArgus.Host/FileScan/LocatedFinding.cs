using LumenArgus.Abstractions.Model;

namespace LumenArgus.Host.FileScan;

/// <summary>A finding with its place in a file. Of a value that occurs more than once it is the first place.</summary>
/// <param name="Finding">The finding, with its resolved action.</param>
/// <param name="Start">Where it begins; null for a file's name, a finding of the host and a binary file.</param>
/// <param name="End">The place behind its last character.</param>
internal sealed record LocatedFinding(Finding Finding, TextPosition? Start, TextPosition? End);
