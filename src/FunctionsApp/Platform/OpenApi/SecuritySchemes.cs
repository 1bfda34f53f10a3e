using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>How callers of the API show who they are.</summary>
static class SecuritySchemes
{
    public const string KeyHeader = "functionKey";
    public const string KeyQuery = "functionKeyInQuery";
    public const string Signature = "webhookSignature";

    public static IReadOnlyDictionary<string, OpenApiSecurityScheme> All { get; } =
        new Dictionary<string, OpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyHeader] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "x-functions-key",
                Description = "The function key.",
            },
            [KeyQuery] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Query,
                Name = "code",
                Description = "The function key, for callers that cannot set a header.",
            },
            [Signature] = new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "webhook-signature",
                Description = "A signature of the body: Standard Webhooks with `webhook-id` and `webhook-timestamp`, "
                    + "or the header of the kind of shop.",
            },
        };
}
