using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>
/// Marks in a text. The white space between the words of a mark may be a line end or several blanks. A mark is a word of prose: parts of identifiers,
/// paths, addresses, versions and options (<c>json-schema.org/draft-07/schema</c>, <c>--draft</c>) are none, and tools send those in every request.
/// </summary>
internal static class RulesKeywords
{
    // What may stand before a mark. An escaped line end may, because tools quote text in JSON.
    private const string Before = @"(?i)(?:^|\\[nrt]|[^\w/.$@&=?#%\\-])";

    // A dot ends a sentence where no name goes on behind it. A quoted word before a colon is the name of a property.
    private const string After = """[.?!]{0,3}(?:[^\w/.$@&=?!#%\\"'-]|\\[nrt]|\\?["'](?:[^:]|$)|$)""";

    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "confidential_keyword",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "A mark that says the text must not leave.",
            Pattern = Before + @"((?:confidential|proprietary)(?:/(?:confidential|proprietary))?|trade\s{1,8}secret|do\s{1,8}not\s{1,8}distribute|internal\s{1,8}only|nda\s{1,8}required)" + After,
            SecretGroup = 1,
            Keywords = ["confidential", "proprietary", "trade", "distribute", "internal", "nda"],
            WindowBytes = 64,
            Tags = ["keyword"],
            Positives = ["CONFIDENTIAL", "This is Proprietary.", "a trade\nsecret", "DO NOT DISTRIBUTE", "internal  only", "(NDA required)", "Confidential/Proprietary", "PROPRIETARY."],
            Negatives =
            [
                "confidentiality", "nonproprietary", "trade secretary", "do distribute", "internally only", "agenda required", "internal_only", "--internal only-mine", "is_confidential",
                "/docs/confidential/", "confidential.md", "non-proprietary", "confidential-client", "?confidential=1", "proprietary_id",
            ],
        },
        new()
        {
            Name = "sensitive_keyword",
            Detector = Rules.Detector,
            Severity = Severity.Warning,
            Description = "A mark that says the text is not public yet.",
            Pattern = Before + "(draft|pre-release|unreleased)" + After,
            SecretGroup = 1,
            Keywords = ["draft", "pre-release", "unreleased"],
            WindowBytes = 32,
            Tags = ["keyword"],
            Positives = ["DRAFT", "a pre-release build", "[Unreleased]", "This is a draft.", "**Draft** of May", "one\\nDRAFT\\n", "status: \"draft\",", "Is it unreleased?"],
            Negatives =
            [
                "drafts", "draftsman", "prerelease", "overdraft", "released", "http://json-schema.org/draft-07/schema#", "draft-04", "/drafts/", "/draft/", "draft_id",
                "--draft", "is_draft", "draft.md", "post.draft", "?draft=1", "C:\\draft\\a.txt", "draft/2020-12", "1.0-pre-release", "pre-release-1", "{ \"draft\": true }", "'draft': false", "\\\"draft\\\":true",
            ],
        },
    ];
}
