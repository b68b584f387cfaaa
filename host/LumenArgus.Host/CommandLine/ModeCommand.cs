using System.CommandLine;
using LumenArgus.Host.Modes;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Host.CommandLine;

/// <summary><c>lumen-argus mode</c>.</summary>
internal static class ModeCommand
{
    public static Command Create(CommandHandlers handlers)
    {
        var mode = new Argument<string?>("active|passthrough") { Description = "The mode to switch to; none shows the one in use", Arity = ArgumentArity.ZeroOrOne };
        mode.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && ModeState.Parse(token.Value) is null)
            {
                result.AddError($"the mode must be active or passthrough (was {token.Value}).");
            }
        });
        var lasting = new Option<string?>("--for")
        {
            Description = "Switch back to active after this time: a number and s, m, h or d, at most 30d; without it passthrough lasts, also over restarts",
            HelpName = "30m",
        };
        lasting.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && Duration.TryParse(token.Value) is null)
            {
                result.AddError($"--for must be a number and s, m, h or d, at most 30d (was {token.Value}).");
            }
        });
        var format = SharedOptions.Format();
        var command = new Command("mode", "Show or switch the mode of the running proxy: 'passthrough' forwards and records everything without looking at it.") { mode, lasting, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(lasting) is not null && ModeState.Parse(result.GetValue(mode)) != ProxyMode.Passthrough)
            {
                result.AddError("--for is for passthrough only.");
            }
        });
        command.SetAction((result, cancellationToken) => handlers.Mode(
            new ModeOptions(
                ModeState.Parse(result.GetValue(mode)),
                result.GetValue(lasting) is { } text ? Duration.TryParse(text) : null,
                SharedOptions.ToFormat(result.GetValue(format))),
            cancellationToken));
        return command;
    }
}
