using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Injection;
using LumenArgus.Plugins.Pii;
using LumenArgus.Plugins.Proprietary;
using LumenArgus.Plugins.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace LumenArgus.Tests.Plugins;

/// <summary>What a plugin registers through the contract, without a host.</summary>
internal sealed record PluginUnderTest(ImmutableArray<DetectionRule> Rules, ImmutableDictionary<string, IRuleValidator> Validators)
{
    public static PluginUnderTest Secrets { get; } = Load(new SecretsPlugin());

    public static PluginUnderTest Pii { get; } = Load(new PiiPlugin());

    public static PluginUnderTest Proprietary { get; } = Load(new ProprietaryPlugin());

    public static PluginUnderTest Injection { get; } = Load(new InjectionPlugin());

    public static PluginUnderTest All { get; } = new(
        [.. Secrets.Rules, .. Pii.Rules, .. Proprietary.Rules, .. Injection.Rules],
        Secrets.Validators.AddRange(Pii.Validators).AddRange(Proprietary.Validators).AddRange(Injection.Validators));

    public static PluginUnderTest Load(ILumenPlugin plugin, params (string Key, string Value)[] settings)
    {
        var configuration = Substitute.For<IConfiguration>();
        foreach (var (key, value) in settings)
        {
            configuration[key].Returns(value);
        }

        var sources = new List<IRuleSource>();
        var validators = new List<IRuleValidator>();
        var services = Substitute.For<IServiceProvider>();
        var registry = Substitute.For<IPluginRegistry>();
        registry.When(r => r.AddRuleSource(Arg.Any<Func<IServiceProvider, IRuleSource>>()))
            .Do(call => sources.Add(call.Arg<Func<IServiceProvider, IRuleSource>>()(services)));
        registry.When(r => r.AddRuleValidator(Arg.Any<Func<IServiceProvider, IRuleValidator>>()))
            .Do(call => validators.Add(call.Arg<Func<IServiceProvider, IRuleValidator>>()(services)));

        var builder = Substitute.For<IPluginBuilder>();
        builder.Configuration.Returns(configuration);
        builder.Services.Returns(new ServiceCollection());
        builder.Registry.Returns(registry);
        plugin.Configure(builder);
        return new([.. sources.SelectMany(source => source.GetRules())], validators.ToImmutableDictionary(validator => validator.Name));
    }
}
