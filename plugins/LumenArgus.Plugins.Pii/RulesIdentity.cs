using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Pii;

/// <summary>Numbers that stand for a person.</summary>
internal static class RulesIdentity
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "ssn",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "US social security number.",
            Source = "https://www.ssa.gov/employer/randomization.html",
            Pattern = @"\b\d{3}-\d{2}-\d{4}\b",
            Validator = SsnRangeValidator.RuleName,
            WindowBytes = 16,
            Tags = ["identity", "us"],
            Positives = ["123-45-6789", "SSN: 536-90-4399.", "\"ssn\":\"899-99-9999\""],
            Negatives = ["000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "1123-45-6789", "123-45-67890", "123456789"],
        },
        new()
        {
            Name = "passport_us",
            Detector = Rules.Detector,
            Severity = Severity.Info,
            Description = "US passport number of the current series.",
            Source = "https://travel.state.gov/content/travel/en/passports/passport-help/next-generation-passport.html",
            Pattern = @"\b[A-Z]\d{8}\b",
            WindowBytes = 16,
            Tags = ["identity", "us"],
            Positives = ["A12345678", "Passport no. C03005988,", "\"passport\":\"Z99999999\""],
            Negatives = ["a12345678", "A1234567", "A123456789", "AB12345678", "12345678"],
        },
    ];
}
