namespace LumenArgus.Abstractions.Model;

/// <summary>Which traffic a rule is for.</summary>
[Flags]
public enum RuleStages
{
    /// <summary>None: the rule is never used.</summary>
    None = 0,

    /// <summary>Requests to a provider.</summary>
    Request = 1,

    /// <summary>Responses of a provider.</summary>
    Response = 2,

    /// <summary>Messages of the Model Context Protocol.</summary>
    Mcp = 4,

    /// <summary>All traffic.</summary>
    All = Request | Response | Mcp,
}
