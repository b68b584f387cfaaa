namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>The run at the end of a pattern that assertions follow.</summary>
internal sealed partial class SpanMatcher
{
    // Takes the longest run behind which the assertions hold. Instead of giving back a byte at a time it goes to the last such place at once.
    private bool RunTail(ReadOnlySpan<byte> text, int start, Instruction run, int step, ref int position, ref TailRun tail, ref long steps)
    {
        if (!tail.Covers(position))
        {
            ReadTail(text, run, step, position, ref tail, ref steps);
        }

        if (tail.LastGood < position + run.Min)
        {
            return false;
        }

        // A text cut at the longest match need not end well.
        position = Math.Min(tail.LastGood, Math.Max(position + run.Min, start + LongestMatch));
        return true;
    }

    private void ReadTail(ReadOnlySpan<byte> text, Instruction run, int step, int position, ref TailRun tail, ref long steps)
    {
        // A start can lie before what is known, where something optional stands before the run: the two then join.
        var known = !tail.IsEmpty && tail.Start > position ? tail.Start : text.Length;
        var end = position + RunLength(text[position..known], run);
        steps += end - position + 1;
        if (end == known && known < text.Length)
        {
            tail.Set(position, tail.End, tail.LastGood >= known ? tail.LastGood : LastGood(text, step, position, known, ref steps));
            return;
        }

        tail.Set(position, end, LastGood(text, step, position, end, ref steps));
    }

    private int LastGood(ReadOnlySpan<byte> text, int step, int from, int to, ref long steps)
    {
        while (to >= from && !HoldsBehind(text, step, to))
        {
            to--;
            steps++;
        }

        return to;
    }

    private bool HoldsBehind(ReadOnlySpan<byte> text, int step, int position)
    {
        while (true)
        {
            var instruction = _program.Steps[++step];
            switch (instruction.Operation)
            {
                case Operation.Match:
                    return true;
                case Operation.Jump:
                    step = instruction.Target - 1;
                    break;
                case Operation.Assert when !Holds(text, position, instruction.Assertion):
                    return false;
            }
        }
    }
}
