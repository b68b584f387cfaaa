namespace LumenArgus.Host;

/// <summary>Exit codes of <c>lumen-argus</c>; scripts rely on them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A mistake in the configuration, a port in use, no home folder: the message says which.</summary>
    public const int Failure = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;
}
