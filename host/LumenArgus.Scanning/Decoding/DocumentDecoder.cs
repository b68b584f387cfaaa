using System.Runtime.CompilerServices;
using LumenArgus.Scanning.Decoding.Base64Text;
using LumenArgus.Scanning.Decoding.Characters;
using LumenArgus.Scanning.Decoding.Declared;
using LumenArgus.Scanning.Decoding.HexText;
using LumenArgus.Scanning.Decoding.Seams;
using LumenArgus.Scanning.Decoding.Tables;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// Goes through all fields and through the views that it makes. In a view only what is not copied is looked at again, so nothing is decoded twice in the
/// same way.
/// </summary>
internal sealed class DocumentDecoder
{
    // Shorter texts hold no secret, however it is encoded.
    private const int MinField = 12;

    private const int MinView = 8;

    // The name that a value is assigned to, and no more than the value is long.
    private const int MaxContext = 48;

    private const TextEncodings WithoutDepth = TextEncodings.Joined | TextEncodings.Normalized | TextEncodings.Table;

    private const string PieceLimit = "a piece is longer than the limit";
    private const string BodyLimit = "the limit for all content of a body is reached";

    private readonly BodyDocument _document;
    private readonly DecodeOptions _options;
    private readonly DecodeBudget _budget;
    private readonly ViewTable _table;
    private readonly ViewWriter _writer;
    private readonly Base64Decoder _base64;
    private readonly HexDecoder _hex;
    private readonly DeclaredViews? _declared;
    private readonly Action<TextEncodings> _commit;
    private int _field;

    public DocumentDecoder(BodyDocument document, DecodeOptions options, DecodeBuffers buffers, DecodeBudget budget, IPartUnpacker? unpacker)
    {
        _document = document;
        _options = options;
        _budget = budget;
        _table = document.StartViews(options.Encodings);
        _writer = new ViewWriter(document, _table);
        var stretches = new StretchWriter(_writer, options.MinDecodedLength);
        _base64 = new Base64Decoder(stretches, buffers, budget, options.MinDecodedLength);
        _hex = new HexDecoder(stretches, buffers, budget, options.MinDecodedLength);
        _declared = document.IsFormBody || DeclaredViews.IsOneFile(document) ? new DeclaredViews(document, options, _writer, stretches, _base64, budget, unpacker, encodings => Commit(encodings, depth: 0)) : null;
        _commit = Commit;
    }

    public void Run()
    {
        _field = 0;
        new SeamViews(_document, _writer, _commit).Write();
        new EntryViews(_document, _writer, _commit).Write();
        for (_field = 0; _field < _document.Count; _field++)
        {
            if (_document.IsKnown(_field))
            {
                continue;
            }

            var text = _document.Utf8(_field);
            var enabled = Enabled();
            if (_declared is not null && !_document.IsView(_field))
            {
                enabled &= ~_declared.Write(_field, text);
            }

            if (text.Length >= MinField && enabled != TextEncodings.None)
            {
                Decode(text, enabled);
            }
        }
    }

    // Joining and undoing a disguise are done once on a way; they do not count as depth.
    private TextEncodings Enabled()
    {
        var enabled = _options.Encodings & ~(_document.ChainOf(_field) & WithoutDepth);
        return DepthOf(_field) < _options.MaxDepth ? enabled : enabled & WithoutDepth;
    }

    private int DepthOf(int field) => _document.IsView(field) ? _table.Entries[_document.ViewOf(field)].Depth : 0;

