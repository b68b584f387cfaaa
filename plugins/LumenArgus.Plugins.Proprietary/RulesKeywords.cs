using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Proprietary;

/// <summary>
/// Marks in a text. The white space between the words of a mark may be a line end or several blanks. A mark is a word of prose: parts of identifiers,
/// paths, addresses, versions and options (<c>json-schema.org/draft-07/schema</c>, <c>--draft</c>) are none, and tools send those in every request.
/// </summary>
/// <remarks>
/// Three of the marks are everyday words as well: tools are told to draft a plan, and licences speak of proprietary software. They count where they
/// stand as a mark: written large, in brackets, as a heading, as the value of a status, or in a sentence that says so of a text.
/// </remarks>
internal static class RulesKeywords
{
    // What may stand before a mark. An escaped line end may, because tools quote text in JSON.
    private const string Before = @"(?:^|\\[nrt]|[^\w/.$@&=?#%|\\-])";

    // A dot ends a sentence where no name goes on behind it. A quoted word before a colon is the name of a property.
    private const string After = """[.?!]{0,3}(?:[^\w/.$@&=?!#%|\\"'-]|\\(?:[nrt]|["'](?:[^:]|$))|["'](?:[^:]|$)|$)""";

    // From a name to its value in JSON (also quoted in JSON), YAML and the like.
    private const string Is = """\\{0,2}["']?\s?[:=]\s?\\{0,2}["']?""";

    // Hardly two branches start with the same letter: the engine then has little to go back to (see "What runs a pattern" in its README). And what
    // stands before a keyword is short: its length is the number of starts that are tried, and "internal" is a common word of code.
    private const string Confidential =
        @"(?:C(?:ONFIDENTIAL|onfidential)|P(?:ROPRIETARY|roprietary))(?:/(?i:confidential|proprietary)" + Prose + @")?"
        + @"|(?i:trade\s{1,8}secret|do\s{1,8}not\s{1,8}distribute(?:\s{1,2}[a-z]{1,24})?|internal\s{1,8}only|nda\s{1,8}required)"
        + @"|[(\[*](?:confidential|proprietary)[)\]*]"
        + @"|(?:is|a(?:re|s)|[Oo]ur|[Mm]y|[Hh]ighly|[Ss]trictly|co(?:mpany|ntains?))\s(?i:confidential|proprietary)"
        + @"|^(?:confidential|proprietary)$|[Cc]lient\stype\sis\sconfidential|[Ll]icen[cs]e" + Is + "(?i:proprietary)";

    // Taken in, so that the validator sees that it is no mark: proprietary rights, confidential computing, an entry of a list that explains the word.
    private const string Prose = @"|\s{1,2}(?i:rights?|notices?|legends?|computing|vms?|ledger)|\*\*:? [a-z]{1,24}";

    private const string Sensitive =
        @"(?:D(?:RAFT|raft" + Kind + @")|draft" + Kind + @")"
        + @"|(?:(?:is|[Ff]irst|[Rr]ough|[Ee]arly|[Ww]orking|[Oo]ur|[Mm]y)\s{1,2}(?:an?\s)?|s(?:till\s{1,2}(?:an?\s)?|ta(?:t(?:us|e)|ge)" + Is + @"))(?i:draft)"
        + @"|[(\[*](?i:draft)[)\]*]"
        + @"|^[ \t#>]{0,4}[Dd]raft(?::|[ \t]\d|$)"
        + @"|(?i:pre-release|unreleased)";

    private const string Kind = @"\s{1,2}(?:of|version|co(?:py|ntract)|document|report|memo|agreement|p(?:roposal|olicy))";

