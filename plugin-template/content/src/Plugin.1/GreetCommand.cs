using System.Globalization;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>The command <c>lumen-argus SAMPLE-ID NAME</c>. It runs in a process of its own and shares what is kept with one that may serve.</summary>
internal sealed class GreetCommand(IPluginKv kept) : ICommand
{
    public async ValueTask<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var name = call.Arguments["name"][0];
        var before = await kept.GetAsync("greeted:" + name, cancellationToken);
        var times = before is null ? 1 : int.Parse(before, CultureInfo.InvariantCulture) + 1;
        await kept.SetAsync("greeted:" + name, times.ToString(CultureInfo.InvariantCulture), cancellationToken);
        var text = $"Hello {name}, greeted {times} times";
        await call.Output.WriteLineAsync(call.Options.ContainsKey("loud") ? text.ToUpperInvariant() : text);
        return 0;
    }
}
