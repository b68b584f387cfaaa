using LumenArgus.Scanning.Rules.Matching;

namespace LumenArgus.Scanning.Rules;

/// <summary>How far a rule has come in the current text, and the window that waits for its Regex.</summary>
internal struct RuleProgress
{
    /// <summary>What the matcher knows of the text.</summary>
    public TailRun Tail;

    private long _text;

    /// <summary>The first start that has not been tried.</summary>
    public int NextStart { get; set; }

    public int WindowFrom { get; private set; }

    public int WindowLast { get; private set; }

    public readonly bool HasWindow => WindowFrom >= 0;

    /// <summary>Forgets what belongs to an earlier text.</summary>
    public void Enter(long text)
    {
        if (_text != text)
        {
            _text = text;
            NextStart = 0;
            WindowFrom = -1;
            Tail = default;
        }
    }

    public readonly int Next(long text) => _text == text ? NextStart : 0;

    public void SetWindow(int from, int last) => (WindowFrom, WindowLast) = (from, last);

    public void Extend(int from, int last) => (WindowFrom, WindowLast) = (Math.Min(WindowFrom, from), Math.Max(WindowLast, last));

    public void ClearWindow() => WindowFrom = -1;
}
