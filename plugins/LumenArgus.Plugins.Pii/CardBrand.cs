namespace LumenArgus.Plugins.Pii;

/// <summary>A range of first digits that ISO/IEC 7812 gives to a payment network, and the lengths of its numbers.</summary>
/// <param name="From">The first digits of the lowest number.</param>
/// <param name="To">The first digits of the highest number, as many as of the lowest.</param>
/// <param name="Lengths">The numbers of digits, as bits.</param>
internal readonly record struct CardBrand(string From, string To, int Lengths)
{
    private const int Thirteen = 1 << 13;
    private const int Fourteen = 1 << 14;
    private const int Fifteen = 1 << 15;
    private const int Sixteen = 1 << 16;
    private const int Nineteen = 1 << 19;
    private const int SixteenOrNineteen = Sixteen | Nineteen;

    /// <summary>The networks. Co-branded ranges (Elo, Verve, Dankort, Hipercard, BC Card) lie inside those of others.</summary>
    private static readonly CardBrand[] All =
    [
        new("4", "4", Thirteen | Sixteen | Nineteen),                                      // Visa, part of Elo
        new("51", "55", Sixteen),                                                          // Mastercard
        new("2221", "2720", Sixteen),                                                      // Mastercard
        new("34", "34", Fifteen),                                                          // American Express
        new("37", "37", Fifteen),                                                          // American Express
        new("300", "305", Fourteen | SixteenOrNineteen),                                   // Diners Club
        new("3095", "3095", Fourteen | SixteenOrNineteen),                                 // Diners Club
        new("36", "36", Fourteen | SixteenOrNineteen),                                     // Diners Club
        new("38", "39", Fourteen | SixteenOrNineteen),                                     // Diners Club
        new("3528", "3589", SixteenOrNineteen),                                            // JCB, part of RuPay
        new("50", "50", SixteenOrNineteen),                                                // Maestro, Elo, Verve, RuPay
        new("56", "58", SixteenOrNineteen),                                                // Maestro
        new("60", "60", SixteenOrNineteen),                                                // Discover, RuPay, Hipercard
        new("62", "62", SixteenOrNineteen),                                                // UnionPay, part of Elo
        new("63", "63", SixteenOrNineteen),                                                // Maestro, InterPayment, Elo
        new("64", "65", SixteenOrNineteen),                                                // Discover, RuPay, Elo
        new("67", "67", SixteenOrNineteen),                                                // Maestro
        new("2200", "2204", SixteenOrNineteen),                                            // Mir
        new("81", "82", SixteenOrNineteen),                                                // UnionPay, RuPay
        new("9792", "9792", Sixteen),                                                      // Troy
    ];

    /// <summary>Whether a network gives out numbers that begin like this and have this length.</summary>
    public static bool Knows(ReadOnlySpan<char> digits)
    {
        foreach (var brand in All)
        {
            var first = digits[..brand.From.Length];
            if ((brand.Lengths & (1 << digits.Length)) != 0 && first.SequenceCompareTo(brand.From) >= 0 && first.SequenceCompareTo(brand.To) <= 0)
            {
                return true;
            }
        }

        return false;
    }
}
