using System.Buffers;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Marks;
using LumenArgus.Scanning.Rules.Matching;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Properties of structured bodies. Rules know <c>"password": "..."</c>, but name and value are two fields; so where one of them holds a keyword, both are
/// scanned once more together. Bounded: long values are not, and they have been scanned alone anyway.
/// </summary>
internal sealed partial class RuleScan
{
    private const int MaxNameBytes = 256;
    private const int MaxValueBytes = 4096;

    // A value that makes its own property a candidate ("type": "service_account") is a word or two.
    private const int MaxKeywordValueBytes = 64;

    private const int MinJoinedKeyword = 3;

    // The most that a keyword can reach from the name into the value.
    private const int Seam = 64;

    private byte[] _pair = [];
    private int _nameWithKeyword = -1;
    private int _valueStart;
    private int _valueEnd;

    private void ScanPairOf(int field, ReadOnlySpan<byte> value, TextTraits traits)
    {
        var hasKeyword = (traits & TextTraits.Keyword) != TextTraits.None;
        if (_document.IsView(field))
        {
            ScanPairOfView(field, value);
            return;
        }

        ref readonly var entry = ref _document.Table.Fields[field];
        if (entry.Kind == FieldKind.PropertyName)
        {
            _nameWithKeyword = hasKeyword ? field : -1;
            return;
        }

        var isKeywordValue = hasKeyword && value.Length <= MaxKeywordValueBytes;
        if (entry.Kind != FieldKind.Value || value.Length is 0 or > MaxValueBytes)
        {
            return;
        }

        var key = entry.Key >= 0 ? entry.Key : NameOfElement(in entry, field);
        if (entry.Key < 0 && hasKeyword && value[0] == '-')
        {
            _nameWithKeyword = field;
        }

        if (key < 0)
        {
            return;
        }

        var name = _document.Utf8(key);
        if (name.Length <= MaxNameBytes && (isKeywordValue || (traits & TextTraits.Mark) != TextTraits.None || key == _nameWithKeyword || (_document.IsKnown(key) && HasKeyword(name))))
        {
            var text = Join(NameWithOwner(key, name, stackalloc byte[MaxNameBytes]), value);
            _counters.PairBytes += text.Length;
            BeginText(isPair: true);
            if (text.Length <= QuietTexts.MaxBytes)
            {
                ScanText(text);
                return;
            }

            ScanKeywords(text, isKeywordValue ? text.Length : Math.Min(text.Length, _valueStart + Seam));
            FlushWindows(text);
        }
    }

    // "Jwt": { "Key": "..." } is a key for tokens: the object says what for.
    private ReadOnlySpan<byte> NameWithOwner(int key, ReadOnlySpan<byte> name, Span<byte> room)
    {
        if (!Ascii.EqualsIgnoreCase(name, "key"u8) || _document.Table.Fields[key].Container is not (>= 0 and var container) || _document.Table.Containers[container].Key is not (>= 0 and var ownerKey))
        {
            return name;
        }

        var owner = _document.Utf8(ownerKey);
        if (owner.Length + 1 + name.Length > room.Length)
        {
            return name;
        }

        owner.CopyTo(room);
        room[owner.Length] = (byte)'_';
        name.CopyTo(room[(owner.Length + 1)..]);
        return room[..(owner.Length + 1 + name.Length)];
    }

    // What names an element of an array: the option before it ("--api-key", "..."), or the name of the array ("x-api-key": ["..."]). -1 for nothing.
    private int NameOfElement(in FieldEntry entry, int field)
    {
        if (entry.Container < 0)
        {
            return -1;
        }

        if (field > 0 && _document.Table.Fields[field - 1] is { Kind: FieldKind.Value } before && before.Container == entry.Container && _document.Utf8(field - 1) is [(byte)'-', ..])
        {
            return field - 1;
        }

        ref readonly var container = ref _document.Table.Containers[entry.Container];
        return container.IsArray ? container.Key : -1;
    }

    // A name that was recognised was not scanned before its value.
    private bool HasKeyword(ReadOnlySpan<byte> name)
    {
        foreach (var lane in _index.Lanes)
        {
            if (lane.Mark != TextMark.None)
            {
                continue;
            }

            var cursor = default(KeywordCursor);
            do
            {
                if (lane.Search.Find(name, name.Length, ref cursor, _hits) > 0)
                {
                    return true;
                }
            }
            while (!cursor.IsAtEnd);
        }

        return false;
    }

