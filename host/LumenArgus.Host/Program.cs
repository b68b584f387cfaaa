using LumenArgus.Host;
using LumenArgus.Host.CommandLine;

var application = new ServerApplication(Console.Out, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System);
return await LumenArgusCommandLine.RunAsync(
    args, new CommandHandlers(application.ServeAsync, application.ListPluginsAsync), Console.Out, Console.Error);
