using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Inspection.Hosting;

/// <summary>The proxy of this process, as its dashboard and its plugins see it.</summary>
public interface IRunningProxy
{
    /// <summary>Semantic version of the product.</summary>
    string Version { get; }

    /// <summary>Address of the proxy, as configured.</summary>
    string ProxyBind { get; }

    /// <summary>Port of the proxy, really in use.</summary>
    int ProxyPort { get; }

    /// <summary>Requests since the start.</summary>
    long Requests { get; }

    /// <summary>Exchanges that have not ended.</summary>
    long OpenRequests { get; }

    /// <summary>Reads the files of the configuration again and puts them in use; never throws.</summary>
    /// <returns>How it went.</returns>
    Task<ReloadReport> ReloadAsync();
}
