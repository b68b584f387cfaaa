using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Rules.Matching;

namespace LumenArgus.Scanning.Rules;

/// <summary>Rules that need a Regex.</summary>
internal sealed partial class RuleScan
{
    private void FlushWindows(ReadOnlySpan<byte> text)
    {
        foreach (var rule in _pending)
        {
            FlushWindow(text, rule);
        }

        _pending.Clear();
    }

    private void FlushWindow(ReadOnlySpan<byte> text, int rule)
    {
        ref var progress = ref _progress[rule];
        var compiled = _index.Rules[rule];
        var from = Math.Max(progress.WindowFrom, progress.NextStart);
        var last = progress.WindowLast;
        progress.ClearWindow();

        // In slices: within one, an unbounded repetition may look at the whole of it from each of its starts.
        while (from <= last)
        {
            MatchSlice(text, compiled, ref progress, from, Math.Min(last, from + compiled.Window - 1));
            from = Math.Max(from + compiled.Window, progress.NextStart);
        }
    }

    private void MatchSlice(ReadOnlySpan<byte> text, CompiledRule compiled, ref RuleProgress progress, int from, int last)
    {
        // One byte of real context on each side, so that boundaries see the true neighbours.
        var begin = Math.Max(0, from - 1);
        var end = (int)Math.Min(text.Length, (long)last + compiled.Window + 1);
        var size = end - begin;
        if (_counters.RegexBytes + size > _regexLimit)
        {
            _counters.BytesSkipped += size;
            return;
        }

        _counters.RegexBytes += size;
        _counters.WindowBytes += size;
        progress.NextStart = last + 1;
        try
        {
            MatchWindow(text, compiled, ref progress, begin, end, from, last);
        }
        catch (RegexMatchTimeoutException)
        {
            RanOutOfTime(compiled);
            _counters.BytesSkipped += size;
        }
        catch (NotSupportedException)
        {
            // The linear engine refused the pattern when it was built.
            _collector.AddScanError(compiled.Rule.Detector, $"rule {compiled.Rule.Name} cannot be built");
            _counters.BytesSkipped += size;
        }
    }

    private void MatchWindow(ReadOnlySpan<byte> text, CompiledRule rule, ref RuleProgress progress, int begin, int end, int from, int last)
    {
        var window = Chars(end - begin);
        ByteText.Widen(text[begin..end], window);
        var regex = rule.Regex!.Get();
        foreach (var match in regex.EnumerateMatches(window, from - begin))
        {
            if (begin + match.Index > last)
            {
                return;
            }

            var (start, length) = (match.Index, match.Length);
            if (rule.Rule.SecretGroup > 0)
            {
                // Groups need a string; this is a hit, not the rule.
                var group = regex.Match(new string(window), match.Index).Groups[rule.Rule.SecretGroup];
                (start, length) = group.Success ? (group.Index, group.Length) : (0, 0);
            }

            Confirm(text, rule, begin + start, begin + start + length, new ByteSpan(begin + match.Index, match.Length));
            progress.NextStart = Math.Max(progress.NextStart, begin + match.Index + match.Length);
        }
    }

    private void RanOutOfTime(CompiledRule compiled)
    {
        _counters.RegexTimeouts++;
        (_outOfTime ??= new(StringComparer.Ordinal)).Add(compiled.Rule.Name);
    }

    private void MatchFileName(CompiledRule rule, ReadOnlySpan<byte> name, int field)
    {
        var found = false;
        if (rule.Matcher is { } matcher)
        {
            var steps = 0L;
            var tail = default(TailRun);
            found = matcher.Find(name, 0, name.Length - 1, ref tail, _captures, ref steps);
            _counters.SpanMatcherSteps += steps;
        }
        else
        {
            _counters.RegexBytes += name.Length;
            var chars = Chars(name.Length);
            ByteText.Widen(name, chars);
            try
            {
                found = rule.Regex!.Get().IsMatch(chars);
            }
            catch (RegexMatchTimeoutException)
            {
                RanOutOfTime(rule);
            }
        }

        if (found)
        {
            _counters.Matches++;
            _collector.AddFileHit(rule.Rule, field, Encoding.UTF8.GetString(name));
        }
    }

    private Span<char> Chars(int length)
    {
        if (_chars.Length < length)
        {
            ReturnChars();
            _chars = ArrayPool<char>.Shared.Rent(length);
        }

        return _chars.AsSpan(0, length);
    }

    private void ReturnChars()
    {
        if (_chars.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_chars, clearArray: true);
            _chars = [];
        }
    }
}
