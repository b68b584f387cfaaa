namespace LumenArgus.Abstractions.Model;

/// <summary>What the policy does with an exchange. Ordered by priority: of several actions the largest wins.</summary>
public enum PolicyAction
{
    /// <summary>Forward; nothing was found.</summary>
    Pass = 0,

    /// <summary>Forward and record silently.</summary>
    Log = 1,

    /// <summary>Forward, record and show a warning.</summary>
    Alert = 2,

    /// <summary>Replace the matched spans, then forward. Needs a plugin with a redact hook; without one the community policy alerts instead.</summary>
    Redact = 3,

    /// <summary>Answer the caller with an error; nothing is sent.</summary>
    Block = 4,

    /// <summary>
    /// What became of <see cref="Block"/> where all that was to be blocked is in the conversation's history: it is left out, and the request goes on without it.
    /// The host decides that; a detector, rule or hook that asks for it asks for <see cref="Block"/>.
    /// </summary>
    Strip = 5,
}
