namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// How often letters follow each other, and kinds of characters, in names, words and expressions of program text: the bits of each step, in halves, as
/// letters (<c>a</c> = 0, <c>b</c> = 0.5, ...). Counted over 413,000 different words of the source and documentation files of npm and NuGet packages, without hex digests.
/// </summary>
internal static class RarityTable
{
    /// <summary>The first letter of a word.</summary>
    public const string FirstLetter = "hkgjijlljookjkkhqjhimlnpss";

    /// <summary>A row for each letter, a column for the one behind it, whatever their case.</summary>
    public const string NextLetter =
        "qkikspjvkupgiiwjugielpkpmp" + // a
        "gqnmgspsiirfqmhoqjioftuukw" + // b
        "htmlghvhlvjirwetwjmhkywvlv" + // c
        "gnqkdpothtimqqimtlkpjrrumv" + // d
        "koiiolmsquskjgqlnefhrmnjnw" + // e
        "irrtikwxeytjtegwpilljwvxoy" + // f
        "jpqsdtkkhywkmjloxgjjgssuow" + // g
        "grssfxwuewvqmqhqslofkwvyny" + // h
        "kmiiiliwuysjkffltlhhvmypym" + // i
        "kpurduupmsursrhpqsdplnkuuv" + // j
        "irnncmnpgytnlllotqhmjuqxqv" + // k
        "hprkepqvfwshtugowtkjiotyly" + // l
        "eksodvsyisvilphhvsksmsxtpx" + // m
        "huhhhihujunppljoxshfklvyqw" + // n
        "omkiummwmsnjiemgygmkhnlsrv" + // o
        "gunpeuvnkytirshkyeiiktyvry" + // p
        "kompnonpoqskqjqskmlpbsqqpr" + // q
        "htknfrlxhyooklfqxljglmuykx" + // r
        "kujofosjhxnonphkrqhejqrrkx" + // s
        "huntfsvheyyqmthlyijkmwqwhy" + // t
        "lkkjinmykwugjgriyfhgssysxy" + // u
        "eqstcxpyfysvsnikxtrtuwywvy" + // v
        "gssrgrqlgyqmtjhrwjdpvqmvrx" + // w
        "ltjtiqsrkrvlmrqdsnoeiuvknv" + // x
        "jolpmpptnttlihmcwpgjsrlrtq" + // y
        "fqrrcoqsjuroqneqstoqltorlr"; // z

    /// <summary>A row for each kind of character and one for the start; kinds: small letter, capital, digit, <c>_ - . /</c>, any other.</summary>
    public const string NextKind =
        "ahronkpl" + // small letter
        "benktqvl" + // capital
        "kjblkfoh" + // digit
        "cdhmyqyr" + // _
        "aliyjvyq" + // -
        "ceglykjp" + // .
        "bhmpxkhk" + // /
        "dggprmkd" + // other
        "cekmpjqh"; // start
}
