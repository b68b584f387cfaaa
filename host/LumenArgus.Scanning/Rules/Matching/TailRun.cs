namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>
/// What is known of the run that a pattern ends with, when assertions stand behind it: starts that lie in one run share its end and the last place
/// where the assertions hold. So a long run is read once, not once per start. Belongs to one rule and one text.
/// </summary>
internal struct TailRun
{
    private int _start;
    private int _end;

    // The last offset from _start to _end where the assertions hold; below _start if there is none.
    private int _lastGood;

    /// <summary>Whether nothing has been read yet.</summary>
    public readonly bool IsEmpty => _end == 0;

    /// <summary>Whether the run from <paramref name="position"/> on is a part of the one that is known.</summary>
    public readonly bool Covers(int position) => position >= _start && position < _end;

    public readonly int Start => _start;

    public readonly int End => _end;

    public readonly int LastGood => _lastGood;

    public void Set(int start, int end, int lastGood) => (_start, _end, _lastGood) = (start, end, lastGood);
}
