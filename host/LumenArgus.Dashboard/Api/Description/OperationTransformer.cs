using System.Globalization;
using LumenArgus.Dashboard.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>Adds to the API document what handlers do themselves: the parameters that they read, and the answers that have no type of their own.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string Partial = "207";
    private const string BadRequest = "400";

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

        foreach (var (name, shown) in description.Query.Zip(description.QueryNames))
        {
            operation.Parameters.Add(new OpenApiParameter { Name = shown, In = ParameterLocation.Query, Schema = Schema(name == shown ? "string" : "integer") });
        }

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<OpenToEverybody>().Any())
        {
            operation.Security = [];
        }

        AddAnswers(operation.Responses ??= [], description);
        return Task.CompletedTask;
    }

    private static void AddAnswers(OpenApiResponses responses, EndpointDescription description)
    {
        var status = description.Status.ToString(CultureInfo.InvariantCulture);
        if (!responses.TryGetValue(status, out var success))
        {
            responses[status] = success = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(description.Status),
                Content = description.Status == StatusCodes.Status204NoContent ? null : new Dictionary<string, OpenApiMediaType> { [description.ContentType] = new() },
            };
        }

        if (description.CanBePartial && success.Content is { } answer && responses[BadRequest].Content is { } refusal)
        {
            responses[Partial] = new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(StatusCodes.Status207MultiStatus), Content = answer };
            refusal[description.ContentType] = answer[description.ContentType];
        }
    }

    private static OpenApiSchema Schema(string? type) => type switch
    {
        "integer" => new OpenApiSchema { Type = JsonSchemaType.Integer },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(static part => part.StartsWith('{') && part.EndsWith('}')).Select(static part => part[1..^1].TrimStart('*'));
}
