using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Inspection.Reloading;

/// <summary><c>proxy.body_memory</c>: a smaller budget counts for those who come now; nobody loses what he holds.</summary>
internal sealed class BodyBudgetReload(BodyBudget budget) : IReloadable
{
    public void Reload(LumenArgusConfig config) => budget.Resize(config.Proxy.BodyMemory);
}
