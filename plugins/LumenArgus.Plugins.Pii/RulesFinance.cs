using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>Numbers that stand for money.</summary>
internal static class RulesFinance
{
    private const string CardStart = @"(?:[2-6]\d{3}|8[12]\d{2}|9792)";

    private const string Card =
        @"(?:[^\w./#]\.|\b(?:\d{1,20}[.-])?)" + CardStart + @"(?:\d{9,40}|[ -](?:\d{6}[ -]\d{4,8}|\d{4}[ -]\d{4}[ -]\d{1,8}(?:[ -]\d{3,8}){0,8}))(?:\.\d|\.?[A-Za-z_])?";

    // Digits glued to a name, in a path, behind the word for an identifier (also an order, tracking, invoice or serial number): one in twenty of those would pass as a card. They are taken in, and are no value.
    // The branches begin with different letters, see "What runs a pattern" in the README of the rules.
    private const string Identifier =
        @"(?:[A-HJ-Za-hj-z]\d{0,20}-|I(?:\d{0,20}-|[dD]" + Is + @")|_(?:\d{0,20}-|[iI][dD]" + Is + @")|i\d{0,20}-|\bid" + Is + "|[egrl]_?[nN]umber" + Is + "|[/#])" + CardStart + @"\d{9}";

    private const string Is = """\\{0,2}["']?\s?[:=]\s?\\{0,2}["']?""";

