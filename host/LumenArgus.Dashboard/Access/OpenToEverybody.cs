namespace LumenArgus.Dashboard.Access;

/// <summary>Marks an endpoint that needs no session: the pages themselves, which hold no data, and the login. All others are closed.</summary>
internal sealed class OpenToEverybody
{
    public static OpenToEverybody Instance { get; } = new();
}
