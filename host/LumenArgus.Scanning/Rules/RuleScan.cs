using System.Buffers;
using System.Numerics;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// One scan. Candidates of a rule become ranges of starts; each start of a field is tried at most once per rule, because the ranges of a rule
/// come in ascending order and go on behind what was tried (<see cref="RuleProgress"/>).
/// </summary>
internal sealed partial class RuleScan : IDisposable
{
    private const int MaxFileNameBytes = 1024;

    private readonly RuleIndex _index;
    private readonly BodyDocument _document;
    private readonly FindingCollector _collector;
    private readonly ScanCounters _counters;
    private readonly ScanRoom _room;
    private readonly RuleProgress[] _progress;
    private readonly KeywordHit[] _hits;
    private readonly int[] _captures;
    private readonly BlockMarks _marks;
    private readonly QuietTexts _quiet;
    private readonly List<int> _pending = [];
    private SortedSet<string>? _outOfTime;
    private readonly long _regexLimit;
    private readonly long _skippedBefore;
    private int _field;

    // Whether the text is a property that is scanned with its name.
    private bool _isPair;

    // What progress belongs to.
    private long _text;
    private char[] _chars = [];

    public RuleScan(RuleIndex index, BodyDocument document, FindingCollector collector, ScanCounters counters)
    {
        _index = index;
        _document = document;
        _collector = collector;
        _counters = counters;
        _room = index.TakeRoom();
        (_progress, _hits, _captures, _marks, _quiet) = (_room.Progress, _room.Hits, _room.Captures, _room.Marks, _room.Quiet);

        // The caller may count several scans in one object.
        _regexLimit = counters.RegexBytes + Math.Max(index.Options.MinRegexBytes, index.Options.RegexShare * document.TextBytes);
        _skippedBefore = counters.BytesSkipped;
    }

    public void Dispose()
    {
        _index.GiveBack(_room);
        ReturnChars();
        ReturnPair();
    }

    public void ScanField(int field)
    {
        _field = field;
        BeginText(isPair: false);
        var text = _document.Utf8(field);
        if (_document.IsView(field))
        {
            _counters.ViewBytes += text.Length;
        }
        else
        {
            _counters.BytesScanned += text.Length;
        }

        ScanPairOf(field, text, text.Length < 2 ? TextTraits.None : ScanText(text));
    }

    private void BeginText(bool isPair)
    {
        _isPair = isPair;
        _text = _room.NextText();
    }

    /// <summary>File names are matched whole, once per file.</summary>
    public void ScanFileNames()
    {
        foreach (var file in _document.OuterFiles)
        {
            ScanFileName(Encoding.UTF8.GetBytes(file.Name), file.Field);
        }

        var files = _document.LinkedFiles;
        for (var i = 0; i < files.Count; i++)
        {
            ScanFileName(files.NameOf(i), files.FieldOf(i));
        }
    }

    public void ReportSkipped()
    {
        if (_counters.BytesSkipped > _skippedBefore)
        {
            _collector.AddUnscanned(_counters.BytesSkipped - _skippedBefore, "regular expressions reached their limit");
        }

        if (_outOfTime is { } rules)
        {
            _collector.AddScanError("rules", $"regular expression(s) ran out of time: {string.Join(", ", rules)}");
        }
    }

    private void ScanFileName(ReadOnlySpan<byte> path, int field)
    {
        var name = path[(path.LastIndexOfAny((byte)'/', (byte)'\\') + 1)..];
        if (name.Length is 0 or > MaxFileNameBytes || _collector.IsExempt(path))
        {
            return;
        }

        foreach (var rule in _index.FileNameRules)
        {
            MatchFileName(_index.Rules[rule], name, field);
        }
    }

    private TextTraits ScanText(ReadOnlySpan<byte> text)
    {
        if (text.Length <= QuietTexts.MaxBytes && _quiet.TryGet(text, _isPair, out var known))
        {
            return known;
        }

        var matches = _counters.Matches;
        var hasKeyword = ScanKeywords(text, text.Length);
        if (!_isPair)
        {
            ScanDigits(text);
        }

        var traits = (hasKeyword ? TextTraits.Keyword : TextTraits.None) | (_marks.HasAny ? TextTraits.Mark : TextTraits.None);
        if (text.Length <= QuietTexts.MaxBytes && _counters.Matches == matches && _pending.Count == 0)
        {
            _quiet.Add(text, _isPair, traits);
        }

        FlushWindows(text);
        return traits;
    }

    // Says whether a keyword was found of those that are looked for everywhere.
    private bool ScanKeywords(ReadOnlySpan<byte> text, int searched)
    {
        _marks.Read(text);
        var hasKeyword = false;
        foreach (var lane in _index.Lanes)
        {
            if (lane.Mark == TextMark.None)
            {
                hasKeyword |= ScanKeywords(lane, text, 0, searched);
                continue;
            }

            var end = 0;
            while (end < searched && _marks.Has(lane.Mark) && _marks.TryNextZone(lane.Mark, end, out var start, out end))
            {
                ScanKeywords(lane, text, start, Math.Min(end, searched));
            }
        }

        return hasKeyword;
    }

    private bool ScanKeywords(KeywordLane lane, ReadOnlySpan<byte> text, int from, int to)
    {
        var cursor = new KeywordCursor { Position = from };
        var hasKeyword = false;
        do
        {
            var count = lane.Search.Find(text, to, ref cursor, _hits);
            hasKeyword |= count > 0;
            foreach (var hit in _hits.AsSpan(0, count))
            {
                var start = hit.End - lane.Lengths[hit.Keyword];
                foreach (var gate in lane.GatesOf(hit.Keyword))
                {
                    for (var open = gate.ForKeyword(text, start, hit.End); open != 0; open &= open - 1)
                    {
                        OnKeyword(text, gate.Rules[BitOperations.TrailingZeroCount(open)], start, hit.End);
                    }
                }
            }
        }
        while (!cursor.IsAtEnd);

        return hasKeyword;
    }

