namespace LumenArgus.Storage.Database;

/// <summary>Whom the store tells that it does not work, and that it works again.</summary>
/// <param name="Tell">Takes the reason, or null at its end. Must return at once.</param>
public sealed record StoreFaultReport(Action<string?> Tell);
