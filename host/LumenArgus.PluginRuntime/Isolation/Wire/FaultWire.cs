using LumenArgus.PluginRuntime.Invocation;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>How a call in the process of a plugin ended: types of exceptions and where they were thrown, never their messages.</summary>
internal static class FaultWire
{
    private const int MaxTypeName = 512;
    private const int MaxStack = 4096;

    public static void Write(WireWriter writer, Exception? thrown, string operation)
    {
        writer.Flag(thrown is not null);
        if (thrown is not null)
        {
            var fault = PluginFault.From(thrown, operation, default);
            writer.Text(fault.TypeName);
            writer.Text(fault.StackText);
        }
    }

    /// <returns>Null if it returned.</returns>
    public static PluginProcessException? Read(ref WireReader reader) => !reader.Flag()
        ? null
        : new PluginProcessException(PluginCallStatus.Faulted, Cut(reader.Text(), MaxTypeName), Cut(reader.Text(), MaxStack));

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
