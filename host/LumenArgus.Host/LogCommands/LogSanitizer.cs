using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace LumenArgus.Host.LogCommands;

/// <summary>
/// Takes out of a log line what tells about the machine and its network: addresses become <c>[IP]</c>, names of hosts <c>[HOST]</c>, absolute paths and those below a home
/// folder their last part, home folders <c>~</c>. Rather too much than too little: a word that may be the name of a host is taken for one. Each character is looked at a fixed number of times.
/// </summary>
/// <param name="knownHosts">Hosts that may be named, in lower case.</param>
internal sealed class LogSanitizer(ImmutableHashSet<string> knownHosts)
{
    private const string Address = "[IP]";
    private const string Host = "[HOST]";
    private const string OwnPlugins = "lumenargus.";
    private const int MaxAddressLength = 64;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\"'`()[]{}<>|,;=");

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\"'`()[]{}<>|");

    // What stands behind the last dot of names that are no hosts: files of ours and of programs.
    private static readonly ImmutableHashSet<string> FileEndings =
    [
        "yaml", "yml", "json", "jsonl", "log", "db", "txt", "md", "pem", "key", "crt", "toml", "cs", "dll", "pdb", "exe", "so", "py", "js", "ts", "csv", "sarif", "zip", "gz", "tmp",
    ];

    /// <summary>Cleans a line.</summary>
    public string Clean(string line)
    {
        var result = new StringBuilder(line.Length);
        var position = Head(line);
        result.Append(line, 0, position);
        while (position < line.Length)
        {
            var next = line.AsSpan(position).IndexOfAny(WordEnds);
            var end = next < 0 ? line.Length : position + next;
            if (HasQuery(line.AsSpan(position, end - position)))
            {
                next = line.AsSpan(position).IndexOfAny(AddressEnds);
                end = next < 0 ? line.Length : position + next;
            }

            AppendWord(result, line.AsSpan(position, end - position));
            if (end == line.Length)
            {
                break;
            }

            result.Append(line[end]);
            position = end + 1;
            if (line[end] is '"' or '\'')
            {
                position = AppendQuoted(result, line, position);
            }
        }

        return result.ToString();
    }

    // "2026-03-16 14:30:00.123 INFO  [argus.proxy] ": the name of a logger looks like a host.
    private static int Head(string line)
    {
        var isHead = line.Length > 24 && char.IsAsciiDigit(line[0]) && line[4] == '-' && line[7] == '-' && line[13] == ':' && line[16] == ':';
        var end = isHead ? line.IndexOf("] ", StringComparison.Ordinal) : -1;
        return end < 0 ? 0 : end + 2;
    }

    // Its = and ; are no ends of words: a query string goes as a whole, it can hold a key.
    private static bool HasQuery(ReadOnlySpan<char> word) => word.Contains("://", StringComparison.Ordinal) || (IsPath(word) && word.Contains('?'));

    // A path in quotes may hold spaces.
    private static int AppendQuoted(StringBuilder result, string line, int start)
    {
        if (start >= line.Length || !IsPath(line.AsSpan(start)))
        {
            return start;
        }

        var length = line.AsSpan(start).IndexOf(line[start - 1]);
        if (length <= 0)
        {
            return start;
        }

        result.Append(LastPart(line.AsSpan(start, length)));
        return start + length;
    }

    private void AppendWord(StringBuilder result, ReadOnlySpan<char> word)
    {
        // The end of a sentence is no part of a name.
        var core = word.TrimEnd(".:!?,;");
        var tail = word[core.Length..];
        if (core.IsEmpty)
        {
            result.Append(word);
            return;
        }

        var scheme = core.IndexOf("://");
        if (scheme > 0)
        {
            AppendUrl(result, core, scheme + 3);
        }
        else if (IsPath(core))
        {
            result.Append(LastPart(core));
        }
        else
        {
            AppendName(result, core);
        }

        result.Append(tail);
    }

    private void AppendUrl(StringBuilder result, ReadOnlySpan<char> url, int authority)
    {
        result.Append(url[..authority]);
        var rest = url[authority..];
        var pathStart = rest.IndexOfAny('/', '?', '#');
        var host = pathStart < 0 ? rest : rest[..pathStart];
        host = host[(host.LastIndexOf('@') + 1)..];
        AppendHost(result, host);
        if (pathStart < 0)
        {
            return;
        }

        var path = rest[pathStart..];
        if (path[0] == '/')
        {
            result.Append('/').Append(LastPart(path));
        }
    }

    private void AppendName(StringBuilder result, ReadOnlySpan<char> word)
    {
        var at = word.LastIndexOf('@');
        result.Append(word[..(at + 1)]);
        word = word[(at + 1)..];
        if (at >= 0 || IsAddress(word) || LooksLikeHost(word))
        {
            AppendHost(result, word);
        }
        else
        {
            result.Append(word);
        }
    }

    // With its port, which tells nothing.
    private void AppendHost(StringBuilder result, ReadOnlySpan<char> host)
    {
        if (TryAddress(host))
        {
            result.Append(Address);
            return;
        }

        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host[..colon];
        var port = colon < 0 ? default : host[colon..];
        if (name.IsEmpty)
        {
            result.Append(host);
        }
        else
        {
            result.Append(TryAddress(name) ? Address : IsKnown(name) ? name : Host).Append(port);
        }
    }

    private bool IsKnown(ReadOnlySpan<char> name) => name is "localhost" || knownHosts.Contains(name.ToString().ToLowerInvariant());

    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        var colon = word.LastIndexOf(':');
        return TryAddress(word) || (colon > 0 && TryAddress(word[..colon]));
    }

    // IPAddress also takes a bare number for an address.
    private static bool TryAddress(ReadOnlySpan<char> word) =>
        word.Length is > 1 and <= MaxAddressLength && (word.Count('.') == 3 || word.Count(':') >= 2) && IPAddress.TryParse(word, out _);

    private static bool LooksLikeHost(ReadOnlySpan<char> word)
    {
        var colon = word.LastIndexOf(':');
        var hasPort = colon > 0 && word.Length - colon is >= 3 and <= 6 && !word[(colon + 1)..].ContainsAnyExceptInRange('0', '9');
        var name = hasPort ? word[..colon] : word;
        var dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return hasPort && IsName(name);
        }

        var ending = name[(dot + 1)..];
        return IsName(name) && ending.Length >= 2 && !ending.ContainsAnyInRange('0', '9') && !FileEndings.Contains(ending.ToString().ToLowerInvariant())
            && !IsTypeName(name) && !name.StartsWith(OwnPlugins, StringComparison.OrdinalIgnoreCase);
    }

    // Letters, digits and hyphens in labels that are not empty (RFC 1123), and a letter among them.
    private static bool IsName(ReadOnlySpan<char> name)
    {
        var previous = '.';
        var hasLetter = false;
        foreach (var c in name)
        {
            if (c == '.' ? previous == '.' : !char.IsLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }

            hasLetter |= char.IsLetter(c);
            previous = c;
        }

        return hasLetter && previous != '.';
    }

    // System.IO.IOException, and the keys of our configuration: each part of a type's name begins with a capital, a key has an underscore.
    private static bool IsTypeName(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split('.'))
        {
            if (!char.IsUpper(name[range][0]))
            {
                return name.Contains('_');
            }
        }

        return true;
    }

    // /home/x, ~/x, ~x/y, C:\x, \\server\x
    private static bool IsPath(ReadOnlySpan<char> word) =>
        word.Length > 1
        && (word[0] == '/' || (word[0] == '~' && word.Contains('/')) || word.StartsWith(@"\\") || (word.Length > 2 && char.IsAsciiLetter(word[0]) && word[1] == ':' && word[2] is '\\' or '/'));

    private static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> path)
    {
        var query = path.IndexOfAny('?', '#');
        path = (query < 0 ? path : path[..query]).TrimEnd(@"/\");
        var slash = path.LastIndexOfAny('/', '\\');
        return slash > 0 && IsFolderOfHomes(path[..slash]) ? "~" : path[(slash + 1)..];
    }

    // What stands in it is the name of a user.
    private static bool IsFolderOfHomes(ReadOnlySpan<char> folder) =>
        folder is "/home" or "/Users"
        || (folder.Length == @"C:\Users".Length && folder[1] == ':' && folder[3..].Equals("Users", StringComparison.OrdinalIgnoreCase));
}
