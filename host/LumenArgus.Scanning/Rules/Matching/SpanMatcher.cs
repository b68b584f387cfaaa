using System.Buffers;
using System.Runtime.CompilerServices;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>Runs a matcher program over bytes. Immutable and shared by threads. One attempt costs at most a constant times its window.</summary>
internal sealed partial class SpanMatcher
{
    // A last repetition may leave the window, but no token is longer than this.
    private const int LongestMatch = 65_536;
    private const int ShortRun = 8;

    private readonly MatcherProgram _program;
    private readonly SearchValues<byte> _first;
    private readonly Instruction? _leadingRun;
    private readonly RunFinder? _leadingRuns;
    private readonly int _window;
    private readonly bool _beginsLine;
    private readonly Lazy<StartFilter?> _starts;

    /// <param name="program">The compiled pattern.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="graph">Its bytes.</param>
    /// <param name="window">The most bytes of a match.</param>
    public SpanMatcher(MatcherProgram program, ParsedPattern pattern, Lazy<PatternGraph?> graph, int window)
    {
        _starts = new Lazy<StartFilter?>(() => graph.Value is { } bytes ? new StartFilter(bytes, program.FirstBytes(isInWord: true)[0]) : null);
        _program = program;
        _window = window;
        _first = PatternFacts.First(pattern.Root).ToSearchValues();
        var lead = program.Steps.FirstOrDefault(s => s.Operation is not (Operation.Save or Operation.Assert));
        _leadingRun = lead is { Operation: Operation.Run, Min: > 0 } ? lead : null;
        _leadingRuns = _leadingRun is null ? null : RunFinder.Create(PatternFacts.First(pattern.Root), _leadingRun.Min);
        var opening = program.Steps.First(s => s.Operation != Operation.Save);
        BeginsWithAssertion = opening.Operation == Operation.Assert;
        _beginsLine = BeginsWithAssertion && opening.Assertion == AssertionKind.LineStart;
    }

    public int Slots => _program.Slots;

    /// <summary>Whether a start can fail by its left neighbour alone.</summary>
    public bool BeginsWithAssertion { get; }

    /// <summary>Finds the first match that begins at <paramref name="from"/> or behind it and not behind <paramref name="lastStart"/>.</summary>
    /// <param name="text">The whole field.</param>
    /// <param name="from">First start to try.</param>
    /// <param name="lastStart">Last start to try.</param>
    /// <param name="tail">Empty before the first call on a text.</param>
    /// <param name="captures">Takes start and end of each group, -1 where a group took no part; group 0 is the match.</param>
    /// <param name="steps">Raised by the steps taken and the bytes examined.</param>
    /// <returns>Whether there is one.</returns>
    public bool Find(ReadOnlySpan<byte> text, int from, int lastStart, ref TailRun tail, Span<int> captures, ref long steps)
    {
        lastStart = Math.Min(lastStart, text.Length - 1);
        while ((from = NextStart(text, from, lastStart, ref steps)) >= 0)
        {
            if (TryMatch(text, from, ref tail, captures, ref steps))
            {
                return true;
            }

            from++;
        }

        return false;
    }

    private int NextStart(ReadOnlySpan<byte> text, int from, int lastStart, ref long steps)
    {
        if (from > lastStart)
        {
            return -1;
        }

        if (_beginsLine)
        {
            var line = from == 0 ? 0 : text[(from - 1)..lastStart].IndexOf((byte)'\n');
            steps += line < 0 ? lastStart + 1 - from : line + 1;
            return line < 0 ? -1 : from + line;
        }

        if (_leadingRun is not { Min: > 1 } run)
        {
            if (from < lastStart && _starts.Value is { } starts)
            {
                var start = starts.Next(text, from, lastStart);
                steps += start < 0 ? lastStart + 1 - from : start + 1 - from;
                return start;
            }

            var skip = text[from..(lastStart + 1)].IndexOfAny(_first);
            steps += skip < 0 ? lastStart + 1 - from : skip + 1;
            return skip < 0 ? -1 : from + skip;
        }

        if (_leadingRuns?.TryFind(text, ref from, lastStart, ref steps) == true)
        {
            return from <= lastStart ? from : -1;
        }

        // Read backwards, as in Boyer-Moore: no run can begin before a byte that does not belong to it.
        while (from <= lastStart && text.Length - from >= run.Min)
        {
            var foreign = text.Slice(from, run.Min).LastIndexOfAnyExcept(run.Set!);
            steps += run.Min - foreign;
            if (foreign < 0)
            {
                return from;
            }

            from += foreign + 1;
        }

        return -1;
    }

