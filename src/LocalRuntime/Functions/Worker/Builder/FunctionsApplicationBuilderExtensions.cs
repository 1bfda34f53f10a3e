namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>What an app asks of its builder.</summary>
public static class FunctionsApplicationBuilderExtensions
{
    /// <summary>Lets HTTP functions take ASP.NET Core requests and return its results.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.ServesHttp = true;
        return builder;
    }
}