    private void Decode(ReadOnlySpan<byte> text, TextEncodings enabled)
    {
        var characters = new Neighbourhood();
        var quoted = new Neighbourhood();
        var junctions = new Neighbourhood();
        var lists = 0;
        var table = (enabled & TextEncodings.Table) != TextEncodings.None && TableHead.TryReadAtStart(text, out var first) && IsNew(first.Start, first.Rows) ? WriteTable(text, in first) : 0;
        var scan = new CandidateScan(text, enabled);
        while (scan.MoveNext())
        {
            var kinds = scan.Kinds;
            var position = scan.Position;
            if ((kinds & (CandidateKinds.Hex | CandidateKinds.DelimitedHex)) != CandidateKinds.None)
            {
                scan.SkipHex(OnHex(text, position, (kinds & CandidateKinds.Hex) != CandidateKinds.None));
            }

            if ((kinds & CandidateKinds.Base64) != CandidateKinds.None)
            {
                scan.SkipBase64(OnBase64(text, position));
            }

            if ((kinds & CandidateKinds.Character) != CandidateKinds.None && IsNew(position - 1, position + 1) && !characters.TryAdd(text, position - 1, position))
            {
                WriteCharacters(text, ref characters);
                characters.TryAdd(text, position - 1, position);
            }

            if ((kinds & CandidateKinds.QuotedPrintable) != CandidateKinds.None && IsQuotedPrintable(text, position - 1) && IsNew(position - 1, position + 1)
                && !quoted.TryAdd(text, position - 1, position))
            {
                WriteQuotedPrintable(text, ref quoted);
                quoted.TryAdd(text, position - 1, position);
            }

            if ((kinds & CandidateKinds.Junction) != CandidateKinds.None && text[position] is (byte)']' or (byte)')' && JoinedLists.TryRead(text, position, out var list) && list >= lists && IsNew(list, position))
            {
                lists = position;
                CommitIf(_budget.IsSpent || !JoinedLists.Write(_writer, _field, text, list, position) ? TextEncodings.None : TextEncodings.Joined);
            }

            if ((kinds & CandidateKinds.Junction) != CandidateKinds.None && Junctions.TryRead(text, position - 1, out var end) && IsNew(position - 1, end)
                && !junctions.TryAdd(text, position - 1, end))
            {
                WriteJunctions(text, ref junctions);
                junctions.TryAdd(text, position - 1, end);
            }

            if ((kinds & CandidateKinds.Table) != CandidateKinds.None && position > table && IsNew(position - 2, position + 1))
            {
                table = TableHead.TryReadAbove(text, position, out var head) ? WriteTable(text, in head) : PassLine(text, position);
            }
        }

        WriteCharacters(text, ref characters);
        WriteQuotedPrintable(text, ref quoted);
        WriteJunctions(text, ref junctions);
        if ((enabled & TextEncodings.Table) != TextEncodings.None)
        {
            WriteInsertedRows(text);
        }

        if ((enabled & TextEncodings.Normalized) != TextEncodings.None && (scan.HasNonAscii || text.Contains((byte)0)))
        {
            WriteDisguises(text);
        }
    }

    private bool IsNew(int start, int end) => !_document.IsView(_field) || !_table.IsCopied(_document.ViewOf(_field), start, end);

    // A stream whose start was hidden by a letter glued to it (%3DH4sI: the run begins with 3D) is seen in the view only.
    private bool IsNewRun(ReadOnlySpan<byte> text, int start, int end) =>
        IsNew(start, end) || (start > 0 && IsNew(start - 1, end) && Compression.IsCompressed(text[start..end]));

    private int OnBase64(ReadOnlySpan<byte> text, int position)
    {
        var start = position;
        while (start > 0 && Base64Units.IsCharacter(text[start - 1]))
        {
            start--;
        }

        var lineEnd = Base64Units.EndOfLine(text, position);
        var end = Base64Units.EndOfLines(text, start, lineEnd);
        if (IsNewRun(text, start, end) && Limit(start, end, _options.MaxDecodedLength * 4L / 3) is var limit && limit > start)
        {
            _base64.Decode(new EncodedRun(_field, start, limit, ContextStart(text, start, end), limit > lineEnd), text, _commit);
        }

        return end;
    }

