using System.CommandLine;
using LumenArgus.Benchmarks.Code;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;

var root = new RootCommand("LumenArgus benchmarks: 'load' measures the whole path, 'code' measures single pieces of code.")
{
    LoadCommand.Create(),
    CodeCommand.Create(),
    UpstreamCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
