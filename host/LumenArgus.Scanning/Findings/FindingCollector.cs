using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Rules.Formats;

namespace LumenArgus.Scanning.Findings;

/// <summary>
/// Takes the hits of one exchange. Equal values of one detector and type are one finding with a count. Keeps ranges, not strings. Locked, because
/// a detector that was given up may still report while the findings are read.
/// </summary>
public sealed partial class FindingCollector(BodyDocument document, Allowlist? allowlist = null)
{
    // Beyond these, values are only counted, under one finding per type: the policy still sees every type.
    internal const int MaxValues = 10_000;
    internal const int MaxOccurrences = 100_000;
    private const int End = -1;

    private readonly Lock _gate = new();
    private readonly List<HitKind> _kinds = [];

    // Most bodies have no hit, and none of these.
    private Dictionary<HitKind, int>? _kindNumbers;
    private Dictionary<int, int>? _buckets;
    private Dictionary<int, int>? _overflow;
    private Dictionary<(int Kind, string Name), int>? _names;
    private readonly List<Hit> _hits = [];
    private readonly List<Finding> _framework = [];
    private StructList<HitValue> _values = new(0);

    /// <summary>Gives its memory back: what was found has been read, and is no longer known afterwards.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _values.Return();
        }
    }

    /// <summary>A sink for one call of a detector. Close it when the call has ended.</summary>
    /// <param name="detectorName">The detector's name in findings.</param>
    /// <returns>The sink.</returns>
    public DetectorSink SinkFor(string detectorName) => new(this, document, detectorName, document);

    /// <summary>A sink for one call of a detector that sees a part of the texts.</summary>
    /// <param name="detectorName">The detector's name in findings.</param>
    /// <param name="texts">What it sees: <see cref="BodyDocument.NewTexts"/>.</param>
    /// <returns>The sink.</returns>
    public DetectorSink SinkFor(string detectorName, ScanDocument texts) => new(this, document, detectorName, texts);

    /// <summary>Adds the match of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">Index of the field.</param>
    /// <param name="start">First byte in its text.</param>
    /// <param name="length">Number of bytes.</param>
    /// <param name="verdict">What the value says about itself.</param>
    public void AddRuleHit(DetectionRule rule, int field, int start, int length, Verdict verdict = Verdict.None) =>
        AddRuleHit(rule, field, new ByteSpan(start, length), new ByteSpan(start, length), verdict);

    /// <summary>Adds the match of a rule whose secret is a part of it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">Index of the field.</param>
    /// <param name="secret">The secret in its text.</param>
    /// <param name="match">The whole match in its text.</param>
    /// <param name="verdict">What the value says about itself.</param>
    internal void AddRuleHit(DetectionRule rule, int field, ByteSpan secret, ByteSpan match, Verdict verdict)
    {
        // In a view, what is only copied with its neighbours was matched in its source, or is no match there.
        var text = document.Utf8(field);
        var start = Math.Max(0, match.Start - 1);
        if (!document.IsCopied(field, start, Math.Min(text.Length, match.End + 1) - start))
        {
            Add(KindOf(rule), rule.Severity, action: null, field, secret.Start, secret.Length, verdict);
        }
    }

    /// <summary>Adds the match of a rule in a property read as a whole, unless the rule found the value (or a part of it) in the value alone.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">Index of the value's field, the last one scanned.</param>
    /// <param name="start">First byte in its text.</param>
    /// <param name="length">Number of bytes.</param>
    /// <param name="verdict">What the value says about itself.</param>
    internal void AddPairHit(DetectionRule rule, int field, int start, int length, Verdict verdict)
    {
        lock (_gate)
        {
            var kind = KindOf(rule);
            for (var i = _hits.Count - 1; i >= 0 && _hits[i].Field == field; i--)
            {
                if (_hits[i].Start < start + length && start < _hits[i].End && _kinds[_values[_hits[i].Value].Kind] == kind)
                {
                    return;
                }
            }

            Add(kind, rule.Severity, action: null, field, start, length, verdict);
        }
    }

    /// <summary>Adds the match of a file-name rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">A field with text of the file.</param>
    /// <param name="name">The base name.</param>
    public void AddFileHit(DetectionRule rule, int field, string name)
    {
        lock (_gate)
        {
            var kind = KindNumber(KindOf(rule));
            _names ??= [];
            if (!_names.TryGetValue((kind, name), out var value))
            {
                value = _values.Add(new HitValue { Kind = kind, Severity = rule.Severity, Field = field, Name = name, NextInBucket = End });
                _names.Add((kind, name), value);
            }

            _values[value].Count++;
            NotePlace(ref _values[value], field);
        }
    }

    /// <summary>Adds the matches of a detector that worked on its own copy.</summary>
    /// <param name="detectorName">The detector's name in findings.</param>
    /// <param name="hits">Its matches, in UTF-16 characters.</param>
    /// <returns>Number of matches that lay outside their field and were ignored.</returns>
    public int AddDetectorHits(string detectorName, IReadOnlyList<DetectorHit> hits)
    {
        var ignored = 0;
        foreach (var hit in hits)
        {
            var isInside = hit.FieldIndex >= 0 && hit.FieldIndex < document.Count && hit.Start >= 0 && hit.Length > 0;
            var (start, length) = isInside ? document.Utf8Range(hit.FieldIndex, hit.Start, hit.Length) : default;
            if (length == 0)
            {
                ignored++;
                continue;
            }

            Add(new HitKind(detectorName, hit.Type, Certainty.Specific), hit.Severity, action: null, hit.FieldIndex, start, length);
        }

        return ignored;
    }

    /// <summary>Adds a finding of the host.</summary>
    /// <param name="finding">The finding, as made by <see cref="FrameworkFindings"/>.</param>
    public void Add(Finding finding)
    {
        lock (_gate)
        {
            _framework.Add(finding);
        }
    }

    /// <summary>Adds an <c>unscanned</c> finding.</summary>
    /// <param name="bytes">How many bytes.</param>
    /// <param name="why">Why.</param>
    public void AddUnscanned(long bytes, string why) => Add(FrameworkFindings.Unscanned(bytes, why));

    /// <summary>Adds a <c>scan_error</c> finding.</summary>
    /// <param name="subject">What failed.</param>
    /// <param name="why">Why.</param>
    public void AddScanError(string subject, string why) => Add(FrameworkFindings.ScanError(subject, why));

    internal void Add(HitKind kind, Severity severity, PolicyAction? action, int field, int start, int length, Verdict verdict = Verdict.None)
    {
        lock (_gate)
        {
            if (IsExempt(field, start, length))
            {
                document.Taint(field);
                _hitsInExemptFiles++;
                return;
            }

            document.MarkSensitive();
            document.MaskName(field);
            var number = KindNumber(kind);
            if (IsKnown(number, field, start, length))
            {
                // Its source is tainted already, and what was joined with it need not be.
                return;
            }

            document.Taint(field);

            var value = FindOrAddValue(number, field, start, length);
            ref var entry = ref _values[value];
            entry.Count++;
            NotePlace(ref entry, field);
            entry.Severity = severity > entry.Severity ? severity : entry.Severity;
            entry.Verdict = entry.Count == 1 || VerdictSeverity.Of(entry.Severity, verdict) > VerdictSeverity.Of(entry.Severity, entry.Verdict) ? verdict : entry.Verdict;
            entry.Action = entry.Action is { } known && known > action.GetValueOrDefault() ? known : action ?? entry.Action;
            if (_hits.Count < MaxOccurrences && !entry.IsOverflow)
            {
                _hits.Add(new Hit(value, field, start, length));
            }
        }
    }

    private void NotePlace(ref HitValue value, int field)
    {
        value.Roles |= (FieldRoles)(1 << (int)document.RoleOf(field));
        value.IsLatestTurn |= document.IsLatestTurn(field);
    }

    private static HitKind KindOf(DetectionRule rule) => new(
        rule.Detector,
        rule.Name,
        !rule.Generic ? Certainty.Specific : rule.KeywordDistance > 0 ? Certainty.Nearby : Certainty.Generic,
        rule.Source is null ? 0 : TokenFormat.FixedCharacters(rule.Format),
        rule.Source is not null);

    private int KindNumber(HitKind kind)
    {
        _kindNumbers ??= [];
        if (!_kindNumbers.TryGetValue(kind, out var number))
        {
            number = _kinds.Count;
            _kinds.Add(kind);
            _kindNumbers.Add(kind, number);
        }

        return number;
    }

    private int FindOrAddValue(int kind, int field, int start, int length)
    {
        var text = document.Utf8(field).Slice(start, length);
        var hash = default(HashCode);
        hash.Add(kind);
        hash.AddBytes(text);
        var key = hash.ToHashCode();
        _buckets ??= [];
        var first = _buckets.GetValueOrDefault(key, End);
        for (var i = first; i != End; i = _values[i].NextInBucket)
        {
            ref readonly var known = ref _values[i];
            if (known.Kind == kind && document.Utf8(known.Field).Slice(known.Start, known.Length).SequenceEqual(text))
            {
                return i;
            }
        }

        if (_values.Count >= MaxValues)
        {
            return OverflowValue(kind, field);
        }

        return _buckets[key] = _values.Add(new HitValue { Kind = kind, Field = field, Start = start, Length = length, NextInBucket = first });
    }

    private int OverflowValue(int kind, int field)
    {
        _overflow ??= [];
        if (!_overflow.TryGetValue(kind, out var value))
        {
            value = _values.Add(new HitValue { Kind = kind, Field = field, NextInBucket = End, IsOverflow = true });
            _overflow.Add(kind, value);
        }

        return value;
    }
}
