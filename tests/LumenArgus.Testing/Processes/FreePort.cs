using System.Net;
using System.Net.Sockets;

namespace LumenArgus.Testing.Processes;

/// <summary>
/// A port for a test that must know it beforehand. Not one that the system gives out by itself (32768 and up on Linux, 49152 elsewhere): such a one can be given to
/// any other program before the test uses it.
/// </summary>
public static class FreePort
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port on which nothing listens, on any address.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, End);
            using var listener = new TcpListener(IPAddress.Any, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; there are thousands.
            }
        }
    }
}
