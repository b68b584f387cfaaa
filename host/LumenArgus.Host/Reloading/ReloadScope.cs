namespace LumenArgus.Host.Reloading;

/// <summary>What a reload reads again. A larger one includes the smaller ones.</summary>
internal enum ReloadScope
{
    /// <summary>The table of rules alone: what somebody is about to write into a file has no effect before he says so.</summary>
    Rules,

    /// <summary>The extension folders as well: what is new in them is put in use.</summary>
    Plugins,

    /// <summary>What was decided in the dashboard as well, over the files as they were read last.</summary>
    Stored,

    /// <summary>The files of the configuration as well.</summary>
    All,
}
