using System.Buffers;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>
/// Divides a multipart body (RFC 2046, 5.1; RFC 7578) into fields: what stands before the first part and behind the last, the header of each part, its name, its
/// content. Together they are the body without the lines of the boundary and without blank space. Content that is JSON is walked as such, content that is
/// multipart once more.
/// </summary>
internal readonly ref struct MultipartWalker
{
    /// <summary>The longest boundary that is allowed.</summary>
    public const int MaxBoundary = 70;

    private const int MaxNesting = 3;

    private static readonly SearchValues<byte> BoundaryBytes =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=?"u8);

    private readonly FieldTable _table;
    private readonly ReadOnlySpan<byte> _body;

    private MultipartWalker(FieldTable table)
    {
        _table = table;
        _body = table.Body.Span;
    }

    /// <summary>Fills the table.</summary>
    /// <returns>False, and nothing is filled, if the body is not divided in this way.</returns>
    public static bool TryWalk(FieldTable table, BodyFormat format)
    {
        var walker = new MultipartWalker(table);
        if (format.Boundary is { } declared && walker.FindDelimiter(declared, 0, table.Body.Length, 0).Length > 0)
        {
            walker.Start();
            walker.Walk(declared, 0, table.Body.Length, container: 0, nesting: 0);
            return true;
        }

        if (walker.Guess() is not { Length: > 0 } guessed)
        {
            return false;
        }

        // No header vouches for a boundary that is only guessed: it is text as well.
        walker.Start();
        walker.AddText(0, guessed.Length + 2, container: -1, key: ~0);
        walker.Walk(guessed, 0, table.Body.Length, container: 0, nesting: 0);
        return true;
    }

    private void Start() => _table.Containers.Add(new ContainerEntry
    {
        Parent = -1, Key = ~0, End = _body.Length, RoleField = -1, TypeField = -1, IsForm = true,
    });

    // A first line of two dashes and a word, and then the header of a part: a body without a type, or with a wrong one.
    private ReadOnlySpan<byte> Guess()
    {
        if (!_body.StartsWith("--"u8))
        {
            return default;
        }

        var length = _body[2..].IndexOfAnyExcept(BoundaryBytes);
        if (length is < 1 or > MaxBoundary)
        {
            return default;
        }

        var next = _body[(2 + length)..];
        next = next.StartsWith("\r\n"u8) ? next[2..] : next.StartsWith("\n"u8) ? next[1..] : default;
        return HeaderText.StartsWith(next, "content-"u8) ? _body.Slice(2, length) : default;
    }

    private void Walk(ReadOnlySpan<byte> boundary, int start, int end, int container, int nesting)
    {
        var delimiter = FindDelimiter(boundary, start, end, start);
        AddText(start, delimiter.Length == 0 ? end : delimiter.Start, container: -1, key: ~0);
        for (var number = 0; delimiter.Length > 0; number++)
        {
            var from = delimiter.Start + delimiter.Length;
            if (delimiter.IsLast)
            {
                AddText(from, end, container: -1, key: ~0);
                return;
            }

            delimiter = FindDelimiter(boundary, start, end, from);
            AddPart(from, delimiter.Length == 0 ? end : delimiter.Start, container, ~number, nesting);
        }
    }

    private void AddPart(int start, int end, int container, int key, int nesting)
    {
        var content = EndOfHeaders(start, end);
        var headers = PartHeaders.Read(_body, start, content);
        key = AddHeader(start, content, headers.Name, container, key);
        var field = _table.Fields.Count;
        var part = Remember(in headers, content, end, field);
        var isPlain = headers.Transfer == TransferEncoding.None && headers.Coding is null;
        if (isPlain && headers.Format.Boundary is { } boundary && nesting < MaxNesting && FindDelimiter(boundary, content, end, content).Length > 0)
        {
            var nested = _table.Containers.Add(new ContainerEntry
            {
                Parent = container, Key = key, Start = content, End = end, FirstField = field, RoleField = -1, TypeField = -1, IsForm = true,
            });
            Walk(boundary, content, end, nested, nesting + 1);
        }
        else if (content < end && !(isPlain && JsonWalker.TryWalkPart(_table, content, end, container, key)))
        {
            _table.AddField(new FieldEntry
            {
                RawStart = content, RawLength = end - content, Container = container, Key = key, Unescaped = FieldEntry.Plain, Escapes = FieldEscapes.None,
            });
        }

        if (part >= 0 && field == _table.Fields.Count)
        {
            // Without content the file is where its name is.
            _table.Parts[part].Field = field - 1;
        }
    }

    private int Remember(in PartHeaders headers, int content, int end, int field) =>
        headers is { File: null, Coding: null, Transfer: TransferEncoding.None } ? -1 : _table.Parts.Add(new FormPart
        {
            Start = content,
            End = end,
            Field = field,
            File = headers.File ?? default,
            Coding = headers.Coding ?? default,
            Transfer = headers.Transfer,
        });

    private int AddHeader(int start, int end, ByteSpan? name, int container, int key)
    {
        if (name is not { } span)
        {
            AddText(start, end, container, key);
            return key;
        }

        // The key of the text before the name is the field of the name, which comes behind it.
        key = _table.Fields.Count + (IsBlank(start, span.Start) ? 0 : 1);
        AddText(start, span.Start, container, key);
        _table.AddField(new FieldEntry
        {
            RawStart = span.Start, RawLength = span.Length, Container = container, Unescaped = FieldEntry.Plain, Kind = FieldKind.PropertyName, Escapes = FieldEscapes.None,
        });
        AddText(span.End, end, container, key);
        return key;
    }

    private void AddText(int start, int end, int container, int key)
    {
        if (!IsBlank(start, end))
        {
            _table.AddField(new FieldEntry
            {
                RawStart = start, RawLength = end - start, Container = container, Key = key, Unescaped = FieldEntry.Plain, Kind = FieldKind.Text,
            });
        }
    }

    private bool IsBlank(int start, int end) => start >= end || _body[start..end].IndexOfAnyExcept(" \t\r\n"u8) < 0;

    // Behind the blank line; the end of the part if it has none, so that all of it is a header.
    private int EndOfHeaders(int start, int end)
    {
        var part = _body[start..end];
        for (var position = 0; part[position..].IndexOf((byte)'\n') is >= 0 and var feed;)
        {
            position += feed + 1;
            if (part[position..].StartsWith("\n"u8))
            {
                return start + position + 1;
            }

            if (part[position..].StartsWith("\r\n"u8))
            {
                return start + position + 2;
            }
        }

        return end;
    }

    /// <summary>The next line of the boundary, together with the line break before it. Of length 0 if there is none.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="first">Where the first line begins.</param>
    /// <param name="end">Where the last one ends.</param>
    /// <param name="from">Where to begin.</param>
    private (int Start, int Length, bool IsLast) FindDelimiter(ReadOnlySpan<byte> boundary, int first, int end, int from)
    {
        for (var position = from; _body[position..end].IndexOf(boundary) is >= 0 and var found;)
        {
            position += found;
            var start = position - 2;
            position += boundary.Length;
            if (start < from || !_body[start..].StartsWith("--"u8) || !IsStartOfLine(start, first))
            {
                continue;
            }

            var isLast = _body[position..end].StartsWith("--"u8);
            var rest = position + (isLast ? 2 : 0);
            var behind = _body[rest..end].TrimStart(" \t"u8);
            if (behind.IsEmpty || behind[0] is (byte)'\r' or (byte)'\n')
            {
                start -= LengthOfBreakBefore(start, from);
                return (start, rest - start, isLast);
            }
        }

        return default;
    }

    private bool IsStartOfLine(int start, int first) => start == first || _body[start - 1] == '\n';

    private int LengthOfBreakBefore(int start, int from) =>
        start - 2 >= from && _body[start - 2] == '\r' ? 2 : start - 1 >= from ? 1 : 0;
}
