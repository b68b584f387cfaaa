using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>Marks in a text. The white space between the words of a mark may be a line end or several blanks.</summary>
internal static class RulesKeywords
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "confidential_keyword",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "A mark that says the text must not leave.",
            Pattern = @"(?i)\b(?:confidential|proprietary|trade\s{1,8}secret|do\s{1,8}not\s{1,8}distribute|internal\s{1,8}only|nda\s{1,8}required)\b",
            Keywords = ["confidential", "proprietary", "trade", "distribute", "internal", "nda"],
            WindowBytes = 48,
            Tags = ["keyword"],
            Positives = ["CONFIDENTIAL", "This is Proprietary.", "a trade\nsecret", "DO NOT DISTRIBUTE", "internal  only", "(NDA required)"],
            Negatives = ["confidentiality", "nonproprietary", "trade secretary", "do distribute", "internally only", "agenda required", "internal_only"],
        },
        new()
        {
            Name = "sensitive_keyword",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "A mark that says the text is not public yet.",
            Pattern = @"(?i)\b(?:draft|pre-release|unreleased)\b",
            Keywords = ["draft", "pre-release", "unreleased"],
            WindowBytes = 32,
            Tags = ["keyword"],
            Positives = ["DRAFT", "a pre-release build", "[Unreleased]"],
            Negatives = ["drafts", "draftsman", "prerelease", "overdraft", "released"],
        },
    ];
}