    private void OnKeyword(ReadOnlySpan<byte> text, int rule, int start, int end)
    {
        _counters.KeywordCandidates++;
        var compiled = _index.Rules[rule];
        var anchor = compiled.Anchor;
        var from = Math.Max(0, end - anchor.Before);
        var last = end + anchor.After;
        if (compiled.Matcher is { } matcher)
        {
            if (anchor.StartsBehindRun)
            {
                // If the farthest start that the run reaches back to fails, it fails behind the keyword, and so do all the others.
                var run = Math.Min(matcher.LeadingRunBehind(text, start), anchor.Before - (end - start));
                _counters.SpanMatcherSteps += run;

                // The run may reach back into the match before it.
                from = Math.Max(start - run, _progress[rule].Next(_text));
                last = matcher.BeginsWithAssertion ? last : Math.Min(from, last);
            }
            else if (anchor.Distance > 0 && from > 0 && from > _progress[rule].Next(_text))
            {
                // Begin at the start of a token, not in its middle.
                from -= matcher.LeadingRunBehind(text, from);
            }
        }

        AddRange(text, rule, from, last, anchor.Distance > 0 ? start - anchor.Distance : 0);
    }

    private void ScanDigits(ReadOnlySpan<byte> text)
    {
        foreach (var lane in _index.DigitLanes)
        {
            var end = 0;
            if (lane.Mark == TextMark.None)
            {
                while (_marks.TryNextDigits(end, out var start, out end))
                {
                    ScanDigits(lane, text, start, end);
                }

                continue;
            }

            while (_marks.Has(lane.Mark) && _marks.TryNextZone(lane.Mark, end, out var start, out end))
            {
                ScanDigits(lane, text, start, end);
            }
        }
    }

    private void ScanDigits(DigitLane lane, ReadOnlySpan<byte> text, int from, int to)
    {
        var runs = new DigitRuns(text, from, to, lane.Starts);
        while (runs.MoveNext())
        {
            foreach (var gate in lane.GatesOf(runs.End - runs.Start))
            {
                for (var open = gate.ForRun(text, runs.Start, runs.End); open != 0; open &= open - 1)
                {
                    OnDigits(text, gate.Rules[BitOperations.TrailingZeroCount(open)], runs.Start, runs.End);
                }
            }
        }
    }

    private void OnDigits(ReadOnlySpan<byte> text, int rule, int start, int end)
    {
        _counters.KeywordCandidates++;
        var anchor = _index.Rules[rule].Anchor;
        AddRange(text, rule, Math.Max(0, start - anchor.Before), (anchor.RunStartOnly ? start : end - 1) + anchor.After, 0);
    }

    // A match that ends before minEnd is too far from the keyword (and still farther from the keywords to come).
    private void AddRange(ReadOnlySpan<byte> text, int rule, int from, int last, int minEnd)
    {
        ref var progress = ref _progress[rule];
        progress.Enter(_text);
        from = Math.Max(from, progress.NextStart);
        last = Math.Min(last, text.Length - 1);
        if (from > last)
        {
            return;
        }

        var compiled = _index.Rules[rule];
        if (compiled.Required is { } required)
        {
            _counters.SpanMatcherSteps += 1 + ((last - from + required.Reach) / RequiredByte.BytesPerStep);
            if (!required.IsIn(text, from, last))
            {
                // A window that waits still has to see its own starts.
                progress.NextStart = progress.HasWindow ? progress.NextStart : last + 1;
                return;
            }
        }

        if (compiled.Matcher is not null)
        {
            _counters.WindowBytes += last + 1 - from;
            MatchRange(text, compiled, ref progress, from, last, minEnd);
            return;
        }

        // A Regex costs per window: neighbours are merged first.
        if (progress.HasWindow && from <= progress.WindowLast + compiled.Window)
        {
            progress.Extend(from, last);
            return;
        }

        if (progress.HasWindow)
        {
            FlushWindow(text, rule);
            from = Math.Max(from, progress.NextStart);
        }
        else
        {
            _pending.Add(rule);
        }

        progress.SetWindow(from, Math.Max(from, last));
    }

    private void MatchRange(ReadOnlySpan<byte> text, CompiledRule rule, ref RuleProgress progress, int from, int last, int minEnd)
    {
        var steps = 0L;
        while (from <= last && rule.Matcher!.Find(text, from, last, ref progress.Tail, _captures, ref steps))
        {
            if (_captures[1] >= minEnd)
            {
                var group = rule.Rule.SecretGroup * 2;
                Confirm(text, rule, _captures[group], _captures[group + 1], new ByteSpan(_captures[0], _captures[1] - _captures[0]));
            }

            from = Math.Max(_captures[1], from + 1);
        }

        _counters.SpanMatcherSteps += steps;
        progress.NextStart = Math.Max(from, last + 1);
    }

    private void Confirm(ReadOnlySpan<byte> text, CompiledRule rule, int start, int end, ByteSpan match)
    {
        _counters.Matches++;
        if (start >= 0 && end > start && CountsWhereJoined(rule) && SecretCheck.Accepts(rule, text[start..end], out var verdict) && !IsTakenInByName(rule, start))
        {
            AddHit(rule.Rule, start, end, match, verdict);
        }
    }
}
