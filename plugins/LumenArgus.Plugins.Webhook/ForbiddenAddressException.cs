namespace LumenArgus.Plugins.Webhook;

/// <summary>A name leads only to addresses that must not be reached.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address is not on the internet.");
