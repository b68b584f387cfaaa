using System.Text;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>
/// Takes from the standard error of a plugin's process what the runtime says when it dies: types and names of methods. All other lines are only counted, because they may
/// quote what the plugin has looked at.
/// </summary>
internal sealed class ChildErrorText(Action<string> tell)
{
    private const int MaxLine = 1024;
    private const int MaxTold = 100;
    private const string Frame = "at ";

    private static readonly string[] Plain = ["Stack overflow.", "Out of memory.", "Process terminated."];
    private static readonly string[] WithType = ["Unhandled exception. ", " ---> "];

    private readonly StringBuilder _line = new();
    private int _told;

    /// <summary>Lines that were not told.</summary>
    public int LeftOut { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                EndLine();
            }
            else if (_line.Length < MaxLine)
            {
                _line.Append(character);
            }
        }
    }

    public void EndLine()
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = _line.ToString();
        _line.Clear();
        if (_told < MaxTold && WordsOf(line) is { } words)
        {
            _told++;
            tell(words);
        }
        else
        {
            LeftOut++;
        }
    }

    internal static string? WordsOf(string line)
    {
        var text = line.AsSpan().Trim();
        foreach (var plain in Plain)
        {
            if (text.StartsWith(plain, StringComparison.Ordinal))
            {
                return plain;
            }
        }

        foreach (var prefix in WithType)
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal) && Name(line.AsSpan(prefix.Length), ':') is { } type)
            {
                return prefix.Trim() + " " + type;
            }
        }

        return text.StartsWith(Frame, StringComparison.Ordinal) && Name(text[Frame.Length..], '(') is { } method ? Frame + method + "()" : null;
    }

    // One word of a name; anything else is a sentence, and nobody knows whose.
    private static string? Name(ReadOnlySpan<char> text, char end)
    {
        var length = text.IndexOf(end);
        var name = length < 0 ? text.TrimEnd() : text[..length];
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"._+<>`[],|".Contains(character, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return name.IsEmpty || !name.Contains('.') ? null : name.ToString();
    }
}
