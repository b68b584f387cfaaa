using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Scanning.Findings;

/// <summary>From hits to findings.</summary>
public sealed partial class FindingCollector
{
    private const string Masked = "[*]";
    private const int ShortestMaskedInPath = 4;
    private const string SecretsDetector = "secrets";

    // Each finding is looked at beside all hits.
    private const int MostHitsForContext = 100;

    private Dictionary<(string Detector, string Type, MatchedText Value), int>? _built;
    private Dictionary<int, Hit[]>? _occurrences;

    // What was told last, and the numbers of the values behind its first findings.
    private ImmutableArray<Finding> _told = [];
    private List<int>? _shown;
    private (int Field, string Path) _path = (End, "");

    /// <summary>
    /// All findings so far: those of detectors in the order of their first occurrence, then those of the host. A generic finding is dropped
    /// where every occurrence shares a byte with a better one: one value, one finding.
    /// </summary>
    /// <returns>The findings.</returns>
    public ImmutableArray<Finding> ToFindings()
    {
        lock (_gate)
        {
            CountAllowed();
            CountCovered();
            _built = null;
            _occurrences = null;
            _shown?.Clear();
            _told = [];

            // A name in it may have to be masked by now.
            _path = (End, "");
            if (_values.Count == 0 && _framework.Count == 0)
            {
                return [];
            }

            var findings = ImmutableArray.CreateBuilder<Finding>(_values.Count + _framework.Count);
            for (var i = 0; i < _values.Count; i++)
            {
                ref readonly var value = ref _values[i];
                if (value.Shown > 0)
                {
                    findings.Add(ToFinding(in value));
                    (_shown ??= new(_values.Count)).Add(i);
                }
            }

            findings.AddRange(_framework);
            return _told = findings.DrainToImmutable();
        }
    }

    /// <summary>What was hit at all, covered by a better hit or not.</summary>
    /// <returns>Each detector and type once for each field.</returns>
    internal IReadOnlyCollection<(int Field, string Detector, string Type)> Hits()
    {
        lock (_gate)
        {
            var hits = new HashSet<(int, string, string)>();
            foreach (var hit in _hits)
            {
                hits.Add((hit.Field, KindOf(hit).Detector, KindOf(hit).Type));
            }

            return hits;
        }
    }

    /// <summary>
    /// Each occurrence of a finding, with its span and a count of 1. Fewer than <see cref="Finding.Count"/> when there are too many to keep:
    /// then an edit cannot remove the value everywhere.
    /// </summary>
    /// <param name="finding">A finding of <see cref="ToFindings"/>, also with another action.</param>
    /// <returns>The occurrences in the order of the scan; empty for a finding without a place in the body.</returns>
    public IReadOnlyList<Finding> Occurrences(Finding finding)
    {
        lock (_gate)
        {
            if (!IsTold(finding, out var number))
            {
                return [];
            }

            var occurrences = OccurrencesOf(number);
            var isComplete = _values[number].Count - _values[number].Exempt <= occurrences.Count;
            return [.. occurrences.SelectMany(hit => Places(hit, isComplete).Select(span => finding with
            {
                Count = 1,
                Location = Location(hit.Field, finding.Value.Reveal()),
                Span = span,
            }))];
        }
    }

    // Asked only where something is edited or left out, so not before.
    private bool IsTold(Finding finding, out int number)
    {
        if (_built is null)
        {
            _built = new(_shown?.Count ?? 0);
            for (var i = 0; i < _shown?.Count; i++)
            {
                _built.TryAdd((_told[i].Detector, _told[i].Type, _told[i].Value), _shown[i]);
            }
        }

        number = 0;
        return finding.Origin == FindingOrigin.Detector && _built.TryGetValue((finding.Detector, finding.Type, finding.Value), out number);
    }

    private IReadOnlyCollection<Hit> OccurrencesOf(int number)
    {
        _occurrences ??= _hits.Where(hit => !IsOnExemptLine(hit)).GroupBy(static hit => hit.Value).ToDictionary(static group => group.Key, static group => group.ToArray());
        return _occurrences.GetValueOrDefault(number, []);
    }

