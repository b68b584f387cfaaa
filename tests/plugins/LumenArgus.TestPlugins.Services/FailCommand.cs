using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Services;

/// <summary>Throws.</summary>
internal sealed class FailCommand : ICommand
{
    public ValueTask<int> RunAsync(CommandCall call, CancellationToken cancellationToken) => throw new InvalidOperationException("the command fails as asked");
}
