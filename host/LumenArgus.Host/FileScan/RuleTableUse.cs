namespace LumenArgus.Host.FileScan;

/// <summary>What a command does with the table of rules.</summary>
internal enum RuleTableUse
{
    /// <summary>Obeys it as it is: the database may belong to a running product, or not be there.</summary>
    Look,

    /// <summary>Leaves it alone: the rules are loaded as they come.</summary>
    Leave,

    /// <summary>Opens the database to change it; the rules are loaded as they come.</summary>
    Change,
}
