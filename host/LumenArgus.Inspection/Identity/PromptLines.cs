using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Inspection.Identity;

/// <summary>
/// Reads where a tool runs from the lines of its prompt: <c>Primary working directory: /src</c>, <c>- Platform: linux</c>, <c>&lt;cwd&gt;/src&lt;/cwd&gt;</c>. Looks at the
/// first 64 KB of instructions and, of the user's messages, only at texts that the tool wrote. Each line is looked at once.
/// </summary>
internal sealed class PromptLines
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxLabelBytes = 48;

    // Of several labels for one thing the one that stands first here counts.
    private static readonly (byte[] Name, PromptLabel Label)[] Names =
    [
        ("primary working directory"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("working directory"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("current working directory"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("you are working in"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("i'm currently working in the directory"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("workspace path"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("workspace directories"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("cwd"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("working_directory"u8.ToArray(), PromptLabel.WorkingDirectory),
        ("current branch"u8.ToArray(), PromptLabel.GitBranch),
        ("git branch"u8.ToArray(), PromptLabel.GitBranch),
        ("branch"u8.ToArray(), PromptLabel.GitBranch),
        ("platform"u8.ToArray(), PromptLabel.OsPlatform),
        ("operating system"u8.ToArray(), PromptLabel.OsPlatform),
        ("my operating system is"u8.ToArray(), PromptLabel.OsPlatform),
        ("os"u8.ToArray(), PromptLabel.OsPlatform),
        ("os version"u8.ToArray(), PromptLabel.OsPlatform),
    ];

    private static ReadOnlySpan<byte> InLine => "orking directory:"u8;

    private readonly (int Rank, string? Value)[] _found = [(int.MaxValue, null), (int.MaxValue, null), (int.MaxValue, null)];

    /// <summary>The rank of a label whose value stands in the next line; none if negative.</summary>
    private int _open = -1;

    private PromptLines()
    {
    }

    /// <summary>Adds to a session what the prompt tells and the session does not know yet.</summary>
    public static SessionContext Read(BodyDocument document, IReadOnlyList<OpeningText> opening, SessionContext session)
    {
        var lines = new PromptLines();
        var left = MaxBytes;
        foreach (var (field, part, isOfTool) in opening)
        {
            var text = document.Utf8(field);
            text = text[..Math.Min(text.Length, left)];
            left -= text.Length;
            if (part != OpeningPart.FirstUser || isOfTool)
            {
                lines.ReadText(text);
            }
        }

        return session with
        {
            WorkingDirectory = session.WorkingDirectory ?? IdentityText.Cut(lines.Value(PromptLabel.WorkingDirectory), IdentityText.Folder),
            GitBranch = session.GitBranch ?? IdentityText.Cut(lines.Value(PromptLabel.GitBranch), IdentityText.Name),
            OsPlatform = session.OsPlatform ?? IdentityText.Cut(lines.Value(PromptLabel.OsPlatform), IdentityText.Kind),
        };
    }

    private string? Value(PromptLabel label) => _found[(int)label].Value;

    private void ReadText(ReadOnlySpan<byte> text)
    {
        _open = -1;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            ReadLine((end < 0 ? text : text[..end]).Trim(" \t\r"u8));
            text = end < 0 ? default : text[(end + 1)..];
        }
    }

    private void ReadLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            return;
        }

        var open = _open;
        _open = -1;
        if (line[0] == '<')
        {
            ReadTag(line);
            return;
        }

        line = line.TrimStart(" -*#"u8);
        if (open >= 0)
        {
            Take(open, line);
            return;
        }

        var colon = line[..Math.Min(line.Length, MaxLabelBytes)].IndexOf((byte)':');
        if (colon > 0 && TakeNamed(line[..colon].TrimEnd(" *"u8), line[(colon + 1)..].TrimStart(" \t*"u8)))
        {
            return;
        }

        // The one that also stands behind other words of a line, where it names a folder and is no advice.
        if (line.IndexOf(InLine) is var place and > 0 && line[(place + InLine.Length)..].TrimStart(" \t*\"'`"u8) is var folder && IsAbsolute(folder))
        {
            TakeNamed("working directory"u8, folder);
        }
    }

    private static bool IsAbsolute(ReadOnlySpan<byte> folder) => folder is [(byte)'/' or (byte)'~', ..] or [_, (byte)':', (byte)'\\', ..] or [(byte)'\\', (byte)'\\', ..];

    private void ReadTag(ReadOnlySpan<byte> line)
    {
        var close = line[..Math.Min(line.Length, MaxLabelBytes)].IndexOf((byte)'>');
        if (close < 0)
        {
            return;
        }

        var rest = line[(close + 1)..].TrimStart(" \t"u8);
        var end = rest.IndexOf("</"u8);
        if (end > 0)
        {
            TakeNamed(line[1..close], rest[..end]);
        }
        else if (!rest.IsEmpty && rest[0] != '<')
        {
            // No tag again, so this goes one deep whatever the line.
            ReadLine(rest);
        }
    }

    private bool TakeNamed(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        for (var rank = 0; rank < Names.Length; rank++)
        {
            if (Ascii.EqualsIgnoreCase(name, Names[rank].Name))
            {
                if (value.IsEmpty)
                {
                    _open = rank;
                }
                else
                {
                    Take(rank, value);
                }

                return true;
            }
        }

        return false;
    }

    private void Take(int rank, ReadOnlySpan<byte> value)
    {
        ref var found = ref _found[(int)Names[rank].Label];
        value = value.Trim(" \t\"'`"u8);

        // A template of a prompt is no place.
        if (rank >= found.Rank || value.IsEmpty || value[0] is (byte)'<' or (byte)'{' || value.StartsWith("${"u8))
        {
            return;
        }

        // Four bytes are at least one character.
        found = (rank, Encoding.UTF8.GetString(value[..Math.Min(value.Length, 4 * IdentityText.Folder)]));
    }
}
