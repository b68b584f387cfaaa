using System.Text;

namespace LumenArgus.Tests.Scanning.Fingerprints;

/// <summary>
/// A conversation that grows, is edited, put in another order and cut. What it says is made of pieces of secrets, whole ones, encoded ones and plain text, so
/// that every turn may bring two halves together or take them apart.
/// </summary>
internal sealed class RandomConversation(int seed)
{
    private static readonly string[] Sentences =
    [
        "please look at the file and tell me what it does", "I have read it. It opens a socket and waits.", "done", "42", "", "   ", "ok then",
        "const token = readToken(input);", "// lumen-argus:allow", "see https://example.org/docs/index.html for more",
        "the quick brown fox jumps over the lazy dog and goes on to the next line\nwhich is here\n\tand \"quoted\" too",
    ];

    private static readonly string[] Names = ["text", "content", "output", "password", "api_key", "note", "secret_token", "aws", "path", "id"];

    private readonly Random _random = new(seed);
    private readonly List<string> _messages = [];

    /// <summary>Goes on to the next turn.</summary>
    public byte[] Next()
    {
        for (var changes = _random.Next(1, 4); changes > 0; changes--)
        {
            Change();
        }

        return Body();
    }

    private void Change()
    {
        var kind = _random.Next(10);
        if (_messages.Count < 2 || kind < 5)
        {
            _messages.Add(Message());
        }
        else if (kind == 5)
        {
            _messages.RemoveAt(_random.Next(_messages.Count));
        }
        else if (kind == 6)
        {
            var (a, b) = (_random.Next(_messages.Count), _random.Next(_messages.Count));
            (_messages[a], _messages[b]) = (_messages[b], _messages[a]);
        }
        else if (kind == 7)
        {
            _messages[_random.Next(_messages.Count)] = Message();
        }
        else if (kind == 8)
        {
            _messages.Insert(_random.Next(_messages.Count), _messages[_random.Next(_messages.Count)]);
        }
        else
        {
            var first = _random.Next(_messages.Count - 1);
            _messages.RemoveRange(first, _random.Next(1, _messages.Count - first));
        }
    }

    private byte[] Body()
    {
        var messages = string.Join(Pick(",", ", ", ",\n"), _messages);
        var body = _random.Next(8) switch
        {
            0 => $$"""[{{messages}}]""",
            1 => $$$"""{"request":{"contents":[{{{messages}}}],"lines":[{{{Strings()}}}]}}""",
            2 => $$"""{"messages":[{{messages}}""",
            _ => $$$"""{"model":"m","system":{{{Text()}}},"messages":[{{{messages}}}],"stop":[{{{Strings()}}}],"metadata":{"{{{Pick(Names)}}}":{{{Text()}}}}}""",
        };
        return Encoding.UTF8.GetBytes(body);
    }

    private string Message() => _random.Next(8) switch
    {
        0 => Text(),
        1 => $"[{Strings()}]",
        2 => $$"""{"role":"{{Role()}}","content":[{{Strings()}}]}""",
        3 => $$"""{"role":"{{Role()}}","content":[{"type":"text","text":{{Text()}}},{"type":"tool_result","tool_use_id":"a","content":{{Text()}}}]}""",
        4 => $$$"""{"role":"assistant","content":[{"type":"tool_use","id":"a","name":"w","input":{"path":"test/a.txt","{{{Pick(Names)}}}":{{{Text()}}}}}]}""",
        5 => $$"""{"role":"{{Role()}}","{{Pick(Names)}}":{{Text()}},"{{Pick(Names)}}":{{Text()}}}""",
        _ => $$"""{"role":"{{Role()}}","content":{{Text()}}}""",
    };

    private string Strings() => string.Join(",", Enumerable.Range(0, _random.Next(5)).Select(_ => Text()));

    private string Role() => Pick("user", "assistant", "system", "tool");

    private string Text()
    {
        var text = new StringBuilder();
        for (var parts = _random.Next(1, 4); parts > 0; parts--)
        {
            text.Append(Part());
        }

        return Quote(text.ToString());
    }

    private string Part()
    {
        switch (_random.Next(16))
        {
            case 0:
                return Secret();
            case 1:
                return Pick(" ", "\n", "key = ", "password: ") + Secret();
            case 2 or 3:
                // The halves of a few secrets, so that they meet by chance.
                var known = Secrets()[_random.Next(3)];
                return _random.Next(2) == 0 ? "token " + known[..(known.Length / 2)] : known[(known.Length / 2)..] + Pick("", " rest");
            case 4:
                return Convert.ToBase64String(Encoding.UTF8.GetBytes("token = " + Secret() + " # end"));
            case 5:
                return Convert.ToHexString(Encoding.UTF8.GetBytes(Secret()));
            case 6:
                return string.Concat(Secret().Select(c => $"%{(int)c:X2}"));
            case 7:
                var secret = Secret();
                return $"x = \"{secret[..8]}\" + \"{secret[8..]}\";";
            case 8:
                return string.Join("\n", Enumerable.Repeat(Pick(Sentences), _random.Next(1, 900)));
            case 9:
                return string.Join(" ", Enumerable.Range(0, _random.Next(1, 60)).Select(i => $"word{i}"));
            default:
                return Pick(Sentences);
        }
    }

    private string Secret() => Pick(Secrets());

    // Shapes of published formats with made-up content.
    private static string[] Secrets() =>
    [
        "AKIA" + "Q3EGRZ7NP5WXLB2K",
        "ghp" + "_Zk8vQ2mX4nB7cR1tY6uW9pL3sD5fG0hJ2kM4",
        "sk-ant-" + "api03-Rk3mZ8vQ2mX4nB7cR1tY6uW9pL3sD5fG0hJ2kM4qWeRtYuIoPaSdFgHjKlZxCvBnM1234567890abcdefgXyZAA",
        "jane.doe" + "@acme-corp.io",
        "hunter" + "Xk92_mQ7vLp4Zt8W",
    ];

    private string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        var all = _random.Next(12) == 0;
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when all && _random.Next(4) == 0 => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
