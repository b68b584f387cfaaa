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
}
