using Microsoft.OpenApi;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>How callers of the API show who they are.</summary>
static class SecuritySchemes
{
    public const string Signature = "webhookSignature";
    public const string Staff = "sidebarSession";

    const string KeyHeader = "machineKey";
    const string KeyQuery = "machineKeyInQuery";
    const string Token = "operatorToken";
    const string Session = "session";

    /// <summary>Those of functions that need a role.</summary>
    public static IReadOnlyList<string> OfCallers { get; } = [KeyHeader, KeyQuery, Token, Session];

    public static IReadOnlyDictionary<string, OpenApiSecurityScheme> All { get; } =
        new Dictionary<string, OpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [KeyHeader] = ApiKey(ParameterLocation.Header, "x-functions-key", "A machine key: an administrator."),
            [KeyQuery] = ApiKey(
                ParameterLocation.Query, "code", "A machine key, for callers that cannot set a header."),
            [Token] = new()
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token of an operator.",
            },
            [Session] = ApiKey(
                ParameterLocation.Cookie,
                "session",
                "The session of an operator. Every method but `GET` and `HEAD` also needs the header `x-csrf-token`."),
            [Staff] = ApiKey(
                ParameterLocation.Cookie,
                "sidebar-session",
                "The session of a staff member in the sidebar, which opens nothing else. Every method but `GET` and "
                    + "`HEAD` also needs the header `x-csrf-token`."),
            [Signature] = ApiKey(
                ParameterLocation.Header,
                "webhook-signature",
                "A signature of the body: Standard Webhooks with `webhook-id` and `webhook-timestamp`, or the header "
                    + "of the kind of shop. WeCom signs in the query, with `msg_signature`."),
        };

    static OpenApiSecurityScheme ApiKey(ParameterLocation place, string name, string description) => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = place,
        Name = name,
        Description = description,
    };
}
