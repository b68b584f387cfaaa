using System.Reflection;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>Turns what the loader throws into what the author of the plugin must do.</summary>
internal static class LoadFailure
{
    private const int MaxLoaderErrors = 3;

    public static string Explain(Exception exception) => exception switch
    {
        PluginLoadException => exception.Message,
        ReflectionTypeLoadException types => ExplainAll(types),
        TargetInvocationException { InnerException: { } inner } => Explain(inner),
        TypeInitializationException { InnerException: { } inner } failed => $"static initialisation of {failed.TypeName} failed: {Explain(inner)}",
        FileNotFoundException { InnerException: PluginLoadException inner } => inner.Message,
        FileLoadException { InnerException: PluginLoadException inner } => inner.Message,
        FileNotFoundException missing => $"needs {missing.FileName ?? "a file"}, which is not in its folder: add it to the plugin's output",
        DllNotFoundException missing =>
            $"needs the native library {NameIn(missing.Message)}, which is neither in its folder nor on this system: put it beside the plugin's dll, or into runtimes/<rid>/native by a package",
        BadImageFormatException bad => $"{Path.GetFileName(bad.FileName) ?? "a file of the plugin"} is not a .NET assembly for this platform: copy the build output again",
        MissingMethodException or MissingFieldException =>
            $"uses a member that this host or one of its libraries does not have ({exception.Message}): build it against the versions of this host",
        TypeLoadException type => $"a type does not fit this host ({type.Message}): build the plugin against this host's contract",
        _ => $"{exception.GetType().FullName}: {exception.Message}",
    };

    // The runtime names the library in quotes, and then all places where it has looked.
    private static string NameIn(string message) => message.Split('\'') is [_, var name, ..] ? name : "that it names";

    private static string ExplainAll(ReflectionTypeLoadException exception)
    {
        var reasons = exception.LoaderExceptions.OfType<Exception>().Select(Explain).Distinct(StringComparer.Ordinal).ToList();
        var more = reasons.Count > MaxLoaderErrors ? $" (and {reasons.Count - MaxLoaderErrors} more)" : "";
        return string.Join("; ", reasons.Take(MaxLoaderErrors)) + more;
    }
}
