namespace LumenArgus.Plugins.Webhook;

/// <summary>A name leads only to addresses that must not be reached.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address is not on the internet.")
{
    /// <summary>What the operator is told.</summary>
    public const string Advice = "The receiver is on this machine or in a private network: if it is meant to be, set allow_private: true under plugins.lumenargus.webhook in config.yaml.";
}