    // A value in parts is only gone when each part is. Where occurrences are missing, the parts must not make up for their number.
    private IEnumerable<ByteSpan> Places(Hit hit, bool isComplete) =>
        document.ToBodySpans(hit.Field, hit.Start, hit.Length).Take(isComplete ? int.MaxValue : 1);

    private void CountCovered()
    {
        for (var i = 0; i < _values.Count; i++)
        {
            _values[i].Covered = 0;
        }

        if (_hits.Count < 2 || (_kinds.Count < 2 && document.Count == document.FieldCount))
        {
            return;
        }

        // By place in the body, so that what was found in a view covers what was found in the text that it was made from. A hit can only be covered by those
        // that begin before its end.
        var ordered = new PlacedHit[_hits.Count];
        for (var i = 0; i < ordered.Length; i++)
        {
            var hit = _hits[i];
            ordered[i] = new PlacedHit(hit, document.ToBodySpan(hit.Field, hit.Start, hit.Length), (document.ChainOf(hit.Field) & TextEncodings.Compressed) != TextEncodings.None, i);
        }

        Array.Sort(ordered, static (one, other) => (one.Span.Start, one.Hit.Field, one.Hit.Start, one.Number).CompareTo((other.Span.Start, other.Hit.Field, other.Hit.Start, other.Number)));
        var reach = new HitReach(ordered, Outranks);
        foreach (var placed in ordered)
        {
            if (!IsOnExemptLine(placed.Hit) && reach.Covers(placed))
            {
                _values[placed.Hit.Value].Covered++;
            }
        }
    }

    // A strict order within a detector, so of the hits on one value exactly one stays. Across detectors only a specific hit hides a generic one, and no
    // weaker one (an e-mail address in a password) hides a severe one.
    private bool Outranks(PlacedHit winner, PlacedHit loser)
    {
        var (hit, other) = (winner.Hit, loser.Hit);
        var (strong, weak) = (KindOf(hit), KindOf(other));
        if (IsAllowed(hit) && (strong.Detector != weak.Detector || hit.Field != other.Field || !winner.Contains(loser)))
        {
            // What is declared harmless hides only itself, not a secret that it is a part of.
            return false;
        }

        var severity = (int)SeverityOf(hit) - (int)SeverityOf(other);
        if (weak.Certainty == Certainty.Specific)
        {
            return OutranksSpecific(winner, loser, severity);
        }

        if (strong.Detector != weak.Detector)
        {
            return strong.Certainty == Certainty.Specific && severity >= 0;
        }

        // A test key that is a part of a longer value says nothing about the rest of it.
        return strong.Certainty != weak.Certainty ? strong.Certainty > weak.Certainty && (severity >= 0 || !IsLowered(hit) || winner.Contains(loser))
            : severity != 0 ? severity > 0
            : string.CompareOrdinal(strong.Type, weak.Type) < 0;
    }

    // Two issuers with one shape (sk_live_...): one value, one finding; a rule without a source is the operator's own and stays. A key in an address is another
    // value than the address. And where decoding shows more of a value, what was seen of it before is a part.
    // A weaker hit of another detector that begins in a value is a part of it, or a misreading: password@host of an address is no mail address. What an operator looks for with a rule of his own hides nothing.
    private bool OutranksSpecific(PlacedHit winner, PlacedHit loser, int severity)
    {
        var (strong, weak) = (KindOf(winner.Hit), KindOf(loser.Hit));
        if (strong.Detector != weak.Detector)
        {
            return strong.Certainty == Certainty.Specific && strong.IsPublished && severity > 0 && winner.Hit.Field == loser.Hit.Field && loser.Hit.Start >= winner.Hit.Start;
        }

        if (strong == weak)
        {
            return winner.Hit.Field != loser.Hit.Field && winner.Contains(loser) && winner.Span.Length > loser.Span.Length;
        }

        return strong.Certainty == weak.Certainty && weak.FixedCharacters > 0
            && winner.Hit.Field == loser.Hit.Field && winner.Hit.Start == loser.Hit.Start && winner.Hit.End == loser.Hit.End
            && (strong.FixedCharacters, severity, string.CompareOrdinal(weak.Type, strong.Type)).CompareTo((weak.FixedCharacters, 0, 0)) > 0;
    }