    /// <summary>How far back from <paramref name="position"/> the pattern's first repetition could have begun; 0 if it does not begin with one.</summary>
    public int LeadingRunBehind(ReadOnlySpan<byte> text, int position)
    {
        if (_leadingRun is null)
        {
            return 0;
        }

        var before = text[Math.Max(0, position - _window)..position];
        return before.Length - 1 - before.LastIndexOfAnyExcept(_leadingRun.Set!);
    }

    [SkipLocalsInit]
    public bool TryMatch(ReadOnlySpan<byte> text, int start, ref TailRun tail, Span<int> captures, ref long steps)
    {
        Span<Choice> stack = stackalloc Choice[_program.StackSize];
        var depth = 0;
        captures.Fill(-1);
        var window = Math.Min(text.Length, start + _window);
        var program = _program.Steps;
        var position = start;
        var step = 0;
        while (true)
        {
            var instruction = program[step];
            steps++;
            var ok = true;
            switch (instruction.Operation)
            {
                case Operation.Match:
                    captures[0] = start;
                    captures[1] = position;
                    return true;
                case Operation.Literal:
                    ok = Matches(text[position..window], instruction);
                    position += instruction.Bytes.Length;
                    steps += instruction.Bytes.Length;
                    break;
                case Operation.Run when instruction.IsTail:
                    ok = RunTail(text, start, instruction, step, ref position, ref tail, ref steps);
                    break;
                case Operation.Run:
                    var end = instruction.IsLast ? Math.Min(text.Length, start + LongestMatch) : window;
                    ok = Run(text, end, instruction, step, ref position, stack, ref depth, ref steps);
                    break;
                case Operation.Split when position < window && !program[step + 1].CanBeginWith(text[position]):
                    step = instruction.Target - 1;
                    break;
                case Operation.Split when position < window && !program[instruction.Target].CanBeginWith(text[position]):
                    break;
                case Operation.Split:
                    stack[depth++] = new Choice(instruction.Target, position, Choice.Position);
                    break;
                case Operation.Jump:
                    step = instruction.Target - 1;
                    break;
                case Operation.Save:
                    // Without an open choice there is nothing to come back to.
                    if (depth > 0)
                    {
                        stack[depth++] = new Choice(instruction.Slot, captures[instruction.Slot], Choice.Restore);
                    }

                    captures[instruction.Slot] = position;
                    break;
                case Operation.Assert:
                    ok = Holds(text, position, instruction.Assertion);
                    break;
            }

            if (ok)
            {
                step++;
            }
            else if (!Resume(text, window, captures, stack, ref depth, ref step, ref position, ref steps))
            {
                return false;
            }
        }
    }

    private static bool Run(
        ReadOnlySpan<byte> text,
        int end,
        Instruction run,
        int step,
        ref int position,
        Span<Choice> stack,
        ref int depth,
        ref long steps)
    {
        var start = position;
        var limit = Math.Max(start, (int)Math.Min(end, (long)start + (run.Lazy ? run.Min : run.Max)));
        var length = RunLength(text[start..limit], run);
        steps += length;
        position = start + length;
        if (length < run.Min)
        {
            return false;
        }

        if (run.Lazy && run.Max > run.Min)
        {
            stack[depth++] = new Choice(step, position, Choice.Lazy + length);
        }
        else if (run.GivesBack && length > run.Min)
        {
            stack[depth++] = new Choice(step + 1, position, start + run.Min);
        }

        return true;
    }

