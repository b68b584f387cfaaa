using LumenArgus.Inspection.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.Inspection.Hosting;

/// <summary>Takes the parts of the product in a composition root: <c>services.AddLumenArgus(...).AddProxy()</c>.</summary>
public interface ILumenArgusBuilder
{
    /// <summary>The services that are being composed.</summary>
    IServiceCollection Services { get; }

    /// <summary>The configuration at start; what can be reloaded is read from the current generation instead.</summary>
    LumenArgusConfig Start { get; }
}
