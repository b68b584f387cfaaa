using System.Collections.Frozen;

namespace LumenArgus.Plugins.Pii;

/// <summary>Numbers that payment services publish for tests: no card has them.</summary>
internal static class TestCards
{
    // What is left of a number with so few different digits is made up: one in two million random ones looks like that.
    private const int FewDigits = 3;

    // The test pages of Stripe, Adyen, Braintree, PayPal, Worldpay and Checkout.com, in the order of networks.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Published = FrozenSet.ToFrozenSet(
    [
        "4111111111111111", "4242424242424242", "4012888888881881", "4012000033330026", "4012000077777777", "4217651111111119", "4500600000000061", "4222222222222",
        "4917610000000000", "4917300800000000", "4988438843884305", "4166676667666746", "4646464646464644", "4444333322221111", "4911830000000", "4543474002249996",
        "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "2223000048410010", "2223520443560010", "5454545454545454", "5101180000000007",
        "5136333333333335", "5585558555855583", "5577000055770004", "2222400070000005", "2222410740360010", "5436031030606378", "5199999999999991",
        "378282246310005", "371449635398431", "378734493671000", "341111111111111", "343434343434343", "370000000000002", "346827630435344",
        "6011111111111117", "6011000990139424", "6011000400000000", "6011981111111113", "6011601160116611", "6445644564456445", "6011000991300009",
        "30569309025904", "38520000023237", "36227206271667", "36006666333344", "3056930009020004", "36700102000000", "36148900647913",
        "3566002020360505", "3530111333300000", "3566111111111113", "3569990010095841", "3528000700000000",
        "6200000000000005", "6200000000000047", "6205500000000000004", "6243030000000001", "6250946000000016", "6250941006528599",
        "6304000000000000", "6759649826438453", "6331101999990016", "6799990100000000019", "6771798021000008", "6771798025000004", "5019717010103742",
        "5066991111111118", "6362970000457013", "6062828888666688", "2201382000000013", "2204060100000067",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one of them, or of the ranges that Stripe keeps for tests.</summary>
    public static bool Contains(ReadOnlySpan<char> digits) =>
        Published.Contains(digits) || digits.StartsWith("400000") || digits.StartsWith("424242") || HasFewDigits(digits);

    private static bool HasFewDigits(ReadOnlySpan<char> digits)
    {
        var seen = 0;
        foreach (var digit in digits)
        {
            seen |= 1 << (digit - '0');
        }

        return int.PopCount(seen) <= FewDigits;
    }
}
