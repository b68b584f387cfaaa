using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LumenArgus.Benchmarks.Load;

/// <summary>The verb <c>load</c>: requests through the whole path, always against every target in the same run.</summary>
internal static class LoadCommand
{
    // 27 cells x 3 targets x 3 rounds x (1 s + warm-up) stays under five minutes.
    private static readonly Option<double> Seconds = new("--seconds")
    {
        Description = "Measured seconds per target, cell and round.",
        DefaultValueFactory = static _ => 1.0,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds per cell; the median is reported.",
        DefaultValueFactory = static _ => 3,
    };

    private static readonly Option<int[]> Connections = Numbers("--connections", "Connection counts, comma separated.", [1, 8, 64], smallest: 1);

    // Below 2 KB a conversation has no room for its frame.
    private static readonly Option<int[]> Sizes = Numbers("--sizes", "Request body sizes in KB, comma separated.", [2, 20, 100, 400], smallest: 2);

    private static readonly Option<Mode[]> Modes = new("--modes")
    {
        Description = "plain, sse, growing, comma separated.",
        DefaultValueFactory = static _ => [Mode.Plain, Mode.Sse, Mode.Growing],
        CustomParser = static result => List(result, static text => Enum.Parse<Mode>(text, ignoreCase: true)),
    };

    private static readonly Option<string?> Out = new("--out") { Description = "Also write the report to this Markdown file." };

    private static readonly Option<string?> Nginx = new("--nginx") { Description = "The nginx executable; looked up in PATH and /usr/sbin if not given." };

    private static readonly Option<bool> Responses = new("--responses") { Description = "Also measure LumenArgus with the stages for responses on." };

    public static Command Create()
    {
        var command = new Command("load", "Measure direct, nginx pass-through and LumenArgus in one run.")
        {
            Seconds, Rounds, Connections, Sizes, Modes, Out, Nginx, Responses,
        };
        command.SetAction(static (parsed, cancellationToken) => LoadRun.RunAsync(Read(parsed), cancellationToken));
        return command;
    }

    private static LoadOptions Read(ParseResult parsed) => new()
    {
        Seconds = parsed.GetValue(Seconds),
        Rounds = parsed.GetValue(Rounds),
        Connections = parsed.GetRequiredValue(Connections),
        Sizes = parsed.GetRequiredValue(Sizes),
        Modes = parsed.GetRequiredValue(Modes),
        Out = parsed.GetValue(Out),
        Nginx = parsed.GetValue(Nginx),
        Responses = parsed.GetValue(Responses),
    };

    private static Option<int[]> Numbers(string name, string description, int[] fallback, int smallest) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = result => List(result, text => Number(text, smallest)),
    };

    private static int Number(string text, int smallest) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var number && number >= smallest
            ? number
            : throw new FormatException($"{number} is less than {smallest}.");

    private static T[] List<T>(ArgumentResult result, Func<string, T> parse)
    {
        var texts = result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        try
        {
            return [.. texts.Select(parse)];
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or OverflowException)
        {
            result.AddError($"{result.Argument.Name}: {problem.Message}");
            return [];
        }
    }
}
