using LumenArgus.Dashboard.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>Says in the API document what the API is called, and how its callers show who they are.</summary>
internal sealed class DocumentTransformer : IOpenApiDocumentTransformer
{
    private const string Token = "token";
    private const string Session = "session";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "LumenArgus dashboard";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The access token." },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = Authentication.CookieName,
                Description = "The cookie of POST /session; changes carry its csrf_token in the header X-CSRF-Token.",
            },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
