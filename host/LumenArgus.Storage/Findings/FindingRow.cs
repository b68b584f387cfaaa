namespace LumenArgus.Storage.Findings;

/// <summary>A finding as the table holds it. What is not known is an empty text. There is no place for the value.</summary>
public sealed record FindingRow
{
    /// <summary>Number of the row; 0 before it is written. Set by whoever writes it: a copy for it would be most of what the writer allocates.</summary>
    public long Id { get; set; }

    /// <summary>The newest sight, see <see cref="Database.StoreTime"/>.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The first sight.</summary>
    public string FirstSeen { get; init; } = "";

    /// <summary>The exchange of the first sight.</summary>
    public string ExchangeId { get; init; } = "";

    /// <summary>The number of the request of the first sight; 0 where it is not known.</summary>
    public long RequestId { get; init; }

    /// <summary>The detector.</summary>
    public required string Detector { get; init; }

    /// <summary>The type, for example <c>aws_access_key</c>.</summary>
    public required string FindingType { get; init; }

    /// <summary>See <see cref="WireNames"/>.</summary>
    public required string Severity { get; init; }

    /// <summary>The severity before the verdict lowered it.</summary>
    public string RuleSeverity { get; init; } = "";

    /// <summary>What the value says about itself.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>What the text of the first occurrence is in the conversation, see <see cref="WireNames"/>; empty for findings of the host.</summary>
    public string Role { get; init; } = "";

    /// <summary>A path into the body.</summary>
    public string Location { get; init; } = "";

    /// <summary>See <see cref="WireNames"/>.</summary>
    public string ActionTaken { get; init; } = "";

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>A masked form of the value.</summary>
    public string ValuePreview { get; init; } = "";

    /// <summary>The masked line around the value; empty if none is kept.</summary>
    public string Context { get; init; } = "";

    /// <summary>For findings of the host: what happened.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Occurrences in the body when it was first seen.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Exchanges it was seen in.</summary>
    public long SeenCount { get; init; } = 1;

    /// <summary><c>detector</c> or <c>framework</c>.</summary>
    public string Origin { get; init; } = "detector";

    /// <summary>Account.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>Conversation.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Machine.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Address of the caller.</summary>
    public string SourceIp { get; init; } = "";

    /// <summary>Project folder.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>Branch.</summary>
    public string GitBranch { get; init; } = "";

    /// <summary>Operating system.</summary>
    public string OsPlatform { get; init; } = "";

    /// <summary>Name of the machine.</summary>
    public string Hostname { get; init; } = "";

    /// <summary>Name of the user.</summary>
    public string Username { get; init; } = "";

    /// <summary>The tool.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>Its version.</summary>
    public string ClientVersion { get; init; } = "";

    /// <summary>Its kind.</summary>
    public string ClientType { get; init; } = "";

    /// <summary>Its User-Agent.</summary>
    public string RawUserAgent { get; init; } = "";

    /// <summary>The format of the request.</summary>
    public string ApiFormat { get; init; } = "";

    /// <summary>The library that sent it.</summary>
    public string SdkName { get; init; } = "";

    /// <summary>Its version.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>The runtime of the library.</summary>
    public string Runtime { get; init; } = "";

    /// <summary><c>reverse</c> or <c>forward</c>.</summary>
    public string InterceptMode { get; init; } = "reverse";

    /// <summary>The host the tool meant.</summary>
    public string OriginalHost { get; init; } = "";

    /// <summary>Hash of the API key.</summary>
    public string ApiKeyHash { get; init; } = "";

    /// <summary>See <see cref="Hashing.FindingHash"/>.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Keyed hash of the value, equal for equal values in all sessions; empty where values are not hashed.</summary>
    public string ValueHash { get; init; } = "";
}
