using System.Text.Json;

namespace LumenArgus.Dashboard.Api.Tools;

/// <summary>The tools that are known.</summary>
internal sealed record ClientList(JsonElement Clients);
