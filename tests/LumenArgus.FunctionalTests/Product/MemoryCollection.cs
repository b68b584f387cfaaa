namespace LumenArgus.FunctionalTests.Product;

/// <summary>Tests that look at what is left in memory: other tests' stacks may hold a thing for a moment.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    public const string Name = "memory";
}
