namespace LumenArgus.Plugins.Secrets;

/// <summary>Parts that several patterns share.</summary>
internal static class Shape
{
    /// <summary>
    /// Start of a token whose prefix is too short to stand inside a word. An escape counts as a start because tools quote JSON in JSON: there the
    /// letter of <c>\n</c> stands directly before the token.
    /// </summary>
    public const string Start = @"(?:\\[nrt]|\b)";

    /// <summary>
    /// From the end of a name to the start of its value: <c>name = "</c>, <c>"name": "</c>, <c>name=</c>, <c>name: string = '</c>, <c>['name'] =&gt; '</c>,
    /// <c>&lt;name&gt;</c>, each also with the quotes escaped.
    /// </summary>
    public const string Assign =
        """["'`\\\])]{0,4}[ \t]{0,8}(?:={1,3}>?|>|:(?:=|[ \t]{0,2}[A-Za-z]{3,12}[ \t]{0,2}=)?)[ \t]{0,8}["'`\\]{0,3}""";

    /// <summary>
    /// The same for names that need no assignment to be believed, in the syntax of the common languages and formats: also <c>name, "</c>, <c>name("</c>,
    /// <c>--name </c>, <c>name &lt;- "</c>, <c>name is </c>, <c>| name | </c>, <c>name || "</c>, <c>name ?? "</c>, <c>**name:** `</c>, a block of YAML, a type between name and value, a
    /// string prefix (<c>@"</c>, <c>b'</c>) and the scheme of an HTTP header.
    /// </summary>
    public const string Behind = NumberOrStage + Close + "(?:" + Bracket + "[ \\t]{0,16}(?:" + Separator + ")[ \\t]{0,16}|" + Fallback + "|[ \\t]{1,16}(?:(?:ist?|was|to|as|est?)[ :][ \\t]{0,4})?)" + Open;

    // No part may begin like the one behind it more often than needed: the span matcher has a budget of combinations.
    private const string NumberOrStage = "(?:[0-9]{1,3}|[_-](?:[0-9]{1,3}|prod|dev|test|staging|live|main|old|new|base))?";
    private const string Close = """["'`\\*]{0,4}""";

    // Of an index, in front of a sign: [auth] alone is what a log line begins with.
    private const string Bracket = @"[\[\]}]{0,2}";

    // Behind a call that may give nothing: getenv("KEY") ?: "value". Behind another sign stands what was computed with a secret.
    private const string Fallback = @"\)[ \t]{1,4}(?:\|\||\?[?:])[ \t]{1,4}";
    private const string Type = @"[ \t]{0,2}[A-Za-z&\[][A-Za-z0-9_&'<>\[\].? ]{1,32}=";
    private const string Block = @"[ \t]{1,2}[|>][+-]?[\r\n]{1,2}";
    private const string Quoted = """[@$A-Za-z]{0,2}#?["'`]""";
    private const string Separator = "={1,2}>?|:(?:=|[*]{2}|" + Block + "|" + Type + @")?|<-|>[\r\n]{0,2}|\|{1,2}|\?[?:]|[,({][ \t]{0,4}" + Quoted;
    private const string Open = """(?:[@$A-Za-z]{0,2}#?["'`\\]{1,4})?(?:(?:b(?:earer|asic)|token|apikey)[ ])?""";
}
