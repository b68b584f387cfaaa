namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>metrics</c>: adds to what <c>/metrics</c> answers.</summary>
public interface IMetricsHook
{
    /// <summary>Gives metrics. Called with each request for <c>/metrics</c>, on a scan thread under the detectors' budget.</summary>
    /// <returns>Lines of the Prometheus text format 0.0.4. Left out, with a comment that says why, if one of them is wrong or has a name of the host.</returns>
    string GetMetrics();
}
