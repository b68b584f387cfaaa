using System.Buffers;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>One event: what ends with it goes before it, then the event with its new strings.</summary>
public sealed partial class StreamRewriter
{
    // No provider streams so many texts at once. Beyond it texts are not held back: an event must not cost more because of those before it.
    private const int MaxHeldTexts = 64;

    private readonly ArrayBufferWriter<byte> _event = new();
    private readonly List<EventEdit> _edits = [];
    private readonly Dictionary<ulong, int> _lastOfPlace = [];
    private readonly Dictionary<ulong, (string Text, int Piece)> _carried = [];
    private readonly HashSet<ulong> _ending = [];

    // Nothing of the state changes before all of the event is decided.
    private bool TryRewrite(ReadOnlySpan<byte> raw, bool isLast, Func<ResponseText, RewrittenText?> rewrite)
    {
        var data = _data.Read(raw, _shape == ResponseShape.Events);
        _reader.TryRead(data);
        Prepare();
        if (!TryFlush(isLast, rewrite) || !TryEdit(data, isLast, rewrite))
        {
            return false;
        }

        EventEdit.Write(_event, raw, _edits);
        _output.Write(_event.WrittenSpan);
        _held = StillHeld(raw, isLast);
        return true;
    }

    private void Prepare()
    {
        _event.ResetWrittenCount();
        _edits.Clear();
        _lastOfPlace.Clear();
        _carried.Clear();
        _ending.Clear();
        _ending.UnionWith(_reader.Ended);
        var pieces = _reader.Pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].IsPart)
            {
                _lastOfPlace[pieces[i].Place] = i;
            }
        }
    }

    private bool TryFlush(bool isLast, Func<ResponseText, RewrittenText?> rewrite)
    {
        foreach (var held in _held)
        {
            if (!(isLast || Ends(held.Owner)) || _lastOfPlace.ContainsKey(held.Place))
            {
                continue;
            }

            if (rewrite(new ResponseText(held.Block, held.Kind, held.Text, IsEnd: true)) is not { } rewritten)
            {
                return false;
            }

            held.Write(_event, rewritten.Text);
        }

        return true;
    }

    private bool TryEdit(ReadOnlySpan<byte> data, bool isLast, Func<ResponseText, RewrittenText?> rewrite)
    {
        var pieces = _reader.Pieces;

        // An event that could be sent once more with another text: one that holds nothing but parts of texts.
        var canCarry = _lastOfPlace.Count > 0 && !isLast && !pieces.Any(static piece => !piece.IsPart) && _held.Length < MaxHeldTexts && pieces.Count < MaxHeldTexts;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var before = piece.IsPart ? HeldOf(piece.Place) : "";
            var own = JsonString.Read(data.Slice(piece.Start, piece.Length));
            var isEnd = !piece.IsPart || (_lastOfPlace[piece.Place] == i && (!canCarry || Ends(piece.Owner)));
            if (before.Length + own.Length == 0)
            {
                continue;
            }

            if (rewrite(new ResponseText(BlockOf(piece), piece.Kind, before + own, isEnd)) is not { } rewritten)
            {
                return false;
            }

            if (piece.IsPart)
            {
                _carried[piece.Place] = (rewritten.Held == 0 ? "" : (before + own)[^rewritten.Held..], i);
            }

            if (before.Length > 0 || rewritten.Text != own)
            {
                _edits.Add(new EventEdit(_data.ToRaw(piece.Start), piece.Length, rewritten.Text));
            }
        }

        return true;
    }

    private ImmutableArray<HeldText> StillHeld(ReadOnlySpan<byte> raw, bool isLast)
    {
        if (isLast)
        {
            return [];
        }

        if (_held.IsEmpty && _carried.Values.All(static each => each.Text.Length == 0))
        {
            return [];
        }

        var held = ImmutableArray.CreateBuilder<HeldText>();
        held.AddRange(_held.Where(each => !Ends(each.Owner) && !_carried.ContainsKey(each.Place)));
        byte[]? carrier = null;
        EventEdit[]? strings = null;
        foreach (var (place, (text, number)) in _carried.Where(static each => each.Value.Text.Length > 0).OrderBy(static each => each.Value.Piece))
        {
            carrier ??= raw.ToArray();
            strings ??= [.. _reader.Pieces.Select(piece => new EventEdit(_data.ToRaw(piece.Start), piece.Length, ""))];
            var piece = _reader.Pieces[number];
            held.Add(new HeldText(BlockOf(piece), place, piece.Owner, piece.Kind, text, carrier, strings, number));
        }

        return held.DrainToImmutable();
    }

    private bool Ends(ulong owner) => _reader.EndsAll || _ending.Contains(owner);

    private string HeldOf(ulong place)
    {
        if (_carried.TryGetValue(place, out var carried))
        {
            return carried.Text;
        }

        foreach (var held in _held)
        {
            if (held.Place == place)
            {
                return held.Text;
            }
        }

        return "";
    }

    private long BlockOf(TextPiece piece)
    {
        if (!piece.IsPart)
        {
            return ++_blockCount;
        }

        if (!_blocks.TryGetValue(piece.Place, out var block))
        {
            _blocks.Add(piece.Place, block = ++_blockCount);
        }

        return block;
    }
}
