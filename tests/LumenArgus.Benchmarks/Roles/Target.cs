using System.Net;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>What the load generator talks to.</summary>
/// <param name="Name">Column name in the report.</param>
/// <param name="Endpoint">Where requests are sent.</param>
/// <param name="Proxy">The process in between; null when requests go to the upstream directly.</param>
internal sealed record Target(string Name, IPEndPoint Endpoint, RoleProcess? Proxy);
