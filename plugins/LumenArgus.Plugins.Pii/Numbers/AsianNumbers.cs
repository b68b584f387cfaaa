using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>Numbers of people in China, Hong Kong, Taiwan, Japan, Korea, India, Singapore, Malaysia, Indonesia, Thailand and Israel.</summary>
internal static class AsianNumbers
{
    private const string ChineseChecks = "10X98765432";
    private const string TaiwaneseLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        NumberRule.Printed(
            "cn_resident_id", "Chinese resident identity number", Severity.Critical, "https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=080D6FBF2BB468F9007657F26D60013E",
            @"[1-9]\d{5}(?:19|20)\d{9}[0-9Xx]\b",
            ["440305194605181720", "身份证号：310104198604032688", "\"idCard\": \"110105195803159660\""],
            ["440305194605181721", "440305194613181720", "990305194605181720", "4403051946051817201", "1440305194605181720"],
            "?id=440305198001170447&x=1"),
        NumberRule.Printed(
            "hk_hkid", "Hong Kong identity card number", Severity.High, "https://www.immd.gov.hk/eng/services/hkid.html",
            @"[A-Z]{1,2}\d{6}\([0-9A]\)",
            ["R472921(7)", "HKID: R856112(4)", "\"hkid\": \"C483939(9)\""],
            ["R472921(8)", "R4729217", "r472921(7)", "ABR472921(7)", "R472921(B)"],
            "?hkid=Y281165(9)&x=1"),
        NumberRule.Printed(
            "tw_id", "Taiwanese identity number", Severity.High, "https://www.ris.gov.tw/",
            @"[A-Z][1289]\d{8}\b",
            ["M201771538", "身分證字號 D281620300", "\"id\": \"K122128187\""],
            ["M201771539", "M301771538", "m201771538", "M2017715381", "XM201771538"],
            "?id=J122108175&x=1"),
        NumberRule.Printed(
            "kr_rrn", "Korean resident registration number", Severity.Critical, "https://www.mois.go.kr/",
            @"\d{6}-[1-8]\d{6}\b",
            ["990228-2976412", "주민등록번호: 780810-1694016", "\"rrn\": \"680812-2442280\""],
            ["990228-2976413", "991328-2976412", "1990228-2976412", "990228-29764121", "240115-9134501"],
            "?rrn=470106-1553095&x=1"),
        NumberRule.NamedInAnyScript(
            "jp_my_number", "Japanese individual number (My Number)", Severity.Critical, "https://www.cao.go.jp/bangouseido/",
            @"\b(?i:my ?_?number|individual number)|マイナンバー|個人番号", @"\d{4}[ -]?\d{4}[ -]?\d{4}",
            ["マイナンバー：682324000627", "個人番号 0181 5399 1959", "my_number = \"722604772759\""],
            ["マイナンバー：682324000628", "682324000627", "my number is 6823240006271"],
            "{\\\"myNumber\\\":\\\"040310880223\\\"}"),
        NumberRule.Named(
            "in_aadhaar", "Indian Aadhaar number", Severity.Critical, "https://uidai.gov.in/en/my-aadhaar/about-your-aadhaar.html",
            ["aadhaar", "aadhar", "uidai"], @"[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}",
            ["Aadhaar: 3259 9969 4980", "aadhar_no=331071493247", "{\"aadhaarNumber\":\"4121-5555-4574\"}"],
            ["Aadhaar: 3259 9969 4981", "3259 9969 4980", "aadhaar=1259 9969 4980", "Aadhaar: 3259 9969 49801"],
            "<td>Aadhaar</td><td>4879 5486 0974</td>"),
        NumberRule.Named(
            "in_pan", "Indian permanent account number", Severity.High, "https://incometaxindia.gov.in/Pages/default.aspx",
            ["pan", "*permanent account", "*permanent account number"], "[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]",
            ["PAN: ABCPK1234L", "pan_number = 'BNZPM2501F'", "Permanent Account Number AAACT2727Q"],
            ["PAN: ABCXK1234L", "ABCPK1234L", "panel: ABCPK1234L", "PAN: ABCPK12345"],
            "{\\\"pan\\\":\\\"ABCPK1234L\\\"}",
            hasCheck: false),
        NumberRule.Printed(
            "sg_nric", "Singaporean NRIC or FIN", Severity.High, "https://www.ica.gov.sg/",
            @"[STFGM]\d{7}[A-Z]\b",
            ["G6551509T", "NRIC: S8570637C", "\"fin\": \"T9729878A\""],
            ["G6551509U", "A6551509T", "g6551509t", "G65515091T", "XG6551509T"],
            "?nric=G9183126R&x=1"),
        NumberRule.Named(
            "my_nric", "Malaysian identity card number", Severity.High, "https://www.jpn.gov.my/",
            ["mykad", "nric", "kad pengenalan"], @"\d{6}-\d{2}-\d{4}",
            ["MyKad: 900412-14-5677", "NRIC 850730-10-1234", "kad pengenalan: 010203-05-0021"],
            ["MyKad: 901312-14-5677", "900412-14-5677", "MyKad: 900412-00-5677", "MyKad: 900412-14-56771"],
            "<b>MyKad</b> 771225-08-9931"),
        NumberRule.Named(
            "id_nik", "Indonesian identity number (NIK)", Severity.High, "https://dukcapil.kemendagri.go.id/",
            ["nik", "ktp", "nomor induk kependudukan"], @"[1-9]\d{15}",
            ["NIK: 3171014507890123", "ktp=3273015708910002", "Nomor Induk Kependudukan 5171034101850003"],
            ["NIK: 3171014513890123", "3273015708910002", "nik=32730157089100021"],
            "{\\\"nik\\\":\\\"3273015708910002\\\"}"),
        NumberRule.Printed(
            "th_citizen_id", "Thai citizen number", Severity.High, "https://www.bora.dopa.go.th/",
            @"[1-8]-\d{4}-\d{5}-\d{2}-\d\b",
            ["1-3776-67529-12-0", "เลขประจำตัวประชาชน 2-5504-53587-89-7", "\"citizenId\": \"3-2842-04729-31-5\""],
            ["1-3776-67529-12-1", "9-3776-67529-12-0", "11-3776-67529-12-0", "1-3776-67529-12-01"],
            "?id=1-3995-67479-54-8&x=1"),
        NumberRule.NamedInAnyScript(
            "il_teudat_zehut", "Israeli identity number", Severity.High, "https://www.gov.il/en/departments/population_and_immigration_authority",
            "\\b(?i:teudat[ _-]?zehut|israeli[ _-]?id)|תעודת זהות|מספר זהות|ת\\.ז\\.?|ת\"ז", @"\d{8}-?\d",
            ["תעודת זהות: 111910014", "teudat_zehut=270852189", "ת.ז. 168307783"],
            ["תעודת זהות: 111910015", "111910014", "teudat zehut 1119100141", "תעודת זהות: 000000000"],
            "{\\\"teudatZehut\\\":\\\"244011706\\\"}"),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new NumberValidator("cn_resident_id", "999999999999999999|99999999999999999X", IsChinese),
        new NumberValidator("hk_hkid", "A9999999|AA9999999|A999999A|AA999999A", IsHongKong),
        new NumberValidator("tw_id", "A999999999", IsTaiwanese),
        new NumberValidator("kr_rrn", "9999999999999", IsKorean),
        new NumberValidator("jp_my_number", "999999999999", IsJapanese),
        new NumberValidator("in_aadhaar", "999999999999", CheckDigits.IsVerhoeff),
        new NumberValidator("in_pan", "AAAAA9999A", static number => number[5..9] is not "0000"),
        new NumberValidator("sg_nric", "A9999999A", IsSingaporean),
        new NumberValidator("my_nric", "999999999999", static number => CivilDate.ExistsShort(number) && CivilDate.Two(number[6..]) is (>= 1 and <= 16) or (>= 21 and <= 59) or >= 82),
        new NumberValidator("id_nik", "9999999999999999", IsIndonesian),
        new NumberValidator("th_citizen_id", "9999999999999", static number =>
            (11 - (CheckDigits.Sum(number, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == number[12] - '0'),
        new NumberValidator("il_teudat_zehut", "999999999", static number => CheckDigits.IsLuhn(number) && !CheckDigits.IsOneDigit(number)),
    ];

    // GB 11643-1999: division code, date of birth, serial, ISO 7064 MOD 11-2. The first two digits name a province.
    private static bool IsChinese(ReadOnlySpan<char> number) =>
        CivilDate.Two(number) is (>= 11 and <= 15) or (>= 21 and <= 23) or (>= 31 and <= 37) or (>= 41 and <= 46) or (>= 50 and <= 54) or (>= 61 and <= 65) or 71 or (>= 81 and <= 83)
        && CivilDate.Exists(CivilDate.Four(number[6..]), CivilDate.Two(number[10..]), CivilDate.Two(number[12..]))
        && ChineseChecks[CheckDigits.Sum(number, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] == number[17];

    // A missing first letter counts as 36.
    private static bool IsHongKong(ReadOnlySpan<char> number)
    {
        var hasTwo = char.IsAsciiLetter(number[1]);
        var letters = ((hasTwo ? number[0] - 'A' + 10 : 36) * 9) + ((number[hasTwo ? 1 : 0] - 'A' + 10) * 8);
        var check = 11 - ((letters + CheckDigits.Sum(number[(hasTwo ? 2 : 1)..], [7, 6, 5, 4, 3, 2])) % 11);
        return number[^1] == check switch { 11 => '0', 10 => 'A', _ => (char)('0' + check) };
    }

    private static bool IsTaiwanese(ReadOnlySpan<char> number)
    {
        var place = TaiwaneseLetters.IndexOf(number[0]) + 10;
        return ((place / 10) + (place % 10 * 9) + CheckDigits.Sum(number[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }

    // Numbers given out since October 2020 have no check digit; people born since then have such a number.
    private static bool IsKorean(ReadOnlySpan<char> number)
    {
        var isThisCentury = number[6] is '3' or '4' or '7' or '8';
        var (year, month, day) = (CivilDate.Two(number) + (isThisCentury ? 2000 : 1900), CivilDate.Two(number[2..]), CivilDate.Two(number[4..]));
        return CivilDate.Exists(year, month, day)
            && ((year, month) is (> 2020, _) or (2020, >= 10)
                || (11 - (CheckDigits.Sum(number, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 == number[12] - '0');
    }

    private static bool IsJapanese(ReadOnlySpan<char> number)
    {
        var rest = CheckDigits.Sum(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
        return !CheckDigits.IsOneDigit(number) && (rest <= 1 ? 0 : 11 - rest) == number[11] - '0';
    }

    private static bool IsSingaporean(ReadOnlySpan<char> number)
    {
        var sum = CheckDigits.Sum(number[1..], [2, 7, 6, 5, 4, 3, 2]);
        return number[8] == number[0] switch
        {
            'S' => "JZIHGFEDCBA"[sum % 11],
            'T' => "JZIHGFEDCBA"[(sum + 4) % 11],
            'F' => "XWUTRQPNMLK"[sum % 11],
            'G' => "XWUTRQPNMLK"[(sum + 4) % 11],
            'M' => "XWUTRQPNJLK"[(sum + 3) % 11],
            _ => '\0',
        };
    }

    // Province, regency, district, date of birth (the day plus 40 for women), serial.
    private static bool IsIndonesian(ReadOnlySpan<char> number) =>
        CivilDate.ExistsShort(CivilDate.Two(number[10..]), CivilDate.Two(number[8..]), CivilDate.Two(number[6..]) % 40) && CivilDate.Two(number[6..]) <= 71 && number[12..] is not "0000";
}
