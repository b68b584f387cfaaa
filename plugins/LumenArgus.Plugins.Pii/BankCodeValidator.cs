using System.Collections.Frozen;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>ISO 9362: the fifth and sixth letter are a country of ISO 3166-1. One in three words of capitals has none there.</summary>
internal sealed class BankCodeValidator : IRuleValidator
{
    private const string Countries =
        "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET "
        + "FI FJ FK FM FO FR GA GB GD GE GG GH GI GL GM GN GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV "
        + "LY MA MC MD ME MG MH MK ML MM MN MO MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM "
        + "SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE ZA ZM ZW";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Countries.Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    public string Name => "swift_bic";

    public bool IsValid(ReadOnlySpan<char> value) => value.Length is 8 or 11 && Known.Contains(value[4..6]);
}