    // A value that was decoded from its first byte on belongs to its name like the value itself. The name is short, so it is searched again.
    private void ScanPairOfView(int view, ReadOnlySpan<byte> value)
    {
        ref readonly var root = ref _document.Table.Fields[_document.RootOf(view)];
        if (root.Kind != FieldKind.Value || root.Key < 0 || value.Length is 0 or > MaxValueBytes || !_document.IsFromStart(view))
        {
            return;
        }

        var name = _document.Utf8(root.Key);
        if (name.Length <= MaxNameBytes)
        {
            var text = Join(name, value);
            _counters.PairBytes += text.Length;
            BeginText(isPair: true);
            ScanKeywords(text, Math.Min(text.Length, _valueStart + Seam));
            FlushWindows(text);
        }
    }

    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (_pair.Length == 0)
        {
            _pair = ArrayPool<byte>.Shared.Rent(MaxNameBytes + MaxValueBytes + 6);
        }

        var pair = _pair.AsSpan();
        pair[0] = (byte)'"';
        name.CopyTo(pair[1..]);
        "\": \""u8.CopyTo(pair[(1 + name.Length)..]);
        _valueStart = name.Length + 5;
        _valueEnd = _valueStart + value.Length;
        value.CopyTo(pair[_valueStart..]);
        pair[_valueEnd] = (byte)'"';
        return pair[..(_valueEnd + 1)];
    }

    private void AddHit(DetectionRule rule, int start, int end, ByteSpan match, Verdict verdict)
    {
        // A role costs a walk to the root: it is asked for on a hit only.
        if (!rule.ExceptRoles.IsEmpty && rule.ExceptRoles.Contains(_document.RoleOf(_field)))
        {
            return;
        }

        if (!_isPair)
        {
            _collector.AddRuleHit(rule, _field, new ByteSpan(start, end - start), match, verdict);
            return;
        }

        // What is in the name was found there.
        var from = Math.Max(start, _valueStart);
        var to = Math.Min(end, _valueEnd);
        if (to > from)
        {
            _collector.AddPairHit(rule, _field, from - _valueStart, to - from, verdict);
        }
    }

    // "order_id": "...": digits are looked for in values alone, so on a match the pattern is asked once what it makes of the value behind its name.
    private bool IsTakenInByName(CompiledRule rule, int start)
    {
        if (_isPair || start > 0 || rule is not { Anchor.Kind: AnchorKind.Digits, Rule.SecretGroup: > 0, Matcher: { } matcher } || _document.IsView(_field)
            || _document.Table.Fields[_field] is not { Kind: FieldKind.Value or FieldKind.Number, Key: >= 0 and var key })
        {
            return false;
        }

        var name = _document.Utf8(key);
        var value = _document.Utf8(_field);
        if (name.Length > MaxNameBytes || value.Length > MaxValueBytes)
        {
            return false;
        }

        var captures = ArrayPool<int>.Shared.Rent(_index.CaptureSlots);
        var tail = default(TailRun);
        var steps = 0L;
        var isTakenIn = matcher.Find(Join(name, value), 0, name.Length, ref tail, captures, ref steps) && captures[1] > _valueStart && captures[rule.Rule.SecretGroup * 2] < 0;
        _counters.SpanMatcherSteps += steps;
        ArrayPool<int>.Shared.Return(captures);
        return isTakenIn;
    }

    // Numbers and words that happen to stand side by side: only a format of its own is found over a seam.
    private bool CountsWhereJoined(CompiledRule compiled) => _document.ChainOf(_field) is var chain
        && ((chain & TextEncodings.Table) == TextEncodings.None || compiled.Rule.KeywordDistance == 0)
        && ((chain & TextEncodings.Joined) == TextEncodings.None
        || (compiled is { Rule: { Generic: false, KeywordDistance: 0 }, Anchor.Kind: AnchorKind.Keyword } && compiled.Anchor.Keywords.All(k => k.Length >= MinJoinedKeyword)));

    private void ReturnPair()
    {
        if (_pair.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_pair, clearArray: true);
            _pair = [];
        }
    }
}
