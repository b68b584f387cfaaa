namespace LumenArgus.Tests.PluginRuntime.Loading;

/// <summary>Runs alone: other tests' mocks and stacks may hold a plugin's types for a moment.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class UnloadCollection
{
    public const string Name = "unload";
}
