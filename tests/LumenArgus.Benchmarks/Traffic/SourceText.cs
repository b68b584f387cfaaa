using System.Text;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>
/// Writes text that looks like what coding tools send: source code with comments, indentation, quotes and a few non-ASCII characters.
/// Words that scanning rules look for occur about as often as in real code, without a value that is a secret. Counted over 170 MB (npm packages, Python's library, C headers, C#,
/// XML documentation), in a kilobyte: key 0.5 to 0.75 times, token 0.1 to 0.7 (here the cancellationToken of one line), password 0.02 to 0.05, secret 0.01 to 0.05.
/// </summary>
internal sealed class SourceText(Random random)
{
    private static readonly string[] Nouns =
    [
        "request", "session", "buffer", "invoice", "order", "cache", "widget", "parser", "router", "queue", "account", "handler",
        "schema", "offset", "reader", "policy", "batch", "cursor", "header", "client", "payload", "channel", "record", "index",
    ];

    // Of a thousand nouns: some forty are in a kilobyte.
    private const int OneOf = 1000;
    private const int Keys = 16;

    private static readonly string[] Verbs =
        ["load", "parse", "merge", "resolve", "update", "render", "validate", "flush", "open", "collect", "build", "check", "apply", "retry"];

    private static readonly string[] Types = ["string", "int", "bool", "List<string>", "Task", "Uri", "DateTimeOffset", "ReadOnlySpan<byte>"];

    // {0} {1} nouns, {2} verb, {3} type, {4} number. A nonce is added to every fourth line, so that new text is spread through the whole.
    private static readonly string[] Lines =
    [
        "    private readonly {3} _{0}{1} = new();",
        "    public {3} {2}_{0}({3} {1}, int limit = {4})",
        "    {{",
        "        if ({0}.Count > {4} || {1} is null)",
        "        {{\n            throw new InvalidOperationException($\"{2} of {0} failed: {{{1}}}\");\n        }}",
        "        var {0}{1} = await {2}Async({0}, {1}, cancellationToken);",
        "        // The {0} must {2} before the {1}: see the note – it was slow (≈ {4} ms) until then.",
        "        return {0}.Select(static {1} => {1}.{2}({4})).ToList();",
        "    }}\n",
        "def {2}_{0}(self, {1}: str, timeout: float = {4}.0) -> dict[str, str]:",
        "\treturn {{\"{0}\": \"{1}\", \"{2}\": {4}}}",
        "export const {2}{0} = ({1}: string[]) => {1}.map((x) => `${{x}}-{4}`);",
        "+    logger.info('{2} %s for %s', {0}, {1})",
        "-    for (const {0} of {1}) {{ await {0}.{2}({4}); }}",
        "| {0} | {1} | {2} | {4} |",
        "We should {2} the {0} first, then look at how the {1} behaves with {4} entries; the tests for {0} cover only half of it.",
        "  at LumenSample.{0}.{1}.{2}() in src/{0}/{1}.cs:line {4}",
        "import {{ {2}, {0} }} from '../{1}/{0}';",
    ];

    /// <summary>Text of at least <paramref name="length"/> characters whose first line already holds a nonce marker.</summary>
    public string Write(int length)
    {
        var text = new StringBuilder(length + 200);
        for (var line = 0; text.Length < length; line++)
        {
            if (line % 4 == 0)
            {
                text.Append("// ").Append(PickNoun()).Append('_').Append(Nonce.Marker).Append(" -> ").Append(Pick(Verbs)).Append('\n');
            }

            text.AppendFormat(null, Pick(Lines), PickNoun(), PickNoun(), Pick(Verbs), Pick(Types), random.Next(2, 500)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Plain words of exactly <paramref name="length"/> ASCII characters that need no JSON escape.</summary>
    public string WriteWords(int length)
    {
        var text = new StringBuilder(length + 20);
        for (var word = 0; text.Length < length; word++)
        {
            text.Append(word % 12 == 0 ? Nonce.Marker : PickNoun()).Append(' ');
        }

        text.Length = length;
        return text.ToString();
    }

    public string PathName() => $"src/{PickNoun()}/{Nonce.Marker}/{Pick(Verbs)}.cs";

    private string PickNoun() => random.Next(OneOf) switch
    {
        < Keys => "key",
        Keys => "password",
        Keys + 1 => "secret",
        _ => Pick(Nouns),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
