using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>trace</c>: told of each exchange when it has ended, off its path.</summary>
public interface ITraceHook
{
    /// <summary>Called once for each exchange, on a scan thread under the detectors' budget. Under more load than the hook can take, exchanges are left out.</summary>
    /// <param name="trace">What a span would hold.</param>
    void OnExchange(ExchangeTrace trace);
}
