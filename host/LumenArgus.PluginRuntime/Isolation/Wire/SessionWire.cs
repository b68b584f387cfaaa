using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>A session as it goes to the process of a plugin: all of it, because the contract is the same there.</summary>
internal static class SessionWire
{
    public static void Write(WireWriter writer, SessionContext session)
    {
        writer.Flag(session != SessionContext.Empty);
        if (session == SessionContext.Empty)
        {
            return;
        }

        writer.Text(session.AccountId);
        writer.Text(session.ApiKeyHash);
        writer.Text(session.SessionId);
        writer.Text(session.DeviceId);
        writer.Text(session.SourceIp);
        writer.Text(session.WorkingDirectory);
        writer.Text(session.GitBranch);
        writer.Text(session.OsPlatform);
        writer.Text(session.Hostname);
        writer.Text(session.Username);
        writer.Text(session.ClientName);
        writer.Text(session.ClientVersion);
        writer.Text(session.ClientType);
        writer.Text(session.RawUserAgent);
        writer.Text(session.ApiFormat);
        writer.Text(session.SdkName);
        writer.Text(session.SdkVersion);
        writer.Text(session.Runtime);
        writer.Text(session.InterceptMode);
        writer.Text(session.OriginalHost);
        writer.Text(session.AgentId);
        writer.Text(session.NamespaceId);
    }

    // Initialisers run in the order in which they stand.
    public static SessionContext Read(ref WireReader reader) => !reader.Flag() ? SessionContext.Empty : new SessionContext
    {
        AccountId = reader.TextOrNull(),
        ApiKeyHash = reader.TextOrNull(),
        SessionId = reader.TextOrNull(),
        DeviceId = reader.TextOrNull(),
        SourceIp = reader.TextOrNull(),
        WorkingDirectory = reader.TextOrNull(),
        GitBranch = reader.TextOrNull(),
        OsPlatform = reader.TextOrNull(),
        Hostname = reader.TextOrNull(),
        Username = reader.TextOrNull(),
        ClientName = reader.TextOrNull(),
        ClientVersion = reader.TextOrNull(),
        ClientType = reader.TextOrNull(),
        RawUserAgent = reader.TextOrNull(),
        ApiFormat = reader.TextOrNull(),
        SdkName = reader.TextOrNull(),
        SdkVersion = reader.TextOrNull(),
        Runtime = reader.TextOrNull(),
        InterceptMode = reader.TextOrNull(),
        OriginalHost = reader.TextOrNull(),
        AgentId = reader.TextOrNull(),
        NamespaceId = reader.TextOrNull(),
    };
}