    // Takes the latest open choice. Positions in Limit: greedy runs give one byte back down to it.
    private bool Resume(
        ReadOnlySpan<byte> text,
        int window,
        Span<int> captures,
        Span<Choice> stack,
        ref int depth,
        ref int step,
        ref int position,
        ref long steps)
    {
        while (depth > 0)
        {
            ref var choice = ref stack[--depth];
            steps++;
            if (choice.Limit == Choice.Restore)
            {
                captures[choice.Step] = choice.At;
            }
            else if (choice.Limit == Choice.Position)
            {
                (step, position) = (choice.Step, choice.At);
                return true;
            }
            else if (choice.Limit <= Choice.LazyCeiling)
            {
                if (TakeOneMore(text, window, ref choice))
                {
                    depth++;
                    (step, position) = (choice.Step + 1, choice.At);
                    return true;
                }
            }
            else if (GiveBack(text, ref choice, ref steps))
            {
                (step, position) = (choice.Step, choice.At);
                depth += choice.At > choice.Limit ? 1 : 0;
                return true;
            }
        }

        return false;
    }

    // To the next shorter end behind which the pattern can go on.
    private bool GiveBack(ReadOnlySpan<byte> text, ref Choice choice, ref long steps)
    {
        var next = _program.Steps[choice.Step];
        var end = choice.At - 1;
        while (!next.CanBeginWith(text[end]))
        {
            if (end == choice.Limit)
            {
                return false;
            }

            end--;
            steps++;
        }

        choice = choice with { At = end };
        return true;
    }

    private bool TakeOneMore(ReadOnlySpan<byte> text, int window, ref Choice choice)
    {
        var run = _program.Steps[choice.Step];
        var taken = choice.Limit - Choice.Lazy;
        if (choice.At >= window || taken >= run.Max || !run.Takes(text[choice.At]))
        {
            return false;
        }

        choice = choice with { At = choice.At + 1, Limit = choice.Limit + 1 };
        return true;
    }

    // Most runs are a blank or a quote: a search of many bytes at once would cost more than they do.
    private static int RunLength(ReadOnlySpan<byte> text, Instruction run)
    {
        var length = 0;
        while (length < text.Length && run.Takes(text[length]))
        {
            if (++length == ShortRun)
            {
                var rest = text[ShortRun..].IndexOfAnyExcept(run.Set!);
                return rest < 0 ? text.Length : ShortRun + rest;
            }
        }

        return length;
    }

    private static bool Matches(ReadOnlySpan<byte> text, Instruction literal)
    {
        var bytes = literal.Bytes;
        if (text.Length < bytes.Length || !literal.CanBeginWith(text[0]))
        {
            return false;
        }

        return literal.IgnoreCase
            ? System.Text.Ascii.EqualsIgnoreCase(text[..bytes.Length], bytes)
            : text.StartsWith(bytes);
    }

    private static bool Holds(ReadOnlySpan<byte> text, int position, AssertionKind assertion) => assertion switch
    {
        AssertionKind.WordBoundary => (position > 0 && IsWord(text[position - 1])) != (position < text.Length && IsWord(text[position])),
        AssertionKind.LineStart => position == 0 || text[position - 1] == '\n',
        _ => position == text.Length || text[position] == '\n' || (text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n'),
    };

    /// <summary>Whether a byte is a letter, digit or <c>_</c>, as for <c>\b</c>.</summary>
    public static bool IsWord(byte value) => char.IsAsciiLetterOrDigit((char)value) || value == '_';

    /// <summary>An open choice: a run that can give back (Limit is a position), a lazy run, another branch, or a capture to restore.</summary>
    private readonly record struct Choice(int Step, int At, int Limit)
    {
        public const int Restore = -1;
        public const int Position = -2;
        public const int Lazy = int.MinValue;
        public const int LazyCeiling = -3;
    }
}
