using System.Text.Json;

namespace LumenArgus.Abstractions.Host;

/// <summary>Tells open dashboards what happens, while it happens.</summary>
public interface IEventStream
{
    /// <summary>Publishes an event. Never waits. Pages get it by <c>context.on(name, handler)</c>.</summary>
    /// <param name="name">Lower-case letters, digits, <c>_</c> and <c>-</c>, at most 64; not the name of an event of the product, such as <c>finding</c>.</param>
    /// <param name="write">Writes the members of the object that goes with it, at most 64 KB; called before this returns. The host adds <c>plugin_id</c> in front.</param>
    /// <returns>False if it was left out: more than 50 in a second.</returns>
    /// <exception cref="ArgumentException">The name is none that a plugin can use, or what was written is too long.</exception>
    bool Publish(string name, Action<Utf8JsonWriter>? write = null);
}
