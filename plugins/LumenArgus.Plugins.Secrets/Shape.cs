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
    /// an arrow, a dash, a character of three bytes (<c>│</c>, <c>→</c>, <c>是</c>), a string prefix (<c>@"</c>, <c>b'</c>) and the scheme of an HTTP header.
    /// </summary>
    public const string Behind = NumberOrStage + Close + "(?:" + Bracket + "[ \\t]{0,32}(?:" + Separator + ")[ \\t]{0,32}|" + Fallback + "|[ \\t]{1,32}(?:(?:ist?|l(?:autet|à)|was|to|as|est?|[^\\x00-\\x7F]{2}r?|[0-9]|je|on|-{1,2}>?)[ :][ \\t]{0,4})?)" + Open;

    // No part may begin like the one behind it more often than needed: the span matcher has a budget of combinations.
    private const string NumberOrStage = "(?:[0-9]{1,3}|[_-](?:[0-9]{1,3}|prod|dev|test|staging|live|main|old|new|base))?";
    private const string Close = """["'`\\*]{0,4}""";

    // Of an index, in front of a sign: [auth] alone is what a log line begins with.
    private const string Bracket = @"[\[\]}]{0,2}";

    // Behind a call that may give nothing: getenv("KEY") ?: "value". Behind another sign stands what was computed with a secret.
    private const string OrElse = @"[ \t]{1,4}(?:\|\||\?[?:]|or)[ \t]{1,4}";
    private const string Fallback = @"\)" + OrElse;
    private const string Type = @"[ \t]{0,2}[A-Za-z&\[][A-Za-z0-9_&'<>\[\].? ]{1,32}=";
    private const string Block = @"[ \t]{1,2}[|>][+-]?[\r\n]{1,2}(?:[ 0-9]{1,8}(?:→|\t)|\+)?";
    private const string Quoted = """[@$A-Za-z]{0,2}#?["'`]""";
    private const string Separator = "={1,2}>?|:(?::?=|-|[*]{2}|" + Block + "|" + Type + @")?|<-|>[\r\n]{0,2}|\|{1,2}|\?[?:=]|as[ \t]{1,4}[A-Za-z]{3,12}[ \t]{1,4}=|[^\x00-\x7F]{3}|[,({][ \t]{0,4}" + Quoted;
    private const string Open = """(?:[@$A-Za-z]{0,2}#?["'`\\]{1,4})?(?:(?:b(?:earer|asic)|token|apikey)[ ])?""";

    /// <summary>
    /// From a name to a value in another element, entry or attribute: <c>- name: X</c> and <c>value: </c>, <c>&lt;key&gt;</c> and <c>&lt;string&gt;</c>, <c>&lt;name type="x"&gt;</c>,
    /// a variable of Terraform or a parameter of CloudFormation and its default.
    /// </summary>
    public const string Apart = Close + @"(?:</[a-z]{1,6}>:?\s{0,32}" + LineMark + @"(?:<[a-z]{1,6}(?:[ ][^<>]{0,60})?>){0,2}|>\s{0,8}" + Cdata + "|,?" + Gap + "(?:" + Entry + "|" + Variable + "|" + Attributes + ")|:(?:" + Parameter + @"|[ ]?\{" + Gap + Entry + "))";

    // Blank space and what tools write before each line: its number, an arrow, a bar, the mark of a difference.
    private const string Margin = "[^!-*,./:-{}~]{0,40}";
    private const string Gap = @"\s" + Margin;

    // The same where a value may follow at once, which can begin with such characters.
    private const string LineMark = @"(?:(?:[0-9]{1,6}(?:→|[\t|]|[ ]\|)|[+|-])\s{0,32})?";

    private const string Cdata = @"<!\[CDATA\[\s{0,8}";
    private const string Entry = """["']?(?:android:)?(?:value|default(?:value)?|unset|fallback|secure)["']?[ \t]{0,2}[:=][ \t]{0,4}["']?""";
    private const string Variable = @"\{" + Gap + @"(?:(?:type|description|sensitive|nullable)\s{1,8}=[ ][^\r\n]{1,80}\r?\n" + Margin + "){0,3}default[ \\t]{0,8}=[ \\t]{0,4}[\"']";
    private const string Parameter = """\r?\n\s{1,32}(?:[a-z]{2,16}:[ ][^\r\n]{1,60}\r?\n\s{1,32}){0,4}(?:default|value):[ ]{1,4}["']?""";
    private const string Attributes = """(?:[a-z:]{2,20}="[^"<>]{0,60}"[ ]?){1,3}>\s{0,32}(?:""" + Cdata + "|<[a-z]{1,8}>)?";

    /// <summary>
    /// From a name to a value in the next line, in a list, behind other words or in a call: <c>name: [ "</c>, <c>name = &lt;&lt;END</c>, <c>name=\</c>, <c>name: ${NAME:-</c>, <c>name for staging is </c>,
    /// <c>name = f(default="</c>.
    /// </summary>
    public const string Below = Close + @"(?:[ \t]{0,8}(?::(?:=|" + Type + @")?|=)[ \t]{0,4}(?:" + Opening + "|" + NextLine + "|" + List + "|" + Default + "|" + Wrapped + "|" + Pair + @")|[ \t]{0,8}(?:\|\||\?\?)=[ ]{0,4}[""'`]|\r?\n\s{0,32}(?:" + Item + "|" + Fence + @")|[ \t]{1,4}" + Words + "|" + Call + "|" + Selector + "|" + Typed + ")";

    // A document that begins here, or an element: <<END, <code>.
    private const string Opening = """<(?:<[~-]?["']?[a-z_]{2,16}["']?\r?\n[ \t]{0,32}|(?:/?[a-z]{1,6}>\s{0,8}<?){1,2})""";
    private const string NextLine = """(?:"{3}|'{3})?\\?\r?\n\s{0,32}(?:[0-9]{1,6}(?:→|[\t|]|[ ]\|)\s{0,32})?(?:[+-]\s{1,32})?["'`]{0,3}""";
    private const string Default = @"\$\{[a-z0-9_.-]{2,48}:-?";

    // A list, or a long string of Lua.
    private const string List = """\[(?:\[|\s{0,32}["'`])""";

    // A call of another name with a literal alone in it looks something up.
    private const string Wrapped = """(?:(?:(?:s(?:ome|ecretstr(?:ing::(?:new|from))?|tring(?:::from)?)|option|field|b64decode|\[\]byte)?\((?:string::from\()?|just[ ])b?|[a-z_.]{3,40}\((?:[^()\r\n]{0,60}\)""" + OrElse + """|(?:["'][a-z0-9_.-]{1,48}["'],[ ]?)?default[ ]?=[ ]?))["'`]""";

    // user, password = "me", "...": the value of the second name.
    private const string Pair = """["'][^"'\r\n]{1,60}["'],[ ]["']""";
    private const string Item = """-[ ]{1,4}["'`]?""";
    private const string Fence = """`{1,3}(?:[a-z]{0,8}\r?\n\s{0,8})?""";

    // password for the database is, API key provided:
    private const string Words = """(?:[a-z0-9@._'()-]{1,24}[ ]){0,3}(?:[a-z0-9@._'()-]{1,24}[ ]?[:=]|(?:is|was|to|lautet|be|-))\s{1,8}["'`]?""";

    // by lazy { "...", { get; set; } = "...", nvarchar(50) = N'...'
    private const string Typed = """[ ](?:by[ ]lazy[ ]\{\s{1,32}|\{[ ]get;[ a-z;]{0,24}\}[ ]=[ ]|n?varchar\([0-9a-z]{1,4}\)[ ]=[ ]n?)["']""";

    // fill('input[name="password"]', "..."
    private const string Selector = """\]["'],[ ]["']""";
    private const string Call = """(?:\]["'])?\)(?:\.(?:unwrap_or|or_?else|getorelse|fill|type|send_?keys|set_?value)[a-z_]{0,8}\((?:\|_?\|[ ]|\(\)[ ]->[ ])?|[ ]\{[ ])["']""";
}
