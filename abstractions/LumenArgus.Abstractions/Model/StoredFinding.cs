namespace LumenArgus.Abstractions.Model;

/// <summary>A finding as it is stored. The matched text is not in it, only its masked preview.</summary>
public sealed record StoredFinding
{
    /// <summary>Its number; 0 where it comes straight from an exchange.</summary>
    public required long Id { get; init; }

    /// <summary>When it was seen last.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The detector.</summary>
    public required string Detector { get; init; }

    /// <summary>What was found.</summary>
    public required string Type { get; init; }

    /// <summary><c>info</c>, <c>warning</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What was done, for example <c>block</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where in the body.</summary>
    public string Location { get; init; } = "";

    /// <summary>The masked value.</summary>
    public string ValuePreview { get; init; } = "";

    /// <summary>The line around it, masked; empty if none is kept (<see cref="Finding.Context"/>).</summary>
    public string Context { get; init; } = "";

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The tool.</summary>
    public string Client { get; init; } = "";

    /// <summary>The conversation.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The exchange in which it was seen first.</summary>
    public string ExchangeId { get; init; } = "";

    /// <summary>The project folder.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>In how many exchanges it was seen.</summary>
    public long SeenCount { get; init; } = 1;

    /// <summary>When it was seen first; null where that is not told.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>The number of the request of the first sight; 0 where it is not told.</summary>
    public long RequestId { get; init; }

    /// <summary>The severity before the verdict lowered it.</summary>
    public string RuleSeverity { get; init; } = "";

    /// <summary>What the value says about itself.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>What the text of the first occurrence is in the conversation, for example <c>user</c>; empty for findings of the host.</summary>
    public string Role { get; init; } = "";

    /// <summary>For findings of the host: what happened.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Occurrences in the body when it was first seen.</summary>
    public long Count { get; init; } = 1;

    /// <summary><c>detector</c> or <c>framework</c>.</summary>
    public string Origin { get; init; } = "detector";

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>The machine.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The address of the caller.</summary>
    public string SourceIp { get; init; } = "";

    /// <summary>The branch.</summary>
    public string GitBranch { get; init; } = "";

    /// <summary>The operating system.</summary>
    public string OsPlatform { get; init; } = "";

    /// <summary>The name of the machine.</summary>
    public string Hostname { get; init; } = "";

    /// <summary>The name of the user.</summary>
    public string Username { get; init; } = "";

    /// <summary>The version of the tool.</summary>
    public string ClientVersion { get; init; } = "";

    /// <summary>Its kind.</summary>
    public string ClientType { get; init; } = "";

    /// <summary>Its User-Agent.</summary>
    public string RawUserAgent { get; init; } = "";

    /// <summary>The format of the request.</summary>
    public string ApiFormat { get; init; } = "";

    /// <summary>The library that sent it.</summary>
    public string SdkName { get; init; } = "";

    /// <summary>The version of the library.</summary>
    public string SdkVersion { get; init; } = "";

    /// <summary>What runs it.</summary>
    public string Runtime { get; init; } = "";

    /// <summary><c>reverse</c> or <c>forward</c>.</summary>
    public string InterceptMode { get; init; } = "reverse";

    /// <summary>The host that the tool meant; in forward mode only.</summary>
    public string OriginalHost { get; init; } = "";

    /// <summary>Keyed hash of the API key. For a finding store only.</summary>
    public string ApiKeyHash { get; init; } = "";

    /// <summary>Keyed hash of detector, type, value and API key: with the conversation it tells findings apart. For a finding store only.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Keyed hash of the value, equal for equal values in all conversations; empty where values are not hashed. For a finding store only.</summary>
    public string ValueHash { get; init; } = "";
}
