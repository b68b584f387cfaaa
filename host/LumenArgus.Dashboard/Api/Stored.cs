using LumenArgus.Dashboard.Problems;

namespace LumenArgus.Dashboard.Api;

/// <summary>Stores that may not be there.</summary>
internal static class Stored
{
    public static T Needed<T>(T? store)
        where T : class =>
        store ?? throw new ProblemException(409, "no_store", "There is no database: analytics.enabled is false in the configuration.");
}
