namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>One product and one browser for all; two cores have no room for more.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DashboardCollection : ICollectionFixture<DashboardFixture>
{
    public const string Name = "dashboard";
}
