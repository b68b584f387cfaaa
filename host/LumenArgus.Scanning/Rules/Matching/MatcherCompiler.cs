using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// Turns a pattern into a program without loops, if its backtracking is bounded by a small constant: at most one long repetition that can give
/// bytes back, and few combinations of short ones. Other patterns are left to a Regex.
/// </summary>
internal sealed class MatcherCompiler
{
    private const int MaxSteps = 512;
    private const int LongRun = 32;
    private const int MaxCombinations = 256;
    private const int MaxCombinationsWithLongRun = 16;

    private readonly List<Instruction> _steps = [];

    private bool _isSupported = true;
    private int _longRuns;
    private long _combinations = 1;

    private MatcherCompiler()
    {
    }

    /// <summary>Compiles a pattern.</summary>
    /// <returns>The program, or null if the pattern has no proven bound.</returns>
    public static MatcherProgram? Compile(ParsedPattern pattern)
    {
        var compiler = new MatcherCompiler();
        compiler.Emit(pattern.Root, Follow.End);
        compiler._steps.Add(new Instruction { Operation = Operation.Match });
        compiler.MarkTail();
        return compiler._isSupported && compiler._steps.Count <= MaxSteps && compiler._longRuns <= 1
            && compiler._combinations <= (compiler._longRuns == 0 ? MaxCombinations : MaxCombinationsWithLongRun)
            ? compiler.ToProgram((pattern.Captures + 1) * 2)
            : null;
    }

    private MatcherProgram ToProgram(int slots)
    {
        var program = new MatcherProgram([.. _steps], _steps.Count, slots);
        var first = program.FirstBytes(isInWord: false);
        for (var i = 0; i < first.Length; i++)
        {
            program.Steps[i].Next = first[i];
        }

        return program;
    }

    private void Emit(PatternNode node, Follow follow)
    {
        if (!_isSupported || _steps.Count > MaxSteps)
        {
            _isSupported = false;
            return;
        }

        switch (node)
        {
            case PatternNode.Literal literal:
                _steps.Add(new Instruction { Operation = Operation.Literal, Bytes = literal.Bytes, IgnoreCase = literal.IgnoreCase });
                break;
            case PatternNode.Class set:
                EmitRun(set.Set, 1, 1, lazy: false, follow);
                break;
            case PatternNode.Assertion assertion:
                _steps.Add(new Instruction { Operation = Operation.Assert, Assertion = assertion.Kind });
                break;
            case PatternNode.Capture capture:
                _steps.Add(new Instruction { Operation = Operation.Save, Slot = capture.Number * 2 });
                Emit(capture.Item, follow);
                _steps.Add(new Instruction { Operation = Operation.Save, Slot = (capture.Number * 2) + 1 });
                break;
            case PatternNode.Sequence sequence:
                EmitSequence(sequence, follow);
                break;
            case PatternNode.Alternation alternation:
                EmitAlternation(alternation, follow);
                break;
            case PatternNode.Repeat repeat when PatternFacts.SingleByte(repeat.Item) is { } set:
                EmitRun(set, repeat.Min, repeat.Max, repeat.Lazy, follow);
                break;
            case PatternNode.Repeat repeat:
                EmitGroupRepeat(repeat, follow);
                break;
        }
    }

    private void EmitSequence(PatternNode.Sequence sequence, Follow follow)
    {
        var follows = new Follow[sequence.Items.Length];
        for (var i = sequence.Items.Length - 1; i >= 0; i--)
        {
            follows[i] = follow;
            follow = follow.Before(sequence.Items[i]);
        }

        for (var i = 0; i < sequence.Items.Length; i++)
        {
            Emit(sequence.Items[i], follows[i]);
        }
    }

    private void EmitAlternation(PatternNode.Alternation alternation, Follow follow)
    {
        var jumps = new List<Instruction>();
        var seen = ByteSet.Empty;
        var longRunsBefore = _longRuns;
        var combinationsBefore = _combinations;
        var longRuns = _longRuns;
        var combinations = 0L;
        for (var i = 0; i < alternation.Branches.Length; i++)
        {
            var first = follow.Before(alternation.Branches[i]).First;
            if (seen.Overlaps(first))
            {
                combinationsBefore = Math.Min(combinationsBefore * 2, int.MaxValue);
            }

            // Branches are tried one after the other: their costs add up, they do not multiply.
            (_longRuns, _combinations) = (longRunsBefore, combinationsBefore);
            seen |= first;
            Instruction? split = null;
            if (i < alternation.Branches.Length - 1)
            {
                split = new Instruction { Operation = Operation.Split };
                _steps.Add(split);
            }

            Emit(alternation.Branches[i], follow);
            longRuns = Math.Max(longRuns, _longRuns);
            combinations = _combinations > combinationsBefore ? combinations + _combinations : Math.Max(combinations, _combinations);
            if (split is not null)
            {
                var jump = new Instruction { Operation = Operation.Jump };
                _steps.Add(jump);
                jumps.Add(jump);
                split.Target = _steps.Count;
            }
        }

        (_longRuns, _combinations) = (longRuns, Math.Max(combinationsBefore, Math.Min(combinations, int.MaxValue)));
        foreach (var jump in jumps)
        {
            jump.Target = _steps.Count;
        }
    }

