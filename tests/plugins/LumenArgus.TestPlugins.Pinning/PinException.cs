namespace LumenArgus.TestPlugins.Pinning;

internal sealed class PinException : Exception;
