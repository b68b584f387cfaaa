using System.CommandLine;
using LumenArgus.Benchmarks.Code;
using LumenArgus.Benchmarks.Dashboards;
using LumenArgus.Benchmarks.Findings;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;
using LumenArgus.Benchmarks.Store;
using LumenArgus.Benchmarks.Streams;

var root = new RootCommand("LumenArgus benchmarks: 'load' measures the whole path, 'findings' what findings cost it, 'dashboards' what open dashboards cost it, 'pages' how soon the dashboard answers, 'streams' how late events arrive, 'memory' what it holds, 'store' the database, 'code' single pieces of code.")
{
    LoadCommand.Create(),
    FindingsCommand.Create(),
    DashboardsCommand.Create(),
    WatchersCommand.Create(),
    PagesCommand.Create(),
    StreamsCommand.Create(),
    MemoryCommand.Create(),
    StoreCommand.Create(),
    CodeCommand.Create(),
    UpstreamCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