    // The program's own vocabulary: an API has drafts and confidential issues, and says so in every request.
    private static readonly ImmutableArray<FieldRole> NotProse = [FieldRole.PropertyName, FieldRole.ToolDefinition];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "confidential_keyword",
            Detector = Rules.Detector,
            Title = "Mark of confidentiality",
            Severity = Severity.Critical,
            Description = "A mark that says the text must not leave.",
            Source = "https://www.wipo.int/tradesecrets/en/",
            Pattern = Before + "(" + Confidential + ")" + After,
            Validator = MarkValidator.RuleName,
            SecretGroup = 1,
            Keywords = ["confidential", "proprietary", "trade", "distribute", "internal", "nda"],
            WindowBytes = 96,
            ExceptRoles = NotProse,
            Tags = ["keyword"],
            Positives =
            [
                "CONFIDENTIAL", "This is Proprietary.", "a trade\nsecret", "DO NOT DISTRIBUTE", "internal  only", "(NDA required)", "Confidential/Proprietary", "PROPRIETARY.",
                "this memo is confidential", "# Plan\nconfidential\n\nText", "our proprietary algorithm",
                "[confidential]", "This mail contains confidential information", "*confidential*", "one\\nCONFIDENTIAL\\n",
                "PROPRIETARY AND CONFIDENTIAL", "# Confidential: plan of the year", "(do not distribute)", "Do not distribute.", "Please do not distribute outside of the company", "- **Confidential**: Plan B", "marked as confidential", "CONFIDENTIAL CLIENT INFORMATION", "the name of our client is confidential", "this type is confidential",
            ],
            Negatives =
            [
                "confidentiality", "nonproprietary", "trade secretary", "do distribute", "internally only", "agenda required", "internal_only", "--internal only-mine", "is_confidential",
                "/docs/confidential/", "confidential.md", "non-proprietary", "confidential-client", "?confidential=1", "proprietary_id", "a confidential client needs a secret",
                "into proprietary programs", "Please don't submit confidential information", "{ \"confidential\": true }", "DIP|Proprietary|SIMM", "keep the passphrase confidential.",
                "You may do so if you do not Distribute the Modified Version.", "PATENTS, TRADEMARKS OR OTHER PROPRIETARY RIGHTS.", "You may sell it as proprietary provided that you say so", "Do not distribute generated manual pages.",
                "- **Confidential**: clients able to keep a secret", "if you do not distribute copies", "All proprietary notices stay",
                "If the client type is confidential or was issued credentials", "Azure Confidential Computing", "Confidential VMs", "license: Proprietary", "# License: Proprietary\n",
            ],
            Evasions = ["one\\nDO  NOT\tDISTRIBUTE\\ntwo", "{\\\"note\\\":\\\"CONFIDENTIAL\\\"}"],
        },
        new()
        {
            Name = "sensitive_keyword",
            Detector = Rules.Detector,
            Title = "Mark of an unpublished text",
            Severity = Severity.Warning,
            Description = "A mark that says the text is not public yet.",
            Source = "https://keepachangelog.com/en/1.1.0/",
            Pattern = Before + "(" + Sensitive + ")" + After,
            SecretGroup = 1,
            Keywords = ["draft", "pre-release", "unreleased"],
            WindowBytes = 64,
            ExceptRoles = NotProse,
            Tags = ["keyword"],
            Positives =
            [
                "DRAFT", "a pre-release build", "[Unreleased]", "This is a draft.", "**Draft** of May", "one\\nDRAFT\\n", "status: \"draft\",", "Is it unreleased?", "# Plan\n## Draft\nText",
                "Draft: the plan", "draft", "(draft)", "see my draft", "the draft version",
            ],
            Negatives =
            [
                "drafts", "draftsman", "prerelease", "overdraft", "released", "http://json-schema.org/draft-07/schema#", "draft-04", "/drafts/", "/draft/", "draft_id",
                "--draft", "is_draft", "draft.md", "post.draft", "?draft=1", "C:\\draft\\a.txt", "draft/2020-12", "1.0-pre-release", "pre-release-1", "{ \"draft\": true }", "'draft': false", "\\\"draft\\\":true",
                "creating draft PRs", "use the tool to draft a plan", "Draft a plan for me", "as a draft pull request", "draft7_1.default",
            ],
            Evasions = ["{\\\"status\\\":\\\"draft\\\"}", "one\\nUNRELEASED\\ntwo"],
        },
    ];
}
