namespace LumenArgus.Testing.Processes;

/// <summary>
/// Held by tests that start programs and need the machine more or less for themselves. One test process at a time has it; tests of
/// that process share it, so that it decides itself how many it runs at once. Entered and left by class fixtures.
/// </summary>
public static class HeavyTest
{
    /// <summary>Long enough for all heavy tests of the other projects to finish first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static FileLock? held;
    private static int users;

    /// <summary>Waits for the lock; call once before the first test of a class.</summary>
    public static async Task EnterAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (users == 0)
            {
                using var timeout = new CancellationTokenSource(Patience);
                held = await FileLock.AcquireAsync(Path.Combine(Path.GetTempPath(), "lumen-argus-heavy-tests.lock"), timeout.Token);
            }

            users++;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Gives the lock back; call once after the last test of a class.</summary>
    public static async Task LeaveAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--users == 0)
            {
                held?.Dispose();
                held = null;
            }
        }
        finally
        {
            Gate.Release();
        }
    }
}
