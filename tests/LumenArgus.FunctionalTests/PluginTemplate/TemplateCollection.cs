using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.PluginTemplate;

/// <summary>Tests that build what the template generates: they have the machine for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TemplateCollection : ICollectionFixture<TemplateCollection>, IAsyncLifetime
{
    public const string Name = "plugin template";

    public Task InitializeAsync() => HeavyTest.EnterAsync();

    public Task DisposeAsync() => HeavyTest.LeaveAsync();
}
