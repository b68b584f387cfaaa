using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.License;

/// <summary>Reads the licence key that the dashboard or an operator has saved, and checks it without asking anybody.</summary>
public sealed class LicensePlugin : ILumenPlugin, ILicenceChecker
{
    private const int MaxBytes = 8 * 1024;

    private Options _options = new();
    private TimeProvider _clock = TimeProvider.System;

    /// <inheritdoc/>
    public void Configure(IPluginBuilder plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _options = Options.Read(plugin.Configuration);
        plugin.Registry.SetLicenceChecker(_ => this);
    }

    /// <inheritdoc/>
    public ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        _clock = context.Clock;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<LicenceState> CheckLicenceAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(_options.File);
        if (!file.Exists)
        {
            return new LicenceState(IsValid: false, $"there is no licence in {_options.File}");
        }

        return file.Length > MaxBytes
            ? new LicenceState(IsValid: false, $"{_options.File} is too large for a licence")
            : LicenceKey.Check(await File.ReadAllTextAsync(file.FullName, cancellationToken), IssuerKey.Value, _clock.GetUtcNow());
    }
}
