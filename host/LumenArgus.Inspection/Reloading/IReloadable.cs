using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Inspection.Reloading;

/// <summary>
/// A part that holds something made from the configuration and can follow a reload. Registered as a service under this type. What only reads the
/// configuration of the generation it has leased needs none.
/// </summary>
public interface IReloadable
{
    /// <summary>Takes the configuration that is in use now. Called after the swap, for one reload at a time; must be quick and must not throw.</summary>
    /// <param name="config">The configuration of the new generation.</param>
    void Reload(LumenArgusConfig config);
}
