using System.Text.Json;

namespace LumenArgus.Inspection.Live;

/// <summary>Tells those who look at the product, while they look, what happens. Never waits and never fails.</summary>
public interface ILiveEvents
{
    /// <summary>Tells of something.</summary>
    /// <param name="name">What, for example <c>mcp_tool_call</c>.</param>
    /// <param name="write">Writes the members of the object that goes with it; called at once.</param>
    void Publish(string name, Action<Utf8JsonWriter>? write = null);
}
