using System.Text;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>
/// A conversation that grows turn by turn in the shape of one provider, with marks in random places. What is marked in the latest turn was refused: the model never
/// answers it, but for the marks that the model wrote itself, and the client sends it again with the next turn.
/// </summary>
internal abstract class RandomHistory(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _messages = [];
    private readonly string _separator = (seed % 3) switch { 0 => ",", 1 => ", ", _ => " ,\n" };
    private int _calls;
    private bool _isOpen;

    /// <summary>Goes on to the next question.</summary>
    /// <returns>The body.</returns>
    public string Next()
    {
        if (_isOpen && _random.Next(6) > 0)
        {
            Answer();
        }

        // A question without an answer was refused; some clients put the next one into the same message.
        var question = Texts(_random.Next(1, 3));
        if (_isOpen && _random.Next(2) == 0)
        {
            _messages[^1] = Merge(_messages[^1], question) ?? _messages[^1];
        }
        else
        {
            _messages.Add(Question(question));
        }

        _isOpen = true;
        return Body(string.Join(_separator, _messages));
    }

    protected int Roll(int below) => _random.Next(below);

    protected string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    protected string Text() => Pick("hello", "a b", "x\\ny", "\\\"q\\\"", "é", "[1,2]", "},{") + (_random.Next(9) == 0 ? StripRun.Mark : "");

    protected string NewId() => $"id{_calls++}";

    protected abstract string Question(IReadOnlyList<string> texts);

    protected abstract string? Merge(string message, IReadOnlyList<string> texts);

    /// <summary>What the model says and calls, as messages, and the results of its calls, as messages.</summary>
    protected abstract IEnumerable<string> Round(int calls, bool isReasoning, bool speaks);

    protected abstract string Body(string messages);

    private void Answer()
    {
        for (var rounds = _random.Next(4); rounds > 0; rounds--)
        {
            _messages.AddRange(Round(_random.Next(1, 4), isReasoning: _random.Next(3) == 0, speaks: _random.Next(2) == 0));
        }

        _messages.AddRange(Round(calls: 0, isReasoning: _random.Next(3) == 0, speaks: true));
        _isOpen = false;
    }

    private List<string> Texts(int count) => [.. Enumerable.Range(0, count).Select(_ => Text())];

    /// <summary>Joins the elements of a list.</summary>
    protected string List(IEnumerable<string> elements) => new StringBuilder("[").Append(Pick("", " ")).AppendJoin(Pick(",", ", "), elements).Append(']').ToString();
}
