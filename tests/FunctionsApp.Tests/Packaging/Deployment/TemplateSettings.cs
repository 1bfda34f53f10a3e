namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>The app settings that are not between the template and the app alone.</summary>
static class TemplateSettings
{
    /// <summary>What the template sets for the Functions host, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> ReadByHost =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage__credential"] = "the host and Durable Task use the identity of the app",
            ["AzureWebJobsStorage__blobServiceUri"] = "leases, function keys and large messages of Durable Task",
            ["AzureWebJobsDisableHomepage"] = "leaves / to the app",
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "telemetry of the host, which receives the logs of the app",
            ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "telemetry is sent with the identity of the app",
        };

    /// <summary>What the app reads and the template does not set, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotDeployed =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage"] = "a connection string; the deployed app uses its identity",
            ["WEBSITE_HOSTNAME"] = "Azure sets it, and the app does not start without it",
        };
}
