namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>
/// The part of compatibility decomposition and of lookalike letters that leads to ASCII. A table of our own: normalisation of strings does nothing in
/// invariant globalization mode, and it knows no lookalikes.
/// </summary>
internal static class Lookalikes
{
    private const int TableStart = 0xA0;
    private const int TableEnd = 0x600;

    // Latin, Greek, Cyrillic and Armenian: where most of ordinary text is, so looked up.
    private static readonly (Lookalike Kind, byte Ascii)[] Table = CreateTable();

    private static readonly Dictionary<int, byte> Others = CreateOthers();

    /// <summary>What a character is, and the ASCII character it stands for (0 for an invisible one; ligatures are their first letter here).</summary>
    public static Lookalike Classify(int value, out byte ascii)
    {
        if (value < TableEnd)
        {
            (var kind, ascii) = value < TableStart ? default : Table[value - TableStart];
            return kind;
        }

        ascii = 0;
        switch (value)
        {
            case 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0:
            case (>= 0x180B and <= 0x180D) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F):
            case (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFE20 and <= 0xFE2F):
            case (>= 0xE0100 and <= 0xE01EF) or 0xE0001 or 0xE007F:
                return Lookalike.Invisible;
            case >= 0xE0020 and < 0xE007F: return Form(value - 0xE0000, out ascii);
            case >= 0xFF01 and <= 0xFF5E: return Form(value - 0xFF01 + '!', out ascii);
            case >= 0x1D400 and <= 0x1D6A3: return Form(Letter((value - 0x1D400) % 52), out ascii);
            case >= 0x1D7CE and <= 0x1D7FF: return Form('0' + ((value - 0x1D7CE) % 10), out ascii);
            case >= 0x2460 and <= 0x2468: return Form('1' + (value - 0x2460), out ascii);
            case >= 0x24B6 and <= 0x24CF: return Form('A' + (value - 0x24B6), out ascii);
            case >= 0x24D0 and <= 0x24E9: return Form('a' + (value - 0x24D0), out ascii);
            case 0x24EA or 0x24FF: return Form('0', out ascii);
            case >= 0x249C and <= 0x24B5: return Form('a' + (value - 0x249C), out ascii);
            case >= 0x2776 and <= 0x277E: return Form('1' + (value - 0x2776), out ascii);
            case >= 0x2780 and <= 0x2788: return Form('1' + (value - 0x2780), out ascii);
            case >= 0x278A and <= 0x2792: return Form('1' + (value - 0x278A), out ascii);
            case >= 0x1F110 and <= 0x1F129: return Form('A' + (value - 0x1F110), out ascii);
            case >= 0x1F130 and <= 0x1F149: return Form('A' + (value - 0x1F130), out ascii);
            case >= 0x1F150 and <= 0x1F169: return Form('A' + (value - 0x1F150), out ascii);
            case >= 0x1F170 and <= 0x1F189: return Form('A' + (value - 0x1F170), out ascii);
            case >= 0x1FBF0 and <= 0x1FBF9: return Form('0' + (value - 0x1FBF0), out ascii);
            case 0x2070 or (>= 0x2074 and <= 0x2079): return Form('0' + (value & 0xF), out ascii);
            case >= 0x2080 and <= 0x2089: return Form('0' + (value - 0x2080), out ascii);
            case (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 or 0x2800: return Mark(' ', out ascii);
            case (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE58 or 0xFE63: return Mark('-', out ascii);
            default:
                return Others.TryGetValue(value, out ascii) ? (char.IsAsciiLetterOrDigit((char)ascii) ? Lookalike.Form : Lookalike.Mark) : Lookalike.None;
        }
    }

    /// <summary>The letters behind the first one of a ligature; empty for all else.</summary>
    public static ReadOnlySpan<byte> RestOfLigature(int value) => value switch
    {
        0xFB00 => "f"u8,
        0xFB01 => "i"u8,
        0xFB02 => "l"u8,
        0xFB03 => "fi"u8,
        0xFB04 => "fl"u8,
        0xFB05 or 0xFB06 => "t"u8,
        _ => default,
    };

    private static Lookalike Form(int value, out byte ascii)
    {
        ascii = (byte)value;
        return char.IsAsciiLetterOrDigit((char)value) ? Lookalike.Form : Lookalike.Mark;
    }

    private static Lookalike Mark(char value, out byte ascii)
    {
        ascii = (byte)value;
        return Lookalike.Mark;
    }

    private static int Letter(int index) => index < 26 ? 'A' + index : 'a' + index - 26;

    private static (Lookalike, byte)[] CreateTable()
    {
        var table = new (Lookalike, byte)[TableEnd - TableStart];
        Set(Lookalike.Letter, "АВЕЅІЈКМНОРСТХУҮԌԚԜӀ", "ABESIJKMHOPCTXYYGQWI");
        Set(Lookalike.Letter, "аеѕіјоpсхуԁԛԝһӏкѵүрґ", "aesijopcxydqwhlkvypr");
        Set(Lookalike.Letter, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿϜ", "ABEZHIKMNOPTYXCJF");
        Set(Lookalike.Letter, "αγηικνορυχωϲϳτ", "aynikvopuxwcjt");
        Set(Lookalike.Letter, "օհոսցզԱՍՏ", "ohnugqUUS");
        Set(Lookalike.Letter, "ıȷɡɑɩʙɢʜɪʟɴʀʏƖɍƽ", "ijgaiBGHILNRYIr5");
        Set(Lookalike.Form, "¹²³ªºſʰʲʳʷʸˡˢˣ", "123aoshjrwylsx");
        Set(Lookalike.Mark, "\u00A0ˑ՝։׃׀ˍ", " :'::|_");
        for (var mark = 0x300; mark <= 0x36F; mark++)
        {
            table[mark - TableStart] = (Lookalike.Invisible, 0);
        }

        foreach (var invisible in (ReadOnlySpan<int>)[0xAD, 0x34F, 0x483, 0x484, 0x485, 0x486, 0x487, 0x488, 0x489])
        {
            table[invisible - TableStart] = (Lookalike.Invisible, 0);
        }

        return table;

        void Set(Lookalike kind, string from, string to)
        {
            for (var i = 0; i < from.Length; i++)
            {
                if (from[i] >= TableStart)
                {
                    table[from[i] - TableStart] = (kind, (byte)to[i]);
                }
            }
        }
    }

    private static Dictionary<int, byte> CreateOthers()
    {
        var others = new Dictionary<int, byte>();
        Set("ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨKℬℭℯℰℱℳℴℹⅅⅆⅇⅈⅉ", "CgHHHhIILlNPQRRRZZKBCeEFMoiDdeij");
        Set("ⅠⅤⅩⅬⅭⅮⅯⅰⅴⅹⅼⅽⅾⅿ", "IVXLCDMivxlcdm");
        Set("ᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰꜱ", "ACDEJKMOPTUVWZFS");
        Set("ᵃᵇᶜᵈᵉᶠᵍⁱᵏᵐⁿᵒᵖᵗᵘᵛᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", "abcdefgikmnoptuvzABDEGHIJKLMNOPRTUVW");
        Set("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "aehijklmnoprstuvx");
        Set("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ", "ABCDEGHJKLMPRSTVWZ");
        Set("\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06", "fffffss");
        Set("‘’‛′“”‟″․‚⁄∕∶꞉ꓸ⧵‗∗⁎＇∣ǀ﹍﹎﹏﹐﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹤﹥﹦﹨﹩﹪﹫⁼₌⁺₊⁻₋", "''''\"\"\"\".,//::.\\_**'||___,.;:?!()#&*+<>=\\$%@==++--");
        return others;

        void Set(string from, string to)
        {
            var index = 0;
            foreach (var rune in from.EnumerateRunes())
            {
                others[rune.Value] = (byte)to[index++];
            }
        }
    }
}
