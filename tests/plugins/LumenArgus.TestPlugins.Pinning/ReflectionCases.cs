using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LumenArgus.TestPlugins.Pinning;

internal static partial class ReflectionCases
{
    public static void TypeDescriptor(PinScene scene) => System.ComponentModel.TypeDescriptor.GetProperties(new Row());

    public static void Validator(PinScene scene)
    {
        var row = new Row();
        System.ComponentModel.DataAnnotations.Validator.TryValidateObject(row, new ValidationContext(row), [], validateAllProperties: true);
    }

    public static void GeneratedOptionsValidator(PinScene scene)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IValidateOptions<Row>, RowOptionsValidator>()
            .AddOptions<Row>().Validate(static row => row.Number > 0).Services
            .BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<Row>>().Value;
    }

    public static void BoundOptions(PinScene scene)
    {
        var services = new ServiceCollection().Configure<Row>(scene.Context.Configuration).BuildServiceProvider();
        _ = services.GetRequiredService<IOptionsMonitor<Row>>().CurrentValue;
        scene.Context.Configuration.Get<Row>();
    }

    public static void Dynamic(PinScene scene)
    {
        dynamic row = new Row();
        row.Number = row.Number + 1;
    }

    public static void RouteValues(PinScene scene) => _ = new RouteValueDictionary(new { id = 1, row = "a" })["id"];

    public static async Task RenderAsync(PinScene scene)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PinComponent>()).ToHtmlString());
    }

    public static void RegularExpressions(PinScene scene)
    {
        var limit = TimeSpan.FromSeconds(1);
        new Regex("[a-c]+x", RegexOptions.Compiled, limit).IsMatch("abcx");
        new Regex("[a-c]+y", RegexOptions.None, limit).Replace("abcy", static match => new Row { Name = match.Value }.Name);
        Regex.IsMatch("abcz", "[a-c]+z", RegexOptions.None, limit);
        Generated().IsMatch("abcw");
    }

    public static void CompiledExpression(PinScene scene)
    {
        Expression<Func<Row, long>> number = static row => row.Number;
        number.Compile()(new Row());
    }

    [GeneratedRegex("[a-c]+w", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Generated();
}
