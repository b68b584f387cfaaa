using System.Text;

namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>
/// Finds the words of a text in which characters stand for ASCII ones. Ordinary text of any script has none: a word counts if it is long enough for a secret when
/// read as ASCII, and if it mixes scripts, has a form no keyboard makes, or something invisible in it. NUL counts as invisible: text in UTF-16 and UTF-32 has it at
/// every ASCII character.
/// </summary>
internal ref struct DisguiseScan(ReadOnlySpan<byte> text)
{
    // Forms alone are how acronyms are written in Japanese; scripts are mixed in a word, and invisible characters put in one, for no good reason.
    private const int MinForms = 4;
    private const int MinMixed = 3;
    private const int MinHidden = 2;

    // A word that begins farther before its first special character is taken from there.
    private const int MaxBefore = 256;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool MoveNext()
    {
        while (LookalikeUnits.IndexOfSpecial(_text[_position..]) is var next and >= 0)
        {
            var special = SkipIdeographs(_position + next);
            if (special < _text.Length && _text[special] == 0)
            {
                if (ReadWord(special))
                {
                    return true;
                }

                continue;
            }

            if (special >= _text.Length || _text[special] < 0x80)
            {
                _position = special;
                continue;
            }

            Rune.DecodeFromUtf8(_text[special..], out var rune, out var consumed);
            if (Lookalikes.Classify(rune.Value, out _) == Lookalike.None)
            {
                _position = special + consumed;
                continue;
            }

            if (ReadWord(special))
            {
                return true;
            }
        }

        return false;
    }

    private readonly int SkipIdeographs(int position)
    {
        // Three bytes each: CJK ideographs and Hangul syllables, which look like nothing else.
        while (position < _text.Length && _text[position] is (>= 0xE4 and <= 0xE9) or 0xEB or 0xEC)
        {
            position = Math.Min(_text.Length, position + 3);
        }

        return position;
    }

    private bool ReadWord(int special)
    {
        var floor = Math.Max(_position, special - MaxBefore);
        Start = special;
        while (Start > floor && IsWordByte(_text[Start - 1]))
        {
            Start--;
        }

        int letters = 0, other = 0, forms = 0, hidden = 0, lookalikes = 0, marks = 0;
        var position = Start;
        var goesOn = false;
        while (position < _text.Length)
        {
            var value = _text[position];
            if (value == 0)
            {
                if (LookalikeUnits.IsSeparator(_text[position..]))
                {
                    position += position == special ? 1 : 0;
                    break;
                }

                hidden++;
                position++;
                continue;
            }

            if (value < 0x80)
            {
                // Numbers for people are written in groups, and who writes one word in another form writes the next one so.
                if (!IsWordByte(value) && !(value is (byte)' ' or (byte)'(' or (byte)')' && (goesOn || IsDigit(position + 1))))
                {
                    break;
                }

                goesOn = char.IsAsciiDigit((char)value) || (goesOn && value == ')');

                letters += char.IsAsciiLetterOrDigit((char)value) ? 1 : 0;
                other++;
                position++;
                continue;
            }

            Rune.DecodeFromUtf8(_text[position..], out var rune, out var consumed);
            var kind = Lookalikes.Classify(rune.Value, out var ascii);
            if (kind == Lookalike.None || (kind == Lookalike.Mark && !IsWordByte(ascii)))
            {
                // A letter of another script: what looks like ASCII beside it is of that script too.
                lookalikes = kind == Lookalike.None && Rune.IsLetter(rune) ? 0 : lookalikes;
                position += position == special ? consumed : 0;
                break;
            }

            forms += kind == Lookalike.Form ? 1 : 0;
            lookalikes += kind == Lookalike.Letter ? 1 : 0;
            marks += kind == Lookalike.Mark ? 1 : 0;
            hidden += kind == Lookalike.Invisible || IsTag(rune) ? 1 : 0;
            letters += IsTag(rune) ? 1 : 0;
            goesOn = kind == Lookalike.Invisible ? goesOn : kind == Lookalike.Form || char.IsAsciiDigit((char)ascii);
            position += consumed;
        }

        End = position;
        _position = Math.Max(position, special + 1);
        var length = other + forms + lookalikes + marks;
        return (forms + marks > 0 && length >= MinForms) || (hidden > 0 && letters >= MinHidden) || (lookalikes > 0 && letters > 0 && length >= MinMixed);
    }

    // Tag characters are seen by nobody (Unicode 23.9).
    private static bool IsTag(Rune rune) => rune.Value is > 0xE0020 and < 0xE007F;

    private readonly bool IsDigit(int position) => position < _text.Length && char.IsAsciiDigit((char)_text[position]);

    private static bool IsWordByte(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'/' or (byte)'+' or (byte)'.' or (byte)':' or (byte)'=' or (byte)'@';
}
