using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Pii;

/// <summary>Numbers that stand for money.</summary>
internal static class RulesFinance
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "credit_card",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Payment card number of 13 to 19 digits.",
            Source = "https://www.iso.org/standard/70484.html",
            // A fraction or a longer word is taken in whole: its digits are no card number, one in ten would pass the check digit. Three digits behind a
            // printed number are the end of a long one or the security code.
            Pattern = @"(?:[^\w.]\.|\b(?:\d{1,20}\.)?)[2-6]\d{3}(?:\d{9,40}|[ -](?:\d{6}[ -]\d{4,8}|\d{4}[ -]\d{4}[ -]\d{1,8}(?:[ -]\d{3}\b)?))(?:\.\d|\.?[A-Za-z_])?",
            Validator = LuhnValidator.RuleName,
            WindowBytes = 96,
            Tags = ["finance"],
            Positives = ["4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "3782 822463 10005", "4222222222222", "card 6011111111111117.", "4111 1111 1111 1111 12/27 123", "4111 1111 1111 1111 123", "4000 0000 0000 0000 006", "2223003122003222"],
            Negatives =
            [
                "4111 1111 1111 1112", "0.4111111111111111", "[-.4111111111111111]", "41111111111111110000", "4111-1111 1111-1111", "1700000000000", "0000 0000 0000 0000",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "x4111111111111111", "4111111111111111ab",
            ],
        },
        new()
        {
            Name = "iban",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "International bank account number.",
            // In the printed form a group behind the bank code starts with a digit, so that a word behind the number (BIC) is not taken for its end.
            Source = "https://www.swift.com/standards/data-standards/iban-international-bank-account-number",
            Pattern = @"\b[A-Z]{2}\d{2}(?:[A-Z0-9]{11,40}| [A-Z0-9]{4}(?: \d[A-Z0-9]{3}){1,6}(?: \d[A-Z0-9]{0,2})?)[a-z_]?",
            Validator = IbanValidator.RuleName,
            WindowBytes = 48,
            Tags = ["finance"],
            Positives = ["DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "IBAN: FR1420041010050500013M02606", "NO93 8601 1117 947", "BE68 5390 0754 7034 BIC GEBABEBB"],
            Negatives = ["DE88370400440532013000", "ZZ82WEST12345698765432", "DE8937040044053201300", "de89370400440532013000", "XDE89370400440532013000", "DE89370400440532013000x"],
        },
    ];
}
