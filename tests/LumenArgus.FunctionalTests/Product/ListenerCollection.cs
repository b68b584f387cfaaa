namespace LumenArgus.FunctionalTests.Product;

/// <summary>Tests that listen to all that the process tells. While they do every client adds trace headers, which other tests would see.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListenerCollection
{
    public const string Name = "listeners";
}
