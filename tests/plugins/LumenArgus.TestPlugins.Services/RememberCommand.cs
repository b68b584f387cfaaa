using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Keeps words and tells all that are kept.</summary>
internal sealed class RememberCommand(Words words) : ICommand
{
    public async ValueTask<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var times = call.Options.TryGetValue("times", out var given) ? int.Parse(given[0], CultureInfo.InvariantCulture) : 1;
        foreach (var word in call.Arguments["word"].Concat(call.Arguments.TryGetValue("more", out var more) ? more : []))
        {
            await words.AddAsync(word, times, cancellationToken);
        }

        var text = string.Join(", ", await words.AllAsync(cancellationToken));
        await call.Output.WriteLineAsync(call.Options.ContainsKey("loud") ? text.ToUpperInvariant() : text);
        return call.Arguments["word"][0] == "seven" ? 7 : 0;
    }
}
