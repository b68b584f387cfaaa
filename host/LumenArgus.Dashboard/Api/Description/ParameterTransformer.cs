using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>Adds the parameters that handlers read themselves to the API document.</summary>
internal sealed class ParameterTransformer : IOpenApiOperationTransformer
{
    private const string Number = ":n";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointDescription>().FirstOrDefault() is not { } description)
        {
            return Task.CompletedTask;
        }

        operation.Summary = description.Summary;
        operation.Parameters ??= [];
        foreach (var name in PathParameters(context.Description.RelativePath ?? "").Where(name => operation.Parameters.All(parameter => parameter.Name != name)))
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = Schema(name == "id" ? null : "string") });
        }

        foreach (var name in description.Query)
        {
            var isNumber = name.EndsWith(Number, StringComparison.Ordinal);
            operation.Parameters.Add(new OpenApiParameter { Name = isNumber ? name[..^Number.Length] : name, In = ParameterLocation.Query, Schema = Schema(isNumber ? "integer" : "string") });
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Schema(string? type) => type switch
    {
        "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(static part => part.StartsWith('{') && part.EndsWith('}')).Select(static part => part[1..^1]);
}