    // Groups with a number before them that is a word of its own, or with two single digits behind them, are cells of a table. The end of a date or a time is none.
    private const string Cells = @"(?:^|[ \t])\d{1,20}[ \t]{1,4}" + CardStart + @" \d{4} \d{4} \d{4}|\b\d{4} \d{4} \d{4} \d{4} \d \d";

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "credit_card",
            Detector = Rules.Detector,
            Title = "Payment card number",
            Severity = Severity.Critical,
            Description = "Payment card number of 13 to 19 digits.",
            Source = "https://www.iso.org/standard/70484.html",
            // A fraction or a longer word is taken in whole: its digits are no card number, one in ten would pass the check digit. Three digits behind a
            // printed number are the end of a long one or the security code, more groups make it a list of numbers.
            Pattern = $"(?:{Identifier}|{Cells}|({Card}))",
            SecretGroup = 1,
            Validator = LuhnValidator.RuleName,
            WindowBytes = 96,
            Tags = ["finance"],
            Positives =
            [
                "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "3782 822463 10005", "4222222222222", "card 6011111111111117.", "4111 1111 1111 1111 12/27 123", "4111 1111 1111 1111 123", "4000 0000 0000 0000 006", "2223003122003222",
                "{ \"card_number\": \"4539578763621486\" }", "2026-11-27 12:30:11 4539 5787 6362 1486 declined", "-4539578763621486", "17\t4539578763621486\t1227", "4539 5787 6362 1486 12 27 123",
            ],
            Negatives =
            [
                "4111 1111 1111 1112", "0.4111111111111111", "[-.4111111111111111]", "41111111111111110000", "4111-1111 1111-1111", "1700000000000", "0000 0000 0000 0000",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "x4111111111111111", "4111111111111111ab", "41111111111116", "3411111111111111", "6111111111111116", "9999999999999995", "4539 5787 6362 1486 5353 5354", "4539578763621480217",
                "https://fuzz.example.org/testcase-detail/5390364397928448", "order_id=4015747191257121", "\"orderId\": \"4015747191257121\"", "\"order_number\": \"4015747191257121\"", "trackingNumber: 4015747191257121", "font-subset-fuzzer-5522792714993664", "see #4015747191257121",
                "f 4537 4537 4537 4392 0 4270", "7 4539 5787 6362 1486", "4539 5787 6362 1486 0 17", "1234-4539578763621486", "4537 4538 4541 4544",
            ],
            Evasions = ["?card=4539578763621486&x=1", "<td>4539 5787 6362 1486</td>"],
        },
        new()
        {
            Name = "iban",
            Detector = Rules.Detector,
            Title = "International bank account number",
            Severity = Severity.Warning,
            Description = "International bank account number.",
            // In the printed form a group behind the bank code starts with a digit, so that a word behind the number (BIC) is not taken for its end.
            Source = "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
            Pattern = @"\b[A-Z]{2}\d{2}(?:[A-Z0-9]{11,40}| [A-Z0-9]{4}(?: \d[A-Z0-9]{3}){1,6}(?: \d[A-Z0-9]{0,2})?)[a-z_]?",
            Validator = IbanValidator.RuleName,
            WindowBytes = 48,
            Tags = ["finance"],
            Positives = ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "IBAN: FR1420041010050500013M02606", "NO93 8601 1117 947", "BE68 5390 0754 7034 BIC GEBABEBB"],
            Negatives = ["DE88370400440532013000", "ZZ82WEST12345698765432", "DE8937040044053201300", "de89370400440532013000", "XDE89370400440532013000", "DE89370400440532013000x", "DE8937040044053201300A"],
            Evasions = ["?iban=DE89370400440532013000&x=1", "{\\\"iban\\\":\\\"NO9386011117947\\\"}"],

            // The registry's own example of each country that people copy from.
            Examples =
            [
                "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432", "GB82 WEST 1234 5698 7654 32", "GB29NWBK60161331926819", "GB29 NWBK 6016 1331 9268 19",
                "FR1420041010050500013M02606", "NL91ABNA0417164300", "CH9300762011623852957", "ES9121000418450200051332", "IT60X0542811101000000123456", "BE68539007547034", "AT611904300234573201",
            ],
        },
        NumberRule.Named(
            "us_routing_number", "US bank routing number", Severity.Warning, "https://www.aba.com/about-us/routing-number",
            ["*routing", "*aba number", "*aba no", "rtn"], @"\d{9}",
            ["Routing number: 126684546", "routing = '314639439'", "{\"routingNumber\":\"122000904\"}", "ABA number 122235261"],
            ["Routing number: 126684547", "126684546", "routing=996684546", "Routing number: 1266845461"],
            "<td>Routing</td><td>122235261</td>") with { Tags = ["finance"] },
        NumberRule.Named(
            "bank_account_number", "Bank account number behind its name", Severity.Warning, "https://www.nacha.org/content/ach-file-details",
            ["*bank account", "*checking account", "*savings account", "kontonummer", "numero de *cuenta", "número de *cuenta"], @"\d{7,17}",
            ["Bank account: 000123456789", "bank_account_number=3420097714", "Checking account no. 91827364550", "Kontonummer: 532013000"],
            ["Bank account: 123", "000123456789", "bank account: 0000000000", "bank account opened in 2024"],
            "?bank_account=3420097714&x=1",
            hasCheck: false) with { Tags = ["finance"] },
        NumberRule.Named(
            "swift_bic", "Bank identifier code (BIC, SWIFT)", Severity.Info, "https://www.iso.org/standard/84108.html",
            ["bic", "*swift code", "*swift bic"], "[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?",
            ["BIC: DEUTDEFF", "SWIFT code NEDSZAJJXXX", "bic = 'CHASUS33'"],
            ["BIC: DEUTXXFF", "DEUTDEFF", "bic: PLATFORM1", "cubic: DEUTDEFF", "BIC: DEUTDEF"],
            "{\\\"bic\\\":\\\"GEBABEBB\\\"}",
            hasCheck: false) with { Tags = ["finance"] },
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        new LuhnValidator(),
        new IbanValidator(),
        new NumberValidator("us_routing_number", "999999999", IsRouting),
        new AccountNumberValidator(),
        new BankCodeValidator(),
    ];

    // Federal Reserve districts 01 to 12, thrifts 21 to 32, electronic 61 to 72, travellers' cheques 80.
    private static bool IsRouting(ReadOnlySpan<char> number) =>
        CivilDate.Two(number) is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80
        && CheckDigits.Sum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
}