    // How far a run may be decoded; the rest is reported.
    private int Limit(int start, int end, long most)
    {
        if (_budget.IsSpent)
        {
            _budget.Miss(end - start, BodyLimit);
            return start;
        }

        if (end - start <= most)
        {
            return end;
        }

        _budget.Miss(end - start - most, PieceLimit);
        return start + (int)most;
    }

    private int OnHex(ReadOnlySpan<byte> text, int position, bool isPlain)
    {
        if (!isPlain && !char.IsAsciiHexDigit((char)text[position - 1]) && !IsPrefixedByte(text, position))
        {
            return position + 1;
        }

        var start = StartOfHex(text, position, isPlain);
        var end = HexDecoder.EndOfRun(text, start);
        if (end - start >= _options.MinDecodedLength * 2 && IsNew(start, end))
        {
            var limit = Limit(start, end, _options.MaxDecodedLength * 2L);
            if (limit > start && _hex.Decode(new EncodedRun(_field, start, limit, ContextStart(text, start, end), HasLines: false), text))
            {
                Commit(TextEncodings.Hex);
            }
            else if (limit > start + 1 && isPlain && _hex.Decode(new EncodedRun(_field, start + 1, limit, start + 1, HasLines: false), text))
            {
                // A digit is glued before the run.
                Commit(TextEncodings.Hex);
            }
        }

        return Math.Max(end, position + 1);
    }

    // One byte of a list, not a number.
    private static bool IsPrefixedByte(ReadOnlySpan<byte> text, int position) =>
        position >= HexUnits.Prefix && HexUnits.IsPrefix(text, position - HexUnits.Prefix) && HexUnits.IsPair(text, position)
        && HexUnits.NextPair(text, position + 2) > position + 2;

    private static int StartOfHex(ReadOnlySpan<byte> text, int position, bool isPlain)
    {
        // Of groups at most two stand before the place that was found; a group behind 0x is the first of its kind.
        var start = position;
        for (var groups = isPlain ? 0 : 2; ; groups--)
        {
            while (start > 0 && char.IsAsciiHexDigit((char)text[start - 1]))
            {
                start--;
            }

            if (groups == 0 || start < 3 || !HexUnits.IsPair(text, start - 3))
            {
                return start >= HexUnits.Prefix && HexUnits.IsPrefix(text, start - HexUnits.Prefix) ? start - HexUnits.Prefix : start;
            }

            start -= 1;
        }
    }

    private static int ContextStart(ReadOnlySpan<byte> text, int start, int end)
    {
        var limit = Math.Max(0, start - Math.Min(MaxContext, end - start));
        var context = start;
        while (context > limit && text[context - 1] is not ((byte)'\n' or (byte)'\r'))
        {
            context--;
        }

        return context;
    }

    // The value of an attribute looks the same: a control character is no content, and one alone proves nothing.
    private static bool IsQuotedPrintable(ReadOnlySpan<byte> text, int position)
    {
        Span<byte> output = stackalloc byte[1];
        default(QuotedPrintableUnits).Decode(text[position..], output, out var written, out var encoding);
        return encoding != TextEncodings.None && (written == 0 || output[0] >= ' ');
    }

    private void WriteCharacters(ReadOnlySpan<byte> text, ref Neighbourhood near)
    {
        if (TryTake(text, ref near, 1, out var to))
        {
            CommitIf(CharacterViews.Write(_writer, _field, text, near.From, to, new CharacterUnits(_table.Enabled)));
        }
    }

    private void WriteQuotedPrintable(ReadOnlySpan<byte> text, ref Neighbourhood near)
    {
        if (TryTake(text, ref near, 2, out var to))
        {
            CommitIf(CharacterViews.Write(_writer, _field, text, near.From, to, default(QuotedPrintableUnits)));
        }
    }

