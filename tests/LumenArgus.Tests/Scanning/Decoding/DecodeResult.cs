using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Decoding;

internal sealed record DecodeResult(BodyDocument Document, FindingCollector Collector, ScanCounters Counters, IReadOnlyList<Finding> Findings);
