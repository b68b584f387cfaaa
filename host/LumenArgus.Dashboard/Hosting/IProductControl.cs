using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>What the dashboard asks of the executable around it.</summary>
public interface IProductControl
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

    /// <summary>Reads the configuration again and puts it in use; never throws.</summary>
    /// <returns>How it went.</returns>
    Task<ReloadReport> ReloadAsync();
}