    private void WriteJunctions(ReadOnlySpan<byte> text, ref Neighbourhood near)
    {
        if (TryTake(text, ref near, 1, out var to))
        {
            CommitIf(JunctionViews.Write(_writer, _field, text, near.From, to) ? TextEncodings.Joined : TextEncodings.None);
        }
    }

    // A line is asked once whether it is the rule of a table, however many dashes it has: a text of one line would cost its length for each of them.
    private int PassLine(ReadOnlySpan<byte> text, int position)
    {
        var rest = TableHead.LineAt(text, position).Length;
        _budget.Worked(rest);
        return position + rest;
    }

    private int WriteTable(ReadOnlySpan<byte> text, in TableHead head)
    {
        var room = _budget.RoomForPiece(0);
        return CommitTable(TableViews.Write(_writer, _field, text, in head, room), room, text.Length);
    }

    private void WriteInsertedRows(ReadOnlySpan<byte> text)
    {
        for (var word = InsertedRows.NextPlace(text, 0); word < text.Length;)
        {
            var room = _budget.RoomForPiece(0);
            word = InsertedRows.NextPlace(text, IsNew(word, word + 1) ? CommitTable(InsertedRows.Write(_writer, _field, text, word, room), room, text.Length) : word + 1);
        }
    }

    private int CommitTable((int End, bool HasCells) table, int room, int length)
    {
        if (_writer.Length >= room)
        {
            _budget.Miss(length - table.End, room == _options.MaxDecodedLength ? PieceLimit : BodyLimit);
        }

        CommitIf(table.HasCells ? TextEncodings.Table : TextEncodings.None);
        return table.End;
    }

    private void WriteDisguises(ReadOnlySpan<byte> text)
    {
        var near = new Neighbourhood();
        var words = new DisguiseScan(text);
        while (words.MoveNext())
        {
            if (IsNew(words.Start, words.End) && !near.TryAdd(text, words.Start, words.End))
            {
                WriteDisguise(text, ref near);
                near.TryAdd(text, words.Start, words.End);
            }
        }

        WriteDisguise(text, ref near);
    }

    private void WriteDisguise(ReadOnlySpan<byte> text, ref Neighbourhood near)
    {
        if (TryTake(text, ref near, 1, out var to))
        {
            CommitIf(CharacterViews.Write(_writer, _field, text, near.From, to, default(LookalikeUnits)));
        }
    }

    // Most texts have nothing to take.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTake(ReadOnlySpan<byte> text, ref Neighbourhood near, int minCount, out int to)
    {
        to = 0;
        return near.Count > 0 && TryEnd(text, ref near, minCount, out to);
    }

    // Ends a neighbourhood and says how far it may be decoded.
    private bool TryEnd(ReadOnlySpan<byte> text, ref Neighbourhood near, int minCount, out int to)
    {
        var isWanted = near.Count >= minCount;
        near.Finish(text);
        to = near.To;
        near.Close();
        if (!isWanted)
        {
            return false;
        }

        var length = to - near.From;
        var room = _budget.RoomForPiece(0);
        if (length > room)
        {
            _budget.Miss(length - room, room == _options.MaxDecodedLength ? PieceLimit : BodyLimit);
            to = near.From + room;
        }

        return room > 0;
    }

    private void CommitIf(TextEncodings encodings)
    {
        if (encodings == TextEncodings.None || _writer.Length < MinView)
        {
            _writer.Abandon();
        }
        else
        {
            Commit(encodings);
        }
    }

    private void Commit(TextEncodings encodings) =>
        Commit(encodings, DepthOf(_field) + ((encodings & ~WithoutDepth) == TextEncodings.None ? 0 : 1));

    private void Commit(TextEncodings encodings, int depth)
    {
        _budget.Spend(_writer.Length);
        if ((encodings & (TextEncodings.Base64 | TextEncodings.Hex)) == TextEncodings.None)
        {
            _budget.Worked(_writer.Length);
        }

        _writer.Commit(encodings, depth);
    }
}