    private Severity SeverityOf(Hit hit) => VerdictSeverity.Of(_values[hit.Value].Severity, _values[hit.Value].Verdict);

    private bool IsLowered(Hit hit) => SeverityOf(hit) < _values[hit.Value].Severity;

    private HitKind KindOf(Hit hit) => _kinds[_values[hit.Value].Kind];

    private Finding ToFinding(in HitValue value)
    {
        var kind = _kinds[value.Kind];
        var severity = VerdictSeverity.Of(value.Severity, value.Verdict);
        var utf8 = value.IsOverflow || value.Name is not null ? default : document.Utf8(value.Field).Slice(value.Start, value.Length);
        var rented = utf8.IsEmpty ? [] : ArrayPool<char>.Shared.Rent(utf8.Length);
        var text = value.IsOverflow ? default : value.Name is { } name ? name.AsSpan() : rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented));
        var preview = text.IsEmpty ? "" : Preview.Of(text);
        var finding = new Finding
        {
            Detector = kind.Detector,
            Type = kind.Type,
            Severity = severity,
            Verdict = value.Verdict,
            RuleSeverity = severity < value.Severity ? value.Severity : null,
            Value = new MatchedText(text),
            ValuePreview = preview,
            Context = utf8.IsEmpty || kind.Detector != SecretsDetector ? null : ContextOf(in value, preview),
            Location = Location(value.Field, text),
            Span = utf8.IsEmpty ? null : document.ToBodySpan(value.Field, value.Start, value.Length),
            Action = value.Action,
            Count = value.Shown,
            Role = document.RoleOf(value.Field),
            Roles = value.Roles,
            IsLatestTurn = value.IsLatestTurn,
            Detail = value.IsOverflow ? $"more than {MaxValues} different values: these are only counted" : null,
        };
        if (rented.Length > 0)
        {
            ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }

        return finding;
    }

    // Only of secrets: what stands around a person's data or a confidential mark is as much to be kept from others as the value.
    private string? ContextOf(in HitValue value, string preview)
    {
        if (_hits.Count > MostHitsForContext)
        {
            return null;
        }

        var text = document.Utf8(value.Field);
        var place = new ByteSpan(value.Start, value.Length);
        var window = Surroundings.WindowOf(text, place);
        Span<ByteSpan> others = stackalloc ByteSpan[_hits.Count];
        var count = 0;
        foreach (var hit in _hits)
        {
            var other = new ByteSpan(hit.Start, hit.Length);
            if (hit.Field == value.Field)
            {
                if (other != place && other.Overlaps(window))
                {
                    others[count++] = other;
                }
            }
            else if (Math.Max(hit.Field, value.Field) >= document.FieldCount
                && document.ToBodySpan(hit.Field, hit.Start, hit.Length).Overlaps(document.ToBodySpan(value.Field, window.Start, window.Length)))
            {
                // Found in another reading of these bytes: where it stands in this one is not known.
                return null;
            }
        }

        return Surroundings.Of(text, place, preview, others[..count]);
    }

    // Many findings of a text in a row are common: a file of keys.
    private string PathOf(int field)
    {
        if (_path.Field != field)
        {
            _path = (field, document.PathOf(field));
        }

        return _path.Path;
    }

    private string Location(int field, ReadOnlySpan<char> value)
    {
        var path = PathOf(field);
        return value.Length >= ShortestMaskedInPath && path.AsSpan().Contains(value, StringComparison.OrdinalIgnoreCase)
            ? path.Replace(value.ToString(), Masked, StringComparison.OrdinalIgnoreCase)
            : path;
    }
}
