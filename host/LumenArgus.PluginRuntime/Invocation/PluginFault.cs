namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>
/// What is kept of an exception from a plugin: copied strings. The exception itself would keep the plugin's code in memory, and its message
/// may quote the traffic, so the message is not copied.
/// </summary>
/// <param name="Operation">What was called, for example <c>detect</c>.</param>
/// <param name="TypeName">Full name of the exception's type, inner ones behind it.</param>
/// <param name="StackText">Where it was thrown: names of methods, no values.</param>
/// <param name="Time">When.</param>
public sealed record PluginFault(string Operation, string TypeName, string StackText, DateTimeOffset Time)
{
    private const int MaxStackLength = 4096;
    private const int MaxInner = 4;

    /// <summary>Copies what may be kept.</summary>
    /// <param name="exception">What the plugin threw.</param>
    /// <param name="operation">What was called.</param>
    /// <param name="time">When.</param>
    /// <returns>The fault.</returns>
    public static PluginFault From(Exception exception, string operation, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var types = new List<string>();
        for (var inner = exception; inner is not null && types.Count < MaxInner; inner = inner.InnerException)
        {
            types.Add(inner.GetType().FullName ?? inner.GetType().Name);
        }

        var stack = exception.StackTrace ?? "";
        return new PluginFault(operation, string.Join(" <- ", types), stack.Length > MaxStackLength ? stack[..MaxStackLength] : stack, time);
    }
}
