namespace LumenArgus.PluginRuntime.Invocation;

/// <summary>How an asynchronous call of plugin code ended.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Status">How it ended.</param>
/// <param name="Value">What it gave; default unless the status is Ok.</param>
public readonly record struct PluginCallResult<T>(PluginCallStatus Status, T? Value);