    private void EmitRun(ByteSet set, int min, int max, bool lazy, Follow follow)
    {
        var givesBack = min != max && (lazy || follow.First.Overlaps(set) || follow.CanFailBehind(set, min));
        if (givesBack && max - min > LongRun)
        {
            _longRuns++;
        }
        else if (givesBack)
        {
            _combinations = Math.Min(_combinations * (max - min + 1), int.MaxValue);
        }

        _steps.Add(new Instruction
        {
            Operation = Operation.Run, Members = set, Min = min, Max = max, Lazy = lazy, GivesBack = givesBack, IsLast = follow == Follow.End,
        });
    }

    // One tail at most: it has one memory. With several, each stays within the window.
    private void MarkTail()
    {
        var tails = Enumerable.Range(0, _steps.Count)
            .Where(i => _steps[i] is { Operation: Operation.Run, Max: PatternNode.Repeat.Unbounded, Lazy: false, IsLast: false } && EndsBehind(i))
            .ToArray();
        if (tails.Length == 1)
        {
            _steps[tails[0]].IsTail = true;
        }
    }

    private bool EndsBehind(int step)
    {
        while (++step < _steps.Count)
        {
            switch (_steps[step].Operation)
            {
                case Operation.Match:
                    return true;
                case Operation.Jump:
                    step = _steps[step].Target - 1;
                    break;
                case Operation.Save or Operation.Assert:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // Bounded repetition of a group is written out; a capture in it would be written many times, which only the last may keep: left to a Regex.
    private void EmitGroupRepeat(PatternNode.Repeat repeat, Follow follow)
    {
        if (repeat.Max > MaxSteps || repeat.Lazy || PatternFacts.Length(repeat.Item).Min == 0 || (repeat.Max > 1 && HasCapture(repeat.Item)))
        {
            _isSupported = false;
            return;
        }

        // Inside, a copy is followed by another copy or by what is behind them all.
        var again = repeat.Max > 1 ? follow with { First = follow.First | PatternFacts.First(repeat.Item) } : follow;
        for (var i = 0; i < repeat.Min; i++)
        {
            Emit(repeat.Item, again);
        }

        if (repeat.Max > repeat.Min && (follow.HasBoundary || follow.HasLine || follow.First.Overlaps(PatternFacts.First(repeat.Item))))
        {
            _combinations = Math.Min(_combinations * (repeat.Max - repeat.Min + 1), int.MaxValue);
        }

        var splits = new List<Instruction>();
        for (var i = repeat.Min; i < repeat.Max && _isSupported; i++)
        {
            var split = new Instruction { Operation = Operation.Split };
            splits.Add(split);
            _steps.Add(split);
            Emit(repeat.Item, again);
        }

        foreach (var split in splits)
        {
            split.Target = _steps.Count;
        }
    }

    private static bool HasCapture(PatternNode node) => node switch
    {
        PatternNode.Capture => true,
        PatternNode.Repeat repeat => HasCapture(repeat.Item),
        PatternNode.Sequence sequence => sequence.Items.Any(HasCapture),
        PatternNode.Alternation alternation => alternation.Branches.Any(HasCapture),
        _ => false,
    };

    /// <summary>What can come behind a node: the next bytes, and whether an assertion can come before them (or before the end).</summary>
    private readonly record struct Follow(ByteSet First, bool HasBoundary, bool HasLine)
    {
        private static readonly ByteSet LineBytes = ByteSet.Of('\n') | ByteSet.Of('\r');

        public static Follow End => new(ByteSet.Empty, false, false);

        // Whether an assertion that fails behind a run can hold behind a shorter one. Between two word bytes, or two others, there is no boundary.
        public bool CanFailBehind(ByteSet set, int min) =>
            (HasBoundary && (min == 0 || ((set & ByteSet.Word) != set && set.Overlaps(ByteSet.Word))))
            || (HasLine && (min == 0 || set.Overlaps(LineBytes)));

        public Follow Before(PatternNode node) => node switch
        {
            PatternNode.Assertion { Kind: AssertionKind.WordBoundary } => this with { HasBoundary = true },
            PatternNode.Assertion => this with { HasLine = true },
            PatternNode.Capture capture => Before(capture.Item),
            PatternNode.Sequence sequence => sequence.Items.Reverse().Aggregate(this, (follow, item) => follow.Before(item)),
            PatternNode.Alternation alternation => alternation.Branches.Select(Before).Aggregate((a, b) => a.Or(b)),
            PatternNode.Repeat repeat when repeat.Min > 0 => Before(repeat.Item),
            PatternNode.Repeat repeat => Or(Before(repeat.Item)),
            _ => new Follow(PatternFacts.First(node), false, false),
        };

        private Follow Or(Follow other) => new(First | other.First, HasBoundary || other.HasBoundary, HasLine || other.HasLine);
    }
}
